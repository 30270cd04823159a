using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HousingInventory.Import;

/// <summary>
/// Days of a week and times of a day as people write them: "mån–fre", "tisdag och torsdag", "weekdays", "1-5"; "08:10, 13.10", "09–15". Swedish and English,
/// short and long, with or without å, ä and ö; numbers count from Monday, 1.
/// </summary>
internal static partial class WeekOfTrips
{
    private const int Week = 0b1111111;
    private const int Weekdays = 0b0011111;
    private const int Weekend = 0b1100000;

    /// <summary>Beginnings of the names of the days, Monday first, without accents.</summary>
    private static readonly string[][] Names = [["man", "mon"], ["tis", "tue"], ["ons", "wed"], ["tor", "thu"], ["fre", "fri"], ["lor", "sat"], ["son", "sun"]];

    private static readonly Dictionary<string, int> Groups = new(StringComparer.Ordinal)
    {
        ["vardag"] = Weekdays,
        ["vardagar"] = Weekdays,
        ["weekday"] = Weekdays,
        ["weekdays"] = Weekdays,
        ["helg"] = Weekend,
        ["helger"] = Weekend,
        ["weekend"] = Weekend,
        ["weekends"] = Weekend,
        ["dagligen"] = Week,
        ["daily"] = Week,
        ["alla"] = Week,
        ["all"] = Week,
    };

    /// <summary>How many days a text names; null when a word of it is no day.</summary>
    public static int? Days(string text)
    {
        int days = 0;
        int last = -1;
        bool isRange = false;
        foreach (Match word in Word().Matches(Plain(text)))
        {
            switch (word.Value)
            {
                case "-" or "till" or "to":
                    isRange = last >= 0;
                    break;
                case "och" or "and" or "samt" or "dagar" or "days":
                    break;
                case var group when Groups.TryGetValue(group, out int these):
                    days |= these;
                    break;
                case var name when DayOf(name) is { } day:
                    for (int d = isRange ? last : day; ; d = (d + 1) % 7)
                    {
                        days |= 1 << d;
                        if (d == day)
                        {
                            break;
                        }
                    }

                    (last, isRange) = (day, false);
                    break;
                default:
                    return null;
            }
        }

        return days == 0 ? null : int.PopCount(days);
    }

    /// <summary>How many trips a day a text names: a time is one, a span from one time to another is one too; null when there is no time in it.</summary>
    public static int? Times(string text) => Time().Count(text) is > 0 and int count ? count : null;

    private static int? DayOf(string word)
    {
        if (word is [>= '1' and <= '7'])
        {
            return word[0] - '1';
        }

        int day = Array.FindIndex(Names, n => n.Any(name => word.StartsWith(name, StringComparison.Ordinal)));
        return day >= 0 ? day : null;
    }

    /// <summary>Lower case without accents, with one kind of hyphen.</summary>
    private static string Plain(string text)
    {
        StringBuilder plain = new(text.Length);
        foreach (char c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(c is '–' or '—' or '−' ? '-' : char.ToLowerInvariant(c));
            }
        }

        return plain.ToString();
    }

    [GeneratedRegex(@"-|\p{L}+|\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<!\d)(2[0-4]|[01]?\d)([:.][0-5]\d)?(\s*[-–—]\s*(2[0-4]|[01]?\d)([:.][0-5]\d)?)?(?![\d:.])", RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}
