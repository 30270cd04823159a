using HousingInventory.Export;
using HousingInventory.Export.Qgis;
using HousingInventory.Formats;
using HousingInventory.Model.Supply;
using HousingInventory.Plan.Conversions;
using HousingInventory.Plan.Placement;
using NetTopologySuite.Geometries;

namespace HousingInventory.Plan.Writing;

/// <summary>plan.gpkg: homes and premises as layers, styled, with a project. No household stands in it, and nothing that could be tied to one.</summary>
internal static class PlanGeoPackage
{
    private const string Name = "plan.gpkg";

    public static WrittenFile Write(PlanResults results, PlanWords words, string folder)
    {
        Crs crs = CrsTable.FindByText(results.Config.Crs)!;
        GeometryFactory factory = new(new PrecisionModel(), crs.Epsg);
        using GeoPackageWriter file = GeoPackageWriter.Create(Path.Combine(folder, Name), results.AsOf.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        Dictionary<string, long> rows = new(StringComparer.Ordinal);
        Site[] homes = [.. results.Sites.Where(s => s.Place is not null && s.Status is not (HomeStatus.Occupied or HomeStatus.Ended or HomeStatus.Lost))];
        ScreenedPremises[] premises = [.. results.Premises.Where(p => p.Place is not null)];
        GpkgLayerDefinition homeLayer = Homes(words, crs);
        GpkgLayerDefinition premisesLayer = Premises(words, crs);
        rows["homes"] = file.AddLayer(homeLayer, homes.Select(s => ((Geometry?)Point(factory, s.Place!.Value), HomeRow(s))));
        rows["premises"] = file.AddLayer(premisesLayer, premises.Select(p => ((Geometry?)Point(factory, p.Place!.Value), PremisesRow(p))));
        QmlStyle homeStyle = HomeStyle(homeLayer.Columns, words), premisesStyle = PremisesStyle(premisesLayer.Columns, words);
        file.AddStyle("homes", words.Say("Läge", "Status"), homeStyle.ToXml(), isDefault: true);
        file.AddStyle("premises", words.Say("Klass", "Class"), premisesStyle.ToXml(), isDefault: true);
        file.AddQgisProject(words.Say("veckoplan", "plan"), Project(results, words, crs, (homeLayer, homeStyle), (premisesLayer, premisesStyle)).ToQgz());
        file.Complete();
        return new WrittenFile(Name, rows);
    }

    private static Point Point(GeometryFactory factory, (double X, double Y) place) => factory.CreatePoint(new Coordinate(place.X, place.Y));

    private static GpkgLayerDefinition Homes(PlanWords words, Crs crs) => new()
    {
        Name = "homes",
        Identifier = words.Say("Bostäder", "Homes"),
        Description = words.Say("Bostäder som är lediga eller på väg. Inga hushåll.", "Homes that are free or on their way. No households."),
        Crs = crs,
        GeometryType = "POINT",
        Columns =
        [
            Column("home", "TEXT", words.Say("Bostad", "Home")), Column("channel", "TEXT", words.Say("Kanal", "Channel")),
            Column("status", "TEXT", words.Say("Läge", "Status")),
            Column("beds", "INTEGER", words.Say("Bäddplatser", "Beds")), Column("rooms", "INTEGER", words.Say("Rum", "Rooms")),
            Column("free_from", "DATE", words.Say("Ledig från", "Free from")),
            Column("locality", "TEXT", words.Say("Ort", "Locality")), Column("corridor", "TEXT", words.Say("Linje", "Line")),
            Column("access", "DOUBLE", words.Say("Lägespoäng", "Access score")),
        ],
    };

    private static GpkgLayerDefinition Premises(PlanWords words, Crs crs) => new()
    {
        Name = "premises",
        Identifier = words.Say("Lokaler", "Premises"),
        Description = words.Say("Lokaler som kan bli bostäder för ensamma.", "Premises that may become homes for single households."),
        Crs = crs,
        GeometryType = "POINT",
        Columns =
        [
            Column("premises", "TEXT", words.Say("Lokal", "Premises")), Column("class", "TEXT", words.Say("Klass", "Class")),
            Column("units", "INTEGER", words.Say("Bostäder", "Units")),
            Column("locality", "TEXT", words.Say("Ort", "Locality")), Column("access", "DOUBLE", words.Say("Lägespoäng", "Access score")),
            Column("ready_on", "DATE", words.Say("Kan bebos", "Ready on")),
        ],
    };

    private static GpkgColumn Column(string name, string type, string title) => new(name, type, title, title);

    /// <summary>An offered home shows as one in preparation: that it is offered could be tied to somebody.</summary>
    private static object?[] HomeRow(Site site) =>
    [
        site.Id, Terms.Key(site.Home.Channel), Terms.Key(site.Status == HomeStatus.Offered ? HomeStatus.Preparing : site.Status), site.Beds,
        Balance.Beds.RoomsOf(site.Home), site.Home.FreeFrom, site.Village, site.Corridor,
        site.AccessTenths / 10.0,
    ];

    private static object?[] PremisesRow(ScreenedPremises premises) =>
        [premises.Row.Id, Terms.Key(premises.Class), premises.Units, premises.Village, premises.AccessTenths / 10.0, premises.ReadyOn];

    private static QmlStyle HomeStyle(IReadOnlyList<GpkgColumn> columns, PlanWords words) => new()
    {
        Geometry = QmlGeometry.Point,
        ClassifiedBy = "status",
        Classes =
        [
            new(words.Say("Klar", "Ready"), "ready", new QmlSymbol(LayerStyles.Blue, SizeMm: 3.2)),
            new(words.Say("Iordningställs", "In preparation"), "preparing", new QmlSymbol(LayerStyles.Orange, Shape: "square", SizeMm: 3)),
        ],
        Label = new("\"beds\"", 60_000),
        Columns = columns,
        DisplayName = "\"home\"",
    };

    private static QmlStyle PremisesStyle(IReadOnlyList<GpkgColumn> columns, PlanWords words) => new()
    {
        Geometry = QmlGeometry.Point,
        ClassifiedBy = "class",
        Classes =
        [
            new(words.Say("Lämplig", "Suitable"), "suitable", new QmlSymbol(LayerStyles.Green, Shape: "triangle", SizeMm: 3.4)),
            new(words.Say("Möjlig", "Possible"), "possible", new QmlSymbol(LayerStyles.Yellow, Shape: "triangle", SizeMm: 3.4)),
            new(words.Say("Okänd", "Unknown"), "unknown", new QmlSymbol(LayerStyles.Grey, Shape: "diamond", SizeMm: 3.2)),
            new(words.Say("Olämplig", "Unsuitable"), "unsuitable", new QmlSymbol(LayerStyles.Ink, Shape: "cross_fill", SizeMm: 3)),
        ],
        Columns = columns,
        DisplayName = "\"premises\"",
    };

    private static QgisProject Project(PlanResults results, PlanWords words, Crs crs, params (GpkgLayerDefinition Layer, QmlStyle Style)[] layers)
    {
        Envelope extent = new();
        foreach ((double x, double y) in results.Sites.Select(s => s.Place).Concat(results.Premises.Select(p => p.Place)).OfType<(double, double)>())
        {
            extent.ExpandToInclude(x, y);
        }

        if (extent.IsNull)
        {
            extent = new Envelope(500_000, 510_000, 7_000_000, 7_010_000);
        }

        extent.ExpandBy(1000);
        return new QgisProject
        {
            Title = results.Config.Title ?? "HousingInventory",
            Description = words.Say("Bostäder och lokaler i veckoplanen. Arbetsmaterial.", "Homes and premises of the weekly plan. Working material."),
            Crs = crs,
            Extent = extent,
            Groups =
            [
                new(words.Say("Veckoplan", "Weekly plan"), [.. layers.Select(l => new QgisLayer
                {
                    Id = "weekly_plan_" + l.Layer.Name,
                    Title = l.Layer.Identifier,
                    Source = $"./{Name}|layername={l.Layer.Name}",
                    Crs = crs,
                    Style = l.Style,
                })]),
            ],
        };
    }
}
