using System.Text.RegularExpressions;

namespace HousingInventory.Import;

/// <summary>
/// The written address of a row of residents: one column, or street, number and letter in columns of their own. Where somebody is registered goes before where
/// letters are sent.
/// </summary>
internal sealed partial class WrittenAddress
{
    private readonly int _whole, _wholeElse, _street, _number, _letter;

    public WrittenAddress(SaidCursor cursor, ColumnMap columns)
    {
        _whole = columns.IsSaid("address") ? columns.Find("address") : Registered(cursor) is >= 0 and int registered ? registered : columns.Find("address");
        _wholeElse = columns.Find("address1");
        _street = columns.Find("street");
        _letter = columns.Find("letter");

        // "nr" alone, beside whole addresses, numbers the rows of a list.
        _number = columns.Find("houseNumber") is >= 0 and int number ? number : _whole < 0 && _wholeElse < 0 && _street >= 0 ? columns.Find("number") : -1;
    }

    /// <summary>Whether there is any.</summary>
    public bool IsThere => _whole >= 0 || _wholeElse >= 0 || _street >= 0;

    /// <summary>The address of the current row, null when it has none.</summary>
    public string? Of(SaidCursor cursor)
    {
        string? text = Text(cursor, _whole) ?? Text(cursor, _wholeElse) ?? Text(cursor, _street);
        if (text is null)
        {
            return null;
        }

        if (HouseNumber().Match(text) is not { Success: true } house)
        {
            string? number = AddressColumns.PlainNumber(Text(cursor, _number));
            int end = text.IndexOf(',') is >= 0 and int comma ? comma : text.Length;
            return number is null ? text : text.Insert(end, $" {number}{Letter(cursor, number[^1])}");
        }

        return text.Insert(house.Index + house.Length, Letter(cursor, house.Value[^1]));
    }

    // A letter behind the number, where that has none: "5" and "A". A figure is a program's empty cell, or the number of a flat.
    private string Letter(SaidCursor cursor, char last) => char.IsAsciiDigit(last) && Text(cursor, _letter)?.Trim() is { Length: 1 } letter && char.IsLetter(letter[0]) ? letter : "";

    /// <summary>The column of the registered address under a name that nobody agreed on: "Folkbokföringsadress (gata)", "Folkb.adress", "Bostadens adress"; -1 for none.</summary>
    private static int Registered(SaidCursor cursor)
    {
        string[] names = [.. cursor.Layer.Columns.Select(static c => ColumnMap.Fold(c.Name))];
        int[] found = [.. Enumerable.Range(0, names.Length).Where(i => RegisteredAddress().IsMatch(names[i]))];
        return found.Length == 0 ? -1 : found.OrderBy(i => names[i].EndsWith('2') ? 0 : names[i].EndsWith('1') ? 2 : 1).First();
    }

    private static string? Text(SaidCursor cursor, int column) => column < 0 ? null : cursor.Text(column);

    // Of the population register's two lines of an address the second is the street; c/o stands in the first.
    [GeneratedRegex("^(folkbok|folkb|fbf|fb|hemort|belagenhet|bostad|registrerad|fysisk)[a-z]*?(adress|adr)(rad)?(gata|gatuadress|adress|utdelningsadress)?[12]?$", RegexOptions.CultureInvariant)]
    private static partial Regex RegisteredAddress();

    // The first number that is no ordinal in front of the street, with its letter.
    [GeneratedRegex(@"(?<=\p{L}[^,\d]*\s)\d+\s?\p{L}?(?![\p{L}\d:])", RegexOptions.CultureInvariant)]
    private static partial Regex HouseNumber();
}
