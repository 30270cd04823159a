using System.Text;
using HousingInventory.Formats;
using HousingInventory.Formats.Archives;

namespace HousingInventory.Sample;

/// <summary>What a sample holds, for a line on the terminal.</summary>
/// <param name="Homes">Buildings of which a purpose is dwelling.</param>
/// <param name="Buildings">Buildings in all.</param>
/// <param name="Registrations">Posts in the population register.</param>
/// <param name="Files">Names of the files, in the order of writing.</param>
public sealed record SampleSummary(int Homes, int Buildings, int Registrations, IReadOnlyList<string> Files);

/// <summary>Writes a synthetic municipality as the registers that a real one would order, with its configuration and the truth beside them.</summary>
public static class SampleFiles
{
    internal const string Configuration = "inventory.json";

    /// <summary>Every name that a sample may write.</summary>
    public static IReadOnlyList<string> AllNames { get; } =
    [
        Configuration, "byggnad_kn2482.gpkg", "belagenhetsadresser_kn2482.gpkg", "fastighet_kn2482.gpkg", "lagenheter.csv", "navet.xml", "residents.csv",
        "roads.osm.pbf", "gtfs.zip", "services.geojson", "tatorter.gpkg", "fritidshusomraden.gpkg", "followup.csv", "withheld.csv", "truth.csv", SampleScenarioFile.Name,
    ];

    /// <summary>
    /// Makes the municipality that the options describe and writes it to a folder, which is made when it is missing. Files of the same names are replaced, others
    /// stay. The same options give the same bytes on every machine.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of homes is outside the limits of <see cref="SampleOptions"/>.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static SampleSummary Write(string folder, SampleOptions options, CancellationToken cancel = default)
    {
        return Write(folder, TownBuilder.Build(options), options.ResidentsFormat, cancel);
    }

    /// <summary>Writes a town that has been made.</summary>
    internal static SampleSummary Write(string folder, SampleTown town, ResidentsFormat residents, CancellationToken cancel = default)
    {
        CrsTransform transform = CrsTransform.Between(CrsTable.Sweref99Tm, CrsTable.Wgs84);
        (double Longitude, double Latitude) ToWgs84(Position p) => transform.Apply(p.East, p.North);
        string residentsFile = Residents(residents);
        List<(string Name, Action<string> Write)> files =
        [
            (Delivered("byggnad", town), path => RegisterLayers.WriteBuildings(town, path)),
            (Delivered("belagenhetsadresser", town), path => RegisterLayers.WriteAddresses(town, path)),
            (Delivered("fastighet", town), path => RegisterLayers.WriteProperties(town, path)),
            ("lagenheter.csv", path => Text(path, TableFiles.Dwellings(town), mark: true)),
            (residentsFile, path => Residents(path, town, residents)),
            ("roads.osm.pbf", path => Roads(path, town, ToWgs84)),
            ("gtfs.zip", path => Timetable(path, new GtfsFiles(town.Timetable, ToWgs84))),
            ("services.geojson", path => Text(path, ServiceFile.Text(town, ToWgs84))),
            ("tatorter.gpkg", path => RegisterLayers.WriteLocalities(town, path)),
            ("followup.csv", path => Text(path, TableFiles.FollowUp())),
            ("withheld.csv", path => Text(path, TableFiles.Withheld(town))),
            ("truth.csv", path => Text(path, TableFiles.Truths(town))),
            (Configuration, path => Text(path, InventoryFile.Text(town, residentsFile, ToWgs84))),
        ];
        if (town.HolidayAreas.Count > 0)
        {
            files.Add(("fritidshusomraden.gpkg", path => RegisterLayers.WriteHolidayAreas(town, path)));
        }

        if (SampleScenarioFile.IsFor(town))
        {
            files.Add((SampleScenarioFile.Name, path => Text(path, SampleScenarioFile.Text(town, ToWgs84))));
        }

        // Half a municipality is of no use to anybody: until the last file is written, the end of the command takes them all along.
        bool isNew = !Directory.Exists(folder);
        string[] unfinished = [.. isNew ? [folder] : (string[])[], .. files.Select(f => Path.Combine(folder, f.Name)).Where(p => !File.Exists(p))];
        Array.ForEach(unfinished, Unfinished.Add);
        try
        {
            Directory.CreateDirectory(folder);
            foreach ((string name, Action<string> write) in files)
            {
                cancel.ThrowIfCancellationRequested();
                write(Path.Combine(folder, name));
            }
        }
        catch
        {
            Array.ForEach(unfinished, Unfinished.Discard);
            throw;
        }

        Array.ForEach(unfinished, Unfinished.Remove);
        return new SampleSummary(
            town.Buildings.Count(b => b.IsDwelling), town.Buildings.Count, town.Registrations.Count, [.. files.Select(f => f.Name)]);
    }

    /// <summary>Lantmäteriet names its files by municipality.</summary>
    internal static string Delivered(string register, SampleTown town) => $"{register}_kn{town.Place.Code}.gpkg";

    /// <summary>The name of the file of residents.</summary>
    internal static string Residents(ResidentsFormat format) => format == ResidentsFormat.NavetXml ? "navet.xml" : "residents.csv";

    private static void Residents(string path, SampleTown town, ResidentsFormat format)
    {
        switch (format)
        {
            case ResidentsFormat.NavetXml:
                using (FileStream stream = File.Create(path))
                {
                    ResidentFiles.WriteNavet(town, stream);
                }

                break;
            case ResidentsFormat.Csv:
                File.WriteAllBytes(path, ResidentFiles.Csv(town));
                break;
            default:
                Text(path, ResidentFiles.Aggregated(town));
                break;
        }
    }

    private static void Roads(string path, SampleTown town, Func<Position, (double Longitude, double Latitude)> toWgs84)
    {
        using FileStream stream = File.Create(path);
        RoadFile.Write(town.Roads, town.Lakes, stream, toWgs84, town.Place.FirstKey, town.RoadShapeM);
    }

    private static void Timetable(string path, GtfsFiles gtfs)
    {
        using FileStream stream = File.Create(path);
        DeterministicZip.Write(stream, gtfs.All().Select(static file => (file.Name, Encoding.UTF8.GetBytes(file.Text))), store: true);
    }

    private static void Text(string path, string text, bool mark = false) => File.WriteAllText(path, text, new UTF8Encoding(mark));
}
