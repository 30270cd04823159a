using HousingInventory.Model;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Score;

namespace HousingInventory.Export.Qgis;

/// <summary>
/// How each layer of inventory.gpkg looks when it is opened. Kinds have the colours of Okabe and Ito, which people with any colour vision tell apart; kinds of
/// points differ in shape too.
/// </summary>
internal static class LayerStyles
{
    internal const string Blue = "#0072b2", Orange = "#e69f00", Green = "#009e73", Vermillion = "#d55e00", Purple = "#cc79a7", Sky = "#56b4e9", Yellow = "#f0e442", Grey = "#9a9a9a", Ink = "#333333";

    /// <summary>The styles of a layer, the one that it opens with first; only that one says how columns are shown.</summary>
    /// <param name="layer">Its name.</param>
    /// <param name="columns">As they were written, with titles and value lists.</param>
    /// <param name="join">The follow-up that a project joins to it; null for a layer that stands alone.</param>
    public static IReadOnlyList<(string Name, QmlStyle Style)> Of(string layer, IReadOnlyList<GpkgColumn> columns, Results results, FollowUpJoin? join)
    {
        Language language = results.Frame.Language;
        QmlStyle named = layer switch
        {
            "stops" => Stops(language),
            "bus_lines" => BusLines,
            "services" => Services(results, language),
            "localities" => Localities,
            "roads" => Roads,
            "named_roads" => NamedRoads,
            "coast" => Coast,
            "locality_pages" => Pages,
            "water" => Water,
            "notices" => Notices(language),
            _ => new() { Geometry = QmlGeometry.None, Classes = [] },
        };
        List<(string Name, QmlStyle Style)> styles = layer switch
        {
            "candidates" => HomeStyles.Candidates(QmlGeometry.Polygon, columns, results, join),
            "candidate_points" => HomeStyles.Candidates(QmlGeometry.Point, columns, results, join),
            "buildings" => HomeStyles.Buildings(columns, results, join),
            _ => [(StandardName(language), named)],
        };
        if (layer == "services")
        {
            columns = [.. columns.Select(c => c.Name == "category" ? c with { Values = [.. named.Classes.Select(k => new GpkgValue(k.Value, k.Label))] } : c)];
        }

        styles[0] = (styles[0].Name, styles[0].Style with { Columns = [.. HomeForm.Titled(columns, language, join), .. join?.Columns ?? []] });
        return styles;
    }

    public static string StandardName(Language language) => language == Language.Sv ? "Standard" : "Standard style";

    private static QmlStyle BusLines { get; } = new()
    {
        Geometry = QmlGeometry.Line,
        Classes = [new("", "", new(MapLook.BusLine, StrokeMm: 0.5))],
        // In the colour of the lines, so that none is taken for a home's rank; lines of one street stand side by side, and only spaces keep 24 and 23 from being 2423.
        Label = new("concat(char(160), \"line\", char(160))", 50_000, Colour: MapLook.BusLine),
        DisplayName = "\"line\"",
    };

    private static QmlStyle Localities { get; } = new()
    {
        Geometry = QmlGeometry.Polygon,
        Classes = [new("", "", new(MapLook.Town, MapLook.MajorRoad, 0.2))],
        Label = new("\"name\"", 500_000, 10, DownToScale: 8_000),
        DisplayName = "\"name\"",
    };

    private static QmlStyle Water { get; } = new() { Geometry = QmlGeometry.Polygon, Classes = [new("", "", new(MapLook.Water, "#b4cbd9", 0.15))] };

    private static QmlStyle NamedRoads { get; } = new()
    {
        Geometry = QmlGeometry.Line,
        Classes = [new("", "", new(MapLook.MinorRoad, StrokeMm: 0.4))],
        CloserThan = 50_000,
        Label = new("\"name\"", 15_000, 7),
        DisplayName = "\"name\"",
    };

    private static QmlStyle Coast { get; } = new() { Geometry = QmlGeometry.Line, Classes = [new("", "", new("#6f93a8", StrokeMm: 0.3))] };

    private static QmlStyle Pages { get; } = new()
    {
        Geometry = QmlGeometry.Polygon,
        Classes = [new("", "", new("#ffffff00", MapLook.MajorRoad, 0.3))],
        DisplayName = "\"name\"",
    };

    private static QmlStyle Roads { get; } = new() { Geometry = QmlGeometry.Line, Classes = [new("", "", new(MapLook.MajorRoad, StrokeMm: 0.5))] };

    /// <summary>Stops that count stand out; those with too few departures are paler, those with booked traffic only are grey.</summary>
    private static QmlStyle Stops(Language language)
    {
        Term[] kinds =
        [
            new("counts", "Hållplats som räknas", "Stop that counts"),
            new("few", "För få avgångar", "Too few departures"),
            new("booked", "Bara anropsstyrt", "Booked traffic only"),
        ];
        QmlSymbol[] symbols = [Symbol(MapLook.StopThatCounts, "#ffffff"), Symbol(MapLook.OtherStop, "#ffffff"), Symbol(MapLook.BookedStop, "#8a8a8a")];
        return new()
        {
            Geometry = QmlGeometry.Point,
            ClassifiedBy = "CASE WHEN \"only_booked\" THEN 'booked' WHEN \"counts\" THEN 'counts' ELSE 'few' END",
            Classes = [.. kinds.Select((k, i) => new QmlClass(Word(k, language), k.Key, symbols[i]))],
            CloserThan = MapLook.PlacesFrom,
            Label = new("\"name\"", 15_000),
            DisplayName = "\"name\"",
        };
    }

    private static QmlStyle Services(Results results, Language language)
    {
        List<QmlClass> classes = [];
        foreach ((string category, PointLook look) in MapLook.Services(results.Surroundings.Services))
        {
            string word = ServiceWords.Of(category, language).Replace('_', ' ');
            classes.Add(new(word.Length > 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word, category, Symbol(look, "#ffffff")));
        }

        return new()
        {
            Geometry = QmlGeometry.Point,
            ClassifiedBy = "category",
            Classes = classes,
            CloserThan = MapLook.PlacesFrom,
            Label = new("\"name\"", 15_000),
            DisplayName = "\"name\"",
        };
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

    private static QmlSymbol Symbol(PointLook look, string stroke) => new(look.Colour, stroke, 0.2, look.Shape, look.SizeMm);

    private static string Word(Term value, Language language) => language == Language.Sv ? value.Sv : value.En;
}
