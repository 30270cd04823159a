using System.Globalization;
using System.Text;
using System.Xml;

namespace HousingInventory.Formats;

/// <summary>
/// Writes synthetic persons as a full extract in Navet's file form, with everything that real records hold around the home. The same persons give the same
/// bytes on every machine.
/// </summary>
public sealed class NavetXmlWriter : IDisposable
{
    private readonly XmlWriter _xml;
    private readonly string _extracted;

    /// <summary>Starts the delivery; the stream stays open when the writer is disposed of.</summary>
    /// <param name="stream">Where to write, UTF-8 without byte order mark.</param>
    /// <param name="extracted">The day that the extract is for.</param>
    public NavetXmlWriter(Stream stream, DateOnly extracted)
    {
        _extracted = Day(extracted);
        _xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" });
        _xml.WriteStartDocument();
        _xml.WriteStartElement("Navetavisering");
        _xml.WriteStartElement("Folkbokforingsposter");
    }

    /// <summary>Adds a person.</summary>
    public void Write(PopulationEntry person)
    {
        _xml.WriteStartElement("Folkbokforingspost");
        _xml.WriteElementString("Sekretessmarkering", person.HasSecrecyMark ? "J" : "");
        _xml.WriteElementString("SkyddadFolkbokforing", person.HasProtectedRegistration ? "J" : "");
        _xml.WriteStartElement("Arendeuppgift");
        _xml.WriteAttributeString("andringstidpunkt", _extracted + "040000");
        _xml.WriteAttributeString("totalpost", "J");
        _xml.WriteAttributeString("utsokningsdatum", _extracted);
        _xml.WriteEndElement();
        WritePerson(person);
        if (person.FormerHomes.Count > 0)
        {
            _xml.WriteStartElement("Historik");
            foreach (PopulationHome home in person.FormerHomes)
            {
                WriteRegistration(home);
            }

            WriteAddress("Folkbokforingsadress", person.FormerHomes[0]);
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    /// <summary>Ends the delivery.</summary>
    public void Dispose()
    {
        _xml.WriteEndDocument();
        _xml.Dispose();
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private void WritePerson(PopulationEntry person)
    {
        _xml.WriteStartElement("Personpost");
        _xml.WriteStartElement("PersonId");
        _xml.WriteElementString("PersonNr", person.PersonNumber);
        _xml.WriteEndElement();
        if (person.DeregistrationReason is not null || person.DeregisteredOn is not null)
        {
            _xml.WriteStartElement("Avregistrering");
            Element("AvregistreringsorsakKod", person.DeregistrationReason);
            Element("Avregistreringsdatum", person.DeregisteredOn);
            _xml.WriteEndElement();
        }

        _xml.WriteElementString("Fodelsedatum", person.PersonNumber[..8]);
        _xml.WriteStartElement("Namn");
        Element("Fornamn", person.GivenName);
        Element("Efternamn", person.Surname);
        _xml.WriteEndElement();
        WriteRegistration(person.Home);
        WriteAddresses(person);
        _xml.WriteEndElement();
    }

    private void WriteRegistration(PopulationHome home)
    {
        _xml.WriteStartElement("Folkbokforing");
        Element("Folkbokforingsdatum", home.RegisteredOn);
        Element("LanKod", home.MunicipalityCode?[..2]);
        Element("KommunKod", home.MunicipalityCode?[2..]);
        Element("Fastighetsbeteckning", home.Property);
        Element("Lagenhet", home.DwellingNumber);
        _xml.WriteElementString("FiktivtNr", home.FictitiousNumber.ToString(CultureInfo.InvariantCulture));
        Element("Folkbokforingstyp", home.RegistrationType);
        _xml.WriteEndElement();
    }

    private void WriteAddresses(PopulationEntry person)
    {
        PopulationHome home = person.Home;
        _xml.WriteStartElement("Adresser");
        WriteAddress("Folkbokforingsadress", home);
        WriteKeys("Riksnycklar", ("FastighetsId", home.PropertyNationalKey), ("AdressplatsId", home.AddressNationalKey), ("LagenhetsId", home.DwellingNationalKey));
        WriteKeys("UUID", ("Fastighet", home.PropertyUuid), ("Adress", home.AddressUuid), ("Lagenhet", home.DwellingUuid));
        if (person.PostalAddress is not null)
        {
            WriteAddress("SarskildPostadress", person.PostalAddress);
        }

        _xml.WriteEndElement();
    }

    private void WriteAddress(string name, PopulationHome home)
    {
        if ((home.AddressLine1 ?? home.AddressLine2 ?? home.PostalCode ?? home.PostTown) is null)
        {
            return;
        }

        _xml.WriteStartElement(name);
        Element("CareOf", home.CareOf);
        Element("Utdelningsadress1", home.AddressLine1);
        Element("Utdelningsadress2", home.AddressLine2);
        Element("PostNr", home.PostalCode);
        Element("Postort", home.PostTown);
        _xml.WriteEndElement();
    }

    private void WriteKeys(string name, params ReadOnlySpan<(string Name, string? Key)> keys)
    {
        bool started = false;
        foreach ((string key, string? value) in keys)
        {
            if (value is null)
            {
                continue;
            }

            if (!started)
            {
                _xml.WriteStartElement(name);
                started = true;
            }

            _xml.WriteElementString(key, value);
        }

        if (started)
        {
            _xml.WriteEndElement();
        }
    }

    private void Element(string name, DateOnly? day) => Element(name, day is DateOnly value ? Day(value) : null);

    private void Element(string name, string? value)
    {
        if (value is not null)
        {
            _xml.WriteElementString(name, value);
        }
    }
}
