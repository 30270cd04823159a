using System.Globalization;
using System.Text.Json;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>
/// A table of the plan while it is read. Its headings may not speak of persons; a value that cannot be read leaves out its row, and the notice names the column and
/// never the value.
/// </summary>
internal sealed class SupplyRows
{
    private static readonly string[] DayForms = ["yyyy-MM-dd", "yyyyMMdd", "d.M.yyyy"];

    private readonly SourceFile _file;
    private readonly SaidCursor _cursor;
    private readonly ColumnMap _columns;
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private string? _unreadable;

    private SupplyRows(SourceFile file, SaidCursor cursor)
    {
        (_file, _cursor) = (file, cursor);
        _columns = file.Columns(cursor.Layer);
    }

    public long Row => _cursor.Row;

    /// <summary>Reads a table row by row.</summary>
    /// <param name="required">Words of which a row needs one each; several with | where one is enough.</param>
    /// <param name="read">Makes a thing of the current row.</param>
    /// <param name="accept">Takes it, or says why not.</param>
    /// <exception cref="InputException">A heading means a person, or a required column is missing.</exception>
    public static void Each<T>(SourceFile file, string layout, string[] required, Func<SupplyRows, T> read, Func<T, (string Reason, Notice Notice)?> accept)
    {
        using SaidCursor cursor = file.Open(static _ => true);
        file.Info.Layout = layout;
        SupplyRows rows = new(file, cursor);
        rows.RefusePersons();
        foreach (string word in required)
        {
            if (!word.Split('|').Any(rows.Has))
            {
                throw file.Refuse($"has no column '{word.Replace("|", "' or '", StringComparison.Ordinal)}'; it has {ColumnMap.Headings(cursor.Layer, static c => c.Name)}. 'housing-inventory init DIR --plan' makes an empty table with its headings.");
            }
        }

        TableScan.Rows(file, cursor, () =>
        {
            rows._unreadable = null;
            T thing = read(rows);
            return rows._unreadable is { } column ? ("bad-value", new ValueUnreadable(column)) : accept(thing);
        });
    }

    /// <summary>Whether the table has a column of this meaning.</summary>
    public bool Has(string word) => IndexOf(word) >= 0;

    /// <summary>Adds a notice on the current row.</summary>
    public void Tell(Notice notice) => _file.Notice(notice with { Row = Row });

    public string? Text(string word) => IndexOf(word) is >= 0 and int index && _cursor.Text(index) is { Length: > 0 } text ? text.Trim() : null;

    /// <summary>A text that is cut where it is too long.</summary>
    public string? Note(string word, int most) => Text(word) is { } text && text.Length > most ? text[..most] : Text(word);

