namespace HousingInventory.Formats;

/// <summary>
/// Persons from SPAR's XML (AviseringPost, or PersonsokningSvarspost of its web service). Blocks are dated; only those whose DatumTill is 9999-12-31, or
/// that have none, are current. Fastighet says what a person owns, not where the person lives, and is passed over. Namespaces are ignored.
/// </summary>
public sealed class SparReader : IPopulationCursor
{
    private const string Forever = "9999-12-31";

    private readonly RecordXmlReader _xml;
    private readonly IDisposable? _container;
    private readonly TextPool _pool = new();
    private readonly PopulationRecord _block = new();
    private bool _recognised;
    private bool _hasRegistration;
    private bool _hasAddress;

    /// <summary>Takes the stream over. <paramref name="container"/> is closed after it, for a stream that lies in an archive.</summary>
    public SparReader(Stream stream, IDisposable? container = null)
    {
        _xml = new RecordXmlReader(stream);
        _container = container;
    }

    /// <inheritdoc/>
    public string Layout => PopulationFile.SparXml;

    /// <inheritdoc/>
    public PopulationRecord Current { get; } = new();

    /// <inheritdoc/>
    public long Row { get; private set; }

    /// <inheritdoc/>
    public string? Fault { get; private set; }

    /// <inheritdoc/>
    /// <remarks>SPAR's records do not say for which day they were drawn.</remarks>
    public DateOnly? Extracted => null;

    /// <inheritdoc/>
    /// <remarks>Always false: a record of change looks like any other.</remarks>
    public bool LooksLikeChangeFile => false;

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

            if (_xml.Name is "aviseringpost" or "personsokningsvarspost")
            {
                ReadPost();
                return true;
            }

            _recognised |= _xml.Namespace.Contains("statenspersonadressregister", StringComparison.OrdinalIgnoreCase);
        }

        return _recognised || Row > 0 ? false : throw new DataFormatException(
            "The XML holds no AviseringPost, so it is no delivery from SPAR; name the file that was delivered.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Current.Clear();
        _block.Clear();
        _xml.Dispose();
        _container?.Dispose();
    }

    private void ReadPost()
    {
        Row++;
        Current.Clear();
        bool hasId = _hasRegistration = _hasAddress = false;
        int post = _xml.Enter();
        while (_xml.NextChild(post))
        {
            switch (_xml.Name)
            {
                case "personid":
                    hasId = true;
                    ReadPersonId();
                    break;
                case "sekretessmarkering" or "skyddadfolkbokforing":
                    Current.IsProtected |= RegisterText.IsSet(_xml.Text());
                    break;
                case "persondetaljer" or "folkbokforing" or "svenskadress":
                    ReadBlock();
                    break;
                case "folkbokforingsadress":
                    ReadAddresses();
                    break;
            }
        }

        Fault = hasId ? null : "has no PersonId";
    }

    private void ReadPersonId()
    {
        int id = _xml.Enter();
        while (_xml.NextChild(id))
        {
            if (_xml.Name == "idnummer")
            {
                Current.SetPersonNumber(_xml.Text());
            }
        }
    }

    private void ReadAddresses()
    {
        int block = _xml.Enter();
        while (_xml.NextChild(block))
        {
            if (_xml.Name == "svenskadress")
            {
                ReadBlock();
            }
        }
    }

    /// <summary>Reads a dated block to its end before deciding whether it counts, since the dates may stand anywhere in it.</summary>
    private void ReadBlock()
    {
        _block.Clear();
        string? county = null;
        string? municipality = null;
        bool isCurrent = true;
        int from = 0;
        int block = _xml.Enter();
        while (_xml.NextChild(block))
        {
            switch (_xml.Name)
            {
                case "datumtill":
                    isCurrent = _xml.Text() is "" or Forever;
                    break;
                case "datumfrom":
                    from = RegisterDate.Sortable(_xml.Text());
                    break;
                case "folkbokforingsdatum":
                    _block.RegisteredOn = RegisterDate.Sortable(_xml.Text());
                    break;
                case "folkbokfordlankod":
                    county = _pool.Get(_xml.Text());
                    break;
                case "folkbokfordkommunkod":
                    municipality = _pool.Get(_xml.Text());
                    break;
                default:
                    ReadField();
                    break;
            }
        }

        // The block's own first day stands in for a day of registration that is not given.
        _block.RegisteredOn = _block.RegisteredOn != 0 ? _block.RegisteredOn : from;
        _block.MunicipalityCode = RegisterText.MunicipalityCode(county, municipality, _pool);
        if (isCurrent)
        {
            Adopt();
        }
    }

    private void ReadField()
    {
        switch (_xml.Name)
        {
            case "hemvist":
                string? domicile = _pool.Get(_xml.Text());
                _block.UnplacedText = domicile is null || RecordXmlReader.Fold(domicile) == "skriven pa adressen" ? null : domicile;
                break;
            case "sekretessmarkering" or "skyddadfolkbokforing":
                _block.IsProtected |= RegisterText.IsSet(_xml.Text());
                break;
            case "avregistreringsorsakkod":
                _block.DeregistrationReason = _pool.Get(_xml.Text());
                _block.IsDeregistered |= _block.DeregistrationReason is not null;
                break;
            case "avregistreringsdatum" or "avlidendatum" or "antraffaddoddatum":
                _block.IsDeregistered |= !_xml.Text().IsEmpty;
                break;
            case "utdelningsadress1":
                _block.AddressLine1 = _pool.Get(_xml.Text());
                break;
            case "utdelningsadress2":
                _block.AddressLine2 = _pool.Get(_xml.Text());
                break;
            case "postnr":
                _block.PostalCode = RegisterText.PostalCode(_xml.Text(), _pool);
                break;
            case "postort":
                _block.PostTown = _pool.Get(_xml.Text());
                break;
        }
    }

    /// <summary>Takes a current block over; of several current registrations or addresses the first, which SPAR writes newest first.</summary>
    private void Adopt()
    {
        Current.IsProtected |= _block.IsProtected;
        Current.IsDeregistered |= _block.IsDeregistered;
        Current.DeregistrationReason ??= _block.DeregistrationReason;
        if (!_hasRegistration && (_block.MunicipalityCode ?? _block.UnplacedText) is not null)
        {
            _hasRegistration = true;
            Current.MunicipalityCode = _block.MunicipalityCode;
            Current.UnplacedText = _block.UnplacedText;
            Current.RegisteredOn = _block.RegisteredOn;
        }

        if (!_hasAddress && (_block.Address ?? _block.PostalCode ?? _block.PostTown) is not null)
        {
            _hasAddress = true;
            Current.AddressLine1 = _block.AddressLine1;
            Current.AddressLine2 = _block.AddressLine2;
            Current.PostalCode = _block.PostalCode;
            Current.PostTown = _block.PostTown;
        }
    }
}
