namespace HousingInventory.Formats;

/// <summary>
/// Persons from Navet's XML, as a file (root Navetavisering) or as the web service's answer (SOAP), which hold the same record. Only what is current is
/// read: Personpost/Folkbokforing and Personpost/Adresser, never the blocks of the same names in Historik, and of the addresses only the registration
/// address. Namespaces are ignored; they differ between carriers.
/// </summary>
public sealed class NavetXmlReader : IPopulationCursor
{
    private readonly RecordXmlReader _xml;
    private readonly IDisposable? _container;
    private readonly TextPool _pool = new();
    private bool _recognised;
    private long _changeNotices;

    /// <summary>Takes the stream over. <paramref name="container"/> is closed after it, for a stream that lies in an archive.</summary>
    public NavetXmlReader(Stream stream, IDisposable? container = null)
    {
        _xml = new RecordXmlReader(stream);
        _container = container;
    }

    /// <inheritdoc/>
    public string Layout => PopulationFile.NavetXml;

    /// <inheritdoc/>
    public PopulationRecord Current { get; } = new();

    /// <inheritdoc/>
    public long Row { get; private set; }

    /// <inheritdoc/>
    public string? Fault { get; private set; }

    /// <inheritdoc/>
    public DateOnly? Extracted { get; private set; }

    /// <inheritdoc/>
    /// <remarks>True when most records name a kind of case (Arendetyp) without being marked as a whole record (totalpost).</remarks>
    public bool LooksLikeChangeFile => _changeNotices * 2 > Row;

    /// <inheritdoc/>
    public long? StatedCount => null;

