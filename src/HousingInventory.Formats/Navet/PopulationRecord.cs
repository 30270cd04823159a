namespace HousingInventory.Formats;

/// <summary>
/// What a population extract says about where one person is registered, whatever its carrier. A cursor owns one and refills it: take what is needed
/// before the next <see cref="IPopulationCursor.Read"/>. Names, c/o and postal addresses are never read. Texts are trimmed and as written; null means
/// missing, empty or nil.
/// </summary>
public sealed class PopulationRecord
{
    private readonly char[] _personNumber = new char[32];
    private int _personNumberLength;

    internal PopulationRecord()
    {
    }

    /// <summary>
    /// The personal or coordination number as written; empty when missing. It serves to drop duplicates (<see cref="PersonHasher"/>) and goes no further,
    /// which is why it is a span over a buffer that the next record overwrites, and never a string.
    /// </summary>
    public ReadOnlySpan<char> PersonNumber => _personNumber.AsSpan(0, _personNumberLength);

    /// <summary>True under sekretessmarkering or skyddad folkbokföring: no address in the record may be taken for the home.</summary>
    public bool IsProtected { get; internal set; }

    /// <summary>True for somebody who is no longer registered: dead, emigrated, missing, number replaced and the like.</summary>
    public bool IsDeregistered { get; internal set; }

    /// <summary>Why, in Skatteverket's two letters (AV dead, UV emigrated, OB missing, GN number replaced ...); null when not said.</summary>
    public string? DeregistrationReason { get; internal set; }

    /// <summary>
    /// When the person was registered there, as yyyyMMdd: 0 when not said, and with zeros for the month or day that the register does not know, so that a partial
    /// date comes before every whole one of its year.
    /// </summary>
    public int RegisteredOn { get; internal set; }

    /// <summary>County and municipality, four digits.</summary>
    public string? MunicipalityCode { get; internal set; }

    /// <summary>Designation of the property without the municipality's name ("LÅNGA 3").</summary>
    public string? Property { get; internal set; }

    /// <summary>True when the property is a fictitious one (FiktivtNr), so that <see cref="Property"/> is no place.</summary>
    public bool HasFictitiousProperty { get; internal set; }

    /// <summary>The written address: <see cref="AddressLine2"/>, where it normally stands, else <see cref="AddressLine1"/>.</summary>
    public string? Address => AddressLine2 ?? AddressLine1;

    /// <summary>Utdelningsadress1 of the registration address.</summary>
    public string? AddressLine1 { get; internal set; }

    /// <summary>Utdelningsadress2 of the registration address.</summary>
    public string? AddressLine2 { get; internal set; }

    /// <summary>Five digits.</summary>
    public string? PostalCode { get; internal set; }

    /// <summary>The post town.</summary>
    public string? PostTown { get; internal set; }

    /// <summary>The dwelling's number at its entrance, four digits.</summary>
    public string? DwellingNumber { get; internal set; }

    /// <summary>Identity of the property, normalised by <see cref="RegisterKey"/>.</summary>
    public string? PropertyUuid { get; internal set; }

    /// <summary>The older national key (riksnyckel) of the property, normalised likewise.</summary>
    public string? PropertyNationalKey { get; internal set; }

    /// <summary>Identity of the address place, normalised.</summary>
    public string? AddressUuid { get; internal set; }

    /// <summary>The older national key of the address place, normalised.</summary>
    public string? AddressNationalKey { get; internal set; }

    /// <summary>Identity of the dwelling, normalised.</summary>
    public string? DwellingUuid { get; internal set; }

    /// <summary>The older national key of the dwelling, normalised.</summary>
    public string? DwellingNationalKey { get; internal set; }

    /// <summary>FB registered, UV emigrated, OB deregistered as missing; null when not said.</summary>
    public string? RegistrationType { get; internal set; }

    /// <summary>
    /// SPAR's Hemvist when it is another than "Skriven på adressen": "På kommunen skriven", "Utan känt hemvist". Null elsewhere: in Navet such words, if
    /// any, stand in the property or the address.
    /// </summary>
    public string? UnplacedText { get; internal set; }

    internal void SetPersonNumber(ReadOnlySpan<char> text)
    {
        if (_personNumberLength == 0 && text.Length <= _personNumber.Length)
        {
            text.CopyTo(_personNumber);
            _personNumberLength = text.Length;
        }
    }

    internal void Clear()
    {
        _personNumber.AsSpan().Clear();
        _personNumberLength = 0;
        IsProtected = IsDeregistered = HasFictitiousProperty = false;
        RegisteredOn = 0;
        DeregistrationReason = MunicipalityCode = Property = AddressLine1 = AddressLine2 = PostalCode = PostTown = DwellingNumber = null;
        PropertyUuid = PropertyNationalKey = AddressUuid = AddressNationalKey = DwellingUuid = DwellingNationalKey = null;
        RegistrationType = UnplacedText = null;
    }
}
