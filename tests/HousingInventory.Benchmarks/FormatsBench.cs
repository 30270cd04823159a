using System.Globalization;
using System.Text;
using HousingInventory.Formats.Archives;
using HousingInventory.Formats.Gtfs;
using HousingInventory.Formats.OsmPbf;
using HousingInventory.Tests;

namespace HousingInventory.Benchmarks;

/// <summary>Reading of large OSM extracts and timetables. Files are made in a temporary folder and removed.</summary>
internal static class FormatsBench
{
    private const int PbfBytes = 60_000_000;
    private const int Trips = 40_000;
    private const int CallsPerTrip = 25;
    private const int Stops = 5_000;

    private static readonly OsmSelection Roads = new() { Lines = ["highway", "route=ferry"], Places = ["barrier", "highway=bus_stop"] };

    private static readonly OsmSelection Everything = new()
    {
        Lines = ["highway", "route=ferry"],
        Areas = ["building"],
        Places = ["amenity", "shop", "healthcare", "addr:housenumber", "barrier", "entrance", "highway=bus_stop"],
    };

    public static void Run()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("formats-bench-");
        try
        {
            Osm(folder.FullName);
            Timetable(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The two readings that everyday travel waits for, held to their goals.</summary>
    public static void RunGoals()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("formats-bench-");
        try
        {
            double milliseconds = Timetable(folder.FullName);
            AccessBench.Goal("1 million stop_times read", milliseconds / 1000, " s", 0.6, isLeast: false);
            string repeated = Path.Combine(folder.FullName, "repeated.osm.pbf");
            Repeat(File.ReadAllBytes(RepositoryRoot.RealData("osm", "liechtenstein-2015.osm.pbf")), repeated);
            double megabytes = new FileInfo(repeated).Length / 1e6;
            Measure.Time("OSM 60 MB, Liechtenstein repeated, everything, 2 threads", () => OsmPbfReader.Read(repeated, Everything, 2), out double median, megabytes: megabytes);
            TimeSpan before = Environment.CpuUsage.TotalTime;
            OsmPbfReader.Read(repeated, Everything, 2);
            double seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    one more read took {seconds:F2} s of both cores together: {megabytes / seconds:F0} MB/s a core"));
            AccessBench.Goal("OSM PBF read warm on two cores", megabytes * 1000 / median, " MB/s", 80, isLeast: true);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Osm(string folder)
    {
        string liechtenstein = RepositoryRoot.RealData("osm", "liechtenstein-2015.osm.pbf");
        if (!File.Exists(liechtenstein))
        {
            Console.WriteLine("OSM: left out, the real data is not beside the repository");
            return;
        }

        string repeated = Path.Combine(folder, "repeated.osm.pbf");
        Repeat(File.ReadAllBytes(liechtenstein), repeated);
        Read("Liechtenstein repeated", repeated);

        string distinct = Path.Combine(folder, "distinct.osm.pbf");
        WriteDistinct(distinct);
        Read("distinct nodes", distinct);
    }

    private static void Read(string what, string path)
    {
        double megabytes = new FileInfo(path).Length / 1e6;
        foreach ((string name, OsmSelection selection, int threads) in new[] { ("roads", Roads, 1), ("roads", Roads, 2), ("everything", Everything, 1), ("everything", Everything, 2) })
        {
            OsmData osm = Measure.Time(
                string.Create(CultureInfo.InvariantCulture, $"OSM {megabytes:F0} MB, {what}, {name}, {threads} threads"),
                () => OsmPbfReader.Read(path, selection, threads),
                megabytes: megabytes);
            Console.WriteLine($"    {osm.Counts.Nodes} nodes, {osm.Counts.Ways} ways; kept {osm.Lines.Count} lines, {osm.Areas.Count} areas, {osm.Places.Count} places");
        }
    }

    /// <summary>The blobs of a file again and again behind its header.</summary>
    private static void Repeat(byte[] file, string path)
    {
        // A blob header begins with its length (4 bytes) and the tag and length of its type (2 bytes).
        int dataAt = file.AsSpan().IndexOf("OSMData"u8) - 6;
        using FileStream target = File.Create(path);
        target.Write(file, 0, dataAt);
        while (target.Length < PbfBytes)
        {
            target.Write(file, dataAt, file.Length - dataAt);
        }
    }

    /// <summary>Nodes with ids and places of their own: four million, and ways of about fourteen nodes over them.</summary>
    private static void WriteDistinct(string path)
    {
        Random random = new(1);
        using FileStream target = File.Create(path);
        using OsmPbfWriter writer = new(target);
        const int Nodes = 7_000_000;
        long[] ids = new long[Nodes];
        double x = 20;
        double y = 60;
        long id = 1000;
        for (int i = 0; i < Nodes; i++)
        {
            id += random.Next(8) == 0 ? random.Next(1, 5000) : 1;
            ids[i] = id;
            x = random.Next(20) == 0 ? 15 + (random.NextDouble() * 5) : x + ((random.NextDouble() - 0.5) / 1000);
            y = random.Next(20) == 0 ? 60 + (random.NextDouble() * 5) : y + ((random.NextDouble() - 0.5) / 1000);
            writer.Node(id, x, y, random.Next(200) == 0 ? [("amenity", "bench")] : []);
        }

        long way = 0;
        for (int first = 0; first + 20 < Nodes; first += 13)
        {
            ReadOnlySpan<long> nodes = ids.AsSpan(first, random.Next(2, 20));
            string kind = random.Next(3) == 0 ? "highway" : random.Next(2) == 0 ? "building" : "landuse";
            writer.Way(++way, kind == "building" ? [.. nodes, nodes[0]] : nodes, (kind, "yes"), ("name", "N" + random.Next(5000).ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static double Timetable(string folder)
    {
        string path = Path.Combine(folder, "gtfs.zip");
        (long textBytes, byte[] zip) = Feed();
        File.WriteAllBytes(path, zip);
        GtfsFeed feed = Measure.Time(
            string.Create(CultureInfo.InvariantCulture, $"GTFS 1 000 000 stop_times, {textBytes / 1e6:F0} MB text in a {zip.Length / 1e6:F1} MB zip"),
            () => GtfsReader.Read(path),
            out double median,
            megabytes: textBytes / 1e6);
        Console.WriteLine($"    {feed.StopTimes.Count} calls of {feed.Trips.Count} trips, {feed.Shapes.Latitudes.Length} shape points");
        return median;
    }

    private static (long TextBytes, byte[] Zip) Feed()
    {
        Random random = new(1);
        StringBuilder stops = new("stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station,platform_code\n");
        for (int i = 0; i < Stops; i++)
        {
            stops.Append(CultureInfo.InvariantCulture, $"90220240{i:D5}001,Hållplats {i},{64 + random.NextDouble():F6},{20 + random.NextDouble():F6},0,,\n");
        }

        StringBuilder trips = new("route_id,service_id,trip_id,trip_headsign,direction_id,shape_id\n");
        StringBuilder calls = new("trip_id,arrival_time,departure_time,stop_id,stop_sequence,stop_headsign,pickup_type,drop_off_type,shape_dist_traveled,timepoint\n");
        StringBuilder shapes = new("shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence,shape_dist_traveled\n");
        for (int trip = 0; trip < Trips; trip++)
        {
            trips.Append(CultureInfo.InvariantCulture, $"90110240{trip % 100:D3}00000,{trip % 50},24990000{trip:D8},Mot centrum,{trip % 2},{trip % 400}\n");
            int time = random.Next(5 * 3600, 23 * 3600);
            int stop = random.Next(Stops);
            for (int call = 1; call <= CallsPerTrip; call++)
            {
                string clock = string.Create(CultureInfo.InvariantCulture, $"{time / 3600:D2}:{time / 60 % 60:D2}:{time % 60:D2}");
                calls.Append(CultureInfo.InvariantCulture, $"24990000{trip:D8},{clock},{clock},90220240{stop:D5}001,{call},,0,0,,1\n");
                time += random.Next(30, 200);
                stop = (stop + random.Next(1, 4)) % Stops;
            }
        }

        for (int point = 0; point < 200_000; point++)
        {
            shapes.Append(CultureInfo.InvariantCulture, $"{point / 500},{64 + random.NextDouble():F6},{20 + random.NextDouble():F6},{(point % 500) + 1},{point % 500 * 20}\n");
        }

        StringBuilder routes = new("route_id,agency_id,route_short_name,route_long_name,route_type\n");
        for (int route = 0; route < 100; route++)
        {
            routes.Append(CultureInfo.InvariantCulture, $"90110240{route:D3}00000,1,{route},,700\n");
        }

        StringBuilder dates = new("service_id,date,exception_type\n");
        for (int day = 0; day < 50 * 60; day++)
        {
            dates.Append(CultureInfo.InvariantCulture, $"{day / 60},{new DateOnly(2026, 11, 1).AddDays(day % 60):yyyyMMdd},1\n");
        }

        (string, StringBuilder)[] files = [("stops.txt", stops), ("routes.txt", routes), ("trips.txt", trips), ("stop_times.txt", calls), ("shapes.txt", shapes), ("calendar_dates.txt", dates)];
        using MemoryStream zip = new();
        DeterministicZip.Write(zip, files.Select(f => (f.Item1, Encoding.UTF8.GetBytes(f.Item2.ToString()))));
        return (files.Sum(f => (long)f.Item2.Length), zip.ToArray());
    }
}
