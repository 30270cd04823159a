using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>Where the parts of an address stand in a layer, and how they are put together.</summary>
internal sealed class AddressColumns
{
    private readonly int _key, _farm, _number, _letter, _supplement, _supplementNumber, _deviates, _deviating, _kind, _areaKind;
    private readonly int _postalCode, _postTown, _municipality, _district, _popularName, _status, _building, _property;

    public AddressColumns(ColumnMap columns)
    {
        _key = columns.Find("id");
        Written = columns.Find("address");
        Area = columns.Find("street");
        _farm = columns.Find("farm");
        _number = columns.Find("number");
        _letter = columns.Find("letter");
        _supplement = columns.Find("supplement");
        _supplementNumber = columns.Find("supplementNumber");
        _deviates = columns.Find("deviates");
        _deviating = columns.Find("deviating");
        _kind = columns.Find("kind");
        _areaKind = columns.Find("areaKind");
        _postalCode = columns.Find("postalCode");
        _postTown = columns.Find("postTown");
        _municipality = columns.Find("municipality");
        _district = columns.Find("district");
        _popularName = columns.Find("popularName");
        _status = columns.Find("status");
        _building = columns.Find("building");
        _property = columns.Find("property");
        X = columns.Find("x");
        Y = columns.Find("y");
        Layout = columns.Layout;
    }

    public string Layout { get; }

    public int Written { get; }

    public int Area { get; }

    public int X { get; }

    public int Y { get; }

    /// <summary>How many house numbers a spreadsheet had turned into days.</summary>
    public long NumbersFromDays { get; private set; }

    /// <summary>The address of the current record; null when it names no place at all.</summary>
    public Address? Read(SourceFile file, SaidCursor cursor, double x, double y)
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
            KeptKey = Keyed.Of(cursor, _key),
            Area = area,
            Farm = farm == area ? null : farm,
            Number = Number(cursor),
            Supplement = Supplement(cursor),
            PostalCode = Texts.PostalCode(Text(cursor, _postalCode)),
            PostTown = Text(cursor, _postTown),
            Municipality = file.MunicipalityOf(Text(cursor, _municipality)),
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

    private string? Number(SaidCursor cursor)
    {
        if (Texts.IsYes(Text(cursor, _deviates)) && Text(cursor, _deviating) is { } deviating)
        {
            return deviating;
        }

        string? number = PlainNumber(Text(cursor, _number));
        if (number is null)
        {
            return Text(cursor, _deviating);
        }

        if (DayNumbers.SpanOf(number) is { } span)
        {
            NumbersFromDays++;
            return span;
        }

        // A column that holds "35G" needs no letter from its neighbour, and a spreadsheet that looks an empty cell up writes 0 for it.
        string? letter = Text(cursor, _letter);
        return char.IsLetter(number[^1]) || letter is null || !letter.Any(char.IsLetter) ? number : number + letter;
    }

    /// <summary>A number as a column has it, without the decimals of a program that knows no whole numbers and without a sign for it; null for none and for 0.</summary>
    internal static string? PlainNumber(string? number)
    {
        if (number is { Length: > 2 } && (number.EndsWith(".0", StringComparison.Ordinal) || number.EndsWith(",0", StringComparison.Ordinal)))
        {
            number = number[..^2];
        }

        number = number is { Length: > 2 } && number.StartsWith("nr", StringComparison.OrdinalIgnoreCase) ? number[2..].TrimStart('.', ' ', ':') : number;
        return number is "0" or "" ? null : number;
    }

    private string? Supplement(SaidCursor cursor)
    {
        string? supplement = Text(cursor, _supplement);
        string? number = Text(cursor, _supplementNumber);
        return supplement is null || number is null or "0" ? supplement : $"{supplement} {number}";
    }

    private static string? Text(SaidCursor cursor, int column) => column < 0 ? null : cursor.Text(column);

    private static bool Starts(string text, string with) => text.StartsWith(with, StringComparison.OrdinalIgnoreCase);
}
