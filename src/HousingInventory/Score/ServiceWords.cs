using HousingInventory.Diagnostics;

namespace HousingInventory.Score;

/// <summary>What people read for the usual categories of services.</summary>
public static class ServiceWords
{
    private static readonly Dictionary<string, (string Sv, string En)> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["grocery"] = ("livsmedelsbutik", "grocery shop"),
        ["school"] = ("skola", "school"),
        ["preschool"] = ("förskola", "preschool"),
        ["pharmacy"] = ("apotek", "pharmacy"),
        ["health_centre"] = ("hälsocentral", "health centre"),
        ["hospital"] = ("sjukhus", "hospital"),
        ["library"] = ("bibliotek", "library"),
        ["post"] = ("postombud", "post office"),
        ["fuel"] = ("drivmedelsstation", "fuel station"),
        ["adult_education"] = ("vuxenutbildning", "adult education"),
        ["bank"] = ("bank eller uttagsautomat", "bank or cash machine"),
    };

    /// <summary>The word for a category; the category itself where none is known.</summary>
    public static string Of(string category, Language language) =>
        Words.TryGetValue(category, out (string Sv, string En) word) ? (language == Language.Sv ? word.Sv : word.En) : category;
}
