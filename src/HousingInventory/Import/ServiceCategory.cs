namespace HousingInventory.Import;

/// <summary>
/// The category that a Swedish word means, for files whose rows say none in our words: Pipos has a file a service (<c>apoteksvaror.csv</c>), a region's list has
/// Vårdcentral and Sjukhus.
/// </summary>
internal static class ServiceCategory
{
    /// <summary>Beginnings of words, folded as column names are; the longer of two with one beginning stands first.</summary>
    private static readonly (string Beginning, string Category)[] Known =
    [
        ("apotek", "pharmacy"), ("dagligvar", "grocery"), ("livsmedel", "grocery"), ("drivmedel", "fuel"), ("posttjanst", "post"), ("paketombud", "post"), ("postombud", "post"),
        ("betaltjanst", "payment"), ("dagskass", "cash_deposit"), ("kontantuttag", "cash"), ("bankomat", "cash"), ("forskol", "preschool"), ("skol", "school"), ("grundskol", "school"),
        ("vardcentral", "health_centre"), ("halsocentral", "health_centre"), ("sjukhus", "hospital"), ("bibliotek", "library"),
    ];

    /// <summary>The category of a word or of a file's name; null when it tells none.</summary>
    public static string? OfText(string text)
    {
        string folded = ColumnMap.Fold(text);
        return Known.FirstOrDefault(k => folded.StartsWith(k.Beginning, StringComparison.Ordinal)).Category;
    }
}
