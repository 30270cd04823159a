using System.Globalization;
using System.Text;
using HousingInventory.Formats;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Analyses.WhatIf;

/// <summary>
/// A straight tertiary road from K (the centre, 0) by B (10 000 m) to V (14 000 m), and line 7 from K to B and back in the morning and the afternoon. Six houses where
/// nobody is registered lie north of V at 150, 300, 450, 600, 750 and 1 000.0 m; two more stand at K, one of them lived in.
/// </summary>
internal static class VillageLine
{
    /// <summary>North of V, metres.</summary>
    public static readonly double[] Homes = [150, 300, 450, 600, 750, 1000.0];

    public const string Extension = """{ "type": "extend-line", "line": "7", "at": "B", "draw": { "path": "drawn.geojson", "name": "V" }, "days": ["term"], "stopEveryM": 1000 }""";

    public const string Costs = """ "costs": { "perKm": 15, "perHour": 600, "perVehicleYear": 250000, "year": 2026, "source": "Avtal" }, """;

    /// <summary>Departures of line 7: from K, and from B.</summary>
    public static readonly string[][] Times = [["07:00", "16:00"], ["07:30", "16:30"]];

    /// <summary>A folder with all of it.</summary>
    /// <param name="scenarios">The list of scenarios.</param>
    /// <param name="more">Further members, each followed by a comma.</param>
    /// <param name="times">Departures from K and from B; null for those of the line.</param>
    /// <param name="homes">North of V, metres; null for the six.</param>
    /// <param name="roads">Whether there is a road.</param>
    /// <param name="dates">First and last date of service.</param>
    /// <param name="others">Further houses where nobody is registered, metres from K.</param>
    public static Workshop Workshop(string scenarios, string more = Costs, string[][]? times = null, double[]? homes = null, bool roads = true, string dates = "20261001,20270131", (double X, double Y)[]? others = null)
    {
        Workshop workshop = new()
        {
            Members = $$"""
                "asOf": "2026-11-02", "purpose": "Prov", "responsible": "Ingen", "deleteAfter": "2027-05-31", "centre": [{{Degrees(0, 0)}}], "language": "en",
                "serviceDays": { "term": "2026-11-10", "friday": "2026-11-13", "saturday": "2026-11-14" }, {{more}}
                "candidates": { "settlements": null, "footprintM2": null, "stopWithinM": 1000 },
                "criteria": [ { "type": "departures", "name": "departures", "weight": 1, "fullAt": 10 }, { "type": "walk-to-stop", "name": "stop", "weight": 1 } ],
                "whatIf": { "calibrate": false, "daysPerYear": { "term": 140, "holiday": 0, "friday": 0, "saturday": 0, "sunday": 0 } },
                "scenarios": [ {{scenarios}} ],
                """,
        };
        workshop.With("buildings", "houses.geojson", Support.Workshop.Collection(
        [
            Support.Workshop.House("h1", 0), Support.Workshop.House("h2", 100), .. (homes ?? Homes).Select((n, i) => House($"v{i + 1}", 14_000, n)),
            .. (others ?? []).Select((o, i) => House($"o{i + 1}", o.X, o.Y)),
        ]));
        (string Id, double X, double Y)[] houses =
        [
            ("1", 5, 5), ("2", 105, 5), .. (homes ?? Homes).Select((n, i) => ($"{i + 3}", 14_000.0, n)), .. (others ?? []).Select((o, i) => ($"{i + 101}", o.X, o.Y)),
        ];
        workshop.With("addresses", "addresses.csv", "address_id;adress;e;n\n" + string.Concat(houses.Select(h => string.Create(
            CultureInfo.InvariantCulture, $"a{h.Id};Exempelgatan {h.Id};{700_000 + h.X};{7_200_000 + h.Y}\n"))), """, "crs": "EPSG:3006" """);
        workshop.With("properties", "properties.geojson", Support.Workshop.Collection([.. houses.Select(h => Plot(h.Id, h.X, h.Y))]));
        if (roads)
        {
            workshop.With("roads", "roads.geojson", Support.Workshop.Collection(
                $$"""{ "type": "Feature", "properties": { "osm_id": 1, "highway": "tertiary" }, "geometry": { "type": "LineString", "coordinates": [[700000,7200000],[714000,7200000]] } }"""));
        }

        workshop.With("timetable", "bus.zip", GtfsText.Zip(Feed(times ?? Times, dates)));
        File.WriteAllText(workshop.File("drawn.geojson"), Support.Workshop.Collection(Line("V", (10_000, 0), (14_000, 0))));
        return workshop;
    }

