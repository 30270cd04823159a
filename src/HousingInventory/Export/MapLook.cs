using System.Globalization;
using System.Text;
using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Export;

/// <summary>A class of scores.</summary>
/// <param name="From">Its lowest score, inclusive.</param>
/// <param name="To">Its highest score, inclusive; scores have one decimal.</param>
/// <param name="Colour">#rrggbb.</param>
internal sealed record ScoreClass(decimal From, decimal To, string Colour)
{
    /// <summary>"60–79,9".</summary>
    public string Label(Language language)
    {
        string label = string.Create(CultureInfo.InvariantCulture, $"{From:0.#}–{To:0.#}");
        return language == Language.Sv ? label.Replace('.', ',') : label;
    }
}

/// <summary>A point on a map.</summary>
/// <param name="Colour">Of the fill, #rrggbb.</param>
/// <param name="Shape">As QGIS calls it: circle, square, triangle, diamond, pentagon, hexagon, star, cross_fill.</param>
/// <param name="SizeMm">Across.</param>
internal sealed record PointLook(string Colour, string Shape, double SizeMm);

/// <summary>
/// How everything looks on every map: report, work list, paper and QGIS. Scores go from light to dark in five classes of ColorBrewer's YlGnBu, dark is best; their
/// lightness falls all the way, so that a copy in grey reads alike. What lies round the homes is grey, sand and pale blue, so that the homes stand out.
/// </summary>
internal static class MapLook
{
    public const string Land = "#f7f6f2", Water = "#d4e4ee", Town = "#ebe6da", MinorRoad = "#d3cec2", MajorRoad = "#b9ae98", BusLine = "#7a6990", Ink = "#333333", Unmeasured = "#d9d9d9";

    /// <summary>Houses are outlines from this scale inwards, and points outwards: 5,000 is 1:5 000.</summary>
    public const int OutlinesFrom = 5_000;

    /// <summary>Homes are counts from this scale outwards.</summary>
    public const int ClustersFrom = 100_000;

    /// <summary>Stops and services are drawn from this scale inwards: they would hide a municipality that is seen as a whole.</summary>
    public const int PlacesFrom = 150_000;

    /// <summary>Homes have their place written beside them from this scale inwards.</summary>
    public const int LabelsFrom = 50_000;

    /// <summary>How many homes have their place written beside them on a map that shows many.</summary>
    public const int Labelled = 25;

    /// <summary>The best first.</summary>
    public static IReadOnlyList<ScoreClass> Scores { get; } =
        [new(80, 100, "#253494"), new(60, 79.9m, "#2c7fb8"), new(40, 59.9m, "#41b6c4"), new(20, 39.9m, "#a1dab4"), new(0, 19.9m, "#ffffcc")];

    public static PointLook StopThatCounts { get; } = new("#4a4a4a", "square", 2);

    public static PointLook OtherStop { get; } = new("#a8a8a8", "square", 1.7);

    public static PointLook BookedStop { get; } = new("#d8d8d8", "square", 1.7);

    /// <summary>A category keeps its look from run to run; those of the user's own take what is left in turn.</summary>
    private static readonly Dictionary<string, string> ServiceShapes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["grocery"] = "pentagon",
        ["school"] = "triangle",
        ["preschool"] = "triangle",
        ["adult_education"] = "triangle",
        ["pharmacy"] = "cross_fill",
        ["health_centre"] = "cross_fill",
        ["hospital"] = "cross_fill",
        ["library"] = "hexagon",
        ["post"] = "hexagon",
        ["bank"] = "hexagon",
        ["fuel"] = "diamond",
    };

    private static readonly Dictionary<string, string> ServiceColours = new(StringComparer.OrdinalIgnoreCase)
    {
        ["grocery"] = "#8a2d6d",
        ["school"] = "#a85a1f",
        ["preschool"] = "#e0b27a",
        ["adult_education"] = "#6f4a2a",
        ["pharmacy"] = "#d48fb4",
        ["health_centre"] = "#b3261e",
        ["hospital"] = "#6b0f0a",
        ["library"] = "#6d6a1f",
        ["post"] = "#bdb76b",
        ["bank"] = "#e5e0a8",
        ["fuel"] = "#777777",
    };

    private static readonly PointLook[] OtherServices = [new("#8d6e63", "star", 3.2), new("#c9a0c9", "diamond", 2.6), new("#9e9d24", "star", 3.2), new("#5d4037", "diamond", 2.6), new("#cfcfcf", "hexagon", 2.6)];

    /// <summary>Which class a score falls in, 0 the best.</summary>
    public static int ClassOf(decimal score)
    {
        int of = 0;
        while (of < Scores.Count - 1 && score < Scores[of].From)
        {
            of++;
        }

        return of;
    }

    /// <summary>How the services of each category look, in the order of the categories.</summary>
    /// <param name="services">All there are.</param>
    public static IReadOnlyList<(string Category, PointLook Look)> Services(IReadOnlyList<ServicePlace> services)
    {
        List<(string, PointLook)> looks = [];
        int others = 0;
        foreach (string category in services.Select(s => s.Category).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            looks.Add((category, ServiceShapes.TryGetValue(category, out string? shape)
                ? new(ServiceColours[category], shape, shape == "cross_fill" ? 3.2 : 2.6)
                : OtherServices[others++ % OtherServices.Length]));
        }

        return looks;
    }

    /// <summary>The colours as the pages' styles name them.</summary>
    public static string Css()
    {
        StringBuilder css = new($":root{{--land:{Land};--water:{Water};--town:{Town};--minor:{MinorRoad};--major:{MajorRoad};--bus:{BusLine};--stop:{StopThatCounts.Colour};--off:{OtherStop.Colour};--dark:{Ink}");
        for (int i = 0; i < Scores.Count; i++)
        {
            css.Append(CultureInfo.InvariantCulture, $";--s{i}:{Scores[i].Colour}");
        }

        return css.Append("}\n").ToString();
    }

    /// <summary>A shape as path data round 0, 0, a unit across.</summary>
    public static string Path(string shape) => shape switch
    {
        "square" => "M-.44-.44h.88v.88h-.88z",
        "triangle" => "M0-.52L.5.4H-.5z",
        "diamond" => "M0-.56L.5 0 0 .56-.5 0z",
        "pentagon" => "M0-.5L.48-.15.29.4H-.29L-.48-.15z",
        "hexagon" => "M-.25-.43h.5L.5 0 .25.43h-.5L-.5 0z",
        "star" => "M0-.55L.13-.18H.52L.21.06.32.44 0 .22-.32.44-.21.06-.52-.18H-.13z",
        "cross_fill" => "M-.17-.5H.17V-.17H.5V.17H.17V.5H-.17V.17H-.5V-.17H-.17z",
        _ => "M-.5 0a.5.5 0 1 0 1 0a.5.5 0 1 0-1 0z",
    };
}
