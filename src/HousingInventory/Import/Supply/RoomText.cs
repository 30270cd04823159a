using System.Globalization;
using System.Text.RegularExpressions;

namespace HousingInventory.Import;

/// <summary>Rooms as lists of flats write them.</summary>
public static partial class RoomText
{
    /// <summary>Rooms of a text such as "2 rok", "2 rum och kök", "2rkv" or "1,5"; half rooms are rounded down. Null when it does not begin with a number of 1 to 30.</summary>
    public static int? Parse(string text)
    {
        Match match = Leading().Match(text);
        return match.Success && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int rooms) && rooms is >= 1 and <= 30
            ? rooms : null;
    }

    [GeneratedRegex(@"^\s*([0-9]{1,2})(?:[.,][0-9]{1,2})?\s*(?:$|[^0-9.,])", RegexOptions.CultureInvariant)]
    private static partial Regex Leading();
}
