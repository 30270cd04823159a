using System.Text.RegularExpressions;
using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>
/// Rows of a municipal table. No published layout exists, so the columns are found by the names under which they are known to be delivered, or as the
/// configuration says. A table with a count and no person is read as aggregated.
/// </summary>
internal sealed partial class TableRows : ResidentRows
{
    /// <summary>Days up to here are a program's nought (1899-12-30, 1900-01-00) and not a day on which anything was registered.</summary>
    private const int LastNought = 1900_12_31;

    private readonly SaidCursor _cursor;
    private readonly SourceFile _file;
    private readonly int _extracted;
    private readonly int _person, _dwelling, _address, _text, _text1, _postalCode, _postTown, _property, _designation, _number, _municipality, _county;
    private readonly int _fictitious, _count, _registeredOn;
    private readonly int[] _protected, _deregistered;
    private readonly Predicate<int> _saysYes, _isPast;

    public TableRows(SourceFile file, SaidCursor cursor)
    {
        (_file, _cursor) = (file, cursor);
        (_saysYes, _isPast) = (SaysYes, IsPast);
        DateOnly day = file.Info.Extracted ?? file.AsOfGuess;
        _extracted = (day.Year * 10_000) + (day.Month * 100) + day.Day;
        ColumnMap columns = file.Columns(cursor.Layer);
        _person = columns.Find("person");
        _dwelling = columns.Find("dwelling");
        _address = columns.Find("addressId");
        _text = columns.Find("address");
        _text1 = columns.Find("address1");
        _postalCode = columns.Find("postalCode");
        _postTown = columns.Find("postTown");
        _property = columns.Find("propertyId");
        _designation = columns.Find("property");
        _number = columns.Find("dwellingNumber");
        _municipality = columns.Find("municipality");
        _county = columns.Find("county");
        _protected = columns.FindAll("protected");
        _deregistered = columns.FindAll("deregistered");
        _fictitious = columns.Find("fictitious");
        _count = columns.Find("count");
        _registeredOn = columns.Find("registeredOn");
        if (_dwelling < 0 && _address < 0 && _text < 0 && _property < 0 && _designation < 0)
        {
            throw file.Refuse("has no column that can carry a link (dwelling, address or property); name one with \"columns\": { \"address\": \"...\" }.");
        }

        // Beside a person a count is the household's size, unless the configuration says otherwise.
        IsAggregated = file.SaidLayout is { } said ? said.Name == "residents-counts" : _person < 0 && _count >= 0;
    }

    public override string Layout => IsAggregated ? "residents-counts" : "residents-table";

    public override long Row => _cursor.Row;

    public override string? Fault => _cursor.Fault;

    public override RegistrationKey Key => new(
        Keyed.Of(Text(_dwelling)), Keyed.Of(Text(_address)), Text(_text) ?? Text(_text1), Texts.PostalCode(Text(_postalCode)), Text(_postTown),
        Keyed.Of(Text(_property)), Text(_designation), Texts.Padded(Text(_number), 4), _file.MunicipalityOf(Text(_municipality), Text(_county)));

    public override bool IsDeregistered => Array.Exists(_deregistered, _isPast);

    public override bool IsProtected => Array.Exists(_protected, _saysYes);

    public override bool HasFictitiousProperty => _fictitious >= 0 && _cursor.Span(_fictitious).ContainsAnyExcept('0', ' ');

    public override int Persons => !IsAggregated ? 1 : _cursor.Number(_count) is { } count ? (int)Math.Clamp(Math.Round(count), 0, 100_000) : 1;

    public override bool IsAggregated { get; }

    public override int RegisteredOn => _registeredOn < 0 ? 0 : DayText.Sortable(_cursor.Span(_registeredOn), _file.AsOfGuess.Year);

    public override (int YearFirst, int DayFirst) SixDigits => _registeredOn < 0 ? default
        : (DayText.SixDigits(_cursor.Span(_registeredOn), _file.AsOfGuess.Year, dayFirst: false), DayText.SixDigits(_cursor.Span(_registeredOn), _file.AsOfGuess.Year, dayFirst: true));

    // When a table was saved is not when it was extracted.
    public override DateOnly? Extracted => null;

    public override bool HasPersonText => _person >= 0 && !IsAggregated && !_cursor.Span(_person).IsEmpty;

    public override bool Read() => _cursor.Read();

    public override UInt128? Person(PersonHasher hasher, DateOnly asOf) => _person < 0 || IsAggregated ? null : hasher.Hash(_cursor.Span(_person), asOf);

    public override void Dispose() => _cursor.Dispose();

    // A mark of any kind counts (a date, a code, a word), for these columns are left empty where there is nothing to say.
    private bool SaysYes(int column) => _cursor.Span(column) is { IsEmpty: false } said && said.ContainsAnyExcept('0', '-', ' ') && !Words.IsNo(said.ToString());

    // A day after the extract, an open end (9999-12-31, 999999), a program's nought or a stop says that the person is still registered.
    private bool IsPast(int column)
    {
        if (Text(column) is not { } said || !SaysYes(column) || StillRegistered(said) || !said.Any(static c => char.IsLetterOrDigit(c) && c != '9'))
        {
            return false;
        }

        int day = DayText.Sortable(said, _file.AsOfGuess.Year);
        return day <= 0 ? !Nought().IsMatch(said) : day > LastNought && day <= _extracted;
    }

    private static bool StillRegistered(string said) => said.Trim().ToUpperInvariant() is "FOLKBOKFÖRD" or "FB" or "AKTIV" or "AKTUELL" or "GÄLLANDE" or "KVAR" or "BOSATT" or "LEVANDE"
        or "TILLS VIDARE" or "TILLSVIDARE" or "PÅGÅENDE" or "OKÄND" or "OKÄNT";

    // "1900-01-00", which no calendar has.
    [GeneratedRegex("^(1900|1899)-?[0-9]{2}-?[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Nought();

    private string? Text(int column) => column < 0 ? null : _cursor.Text(column);
}