    /// <summary>A drawn line, metres from K.</summary>
    public static string Line(string name, params (double X, double Y)[] points) =>
        $$"""{ "type": "Feature", "properties": { "name": "{{name}}" }, "geometry": { "type": "LineString", "coordinates": [{{string.Join(",", points.Select(p => Metres(p.X, p.Y)))}}] } }""";

    /// <summary>A drawn stop of a line.</summary>
    public static string Stop(string name, string line, double x, double y) =>
        $$"""{ "type": "Feature", "properties": { "name": "{{name}}", "line_name": "{{line}}" }, "geometry": { "type": "Point", "coordinates": {{Metres(x, y)}} } }""";

    /// <summary>"longitude, latitude" of a place, metres from K.</summary>
    public static string Degrees(double x, double y)
    {
        (double lon, double lat) = CrsTransform.Between(CrsTable.FindByText("EPSG:3006")!, CrsTable.Wgs84).Apply(700_000 + x, 7_200_000 + y);
        return string.Create(CultureInfo.InvariantCulture, $"{lon:F9}, {lat:F9}");
    }

    /// <summary>The feed: posts K and B and line 7 on weekdays, a booked line 8 and a Saturday line 9.</summary>
    public static string Feed(string[][] times, string dates = "20261001,20270131")
    {
        StringBuilder trips = new(), calls = new();
        for (int side = 0; side < 2; side++)
        {
            foreach (string time in times[side])
            {
                string id = $"{(side == 0 ? "K" : "B")}{time}";
                trips.Append(CultureInfo.InvariantCulture, $"7,wd,{id},{side}\n");
                calls.Append(CultureInfo.InvariantCulture, $"{id},{time}:00,{time}:00,{(side == 0 ? "K" : "B")},1\n{id},{Later(time, 20)}:00,{Later(time, 20)}:00,{(side == 0 ? "B" : "K")},2\n");
            }
        }

        return $"""
            # agency.txt
            agency_id,agency_name,agency_url,agency_timezone
            A,Buss AB,http://example.com,Europe/Stockholm
            # stops.txt
            stop_id,stop_name,stop_lat,stop_lon
            K,K,{Swapped(0, 0)}
            B,B,{Swapped(10_000, 0)}
            # routes.txt
            route_id,agency_id,route_short_name,route_type
            7,A,7,700
            8,A,8,715
            9,A,9,700
            # calendar.txt
            service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
            wd,1,1,1,1,1,0,0,{dates}
            sa,0,0,0,0,0,1,0,{dates}
            # trips.txt
            route_id,service_id,trip_id,direction_id
            {trips}8,wd,b1,0
            9,sa,s1,0
            # stop_times.txt
            trip_id,arrival_time,departure_time,stop_id,stop_sequence
            {calls}b1,12:00:00,12:00:00,K,1
            b1,12:20:00,12:20:00,B,2
            s1,12:00:00,12:00:00,K,1
            s1,12:20:00,12:20:00,B,2
            """;
    }

    private static string Plot(string id, double x, double y) => Support.Workshop.Feature(
        $"\"objektidentitet\": \"area-{id}\", \"registerenhetsreferens\": \"p{id}\", \"objekttyp\": \"fastighetsområde\", \"kommunkod\": \"2482\", \"trakt\": \"EXEMPELBY\", \"block\": \"1\", \"enhet\": {id}",
        Support.Workshop.Ring(x - 20, y - 20, 40, 40));

    private static string Later(string time, int minutes)
    {
        int at = (int.Parse(time[..2], CultureInfo.InvariantCulture) * 60) + int.Parse(time[3..], CultureInfo.InvariantCulture) + minutes;
        return string.Create(CultureInfo.InvariantCulture, $"{at / 60:00}:{at % 60:00}");
    }

    private static string Swapped(double x, double y) => string.Join(',', Degrees(x, y).Split(", ").Reverse());

    private static string Metres(double x, double y) => string.Create(CultureInfo.InvariantCulture, $"[{700_000 + x},{7_200_000 + y}]");

    /// <summary>A house of 10 by 10 m round a place.</summary>
    private static string House(string id, double x, double y) => Support.Workshop.Feature(
        $"\"objektidentitet\": \"{id}\", \"objekttypnr\": 2061, \"andamal1\": \"Bostad;Småhus friliggande\"", Support.Workshop.Ring(x - 5, y - 5, 10, 10));
}
