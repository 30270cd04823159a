using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Export.Html;
using HousingInventory.Model;

namespace HousingInventory.Export.Qgis;

/// <summary>Whose the data are and under which terms, for maps and metadata: what the configuration says, else what is known of the layout.</summary>
internal static class DataTerms
{
    private static readonly (string Layout, string Sv, string En)[] Known =
    [
        ("lantmateriet-belagenhetsadress", "© Lantmäteriet, CC BY 4.0", "© Lantmäteriet, CC BY 4.0"),
        ("lantmateriet-", "© Lantmäteriet", "© Lantmäteriet"),
        ("gsd-", "© Lantmäteriet", "© Lantmäteriet"),
        ("openstreetmap", "© OpenStreetMaps bidragsgivare, ODbL 1.0", "© OpenStreetMap contributors, ODbL 1.0"),
        ("scb-", "SCB, CC0 1.0", "SCB, CC0 1.0"),
    ];

    /// <summary>The terms of a source; null when nobody has said and they are not known.</summary>
    public static string? Of(InputFile file, Language language) =>
        file.Licence
        ?? Known.Where(k => file.Layout?.StartsWith(k.Layout, StringComparison.Ordinal) == true).Select(k => language == Language.Sv ? k.Sv : k.En).FirstOrDefault();

    /// <summary>A line for each kind of source: what it is, whose, of what day. What must stay unnamed is not there.</summary>
    public static IReadOnlyList<string> Lines(Results results)
    {
        Language language = results.Frame.Language;
        List<string> lines = [];
        foreach (InputFile file in results.Books.Files.Where(f => f.Type is not ("withheld" or "followup")))
        {
            string?[] parts = [Of(file, language), file.Extracted?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];
            string said = string.Join(", ", parts.OfType<string>());
            string line = ResultWords.Label(PageTerms.Sources, file.Type, language) + (said.Length > 0 ? ": " + said : "");
            if (!lines.Contains(line))
            {
                lines.Add(line);
            }
        }

        return lines;
    }
}
