using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Export.Qgis;

/// <summary>
/// The project inside inventory.gpkg: its layers in groups and styles, themes, forms, the follow-up joined to the houses, and a sheet to print. No path is
/// absolute: layers lie in the file itself, and the user's follow-up is named by the way to it.
/// </summary>
internal static class RunProject
{
    private const string File = "./inventory.gpkg";

    private const string ClustersId = "inventory_candidate_clusters";

    /// <summary>The project.</summary>
    /// <param name="layers">What was written; buildings, flats and follow-up may be missing.</param>
    /// <param name="results">The run.</param>
    /// <param name="followUp">The follow-up to join; null without one.</param>
    public static QgisProject Of(IReadOnlyList<ResultLayer> layers, Results results, FollowUpJoin? followUp)
    {
        Language language = results.Frame.Language;
        bool sv = language == Language.Sv;
        Envelope extent = Extent(results);
        List<QgisGroup> groups =
        [
            Homes(sv ? "Kandidater" : "Candidates"),
            Group(sv ? "Hållplatser och linjer" : "Stops and lines", "stops", "bus_lines"),
            Group(sv ? "Service" : "Services", "services"),
            .. Others(sv ? "Analyser" : "Analyses"),
            Group(sv ? "Bakgrund" : "Background", "buildings", "roads", "named_roads", "coast", "localities", "water"),
            Group(sv ? "Anmärkningar och tabeller" : "Notices and tables", "notices", "locality_pages", "criterion_values", "flats") with { IsExpanded = false },
        ];
        if (followUp is not null)
        {
            groups.Insert(0, new(HomeStyles.StateName(language), [FollowUpLayer(followUp, results)]));
        }

        string title = results.Frame.Title ?? "HousingInventory";
        string subtitle = sv ? Invariant($"Hus utan folkbokförd, efter lägespoäng. Läget {results.Frame.AsOf:yyyy-MM-dd}") : Invariant($"Homes where nobody is registered, by access score. As of {results.Frame.AsOf:yyyy-MM-dd}");
        QgisTheme[] themes = Themes(language, layers.Any(l => l.Name == BuildingLayer.Name), [.. layers.Select(l => l.Name)]);
        QgisPrintLayout sheet = new()
        {
            Name = sv ? "Karta A3" : "Map A3",
            Title = title,
            Subtitle = subtitle,
            Marking = sv ? "ARBETSMATERIAL" : "WORKING MATERIAL",
            LegendTitle = sv ? "Teckenförklaring" : "Legend",
            Legend = [.. groups.SelectMany(g => g.Layers).Where(l => l.Crs is not null && l.IsVisible && l.Id != Id("candidates")).Select(l => (l.Id, l.Id == Id("candidate_points") ? $"{l.Title}, {HomeStyles.ScoreName(language).ToLowerInvariant()}" : l.Title))],
            Sources = Sources(results),
            Theme = themes[0].Name,
            Extent = extent,
        };
        return new QgisProject
        {
            Title = title,
            Description = RunMetadata.Sentence(results),
            Crs = results.Frame.Crs,
            Extent = extent,
            Groups = groups,
            Relations = followUp is { IsEditable: true } ? [.. ((string[])["candidate_points", "candidates"]).Select(l => Relation(followUp, l, language))] : [],
            Themes = themes,
            Layouts =
            [
                sheet,
                sheet with
                {
                    Name = sv ? "Atlas, ett blad per ort" : "Atlas, a sheet a locality",
                    Atlas = new(Id("locality_pages"), "\"name\"", sv
                        ? Invariant($"[% \"name\" %] – [% \"candidates\" %] hus utan folkbokförd, bästa plats [% \"best_rank\" %]. Läget {results.Frame.AsOf:yyyy-MM-dd}. Blad [% @atlas_featurenumber %] av [% @atlas_totalfeatures %]")
                        : Invariant($"[% \"name\" %] – [% \"candidates\" %] homes where nobody is registered, best rank [% \"best_rank\" %]. As of {results.Frame.AsOf:yyyy-MM-dd}. Sheet [% @atlas_featurenumber %] of [% @atlas_totalfeatures %]")),
                },
            ],
        };

        QgisGroup Homes(string heading)
        {
            QgisGroup homes = Group(heading, "candidate_points", "candidates");
            return homes with { Layers = [Clusters(results), .. homes.Layers] };
        }

        QgisGroup[] Others(string heading) => results.Analyses.SelectMany(a => a.Layers).ToArray() is { Length: > 0 } own ? [new(heading, [.. own.Select(l => Layer(l, results, followUp))])] : [];

        QgisGroup Group(string heading, params string[] ids) => new(heading, [.. ids.SelectMany(id => layers.Where(l => l.Name == id)).Select(l => Layer(l, results, followUp))]);
    }

