using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Score;

namespace HousingInventory.Export;

/// <summary>
/// How each layer of inventory.gpkg looks when it is opened. Colours are ColorBrewer's YlGnBu for the score and those of Okabe and Ito for kinds, which people
/// with any colour vision tell apart; kinds of points differ in shape too.
/// </summary>
internal static class LayerStyles
{
    /// <summary>Houses are outlines from this scale inwards, and points outwards.</summary>
    private const int OutlinesFrom = 10_000;

    private const string Blue = "#0072b2", Orange = "#e69f00", Green = "#009e73", Vermillion = "#d55e00", Purple = "#cc79a7", Sky = "#56b4e9", Yellow = "#f0e442", Grey = "#9a9a9a", Ink = "#333333";

    private static readonly (string From, string To, string Colour)[] ScoreClasses =
        [("80", "100", "#253494"), ("60", "79.9", "#2c7fb8"), ("40", "59.9", "#41b6c4"), ("20", "39.9", "#a1dab4"), ("0", "19.9", "#ffffcc")];

    /// <summary>A category keeps its look from run to run; those of the user's own take what is left in turn.</summary>
    private static readonly Dictionary<string, (string Colour, string Shape)> ServiceLooks = new(StringComparer.OrdinalIgnoreCase)
    {
        ["grocery"] = (Green, "square"),
        ["school"] = (Orange, "triangle"),
        ["preschool"] = (Yellow, "triangle"),
        ["pharmacy"] = (Purple, "diamond"),
        ["health_centre"] = (Vermillion, "cross_fill"),
        ["hospital"] = (Vermillion, "star"),
        ["library"] = (Blue, "pentagon"),
        ["post"] = (Sky, "hexagon"),
        ["fuel"] = (Ink, "hexagon"),
        ["bank"] = (Sky, "diamond"),
    };

    private static readonly (string Colour, string Shape)[] OtherLooks = [(Sky, "pentagon"), (Green, "star"), (Purple, "hexagon"), (Orange, "diamond"), (Grey, "square")];

    /// <summary>The style of a layer, as QML.</summary>
    /// <param name="layer">Its name.</param>
    /// <param name="columns">As they were written, with titles and value lists.</param>
    public static string Of(string layer, IReadOnlyList<GpkgColumn> columns, Results results)
    {
        Language language = results.Config.Language;
        QmlStyle style = layer switch
        {
            "candidates" => Candidates(QmlGeometry.Polygon, language) with { CloserThan = OutlinesFrom, Label = new("\"ref\"", 5_000, IsBeside: true), DisplayName = "\"ref\"" },
            "candidate_points" => Candidates(QmlGeometry.Point, language) with { FartherThan = OutlinesFrom, Label = new("\"ref\"", 25_000, 7), DisplayName = "\"ref\"" },
            "buildings" => Buildings(language),
            "stops" => Stops(language),
            "bus_lines" => new() { Geometry = QmlGeometry.Line, Classes = [new("", "", new(Sky, StrokeMm: 0.6))], Label = new("\"line\"", 50_000), DisplayName = "\"line\"" },
            "services" => Services(results, language),
            "localities" => new() { Geometry = QmlGeometry.Polygon, Classes = [new("", "", new("#00000000", "#7a7a7a", 0.3))], Label = new("\"name\"", 500_000, 10), DisplayName = "\"name\"" },
            _ => Notices(language),
        };
        if (layer == "services")
        {
            columns = [.. columns.Select(c => c.Name == "category" ? c with { Values = [.. style.Classes.Select(k => new GpkgValue(k.Value, k.Label))] } : c)];
        }

        return (style with { Columns = columns }).ToXml();
    }

    private static QmlStyle Candidates(QmlGeometry geometry, Language language) => new()
    {
        Geometry = geometry,
        ClassifiedBy = "score",
        Classes = [.. ScoreClasses.Select(c => new QmlClass(
            $"{c.From}–{(language == Language.Sv ? c.To.Replace('.', ',') : c.To)}", c.From, new(c.Colour, Ink, geometry == QmlGeometry.Polygon ? 0.4 : 0.2, SizeMm: 2.8), c.To))],
    };

    private static QmlStyle Buildings(Language language)
    {
        (string Status, string Colour)[] kinds = [("nobody-registered", Blue), ("secondary", Orange), ("undetermined", Grey)];
        return new()
        {
            Geometry = QmlGeometry.Polygon,
            ClassifiedBy = "status",
            DisplayName = "\"ref\"",
            Classes = [.. kinds.Select(k => new QmlClass(ResultWords.Label(ResultWords.Statuses, k.Status, language), k.Status, new(k.Colour + "80", k.Colour, 0.5)))],
        };
    }

    /// <summary>Stops that count stand out; those with too few departures are paler, those with booked traffic only are grey.</summary>
    private static QmlStyle Stops(Language language)
    {
        ResultValue[] kinds =
        [
            new("counts", "Hållplats som räknas", "Stop that counts"),
            new("few", "För få avgångar", "Too few departures"),
            new("booked", "Bara anropsstyrt", "Booked traffic only"),
        ];
        QmlSymbol[] symbols = [new(Vermillion, Ink, Shape: "square"), new("#f6c7a4", "#8a8a8a", Shape: "square", SizeMm: 2), new("#bdbdbd", "#8a8a8a", Shape: "square", SizeMm: 2)];
        return new()
        {
            Geometry = QmlGeometry.Point,
            ClassifiedBy = "CASE WHEN \"only_booked\" THEN 'booked' WHEN \"counts\" THEN 'counts' ELSE 'few' END",
            Classes = [.. kinds.Select((k, i) => new QmlClass(Word(k, language), k.Key, symbols[i]))],
            Label = new("\"name\"", 15_000),
            DisplayName = "\"name\"",
        };
    }

    private static QmlStyle Services(Results results, Language language)
    {
        List<QmlClass> classes = [];
        int others = 0;
        foreach (string category in results.Inputs.Services.Select(s => s.Category).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            (string colour, string shape) = ServiceLooks.TryGetValue(category, out (string, string) look) ? look : OtherLooks[others++ % OtherLooks.Length];
            string word = ServiceWords.Of(category, language).Replace('_', ' ');
            classes.Add(new(word.Length > 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word, category, new(colour, Ink, Shape: shape, SizeMm: 2.8)));
        }

        return new() { Geometry = QmlGeometry.Point, ClassifiedBy = "category", Classes = classes, Label = new("\"name\"", 15_000), DisplayName = "\"name\"" };
    }

    private static QmlStyle Notices(Language language)
    {
        (Severity Severity, string Colour)[] kinds = [(Severity.Error, Vermillion), (Severity.Warning, Orange), (Severity.Info, Blue)];
        return new()
        {
            Geometry = QmlGeometry.Point,
            ClassifiedBy = "severity",
            DisplayName = "\"code\"",
            Classes = [.. kinds.Select(k => (Word: NoticesFile.Word(k.Severity, language), k.Colour)).Select(k => new QmlClass(char.ToUpperInvariant(k.Word[0]) + k.Word[1..], k.Word, new(k.Colour, Ink, Shape: "diamond")))],
        };
    }

    private static string Word(ResultValue value, Language language) => language == Language.Sv ? value.Sv : value.En;
}
