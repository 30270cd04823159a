using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>Where the parts of an address stand in a layer, and how they are put together.</summary>
internal sealed class AddressColumns
{
    private readonly int _key, _farm, _number, _letter, _supplement, _supplementNumber, _deviates, _deviating, _kind, _areaKind;
    private readonly int _postalCode, _postTown, _municipality, _district, _popularName, _status, _building, _property;

    public AddressColumns(ColumnMap columns)
    {
        _key = columns.FindKey("id", ColumnMap.AddressNouns, "belagenhetsadress_objektidentitet", "objektidentitet", "adressplats_objektidentitet", "adress_uuid", "adressplatsid", "adressid", "address_id", "id", "uuid");
        Written = columns.Find("address", "adress", "belagenhetsadress", "adresstext", "address", "full_address");
        Area = columns.Find("street", "adressomrade_faststalltnamn", "adressomrade", "adressomr", "gatunamn", "vagnamn", "street", "vejnavn", "addr:street");
        _farm = columns.Find("farm", "gardsadressomrade_faststalltnamn", "gardsadressomrade", "gardsnamn", "farm");
        _number = columns.Find("number", "adressplatsnummer", "adressplat", "nr_num", "nummer", "husnr", "number", "husnr_tekst", "addr:housenumber");
        _letter = columns.Find("letter", "bokstavstillagg", "nr_litt", "littera", "litt", "bokstav", "letter");
        _supplement = columns.Find("supplement", "lagestillagg");
        _supplementNumber = columns.Find("supplementNumber", "lagestillaggsnummer");
        _deviates = columns.Find("deviates", "avvikerfranstandarden");
        _deviating = columns.Find("deviating", "avvikandeadressplatsbeteckning");
        _kind = columns.Find("kind", "adressplatstyp");
        _areaKind = columns.Find("areaKind", "adressomradestyp");
        _postalCode = columns.Find("postalCode", "postnummer", "postnr", "postcode", "postal_code", "addr:postcode");
        _postTown = columns.Find("postTown", "postort", "ort", "post_town", "addr:city", "postnrnavn");
        _municipality = columns.Find("municipality", "kommunkod", "kommun", "municipality");
        _district = columns.Find("district", "kommundel_faststalltnamn", "kommundel", "district");
        _popularName = columns.Find("popularName", "popularnamn");
        _status = columns.Find("status", "statusforbelagenhetsadress", "status");
        _building = columns.FindKey("building", ColumnMap.BuildingNouns, "byggnad_objektidentitet", "byggnad_uuid", "byggnad", "byggnadsid", "building_id");
        _property = columns.FindKey("property", ColumnMap.PropertyNouns, "registerenhetsreferens", "fastighet_uuid", "registerenhet_uuid", "property_id");
        X = columns.Find("x", "e", "ost", "easting", "x_koord", "lon", "longitude", "x");
        Y = columns.Find("y", "n", "nord", "northing", "y_koord", "lat", "latitude", "y");
        Layout = columns.Has("adressomrade_faststalltnamn") ? "lantmateriet-belagenhetsadress" : "address-table";
    }

    public string Layout { get; }

    public int Written { get; }

    public int Area { get; }

    public int X { get; }

    public int Y { get; }

    /// <summary>The address of the current record; null when it names no place at all.</summary>
    public Address? Read(IFeatureCursor cursor, double x, double y)
    {
        string? farm = Text(cursor, _farm);
        string? area = Text(cursor, Area) ?? Text(cursor, Written) ?? farm;
        if (area is null)
        {
            return null;
        }

        string? kind = Text(cursor, _kind);
        return new Address
        {
            Key = Keyed.Of(Text(cursor, _key)),
            Area = area,
            Farm = farm == area ? null : farm,
            Number = Number(cursor),
            Supplement = Supplement(cursor),
            PostalCode = Texts.PostalCode(Text(cursor, _postalCode)),
            PostTown = Text(cursor, _postTown),
            Municipality = Texts.Padded(Text(cursor, _municipality), 4) is { Length: 4 } code && code.All(char.IsAsciiDigit) ? code : null,
            District = Text(cursor, _district),
            PopularName = Text(cursor, _popularName),
            InForce = Text(cursor, _status) is not { } status || status.StartsWith('G') || status.StartsWith('g') || status.StartsWith("in force", StringComparison.OrdinalIgnoreCase),
            IsVillage = kind is not null ? Starts(kind, "By") || Starts(kind, "Gård") || Starts(kind, "Gard") : Starts(Text(cursor, _areaKind) ?? "", "by"),
            X = x,
            Y = y,
            BuildingKeys = Keyed.Of(Text(cursor, _building)) is { } building ? [building] : [],
            PropertyKey = Keyed.Of(Text(cursor, _property)),
        };
    }

    private string? Number(IFeatureCursor cursor)
    {
        if (Texts.IsYes(Text(cursor, _deviates)) && Text(cursor, _deviating) is { } deviating)
        {
            return deviating;
        }

        string? number = Text(cursor, _number);
        if (number is "0" or null)
        {
            return Text(cursor, _deviating);
        }

        return number + Text(cursor, _letter);
    }

    private string? Supplement(IFeatureCursor cursor)
    {
        string? supplement = Text(cursor, _supplement);
        string? number = Text(cursor, _supplementNumber);
        return supplement is null || number is null or "0" ? supplement : $"{supplement} {number}";
    }

    private static string? Text(IFeatureCursor cursor, int column) => column < 0 ? null : cursor.Text(column);

    private static bool Starts(string text, string with) => text.StartsWith(with, StringComparison.OrdinalIgnoreCase);
}
