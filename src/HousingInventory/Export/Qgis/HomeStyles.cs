using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Score;

namespace HousingInventory.Export.Qgis;

/// <summary>
/// How houses look: candidates by score, by follow-up and by the points of each criterion, dwelling buildings by status and by the test that left them out.
/// Points are those of all maps (<see cref="MapLook"/>), kinds are the colours of Okabe and Ito. Styles go by column names, which stay when labels change.
/// </summary>
internal static class HomeStyles
{
    /// <summary>GeoPackage's table of styles holds names of this length.</summary>
    private const int LongestName = 30;

    private static readonly (FollowUpState State, string Colour, string Shape)[] StateLooks =
    [
        (FollowUpState.NotStarted, "#ffffff", "circle"),
        (FollowUpState.Contacted, LayerStyles.Sky, "triangle"),
        (FollowUpState.Interested, LayerStyles.Green, "star"),
        (FollowUpState.Declined, LayerStyles.Orange, "square"),
        (FollowUpState.DoNotContact, LayerStyles.Vermillion, "cross_fill"),
        (FollowUpState.InUse, LayerStyles.Purple, "diamond"),
        (FollowUpState.Unsuitable, LayerStyles.Ink, "pentagon"),
        (FollowUpState.Taken, LayerStyles.Blue, "hexagon"),
    ];

    /// <summary>Pale, since candidates are to stand out before them.</summary>
    private static readonly (Status Status, string Colour)[] StatusLooks =
        [(Status.NobodyRegistered, "#7f9fb8"), (Status.Secondary, "#c9a86a"), (Status.Undetermined, "#a3a3a3")];

    private static readonly (FunnelTest Test, string Colour)[] TestLooks =
    [
        (FunnelTest.Stop, LayerStyles.Vermillion),
        (FunnelTest.HolidayHome, LayerStyles.Yellow),
        (FunnelTest.HousePart, LayerStyles.Purple),
        (FunnelTest.Planned, "#8c564b"),
        (FunnelTest.FollowUp, LayerStyles.Ink),
    ];

    /// <summary>Of a run's settlements in turn.</summary>
    private static readonly string[] SettlementLooks = [LayerStyles.Green, LayerStyles.Sky];

    /// <summary>The styles of the candidates, as outlines or as points.</summary>
    public static List<(string Name, QmlStyle Style)> Candidates(QmlGeometry geometry, IReadOnlyList<GpkgColumn> columns, Results results, FollowUpJoin? join)
    {
        Language language = results.Frame.Language;
        QmlStyle common = new()
        {
            Geometry = geometry,
            Classes = [],
            CloserThan = geometry == QmlGeometry.Polygon ? MapLook.OutlinesFrom : null,
            FartherThan = geometry == QmlGeometry.Point ? MapLook.OutlinesFrom : null,
            Label = geometry == QmlGeometry.Polygon ? new("\"ref\"", MapLook.OutlinesFrom, IsBeside: true) : new(First, MapLook.LabelsFrom, 8, IsBold: true),
            DisplayName = "\"ref\"",
            Actions = [OpenMap(results)],
        };
        List<(string Name, QmlStyle Style)> styles =
        [
            (ScoreName(language), common with { ClassifiedBy = "score", Classes = ByPoints(geometry, language), Form = HomeForm.Candidate(columns, language, join), MapTip = HomeForm.MapTip }),
            (StateName(language), common with { ClassifiedBy = StateOf(join), Classes = ByState(geometry, language), Actions = [] }),
        ];
        if (results.Changes is not null)
        {
            styles.Add((ChangeName(language), common with { ClassifiedBy = "change", Classes = ByChange(geometry, language) }));
        }

        foreach ((Criterion criterion, _) in results.Scores.Criteria)
        {
            // What was not measured has no points, and shows as such.
            QmlClass none = new(language == Language.Sv ? "Ej uppmätt" : "Not measured", "-1", new(MapLook.Unmeasured, LayerStyles.Ink, Stroke(geometry), SizeMm: 2.2), "-0.1");
            string name = criterion.Name + "_points";
            string title = columns.FirstOrDefault(c => c.Name == name)?.Title ?? name;
            styles.Add((Unique(title, styles), common with { ClassifiedBy = $"coalesce(\"{name}\", -1)", Classes = [.. ByPoints(geometry, language), none], Actions = [] }));
        }

        return styles;
    }

    /// <summary>The same points for a municipality seen as a whole: those near each other are one count.</summary>
    public static QmlStyle Clusters(Results results) => new()
    {
        Geometry = QmlGeometry.Point,
        ClassifiedBy = "score",
        Classes = ByPoints(QmlGeometry.Point, results.Frame.Language),
        ClusterMm = 9,
        FartherThan = MapLook.ClustersFrom,
        DisplayName = "\"ref\"",
    };

    /// <summary>Only the first have their place beside them: more would hide the map.</summary>
    private static string First { get; } = FormattableString.Invariant($"CASE WHEN \"rank\" <= {MapLook.Labelled} THEN \"rank\" END");