    private static QgisLayer Layer(ResultLayer table, Results results, FollowUpJoin? followUp)
    {
        bool isHomes = table.Name is "candidates" or "candidate_points";
        FollowUpJoin? join = isHomes || table.Name == "buildings" ? followUp : null;
        join = isHomes ? join : join is null ? null : join with { IsEditable = false };
        IReadOnlyList<(string Name, QmlStyle Style)> styles = LayerStyles.Of(table.Name, GpkgTables.Of(table, results.Frame).Columns, results, join is null ? null : join with { Relation = RelationOf(table.Name) });
        if (table.Name == "candidate_points")
        {
            // Further out the project has their counts; a layer that is opened alone has not.
            styles = [.. styles.Select(s => (s.Name, s.Style with { CloserThan = MapLook.ClustersFrom }))];
        }

        return new QgisLayer
        {
            Id = Id(table.Name),
            Title = table.Legend.In(results.Frame.Language),
            Source = $"{File}|layername={table.Name}",
            Crs = table.GeometryType is null ? null : results.Frame.Crs,
            Style = styles[0].Style,
            StyleName = styles[0].Name,
            OtherStyles = [.. styles.Skip(1)],
            IsReadOnly = !(isHomes && join is { IsEditable: true }),
            IsVisible = table.Name is not ("notices" or "locality_pages"),
            Join = join?.ToJoin(),
        };
    }

    /// <summary>The points once more, for scales at which they are counts.</summary>
    private static QgisLayer Clusters(Results results) => new()
    {
        Id = ClustersId,
        Title = results.Frame.Language == Language.Sv ? "Kandidater (antal)" : "Candidates (counts)",
        Source = $"{File}|layername={CandidateLayers.Points}",
        Crs = results.Frame.Crs,
        Style = HomeStyles.Clusters(results),
        StyleName = LayerStyles.StandardName(results.Frame.Language),
    };

    private static QgisLayer FollowUpLayer(FollowUpJoin followUp, Results results)
    {
        bool sv = results.Frame.Language == Language.Sv;
        string title = HomeStyles.StateName(results.Frame.Language);
        return new QgisLayer
        {
            Id = FollowUpJoin.Layer,
            Title = followUp.IsEditable ? title : title + (sv ? " (kopia, ändras i filen)" : " (copy, changed in its file)"),
            Source = followUp.Source,
            IsReadOnly = !followUp.IsEditable,
            Style = new QmlStyle
            {
                Geometry = QmlGeometry.None,
                Classes = [],
                Columns = followUp.OwnColumns,
                DisplayName = $"\"{followUp.ColumnOf[followUp.Key]}\"",
                Form = new QmlForm { Tabs = [new(title, [.. followUp.OwnColumns.Select(c => c.Name)])] },
            },
        };
    }

    /// <summary>A layer's id: QGIS wants a long one.</summary>
    private static string Id(string table) => "inventory_" + table;

    private static string RelationOf(string layer) => "followup_" + layer;

    private static QgisRelation Relation(FollowUpJoin followUp, string layer, Language language) =>
        new(RelationOf(layer), HomeStyles.StateName(language), FollowUpJoin.Layer, followUp.ColumnOf[followUp.Key], Id(layer), followUp.Key);

    private static QgisTheme[] Themes(Language language, bool withBuildings, ICollection<string> withLayers)
    {
        string standard = LayerStyles.StandardName(language), status = HomeStyles.StatusName(language);
        (string, string)[] around = [(Id("stops"), standard), (Id("bus_lines"), standard), (Id("services"), standard)];
        (string, string)[] below = [.. withBuildings ? [(Id("buildings"), status)] : ((string, string)[])[], (Id("localities"), standard), (Id("roads"), standard), .. Those("named_roads"), .. Those("coast"), (Id("water"), standard)];
        return
        [
            Candidates(HomeStyles.ScoreName(language)),
            Candidates(HomeStyles.StateName(language)),
            new(status, [.. around, .. below]),
        ];

        IEnumerable<(string, string)> Those(string layer) => withLayers.Contains(layer) ? [(Id(layer), standard)] : [];
        QgisTheme Candidates(string style) => new(style, [(ClustersId, standard), (Id("candidate_points"), style), (Id("candidates"), style), .. around, .. below]);
    }

    private static Envelope Extent(Results results)
    {
        Envelope area = new();
        foreach (int home in results.Ranking.Order)
        {
            area.ExpandToInclude(results.Registers.Buildings[results.Scores.Homes[home]].House);
        }

        foreach (Locality locality in area.IsNull ? results.Surroundings.Localities : [])
        {
            area.ExpandToInclude(locality.Area.EnvelopeInternal);
        }

        foreach (Building building in area.IsNull ? results.Registers.Buildings.Where(b => b.IsDwelling) : [])
        {
            area.ExpandToInclude(building.House);
        }

        return Html.MapFrame.Roomy(area);
    }

    private static string Sources(Results results)
    {
        RunFrame frame = results.Frame;
        bool sv = frame.Language == Language.Sv;
        List<string> lines = [sv ? "Underlag" : "Sources", .. DataTerms.Lines(results), ""];
        Add(sv ? "Ändamål" : "Purpose", frame.Purpose);
        Add(sv ? "Ansvarig" : "Responsible", frame.Responsible);
        Add(sv ? "Gallras efter" : "Delete after", frame.DeleteAfter?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add(sv ? "Koordinatsystem" : "Coordinate system", Invariant($"{frame.Crs.Name} (EPSG:{frame.Crs.Epsg})"));
        lines.Add(sv ? "Ingen folkbokförd betyder inte att huset är tomt." : "Nobody registered does not mean that the house is vacant.");
        return string.Join('\n', lines);

        void Add(string what, string? said)
        {
            if (said is not null)
            {
                lines.Add($"{what}: {said}");
            }
        }
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