    /// <summary>A day: 2026-03-14, 20260314 or 14.3.2026, a time after the first form passed over.</summary>
    public DateOnly? Day(string word)
    {
        if (Text(word) is not { } text)
        {
            return null;
        }

        string day = text.Length > 10 && text[10] is 'T' or ' ' ? text[..10] : text;
        if (DateOnly.TryParseExact(day, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly read) && read.Year is > 1900 and < 2200)
        {
            return read;
        }

        // A cell of a workbook that is not formatted as a day holds a count of days.
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int serial) && serial is > 30_000 and < 100_000)
        {
            return new DateOnly(1899, 12, 30).AddDays(serial);
        }

        return Unreadable<DateOnly>(word);
    }

    public double? Number(string word, double least, double most) => Text(word) is not { } text ? null
        : NumberText.Parse(text) is { } number && number >= least && number <= most ? number : Unreadable<double>(word);

    public int? Whole(string word, int least, int most) => Number(word, least, most) is not { } number ? null
        : Math.Truncate(number) == number ? (int)number : Unreadable<int>(word);

    public bool? YesNo(string word) => Text(word)?.ToLowerInvariant() switch
    {
        null or "?" or "okänt" or "unknown" => null,
        "ja" or "j" or "x" or "yes" or "y" or "1" or "true" or "sant" => true,
        "nej" or "n" or "no" or "0" or "false" or "falskt" => false,
        _ => Unreadable<bool>(word),
    };

    /// <summary>A word of a closed list, also under its Swedish names; null when the cell is empty, or when the word is not known, which is told.</summary>
    /// <param name="isKnown">Whether the cell is empty or holds a known word.</param>
    public T? Word<T>(string word, (string Name, T Value)[] names, out bool isKnown)
        where T : struct, Enum
    {
        isKnown = true;
        if (Text(word) is not { } text)
        {
            return null;
        }

        string said = ColumnMap.Fold(text);
        foreach (T value in Enum.GetValues<T>())
        {
            if (ColumnMap.Fold(JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString())) == said)
            {
                return value;
            }
        }

        foreach ((string name, T value) in names)
        {
            if (ColumnMap.Fold(name) == said)
            {
                return value;
            }
        }

        isKnown = false;
        Tell(new WordUnknown(word, Nearest.Of(text.ToLowerInvariant(), [.. names.Select(n => n.Name), .. Enum.GetNames<T>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)])));
        return null;
    }

    /// <summary>Codes that are separated by spaces, commas or semicolons; ordered, each once.</summary>
    public IReadOnlyList<string> Codes(string word) =>
        [.. (Text(word) ?? "").ToLowerInvariant().Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The number of a household. A number of a person is refused without being told.</summary>
    public string? Case(string word)
    {
        if (Text(word) is not { } text)
        {
            return null;
        }

        if (PersonHeadings.LooksLikePersonNumber(text))
        {
            throw _file.Refuse($"row {Row} has a person's number in '{word}'; give every household a number of its own that means nothing elsewhere.");
        }

        return text.Length <= 20 && text.All(static c => char.IsLetterOrDigit(c) || c == '-') ? text : UnreadableText(word);
    }

    /// <summary>The code of a landlord. The number of a company is one; a person's number is refused without being told.</summary>
    public string? Code(string word)
    {
        if (Text(word) is not { } text)
        {
            return null;
        }

        // The third and fourth digit are a month in a person's number, and above twelve in a company's.
        string digits = new([.. text.Where(char.IsAsciiDigit)]);
        string ten = digits.Length == 12 ? digits[2..] : digits;
        bool isPerson = PersonHeadings.LooksLikePersonNumber(text) && string.CompareOrdinal(ten[2..4], "12") <= 0;
        return isPerson
            ? throw _file.Refuse($"row {Row} has a person's number in '{word}'; give private persons a code of your own.")
            : text.Length <= 40 ? text : UnreadableText(word);
    }

    /// <summary>A rent a month: as stated, else a twelfth of the rent of a year.</summary>
    public int? Rent()
    {
        const int LooksYearly = 25_000;
        int? month = Number("rent", 0, 1_000_000) is { } rent ? (int)Math.Round(rent, MidpointRounding.AwayFromZero) : null;
        int? year = Has("year_rent") && Number("year_rent", 0, 12_000_000) is { } whole ? (int)Math.Round(whole / 12, MidpointRounding.AwayFromZero) : null;
        if (month > LooksYearly && year is null)
        {
            Tell(new RentLooksYearly());
        }

        return month ?? year;
    }

    /// <summary>Rooms as lists write them ("2 rok"), half rooms rounded down.</summary>
    public int? Rooms() => Text("rooms") is not { } text ? null : RoomText.Parse(text) ?? Unreadable<int>("rooms");

    private T? Unreadable<T>(string word)
        where T : struct
    {
        _unreadable ??= word;
        return null;
    }

    private string? UnreadableText(string word)
    {
        _unreadable ??= word;
        return null;
    }

    private int IndexOf(string word)
    {
        if (!_index.TryGetValue(word, out int index))
        {
            _index.Add(word, index = _columns.Find(word));
        }

        return index;
    }

    private void RefusePersons()
    {
        foreach (ColumnInfo column in _cursor.Layer.Columns)
        {
            if (!_columns.IsWord(column.Name) && PersonHeadings.Means(column.Name))
            {
                throw _file.Refuse($"has a column '{column.Name}', which is about persons: delete the column in the table and save it again, or export it without. Such tables are not to be spread.");
            }
        }
    }
}
