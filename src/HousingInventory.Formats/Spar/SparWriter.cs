using System.Globalization;
using System.Text;
using System.Xml;

namespace HousingInventory.Formats;

/// <summary>
/// Writes synthetic persons as SPAR's AviseringPost, current and ended blocks side by side, and what a person owns elsewhere. The same persons give the
/// same bytes on every machine. The name of the file's root is not published and made up here.
/// </summary>
public sealed class SparWriter : IDisposable
{
    private const string Root = "http://statenspersonadressregister.se/schema/komponent/person/";
    private const string Person = Root + "person-1.3";
    private const string Protection = Root + "skyddadepersonuppgifter-1.1";
    private const string Details = Root + "persondetaljer-1.3";
    private const string Registration = Root + "folkbokforing-1.1";
    private const string Address = Root + "adress/deladeadresselement-1.1";
    private const string Ownership = Root + "fastighetstaxering-1.2";
    private const string Dates = "http://statenspersonadressregister.se/schema/komponent/generellt/datumtid-1.1";
    private const string Forever = "9999-12-31";

    private readonly XmlWriter _xml;

    /// <summary>Starts the delivery; the stream stays open when the writer is disposed of.</summary>
    public SparWriter(Stream stream)
    {
        _xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" });
        _xml.WriteStartDocument();
        _xml.WriteStartElement("a", "AviseringPoster", Root + "aviseringpost-1.2");
        foreach ((string prefix, string name) in ((string, string)[])[("p", Person), ("s", Protection), ("d", Details), ("f", Registration), ("l", Address), ("o", Ownership), ("t", Dates)])
        {
            _xml.WriteAttributeString("xmlns", prefix, null, name);
        }
    }

    /// <summary>Adds a person.</summary>
    public void Write(PopulationEntry person)
    {
        _xml.WriteStartElement("AviseringPost", Root + "aviseringpost-1.2");
        _xml.WriteStartElement("PersonId", Person);
        _xml.WriteElementString("IdNummer", Person, person.PersonNumber);
        _xml.WriteElementString("Typ", Person, person.PersonNumber[6] >= '6' ? "SAMORDNINGSNUMMER" : "PERSONNUMMER");
        _xml.WriteEndElement();
        _xml.WriteElementString("Sekretessmarkering", Protection, person.HasSecrecyMark ? "JA" : "NEJ");
        _xml.WriteElementString("SkyddadFolkbokforing", Protection, person.HasProtectedRegistration ? "JA" : "NEJ");
        _xml.WriteStartElement("Persondetaljer", Details);
        WriteDates(person.Home.RegisteredOn, null);
        Element(Details, "AvregistreringsorsakKod", person.DeregistrationReason);
        Element(Details, "Avregistreringsdatum", person.DeregisteredOn is DateOnly ended ? Day(ended) : null);
        _xml.WriteEndElement();
        WriteHome(person.Home);
        foreach (PopulationHome home in person.FormerHomes)
        {
            WriteHome(home);
        }

        WriteAddress("Folkbokforingsadress", person.Home);
        foreach (PopulationHome home in person.FormerHomes)
        {
            WriteAddress("Folkbokforingsadress", home);
        }

        if (person.PostalAddress is not null)
        {
            WriteAddress("SarskildPostadress", person.PostalAddress);
        }

        if (person.OwnedProperty is not null)
        {
            _xml.WriteStartElement("Fastighet", Ownership);
            _xml.WriteStartElement("FastighetDel", Ownership);
            Element(Ownership, "FastighetBeteckning", person.OwnedProperty);
            _xml.WriteEndElement();
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

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void WriteHome(PopulationHome home)
    {
        _xml.WriteStartElement("Folkbokforing", Registration);
        WriteDates(home.RegisteredOn, home.EndedOn);
        Element(Registration, "FolkbokfordLanKod", home.MunicipalityCode?[..2]);
        Element(Registration, "FolkbokfordKommunKod", home.MunicipalityCode?[2..]);
        _xml.WriteElementString("Hemvist", Registration, home.Domicile ?? "Skriven på adressen");
        Element(Registration, "Folkbokforingsdatum", home.RegisteredOn is DateOnly since ? Day(since) : null);
        _xml.WriteEndElement();
    }

    private void WriteAddress(string name, PopulationHome home)
    {
        if ((home.AddressLine1 ?? home.AddressLine2 ?? home.PostalCode ?? home.PostTown) is null)
        {
            return;
        }

        _xml.WriteStartElement(name, Address);
        _xml.WriteStartElement("SvenskAdress", Address);
        WriteDates(home.RegisteredOn, home.EndedOn);
        Element(Address, "CareOf", home.CareOf);
        Element(Address, "Utdelningsadress1", home.AddressLine1);
        Element(Address, "Utdelningsadress2", home.AddressLine2);
        Element(Address, "PostNr", home.PostalCode);
        Element(Address, "Postort", home.PostTown);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void WriteDates(DateOnly? from, DateOnly? until)
    {
        Element(Dates, "DatumFrom", from is DateOnly start ? Day(start) : null);
        _xml.WriteElementString("DatumTill", Dates, until is DateOnly end ? Day(end) : Forever);
    }

    private void Element(string space, string name, string? value)
    {
        if (value is not null)
        {
            _xml.WriteElementString(name, space, value);
        }
    }
}
