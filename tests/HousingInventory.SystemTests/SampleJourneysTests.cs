using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace HousingInventory.SystemTests;

/// <summary>Every journey that the results and <c>explain</c> tell of the sample's homes can be ridden, row by row, in the timetable as it lies in the zip.</summary>
public sealed partial class SampleJourneysTests(SampleRun run) : IClassFixture<SampleRun>
{
    private static readonly Dictionary<string, string> Days = new(StringComparer.Ordinal)
    {
        ["skolvardag"] = "term",
        ["vardag under skollov"] = "holiday",
        ["fredag"] = "friday",
        ["lördag"] = "saturday",
        ["söndag"] = "sunday",
    };

    private readonly RawTimetable _timetable = new(Path.Combine(RepositoryRoot.Path, "data-samples", "skelleftea-mini", "gtfs.zip"));

    [Fact]
    public void Journeys_in_the_results_are_ridden_in_the_raw_timetable()
    {
        IReadOnlyList<string[]> homes = Database.Rows(run["inventory.gpkg"], "select weekday_best, weekday_failing, centre_best from candidates");
        int rides = homes.Sum(h => h.Sum(Replay));
        Assert.True(rides > homes.Count, $"{rides} rides of {homes.Count} homes");
    }

    [Fact]
    public void Journeys_that_explain_tells_are_ridden_in_the_raw_timetable()
    {
        string config = Path.Combine(RepositoryRoot.Path, "data-samples", "skelleftea-mini", "inventory.json");
        IReadOnlyList<string[]> homes = Database.Rows(run["inventory.gpkg"], "select building_id from candidates where rank % 4 = 3 order by rank");
        int rides = homes.Sum(h => HousingInventoryCommand.Run("explain", config, h[0]).Succeeded().Output.Split('\n').Sum(Replay));
        Assert.True(rides > 40, $"{rides} rides of {homes.Count} homes");
    }

