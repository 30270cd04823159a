namespace HousingInventory.Import;

/// <summary>
/// Turns a meter reading or a word into a class. The limits are wide on purpose, since all that is asked is whether a house is used as a home; they stand in
/// docs/method.md.
/// </summary>
internal static class EvidenceClass
{
    private static readonly string[] Classes = ["none", "low", "season", "normal", "unknown"];

    /// <summary>The class of a value: none, low, season, normal or unknown; for sale and built recent or old; for review, owner and tax-code a word of their own.</summary>
    public static string Of(string kind, string? text, double? number)
    {
        string word = (text ?? "").Trim().ToLowerInvariant();
        if (Array.IndexOf(Classes, word) >= 0)
        {
            return word;
        }

        return kind switch
        {
            "electricity" => Amount(number, none: 200, low: 2000),
            "water" => Amount(number, none: 1, low: 15),
            "waste" => Waste(word, number),
            "tax-code" => word.StartsWith("221", StringComparison.Ordinal) ? "season" : "unknown",
            "households" => number is not { } households ? "unknown" : households <= 0 ? "none" : "normal",
            "sale" or "built" => Year(text) is { } year ? FormattableString.Invariant($"{year / 10 * 10}s") : "unknown",
            "review" or "owner" => Review(word),
            _ => "unknown",
        };
    }

    /// <summary>Whether a review says something that is understood, not knowing included.</summary>
    public static bool IsAnswer(string? text, string told) => told != "unknown" || text?.Trim().ToLowerInvariant() is "unknown" or "vet ej" or "vet inte" or "do not know" or "?";

    /// <summary>Yearly use: kWh or cubic metres.</summary>
    private static string Amount(double? number, double none, double low) =>
        number is not { } value ? "unknown" : value <= none ? "none" : value <= low ? "low" : "normal";

    private static string Waste(string word, double? pickups) => word switch
    {
        _ when word.Contains("sommar", StringComparison.Ordinal) || word.Contains("säsong", StringComparison.Ordinal) || word.Contains("fritid", StringComparison.Ordinal) => "season",
        _ when word.Contains("uppehåll", StringComparison.Ordinal) || word.Contains("ingen", StringComparison.Ordinal) || word is "nej" or "no" => "none",
        _ when word.Contains("året runt", StringComparison.Ordinal) || word.Contains("helår", StringComparison.Ordinal) => "normal",
        _ => pickups is not { } count ? "unknown" : count <= 0 ? "none" : count <= 15 ? "season" : "normal",
    };

    private static string Review(string word) => word switch
    {
        _ when word.Contains("fritid", StringComparison.Ordinal) || word.Contains("holiday", StringComparison.Ordinal) || word.Contains("summer", StringComparison.Ordinal) => "season",
        "ja" or "yes" or "bebott" or "inhabited" or "in-use" or "används" or "used" => "normal",
        "nej" or "no" or "obebott" or "empty" or "unused" or "används inte" or "ser oanvänt ut" or "looks unused" => "none",
        "sommar" => "season",
        "ruin" => "ruin",
        "borta" or "gone" => "gone",
        _ => "unknown",
    };

    private static int? Year(string? text)
    {
        string digits = new([.. (text ?? "").Where(char.IsAsciiDigit)]);
        return digits.Length >= 4 && int.TryParse(digits.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture, out int year) && year is > 1000 and < 2200 ? year : null;
    }
}