    /// <summary>
    /// Opens the home in the municipality's own map where the configuration names one, else in Lantmäteriet's. Coordinates go there when the user asks for it, and
    /// nothing before.
    /// </summary>
    private static QmlAction OpenMap(Results results)
    {
        string northEast = $"transform(centroid($geometry), '{FormattableString.Invariant($"EPSG:{results.Frame.Crs.Epsg}")}', 'EPSG:3006')";
        string degrees = $"transform(centroid($geometry), '{FormattableString.Invariant($"EPSG:{results.Frame.Crs.Epsg}")}', 'EPSG:4326')";
        string address = (results.Rules.Shortlist.MapLink ?? "https://minkarta.lantmateriet.se/?e={east}&n={north}&z=13&profile=flygbildmedgranser")
            .Replace("{east}", results.Rules.Shortlist.MapLink is null ? $"[%round(x({northEast}))%]" : "[%round(x(centroid($geometry)))%]", StringComparison.Ordinal)
            .Replace("{north}", results.Rules.Shortlist.MapLink is null ? $"[%round(y({northEast}))%]" : "[%round(y(centroid($geometry)))%]", StringComparison.Ordinal)
            .Replace("{lat}", $"[%round(y({degrees}),5)%]", StringComparison.Ordinal)
            .Replace("{lon}", $"[%round(x({degrees}),5)%]", StringComparison.Ordinal);
        return new("{6f3b1f52-3f0e-4a5e-9c0b-6d0c4d9a7e11}", results.Frame.Language == Language.Sv ? "Öppna huset i karttjänst" : "Open the home in a map service", address);
    }

    /// <summary>The styles of the dwelling buildings.</summary>
    public static List<(string Name, QmlStyle Style)> Buildings(IReadOnlyList<GpkgColumn> columns, Results results, FollowUpJoin? join)
    {
        Language language = results.Frame.Language;
        QmlStyle common = new() { Geometry = QmlGeometry.Polygon, Classes = [], CloserThan = 100_000, DisplayName = "\"ref\"" };
        bool sv = language == Language.Sv;
        return
        [
            (StatusName(language), common with
            {
                ClassifiedBy = "status",
                Classes = [.. StatusLooks.Select(k => Class(Term.Of(k.Status), k.Colour, language))],
                Form = HomeForm.Building(columns, language, join),
            }),
            (sv ? "Föll på" : "Left out by", common with
            {
                ClassifiedBy = "CASE WHEN \"status\" <> 'nobody-registered' THEN 'other' ELSE coalesce(\"left_out\", 'candidate') END",
                Classes =
                [
                    new(sv ? "Kandidat" : "Candidate", "candidate", Filled(LayerStyles.Blue)),
                    Class(Term.Of(FunnelTest.Footprint), LayerStyles.Orange, language),
                    .. results.Flags.SettlementTests.Select((test, i) => Class(test, SettlementLooks[i % SettlementLooks.Length], language)),
                    .. TestLooks.Select(k => Class(Term.Of(k.Test), k.Colour, language)),
                    new(sv ? "Annan status" : "Another status", "other", new("#f0f0f080", LayerStyles.Grey, 0.5)),
                ],
            }),
        ];
    }

    public static string ScoreName(Language language) => language == Language.Sv ? "Lägespoäng" : "Access score";

    public static string StateName(Language language) => language == Language.Sv ? "Uppföljning" : "Follow-up";

    public static string ChangeName(Language language) => language == Language.Sv ? "Sedan förra gången" : "Since last time";

    public static string StatusName(Language language) => language == Language.Sv ? "Folkbokföringsstatus" : "Registration status";

    /// <summary>What is written now; where that is not all of the follow-up, what the run read stands in.</summary>
    private static string StateOf(FollowUpJoin? join) => (join?.Joined("state"), join?.IsWhole) switch
    {
        (null, _) => $"coalesce(\"state\", '{Term.Of(FollowUpState.NotStarted).Key}')",
        ({ } joined, true) => $"coalesce(\"{joined}\", '{Term.Of(FollowUpState.NotStarted).Key}')",
        ({ } joined, _) => $"coalesce(\"{joined}\", \"state\", '{Term.Of(FollowUpState.NotStarted).Key}')",
    };

    private static QmlClass Class(Term term, string colour, Language language) => new(term.In(language), term.Key, Filled(colour));

    private static QmlSymbol Filled(string colour) => new(colour + "80", colour, 0.5);

    private static string Number(decimal score) => score.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);

    private static double Stroke(QmlGeometry geometry) => geometry == QmlGeometry.Polygon ? 0.25 : 0.2;

    private static QmlClass[] ByPoints(QmlGeometry geometry, Language language) =>
    [
        .. MapLook.Scores.Select(c => new QmlClass(
            c.Label(language), Number(c.From), new(c.Colour, MapLook.Ink, Stroke(geometry), SizeMm: 2.8), Number(c.To))),
    ];

    /// <summary>New homes have a ring; those that stood on the earlier list are small and quiet.</summary>
    private static QmlClass[] ByChange(QmlGeometry geometry, Language language) =>
    [
        new(ChangeColumns.Kinds[0].In(language), ChangeColumns.Kinds[0].Key, new("#ffffff", LayerStyles.Vermillion, geometry == QmlGeometry.Polygon ? 0.9 : 0.7, SizeMm: 4)),
        new(ChangeColumns.Kinds[1].In(language), ChangeColumns.Kinds[1].Key, new(LayerStyles.Grey, LayerStyles.Ink, Stroke(geometry), SizeMm: 2.2)),
    ];

    private static QmlClass[] ByState(QmlGeometry geometry, Language language) =>
        [.. StateLooks.Select(k => new QmlClass(Term.Of(k.State).In(language), Term.Of(k.State).Key, new(k.Colour, LayerStyles.Ink, Stroke(geometry), k.Shape, k.Shape is "star" or "cross_fill" ? 4.4 : 3)))];

    private static string Unique(string title, List<(string Name, QmlStyle Style)> taken)
    {
        string cut = title.Length <= LongestName ? title : title[..(char.IsHighSurrogate(title[LongestName - 2]) ? LongestName - 2 : LongestName - 1)] + "…";
        string name = cut;
        for (int n = 2; taken.Exists(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase)); n++)
        {
            string number = FormattableString.Invariant($" {n}");
            name = cut[..Math.Min(cut.Length, LongestName - number.Length)] + number;
        }

        return name;
    }
}
