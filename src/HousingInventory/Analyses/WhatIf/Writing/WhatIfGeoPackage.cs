using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Export.Html;
using HousingInventory.Export.Qgis;
using HousingInventory.Formats;
using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Analyses.WhatIf.Writing;

/// <summary>what-if.gpkg: homes before and after, courses and stops of every scenario, styled, with a project of one group a scenario.</summary>
internal static class WhatIfGeoPackage
{
    private const string Homes = "scenario_homes";
    private const string Outlines = "scenario_outlines";
    private const string Lines = "scenario_lines";
    private const string Stops = "scenario_stops";

    /// <summary>Writes the file.</summary>
    /// <param name="results">The scenarios.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="onlyOthers">Whether homes that stay as they are, and outlines, are left out: with hundreds of scenarios they would be nearly all there is.</param>
    public static WrittenFile Write(WhatIfResults results, string folder, string name = "what-if.gpkg", bool onlyOthers = false)
    {
        RunFrame frame = results.Baseline.Frame;
        Language language = frame.Language;
        bool sv = language == Language.Sv;
        using GeoPackageWriter file = GeoPackageWriter.Create(Path.Combine(folder, name), frame.AsOf.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        GpkgColumn[] homeColumns =
        [
            Column("scenario", "TEXT", sv ? "Scenario" : "Scenario"), Column("ref", "TEXT", sv ? "Referens" : "Reference"), Column("locality", "TEXT", sv ? "Ort" : "Locality"),
            Column("effect", "TEXT", sv ? "Effekt" : "Effect") with { Values = [.. Term.All<Effect>().Select(t => new GpkgValue(t.Key, t.In(language)))] },
            Column("rank_before", "INTEGER", sv ? "Plats nu" : "Rank now"), Column("rank_after", "INTEGER", sv ? "Plats sedan" : "Rank after"),
            Column("score_before", "DOUBLE", sv ? "Lägespoäng nu" : "Score now"), Column("score_after", "DOUBLE", sv ? "Lägespoäng sedan" : "Score after"),
            Column("rise", "DOUBLE", sv ? "Poäng upp" : "Points up"), Column("errand_before", "TEXT", sv ? "Ärende nu" : "Errand now"), Column("errand_after", "TEXT", sv ? "Ärende sedan" : "Errand after"),
        ];
        GpkgLayerDefinition homes = Layer(Homes, "POINT", sv ? "Hus i scenarier" : "Homes in scenarios", homeColumns);
        GpkgLayerDefinition outlines = Layer(Outlines, "MULTIPOLYGON", sv ? "Husens konturer" : "Outlines of homes", homeColumns);
        GpkgLayerDefinition lines = Layer(Lines, "MULTILINESTRING", sv ? "Sträckningar" : "Courses",
            [Column("scenario", "TEXT", "Scenario"), Column("line", "TEXT", sv ? "Linje" : "Line"), Column("kind", "TEXT", sv ? "Vad som händer" : "What happens") with { Values = [.. Term.All<LineKind>().Select(t => new GpkgValue(t.Key, t.In(language)))] }]);
        GpkgLayerDefinition stops = Layer(Stops, "POINT", sv ? "Nya hållplatser" : "New stops", [Column("scenario", "TEXT", "Scenario"), Column("name", "TEXT", sv ? "Hållplats" : "Stop"), Column("id", "TEXT", "Id")]);
        GeometryFactory factory = new(new PrecisionModel(), frame.Crs.Epsg);
        Dictionary<string, long> rows = new(StringComparer.Ordinal)
        {
            [Homes] = file.AddLayer(homes, HomeRows(results, b => factory.CreatePoint(b.House.Copy()), onlyOthers)),
            [Outlines] = file.AddLayer(outlines, onlyOthers ? [] : HomeRows(results, b => b.Outline, onlyOthers)),
            [Lines] = file.AddLayer(lines, results.Scenarios.SelectMany(s => (s.State?.Lines ?? []).Select(l => ((Geometry?)l.Course, (object?[])[s.Name, l.Line, Term.Of(l.Kind).Key])))),
            [Stops] = file.AddLayer(stops, results.Scenarios.SelectMany(s => (s.State?.NewPosts ?? []).Select(p => ((Geometry?)factory.CreatePoint(PlaceOf(s, p)), (object?[])[s.Name, s.State!.Edit.NameOf(p), s.State.Edit.IdOf(p)])))),
        };
        (GpkgLayerDefinition Layer, QmlStyle Style)[] styled =
        [
            (homes, HomeStyle(QmlGeometry.Point, homeColumns, language)), (stops, StopStyle(stops.Columns, sv)), (lines, LineStyle(lines.Columns, language)), (outlines, HomeStyle(QmlGeometry.Polygon, homeColumns, language)),
        ];
        foreach ((GpkgLayerDefinition layer, QmlStyle style) in styled)
        {
            file.AddStyle(layer.Name, sv ? "Före och efter" : "Before and after", style.ToXml(), isDefault: true);
        }

        file.AddQgisProject(sv ? "scenarier" : "scenarios", Project(results, name, styled).ToQgz());
        file.Complete();
        return new WrittenFile(name, rows);

        GpkgLayerDefinition Layer(string table, string type, string title, IReadOnlyList<GpkgColumn> columns) =>
            new() { Name = table, Identifier = title, Description = sv ? "Arbetsmaterial." : "Working material.", Crs = frame.Crs, GeometryType = type, Columns = columns };
    }

    private static GpkgColumn Column(string name, string type, string title) => new(name, type, title, title);

    private static Coordinate PlaceOf(ScenarioResult scenario, int post)
    {
        (double x, double y) = scenario.State!.Edit.PlaceOf(post);
        return new Coordinate(x, y);
    }

    private static IEnumerable<(Geometry?, object?[])> HomeRows(WhatIfResults results, Func<Building, Geometry> shape, bool onlyOthers) => results.Scenarios.SelectMany(s => s.Effects.Where(e => !onlyOthers || e.Effect != Effect.Same).Select(e =>
    {
        Building building = results.Baseline.Registers.Buildings[e.Building];
        decimal? before = e.Before < 0 ? null : results.Base.Scores.Score[e.Before], after = e.After < 0 ? null : s.Standing.Scores.Score[e.After];
        return ((Geometry?)shape(building), (object?[])
        [
            s.Name, Ref.Of(building.Id), results.Baseline.Flags.Locality[e.Building], Term.Of(e.Effect).Key,
            e.Before < 0 ? null : results.Base.RankAt(e.Before), e.After < 0 ? null : s.Standing.RankAt(e.After), (double?)before, (double?)after, (double?)(after - before),
            WhatIfTables.Errand(results.Base, e.Before), WhatIfTables.Errand(s.Standing, e.After),
        ]);
    }));

    /// <summary>Shape as well as colour tells: gained homes are large and round, lost ones crosses.</summary>
    private static QmlStyle HomeStyle(QmlGeometry geometry, IReadOnlyList<GpkgColumn> columns, Language language)
    {
        return new()
        {
            Geometry = geometry,
            ClassifiedBy = "effect",
            Classes =
            [
                Class(Effect.Becomes, new QmlSymbol("#00572f", "#ffffff", 0.4, "circle", 4)),
                Class(Effect.Rises, new QmlSymbol("#7fd0a3", "#00572f", 0.2, "triangle", 2.8)),
                Class(Effect.Same, new QmlSymbol(LayerStyles.Grey, "#ffffff", 0.1, "circle", 1.4)),
                Class(Effect.Falls, new QmlSymbol(LayerStyles.Orange, "#7a3e00", 0.2, "diamond", 2.8)),
                Class(Effect.FallsOut, new QmlSymbol("#c2187a", "#ffffff", 0.2, "cross_fill", 3.6)),
            ],
            Columns = columns,
            DisplayName = "\"ref\"",
        };

        QmlClass Class(Effect effect, QmlSymbol symbol) => new(Term.Of(effect).In(language), Term.Of(effect).Key, symbol);
    }

    private static QmlStyle LineStyle(IReadOnlyList<GpkgColumn> columns, Language language)
    {
        return new()
        {
            Geometry = QmlGeometry.Line,
            ClassifiedBy = "kind",
            Classes =
            [
                Of(LineKind.Added, new QmlSymbol(LayerStyles.Blue, StrokeMm: 1.1)),
                Of(LineKind.Retimed, new QmlSymbol(LayerStyles.Purple, StrokeMm: 0.7) { LineStyle = "dash" }),
                Of(LineKind.Withdrawn, new QmlSymbol(LayerStyles.Vermillion, StrokeMm: 0.7) { LineStyle = "dot" }),
                Of(LineKind.Unchanged, new QmlSymbol(LayerStyles.Sky, StrokeMm: 0.5)),
                Of(LineKind.Drawn, new QmlSymbol(LayerStyles.Grey, StrokeMm: 0.25)),
            ],
            Label = new("\"line\"", 100_000),
            Columns = columns,
            DisplayName = "\"line\"",
        };

        QmlClass Of(LineKind kind, QmlSymbol symbol) => new(Term.Of(kind).In(language), Term.Of(kind).Key, symbol);
    }

    private static QmlStyle StopStyle(IReadOnlyList<GpkgColumn> columns, bool sv) => new()
    {
        Geometry = QmlGeometry.Point,
        Classes = [new(sv ? "Ny hållplats" : "New stop", "", new QmlSymbol("#ffffff", LayerStyles.Blue, 0.6, "square", 2.6))],
        Label = new("\"name\"", 50_000),
        Columns = columns,
        DisplayName = "\"name\"",
    };

    private static QgisProject Project(WhatIfResults results, string name, (GpkgLayerDefinition Layer, QmlStyle Style)[] styled)
    {
        Envelope extent = new();
        foreach (HomeEffect effect in results.Scenarios.SelectMany(s => s.Effects))
        {
            extent.ExpandToInclude(results.Baseline.Registers.Buildings[effect.Building].House);
        }

        foreach (ScenarioLine line in results.Scenarios.SelectMany(s => s.State?.Lines ?? []))
        {
            extent.ExpandToInclude(line.Course.EnvelopeInternal);
        }

        return new QgisProject
        {
            Title = results.Baseline.Frame.Title ?? "HousingInventory",
            Description = results.Baseline.Frame.Language == Language.Sv ? "Vad händer om: scenarier mot läget nu. Arbetsmaterial." : "What if: scenarios against the present. Working material.",
            Crs = results.Baseline.Frame.Crs,
            Extent = MapFrame.Roomy(extent),
            Groups =
            [
                .. results.Scenarios.Select((s, i) => new QgisGroup(s.Setting.Scenario.LabelIn(results.Baseline.Frame.Language),
                [
                    .. styled.Where(l => l.Layer.Name != Outlines).Select(l => new QgisLayer
                    {
                        Id = $"what_if_{s.Name}_{l.Layer.Name}",
                        Title = l.Layer.Identifier,
                        Source = $"./{name}|layername={l.Layer.Name}|subset=\"scenario\" = '{s.Name}'",
                        Crs = results.Baseline.Frame.Crs,
                        Style = l.Style,
                        IsVisible = i == 0,
                    }),
                ], IsExpanded: i == 0)),
            ],
        };
    }
}
