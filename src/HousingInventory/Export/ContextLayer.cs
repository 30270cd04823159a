using HousingInventory.Diagnostics;
using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Export;

/// <summary>A layer around the candidates: stops, bus lines, services, localities, notices. It has columns of its own and no building in it.</summary>
internal sealed record ContextLayer(string Name, string GeometryType, Term Words, string DescriptionSv, string DescriptionEn)
{
    public IReadOnlyList<ContextColumn> Columns { get; init; } = [];

    public IEnumerable<(Geometry? Geometry, object?[] Values)> Rows { get; init; } = [];

    public string Label(Language language) => language == Language.Sv ? Words.Sv : Words.En;

    public string Description(Language language) => language == Language.Sv ? DescriptionSv : DescriptionEn;

    /// <summary>All of them, in the order in which they are listed.</summary>
    public static IEnumerable<ContextLayer> All(Results results, Run run, GeometryFactory factory) =>
        [Stops(results, factory), BusLines(results), Services(results, factory), Localities(results, factory), .. results.Analyses.SelectMany(a => a.Layers), Notices(results, run)];

    private static ContextLayer Stops(Results results, GeometryFactory factory)
    {
        Transit? transit = results.Surroundings.Transit;
        return new ContextLayer("stops", "POINT", new("stops", "Hållplatser", "Stops"), "Hållplatser, där lägena på var sida av vägen är en.", "Stops, the posts on both sides of the road as one.")
        {
            Columns =
            [
                new("stop_id", ResultType.Text, "Hållplats-id", "Stop id"),
                new("name", ResultType.Text, "Namn", "Name"),
                new("departures", ResultType.Integer, "Avgångar per skolvardag", "Departures per school weekday"),
                new("lines", ResultType.Text, "Linjer", "Lines"),
                new("first_departure", ResultType.Text, "Första avgång", "First departure"),
                new("last_departure", ResultType.Text, "Sista avgång", "Last departure"),
                new("counts", ResultType.Boolean, "Räknas", "Counts"),
                new("only_booked", ResultType.Boolean, "Bara anropsstyrt", "Booked traffic only"),
            ],
            Rows = (transit?.Stops ?? []).Select(s => (
                (Geometry?)factory.CreatePoint(new Coordinate(s.X, s.Y)),
                (object?[])[s.Id, s.Name, (long)s.Departures, s.Lines, s.FirstDeparture, s.LastDeparture, s.Counts, s.OnlyBooked])),
        };
    }

    private static ContextLayer BusLines(Results results) =>
        new("bus_lines", "MULTILINESTRING", new("bus_lines", "Busslinjer", "Bus lines"), "Linjesträckningar med trafik på skolvardagen.", "Courses of lines that run on the school weekday.")
        {
            Columns =
            [
                new("line", ResultType.Text, "Linje", "Line"),
                new("agency", ResultType.Text, "Trafikföretag", "Agency"),
                new("trips", ResultType.Integer, "Turer per skolvardag", "Trips per school weekday"),
            ],
            Rows = (results.Surroundings.Transit?.LineCourses ?? []).Select(l => ((Geometry?)l.Course, (object?[])[l.Line, l.Agency, (long)l.Trips])),
        };

    /// <summary>A background for the map, which is no result: only inventory.gpkg has it, water only where a source does.</summary>
    public static IEnumerable<ContextLayer> Background(Results results, GeometryFactory factory) =>
        results.Surroundings.Water.Any(IsArea) ? [Roads(results, factory), Water(results, factory)] : [Roads(results, factory)];

    private static ContextLayer Roads(Results results, GeometryFactory factory) =>
        new("roads", "LINESTRING", new("roads", "Större vägar", "Major roads"), "Större vägar, som bakgrund.", "Major roads, as a background.")
        {
            Columns = [new("length_m", ResultType.Integer, "Längd (m)", "Length (m)")],
            Rows = RoadLines(results, factory).Select(l => ((Geometry?)l, (object?[])[(long)Math.Round(l.Length, MidpointRounding.AwayFromZero)])),
        };

