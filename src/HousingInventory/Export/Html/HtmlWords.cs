using System.Globalization;
using HousingInventory.Diagnostics;

namespace HousingInventory.Export.Html;

/// <summary>Sentences, numbers and dates in the language of the run, the same on every machine.</summary>
internal sealed class HtmlWords(Language language)
{
    public Language Language => language;

    public string Code => language == Language.Sv ? "sv" : "en";

    public string Say(string sv, string en) => language == Language.Sv ? sv : en;

    /// <summary>A whole number with thousands set apart.</summary>
    public string Count(long number)
    {
        string text = Math.Abs(number).ToString("#,##0", CultureInfo.InvariantCulture);
        return (number < 0 ? "−" : "") + (language == Language.Sv ? text.Replace(',', '\u00a0') : text);
    }

    /// <summary>A number with a fixed count of decimals.</summary>
    public string Number(decimal number, int decimals)
    {
        decimal rounded = Math.Round(number, decimals, MidpointRounding.AwayFromZero);
        string whole = Count((long)decimal.Truncate(rounded));
        string fraction = Math.Abs(rounded - decimal.Truncate(rounded)).ToString(decimals == 0 ? "0" : "0." + new string('0', decimals), CultureInfo.InvariantCulture);
        string sign = rounded < 0 && decimal.Truncate(rounded) == 0 ? "−" : "";
        return decimals == 0 ? whole : sign + whole + (language == Language.Sv ? "," : ".") + fraction[2..];
    }

    public string Percent(double share) => double.IsFinite(share) ? Number((decimal)(100 * share), 0) + (language == Language.Sv ? "\u00a0%" : "%") : "–";

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "–";

    public string Yes(bool yes) => yes ? Say("ja", "yes") : Say("nej", "no");

    /// <summary>A value of a result column as people read it; an empty text for none.</summary>
    public string Value(ResultColumn column, object? value) => value switch
    {
        null => "",
        decimal number => Number(number, column.Decimals),
        long whole => Count(whole),
        DateOnly day => Day(day),
        bool yes => Yes(yes),
        string key when column.Values.Count > 0 => ResultWords.Label(column.Values, key, language),
        _ => value.ToString() ?? "",
    };

    /// <summary>A coordinate or length of a drawing, at most one decimal.</summary>
    public static string Svg(double value) => Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);
}
