using System.Buffers;
using System.Collections.Frozen;
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

    /// <summary>The noughts of other programs' calendars.</summary>
    private const int MacNought = 1904_01_01;
    private const int UnixNought = 1970_01_01;

    /// <summary>Signs of a day and a time of day that are all noughts.</summary>
    private static readonly SearchValues<char> Noughts = SearchValues.Create("0:/-., T+Z");

    private static readonly FrozenSet<string> Still = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "FOLKBOKFÖRD", "FB", "AKTIV", "ACTIVE", "AKTUELL", "CURRENT", "GÄLLANDE", "GÄLLER", "KVAR", "KVARSTÅR", "BOR", "BOSATT", "LEVANDE", "LEVER", "ALIVE", "REGISTRERAD", "REGISTERED", "NUVARANDE", "TILLS", "TILLSVIDARE", "PÅGÅENDE",
        "PÅGÅR", "ONGOING");

    private static readonly FrozenSet<string> StillWhole = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "I LIVET", "T.V", "TV", "T V", "OKÄND", "OKÄNT");

    private readonly SaidCursor _cursor;
    private readonly SourceFile _file;
    private readonly WrittenAddress _written;
    private readonly int _extracted;
    private readonly int _person, _dwelling, _address, _postalCode, _postTown, _property, _designation, _number, _municipality, _county;
    private readonly int _fictitious, _count, _registeredOn;
    private readonly int[] _protected, _deregistered;
    private readonly Predicate<int> _saysYes, _isPast;
    private readonly HashSet<int> _dayColumns;
    private long _unreadDays;

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
        _written = new WrittenAddress(cursor, columns);
        _postalCode = columns.Find("postalCode");
        _postTown = columns.Find("postTown");
        _property = columns.Find("propertyId");
        _designation = columns.Find("property");
        _number = columns.Find("dwellingNumber");
        _municipality = columns.Find("municipality");
        _county = columns.Find("county");
        _protected = columns.FindAll("protected");
        _deregistered = columns.FindAll("deregistered");
        _dayColumns = [.. _deregistered.Where(c => ColumnMap.Fold(cursor.Layer.Columns[c].Name) is var name && (name.Contains("datum", StringComparison.Ordinal) || name.Contains("date", StringComparison.Ordinal) || name.EndsWith("dag", StringComparison.Ordinal)))];
        _fictitious = columns.Find("fictitious");
        _count = columns.Find("count");
        _registeredOn = columns.Find("registeredOn");
        if (_dwelling < 0 && _address < 0 && !_written.IsThere && _property < 0 && _designation < 0)
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
        Keyed.Of(Text(_dwelling)), Keyed.Of(Text(_address)), _written.Of(_cursor), Texts.PostalCode(Text(_postalCode)), Text(_postTown),
        Keyed.Of(Text(_property)), Text(_designation), Texts.Padded(Text(_number), 4), _file.MunicipalityOf(Text(_municipality), Text(_county)));

    public override bool IsDeregistered => Array.Exists(_deregistered, _isPast);

    public override bool IsProtected => Array.Exists(_protected, _saysYes);

    public override bool HasFictitiousProperty => Text(_fictitious) is { } said && said != "0" && !Words.IsNo(said);

    // A mark in the place of a count ("<5", -1) stands for somebody: of two mistakes the other would call a home empty. So does a mean below one.
    public override int Persons => !IsAggregated ? 1 : _cursor.Number(_count) is { } count and >= 0 ? (int)Math.Clamp(count < 1 ? Math.Ceiling(count) : Math.Round(count), 0, 100_000) : 1;

    public override bool IsAggregated { get; }

    public override int RegisteredOn => _registeredOn < 0 ? 0 : DayText.Sortable(_cursor.Span(_registeredOn), _file.AsOfGuess.Year);

    public override (int YearFirst, int DayFirst) SixDigits => _registeredOn < 0 ? default
        : (DayText.SixDigits(_cursor.Span(_registeredOn), _file.AsOfGuess.Year, dayFirst: false), DayText.SixDigits(_cursor.Span(_registeredOn), _file.AsOfGuess.Year, dayFirst: true));

    public override long UnreadDays => _unreadDays;

    // When a table was saved is not when it was extracted.
    public override DateOnly? Extracted => null;

    public override bool HasPersonText => _person >= 0 && !IsAggregated && !_cursor.Span(_person).IsEmpty;

    public override bool Read() => _cursor.Read();

    public override UInt128? Person(PersonHasher hasher, DateOnly asOf) => _person < 0 || IsAggregated ? null : hasher.Hash(_cursor.Span(_person), asOf);

    public override void Dispose() => _cursor.Dispose();

    // A mark of any kind counts (a date, a code, a word), for these columns are left empty where there is nothing to say.
    private bool SaysYes(int column) => _cursor.Span(column) is { IsEmpty: false } said && said.ContainsAnyExcept('0', '-', ' ') && !Words.IsNo(said.ToString());

    // A day after the extract, an open end (9999-12-31, 999999), a program's nought or a stop says that the person is still registered. So does, in a column of days,
    // whatever is neither a day nor a word for having left: of two mistakes the other would call a home empty.
    private bool IsPast(int column)
    {
        if (Text(column) is not { } said || !SaysYes(column) || StillRegistered(said) || !said.Any(static c => char.IsLetterOrDigit(c) && c != '9')
            || Nought().IsMatch(said) || !said.AsSpan().ContainsAnyExcept(Noughts))
        {
            return false;
        }

        int day = DayText.Sortable(said, _file.AsOfGuess.Year);
        if (day > 0)
        {
            return day > LastNought && day is not (MacNought or UnixNought) && day <= _extracted;
        }

        bool isLeft = !_dayColumns.Contains(column) || Left().IsMatch(said);
        _unreadDays += isLeft ? 0 : 1;
        return isLeft;
    }

    private static bool StillRegistered(string said)
    {
        string plain = Words.Plain(said).Trim('.', '!', ' ');
        int end = plain.AsSpan().IndexOfAny(' ', ',', '(');
        return StillWhole.Contains(plain) || Still.Contains(end < 0 ? plain : plain[..end]);
    }

    // Words and codes of the register, and those that people write, for somebody who is no longer registered there.
    [GeneratedRegex(@"^\W*(AV|AVL|AVLIDEN|AVLIDIT|AVREG\w*|AVFÖRD\w*|AVGÅTT|D|DÖD\w*|DEAD|DECEASED|UV|UT|UTV\w*|UTFL\w*|UTFLYTT\w*|UTRES\w*|EMIG\w*|FLYTT\w*|MOVED|LEFT|OB|OBEFINTLIG|GN|GS|AN|AS|TA|FI|IV|NB|TILL|J|JA|X|Y|YES|TRUE|SANT|1|1[.,]0+)(\W|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Left();

    // "1900-01-00", which no calendar has.
    [GeneratedRegex("^((1900|1899)-?[0-9]{2}-?[0-9]{2}|0+[-/. ])", RegexOptions.CultureInvariant)]
    private static partial Regex Nought();

    private string? Text(int column) => column < 0 ? null : _cursor.Text(column);
}
