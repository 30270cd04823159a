using System.ComponentModel;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Routing.Roads;
using HousingInventory.Routing.Spatial;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Score;

/// <summary>Whose tables of public transport quality classes are used.</summary>
public enum QualityTables
{
    /// <summary>Swiss federal classes A to D; stops at one departure an hour.</summary>
    Are,

    /// <summary>GOAT's German classes A to F; intervals under two hours.</summary>
    Goat,

    /// <summary>Austrian classes A to G, which reach down to four buses a day each way.</summary>
    Oerok,
}

/// <summary>
/// ÖV-Güteklassen: departures of a school weekday 06-20 give a stop category, category and distance a class; the best class of all stops counts. Straight distance
/// but for the Austrian tables, which have the walk along roads to the nearest post of the stop.
/// </summary>
public sealed record QualityClassCriterion : Criterion
{
    private const string Letters = "ABCDEFG";

    [Description("Whose tables: are (Switzerland), goat (Germany) or oerok (Austria).")]
    public QualityTables Tables { get; init; } = QualityTables.Are;

    internal override IReadOnlyList<string> Needs => Tables == QualityTables.Oerok ? ["roads", "timetable"] : ["timetable"];

    internal override MeasureInfo Info => new(
        "", 0, "ÖV-Güteklasse (1 = A)", "Public transport quality class (1 = A)", "Klassens nummer, 0 utan klass.", "Number of the class, 0 without one.");

    private QualityScheme Scheme => Tables switch { QualityTables.Are => QualityScheme.Are, QualityTables.Goat => QualityScheme.Goat, _ => QualityScheme.Oerok };

    internal override double Burden(double measure) => measure == 0 ? double.PositiveInfinity : measure;

    internal override Sentence? Fault() => Shape == Shape.Linear ? null : ".shape of oev-gueteklassen is linear, class by class";

    internal override CriterionResult Measure(AccessContext access, IReadOnlyList<Building> homes, Run run)
    {
        if (access.Transit.Choice[ServiceDayType.Term].Date is not { } date)
        {
            return MeasureColumn.WithoutData(homes.Count, Lack.Day(ServiceDayType.Term));
        }

        int[] categories = Categories(access.Day(date));
        Func<int, (int[] Categories, double[] DistancesM)> near = Tables == QualityTables.Oerok ? Walked(access, categories) : Straight(access, categories);
        Connections[]? connected = Tables == QualityTables.Oerok ? access.ConnectedHomes(RoadMode.Foot) : null;
        MeasureColumn column = new(homes.Count);
        object?[] classes = new object?[homes.Count];
        for (int i = 0; i < homes.Count; i++)
        {
            if (connected is { } c && !c[i].IsConnected)
            {
                column.Missing(i, access.StateOffNetwork(i));
                continue;
            }

            (int[] of, double[] distancesM) = near(i);
            char best = Scheme.BestClass(of, distancesM);
            int number = Letters.IndexOf(best, StringComparison.Ordinal) + 1;
            int count = Scheme.Classes.SelectMany(row => row).Max() - 'A' + 1;
            column.Measured(i, number, number == 0 ? 0 : Points.Linear(number, 1, count + 1));
            classes[i] = number == 0 ? "-" : best.ToString();
        }

        return column.Result(new ExtraColumn("_class", new MeasureInfo("text", 0, "ÖV-Güteklasse", "Public transport quality class", "A är bäst; - utan klass.", "A is best; - without a class."), classes));
    }

    private int[] Categories(DayTrips day) => Tables switch
    {
        QualityTables.Goat => [.. WindowTraffic.Arrivals(day, QualityScheme.WindowFromS, QualityScheme.WindowUntilS).Select(t => QualityClasses.GoatCategory(t))],
        QualityTables.Are => [.. WindowTraffic.Departures(day, QualityScheme.WindowFromS, QualityScheme.WindowUntilS).Select(QualityClasses.AreCategory)],
        _ => [.. WindowTraffic.Departures(day, QualityScheme.WindowFromS, QualityScheme.WindowUntilS).Select(QualityClasses.OerokCategory)],
    };

    private Func<int, (int[] Categories, double[] DistancesM)> Straight(AccessContext access, int[] categories)
    {
        StopTable stops = access.Transit.Timetable.Stops;
        int[] counted = [.. Enumerable.Range(0, categories.Length).Where(s => categories[s] != QualityScheme.None && stops.IsPlaced(s))];
        PointGrid grid = new([.. counted.Select(s => stops.MidpointOf(s).X)], [.. counted.Select(s => stops.MidpointOf(s).Y)]);
        List<int> hits = [];
        return home =>
        {
            (double x, double y) = (access.Homes[home].House.X, access.Homes[home].House.Y);
            grid.Within(x, y, Scheme.LimitsM[^1], hits);
            return ([.. hits.Select(h => categories[counted[h]])], [.. hits.Select(h => Distance(stops.MidpointOf(counted[h]), x, y))]);
        };
    }

    private Func<int, (int[] Categories, double[] DistancesM)> Walked(AccessContext access, int[] categories)
    {
        AccessLists lists = AccessLists.Build(access.Network, access.ConnectedHomes(RoadMode.Foot), access.ConnectedPosts(), Scheme.LimitsM[^1]);
        PostTable posts = access.Transit.Timetable.Posts;
        return home => ([.. lists.Of(home).ToArray().Select(p => categories[posts.StopOf(p.Id)])], [.. lists.Of(home).ToArray().Select(p => p.DistanceM)]);
    }

    private static double Distance((double X, double Y) stop, double x, double y) => Math.Sqrt(((stop.X - x) * (stop.X - x)) + ((stop.Y - y) * (stop.Y - y)));
}