    /// <summary>Rides the journeys of one sentence on the day that it names, a term day if none; gives the number of rides.</summary>
    private int Replay(string text)
    {
        string type = Days.FirstOrDefault(d => text.Contains(", " + d.Key + ":", StringComparison.Ordinal) || text.Contains(", " + d.Key + " (", StringComparison.Ordinal)).Value ?? "term";
        DateOnly day = DateOnly.ParseExact(run.Manifest["serviceDays"]![type]!["date"]!.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        string[] allowed = text.Contains("turer som måste beställas. Med dem:", StringComparison.Ordinal) ? ["", "0", "2", "3"] : ["", "0", "3"];
        int rides = 0;
        foreach (Match journey in Journey().Matches(text))
        {
            int now = Minutes(journey.Groups["leave"].Value);
            bool isFirst = true;
            foreach (Match part in Part().Matches(journey.Groups["parts"].Value))
            {
                if (part.Groups["walk"].Success)
                {
                    // Walks are told in tenths of a minute, and times of the clock rounded down: whole minutes are a lower bound.
                    now += int.Parse(part.Groups["walk"].Value, CultureInfo.InvariantCulture);
                    continue;
                }

                (int board, int alight) = (Later(now, part.Groups["board"].Value), Later(now, part.Groups["alight"].Value));
                Assert.True(board >= now + (isFirst ? 1 : 0), text);
                Assert.True(
                    _timetable.Rides(day, part.Groups["line"].Value, part.Groups["from"].Value, board, part.Groups["to"].Value, alight, allowed),
                    $"{day:yyyy-MM-dd}: no trip of the timetable is this ride: {part.Value}");
                (now, isFirst) = (alight, false);
                rides++;
            }

            Assert.InRange(Later(now, journey.Groups["arrive"].Value), now, now + 60);
        }

        return rides;
    }

    private static int Minutes(string clock) => (int.Parse(clock.AsSpan(0, 2), CultureInfo.InvariantCulture) * 60) + int.Parse(clock.AsSpan(3, 2), CultureInfo.InvariantCulture);

    /// <summary>A time of the clock as minutes of the service day: past midnight if it would else lie before.</summary>
    private static int Later(int now, string clock) => Minutes(clock) is int m && m >= now ? m : Minutes(clock) + 1440;

    [GeneratedRegex(@"(Hemifrån|Därifrån) (?<leave>\d\d:\d\d)(?<parts>(, (gå|vänta) \d+(,\d)? min|, linje .+? från .+? \d\d:\d\d till .+? \d\d:\d\d)*), (framme|hemma) (?<arrive>\d\d:\d\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Journey();

    [GeneratedRegex(@", gå (?<walk>\d+)(,\d)? min|, linje (?<line>.+?) från (?<from>.+?) (?<board>\d\d:\d\d) till (?<to>.+?) (?<alight>\d\d:\d\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Part();

    /// <summary>The texts of the zip, split at commas: the sample quotes nothing.</summary>
    private sealed class RawTimetable
    {
        private readonly Dictionary<string, string> _stopNames;
        private readonly Dictionary<string, string> _lines;
        private readonly Dictionary<string, (string Route, string Service)> _trips;
        private readonly HashSet<(string Service, string Date)> _runs;
        private readonly ILookup<string, string[]> _calls;

        public RawTimetable(string path)
        {
            using ZipArchive zip = ZipFile.OpenRead(path);
            _stopNames = Rows(zip, "stops.txt", "stop_id", "stop_name").ToDictionary(r => r[0], r => r[1]);
            _lines = Rows(zip, "routes.txt", "route_id", "route_short_name").ToDictionary(r => r[0], r => r[1]);
            _trips = Rows(zip, "trips.txt", "trip_id", "route_id", "service_id").ToDictionary(r => r[0], r => (r[1], r[2]));
            // As in Swedish feeds all weekdays of calendar.txt are 0, and days are only added.
            Assert.All(Rows(zip, "calendar_dates.txt", "exception_type"), r => Assert.Equal("1", r[0]));
            _runs = [.. Rows(zip, "calendar_dates.txt", "service_id", "date").Select(r => (r[0], r[1]))];
            _calls = Rows(zip, "stop_times.txt", "trip_id", "stop_sequence", "stop_id", "arrival_time", "departure_time", "pickup_type", "drop_off_type").ToLookup(r => r[0]);
        }

        /// <summary>Whether a trip of a line that runs on a day leaves one stop and comes to another later, at these minutes of the day, and may be boarded and left there by such rules.</summary>
        public bool Rides(DateOnly day, string line, string from, int board, string to, int alight, string[] allowed) =>
            _calls.Where(t => _lines[_trips[t.Key].Route] == line).Any(trip => new[] { 0, -1 }.Where(d => RunsOn(trip.Key, day.AddDays(d))).Any(shift =>
                trip.Any(a => _stopNames[a[2]] == from && Minute(a[4]) + (shift * 1440) == board && allowed.Contains(a[5])
                    && trip.Any(b => int.Parse(b[1], CultureInfo.InvariantCulture) > int.Parse(a[1], CultureInfo.InvariantCulture)
                        && _stopNames[b[2]] == to && Minute(b[3]) + (shift * 1440) == alight && allowed.Contains(b[6])))));

        private bool RunsOn(string trip, DateOnly day) => _runs.Contains((_trips[trip].Service, day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)));

        private static int Minute(string time) => time.Split(':') is [var h, var m, ..] ? (int.Parse(h, CultureInfo.InvariantCulture) * 60) + int.Parse(m, CultureInfo.InvariantCulture) : -1;

        private static List<string[]> Rows(ZipArchive zip, string file, params string[] columns)
        {
            using StreamReader reader = new(zip.GetEntry(file)!.Open());
            string[] head = reader.ReadLine()!.TrimStart('\uFEFF').Split(',');
            int[] at = [.. columns.Select(c => Array.IndexOf(head, c))];
            List<string[]> rows = [];
            while (reader.ReadLine() is { Length: > 0 } line)
            {
                string[] fields = line.Split(',');
                rows.Add([.. at.Select(i => fields[i])]);
            }

            return rows;
        }
    }
}