    private static bool IsArea(Geometry geometry) => geometry is Polygon or MultiPolygon;

    private static ContextLayer Water(Results results, GeometryFactory factory) =>
        new("water", "MULTIPOLYGON", new("water", "Vatten", "Water"), "Sjöar och vattendrag, som bakgrund.", "Lakes and rivers, as a background.")
        {
            Columns = [new("area_m2", ResultType.Integer, "Yta (m²)", "Area (m²)")],
            Rows = results.Surroundings.Water.Where(IsArea).Select(w => (
                (Geometry?)(w is Polygon one ? factory.CreateMultiPolygon([one]) : w), (object?[])[(long)Math.Round(w.Area, MidpointRounding.AwayFromZero)])),
        };

    private static IEnumerable<LineString> RoadLines(Results results, GeometryFactory factory)
    {
        if (results.Surroundings.MajorRoads is not { } roads)
        {
            yield break;
        }

        for (int line = 0; line + 1 < roads.FirstPoint.Length; line++)
        {
            Coordinate[] points = [.. Enumerable.Range(roads.FirstPoint[line], roads.FirstPoint[line + 1] - roads.FirstPoint[line]).Select(p => new Coordinate(roads.X[p], roads.Y[p]))];
            if (points.Length > 1)
            {
                yield return factory.CreateLineString(points);
            }
        }
    }

    private static ContextLayer Services(Results results, GeometryFactory factory) =>
        new("services", "POINT", new("services", "Serviceställen", "Services"), "Butiker, skolor, hälsocentraler och annan service.", "Shops, schools, health centres and other services.")
        {
            Columns = [new("category", ResultType.Text, "Kategori", "Category"), new("name", ResultType.Text, "Namn", "Name")],
            Rows = results.Surroundings.Services.Select(s => ((Geometry?)factory.CreatePoint(new Coordinate(s.X, s.Y)), (object?[])[s.Category, s.Name])),
        };

    private static ContextLayer Localities(Results results, GeometryFactory factory)
    {
        long[] byLocality = new long[results.Surroundings.Localities.Count];
        foreach (int locality in results.Flags.Candidates.Select(c => results.Flags.LocalityOf[c]).Where(l => l >= 0))
        {
            byLocality[locality]++;
        }

        return new ContextLayer("localities", "MULTIPOLYGON", new("localities", "Orter", "Localities"), "Orter med antal kandidater.", "Localities with their number of candidates.")
        {
            Columns = [new("name", ResultType.Text, "Ort", "Locality"), new("candidates", ResultType.Integer, "Kandidater", "Candidates")],
            Rows = results.Surroundings.Localities.Select((l, i) => (
                (Geometry?)(l.Area is Polygon polygon ? factory.CreateMultiPolygon([polygon]) : l.Area), (object?[])[l.Name, byLocality[i]])),
        };
    }

    private static ContextLayer Notices(Results results, Run run)
    {
        Language language = results.Frame.Language;
        return new ContextLayer("notices", "POINT", new("notices", "Anmärkningar", "Notices"), "Brister i underlaget och hur de rättas.", "What is wrong in the data and how to mend it.")
        {
            Columns =
            [
                new("code", ResultType.Text, "Kod", "Code"),
                new("severity", ResultType.Text, "Allvar", "Severity"),
                new("source", ResultType.Text, "Källa", "Source"),
                new("row_number", ResultType.Integer, "Rad", "Row"),
                new("feature", ResultType.Text, "Objekt", "Feature"),
                new("text", ResultType.Text, "Vad", "What"),
                new("remedy", ResultType.Text, "Gör så här", "What to do"),
            ],
            Rows = run.Notices.Samples.Select(n => (
                (Geometry?)n.Place, (object?[])[n.Code, NoticesFile.Word(n.Severity, language), n.Source, n.Row, n.Feature, n.Text(language), n.Remedy(language)])),
        };
    }
}

/// <summary>A column of a context layer.</summary>
internal sealed record ContextColumn(string Name, ResultType Type, string Sv, string En)
{
    public string Label(Language language) => language == Language.Sv ? Sv : En;
}
