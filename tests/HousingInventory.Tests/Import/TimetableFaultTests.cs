using System.Text.RegularExpressions;
using HousingInventory.Diagnostics;
using HousingInventory.Import;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Import;

/// <summary>What is wrong with a timetable is told in the language of the run.</summary>
public sealed partial class TimetableFaultTests
{
    [Fact]
    public void Everything_that_the_reader_may_say_has_its_Swedish()
    {
        // A fault is a text of several words that starts with a small letter; errors that end the run start with a capital.
        string[] said =
        [
            .. Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src", "HousingInventory.Formats", "Gtfs"), "*.cs")
                .SelectMany(f => Clause().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Distinct().Order(StringComparer.Ordinal),
        ];

        Assert.True(said.Length > 30, "the reader's words were not found");
        Assert.All(said, what => Assert.False(string.IsNullOrEmpty(TimetableFaultWords.Find(what)), what));
    }

    [Fact]
    public void A_Swedish_notice_holds_no_English_clause_and_an_English_one_no_Swedish()
    {
        TimetableFault fault = new("stop_times.txt", TimetableFaultWords.Find("a time is unreadable")!, "a time is unreadable", 3, "raden utelämnas", "left out");

        Assert.Equal("stop_times.txt: en tid går inte att läsa (raden utelämnas; 3 rader).", fault.Text(Language.Sv));
        Assert.Equal("stop_times.txt: a time is unreadable (left out; 3 rows).", fault.Text(Language.En));
    }

    [Fact]
    public void Trap_23_a_timetable_that_has_ended_is_refused_with_its_last_day()
    {
        byte[] feed = GtfsText.Zip(
            """
            # agency.txt
            agency_id,agency_name,agency_url,agency_timezone
            a,Exempelbuss,https://example.org,Europe/Stockholm
            # stops.txt
            stop_id,stop_name,stop_lat,stop_lon
            S,Byn,64.9,19.2
            C,Torget,64.8,19.3
            # routes.txt
            route_id,agency_id,route_short_name,route_type
            r,a,31,700
            # trips.txt
            route_id,service_id,trip_id
            r,s,t
            # stop_times.txt
            trip_id,arrival_time,departure_time,stop_id,stop_sequence
            t,07:00:00,07:00:00,S,1
            t,07:30:00,07:30:00,C,2
            # calendar_dates.txt
            service_id,date,exception_type
            s,20250529,1
            s,20250817,1
            """);
        using Workshop workshop = new Workshop().With("timetable", "gtfs.zip", feed);
        string message = workshop.Refused();

        Assert.Contains("gtfs.zip", message, StringComparison.Ordinal);
        Assert.Contains("2025-08-17", message, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", message, StringComparison.Ordinal);
    }

    [GeneratedRegex("\"([a-z][^\"\\\\\n;{}]* [^\"\\\\\n{}]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Clause();
}