    /// <inheritdoc/>
    public bool Read()
    {
        while (_xml.Read())
        {
            if (!_xml.IsElement)
            {
                continue;
            }

            switch (_xml.Name)
            {
                case "folkbokforingspost":
                    ReadPost();
                    return true;
                case "navetavisering" or "folkbokforingsposter" or "personpostxmlresponse":
                    _recognised = true;
                    ReadExtracted();
                    break;
                case "arendeuppgift":
                    ReadExtracted();
                    break;
                case "fault" when Row == 0:
                    throw new DataFormatException("The file holds an error message from Navet's web service, no persons; order a file delivery.");
            }
        }

        return _recognised || Row > 0 ? false : throw new DataFormatException(
            "The XML holds no Folkbokforingspost, so it is no delivery from Navet; name the file that Skatteverket delivered.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Current.Clear();
        _xml.Dispose();
        _container?.Dispose();
    }

    private void ReadPost()
    {
        Row++;
        Fault = null;
        Current.Clear();
        bool hasPerson = false;
        int post = _xml.Enter();
        while (_xml.NextChild(post))
        {
            switch (_xml.Name)
            {
                case "sekretessmarkering" or "skyddadfolkbokforing":
                    Current.IsProtected |= RegisterText.IsSet(_xml.Text());
                    break;
                case "arendeuppgift":
                    ReadCase();
                    break;
                case "personpost" when !hasPerson:
                    hasPerson = true;
                    ReadPerson();
                    break;
            }
        }

        if (Current.RegistrationType is "UV" or "OB")
        {
            Current.IsDeregistered = true;
            Current.DeregistrationReason ??= Current.RegistrationType;
        }

        Fault = hasPerson || Current.IsProtected ? null : "has no Personpost";
    }

    private void ReadExtracted()
    {
        if (RegisterText.Date(_xml.Attribute("utsokningsdatum")) is DateOnly day && (Extracted is null || day > Extracted))
        {
            Extracted = day;
        }
    }

    private void ReadCase()
    {
        ReadExtracted();
        if (_xml.Attribute("arendetyp") is not null && !RegisterText.IsSet(_xml.Attribute("totalpost")))
        {
            _changeNotices++;
        }
    }

    private void ReadPerson()
    {
        int person = _xml.Enter();
        while (_xml.NextChild(person))
        {
            switch (_xml.Name)
            {
                case "personid":
                    ReadPersonId();
                    break;
                case "avregistrering":
                    ReadDeregistration();
                    break;
                case "folkbokforing":
                    ReadRegistration();
                    break;
                case "adresser":
                    ReadAddresses();
                    break;
            }
        }
    }

    private void ReadPersonId()
    {
        int id = _xml.Enter();
        while (_xml.NextChild(id))
        {
            if (_xml.Name == "personnr")
            {
                Current.SetPersonNumber(_xml.Text());
            }
        }
    }

    private void ReadDeregistration()
    {
        int block = _xml.Enter();
        while (_xml.NextChild(block))
        {
            switch (_xml.Name)
            {
                case "avregistreringsorsakkod" or "avregistreringsorsak":
                    Current.DeregistrationReason ??= _pool.Get(_xml.Text());
                    Current.IsDeregistered |= Current.DeregistrationReason is not null;
                    break;
                case "avregistreringsdatum":
                    Current.IsDeregistered |= !_xml.Text().Trim('0').IsEmpty;
                    break;
            }
        }
    }

    private void ReadRegistration()
    {
        string? county = null;
        string? municipality = null;
        int block = _xml.Enter();
        while (_xml.NextChild(block))
        {
            switch (_xml.Name)
            {
                case "folkbokforingsdatum":
                    Current.RegisteredOn = Current.RegisteredOn != 0 ? Current.RegisteredOn : RegisterDate.Sortable(_xml.Text());
                    break;
                case "lankod":
                    county = _pool.Get(_xml.Text());
                    break;
                case "kommunkod":
                    municipality = _pool.Get(_xml.Text());
                    break;
                case "fastighetsbeteckning":
                    Current.Property ??= _pool.Get(_xml.Text());
                    break;
                case "lagenhet":
                    Current.DwellingNumber ??= RegisterText.DwellingNumber(_xml.Text(), _pool);
                    break;
                case "fiktivtnr":
                    Current.HasFictitiousProperty |= RegisterText.IsFictitious(_xml.Text());
                    break;
                case "folkbokforingstyp":
                    Current.RegistrationType ??= _pool.Get(_xml.Text());
                    break;
            }
        }

        Current.MunicipalityCode ??= RegisterText.MunicipalityCode(county, municipality, _pool);
    }

    private void ReadAddresses()
    {
        int block = _xml.Enter();
        while (_xml.NextChild(block))
        {
            switch (_xml.Name)
            {
                case "folkbokforingsadress":
                    ReadAddress();
                    break;
                case "riksnycklar":
                    ReadNationalKeys();
                    break;
                case "uuid":
                    ReadUuids();
                    break;
            }
        }
    }

    private void ReadAddress()
    {
        int block = _xml.Enter();
        while (_xml.NextChild(block))
        {
            switch (_xml.Name)
            {
                case "utdelningsadress1":
                    Current.AddressLine1 ??= _pool.Get(_xml.Text());
                    break;
                case "utdelningsadress2":
                    Current.AddressLine2 ??= _pool.Get(_xml.Text());
                    break;
                case "postnr":
                    Current.PostalCode ??= RegisterText.PostalCode(_xml.Text(), _pool);
                    break;
                case "postort":
                    Current.PostTown ??= _pool.Get(_xml.Text());
                    break;
            }
        }
    }

    private void ReadNationalKeys()
    {
        int block = _xml.Enter();
        while (_xml.NextChild(block))
        {
            switch (_xml.Name)
            {
                case "fastighetsid":
                    Current.PropertyNationalKey ??= RegisterText.Key(_xml.Text(), _pool);
                    break;
                case "adressplatsid":
                    Current.AddressNationalKey ??= RegisterText.Key(_xml.Text(), _pool);
                    break;
                case "lagenhetsid":
                    Current.DwellingNationalKey ??= RegisterText.Key(_xml.Text(), _pool);
                    break;
            }
        }
    }

    private void ReadUuids()
    {
        int block = _xml.Enter();
        while (_xml.NextChild(block))
        {
            switch (_xml.Name)
            {
                case "fastighet":
                    Current.PropertyUuid ??= RegisterText.Key(_xml.Text(), _pool);
                    break;
                case "adress":
                    Current.AddressUuid ??= RegisterText.Key(_xml.Text(), _pool);
                    break;
                case "lagenhet":
                    Current.DwellingUuid ??= RegisterText.Key(_xml.Text(), _pool);
                    break;
            }
        }
    }
}
