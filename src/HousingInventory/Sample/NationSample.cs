using System.Globalization;
using System.Text;
using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Sample;

/// <summary>
/// Several synthetic municipalities, up to all 290, side by side: each in a folder of its own as <see cref="SampleFiles"/> writes it, with its own configuration, and one
/// configuration beside the folders that names them all. One municipality at a time is in memory.
/// </summary>
public static class NationSample
{
    /// <summary>Homes of a municipality of the nation when nothing is said: 290 of them are 5 million.</summary>
    public const int HomesEach = 17_242;

    /// <summary>Most homes in all: beyond, the person numbers that nobody ever held would not suffice.</summary>
    public const int MostHomes = 6_500_000;

    /// <summary>At most so far apart are the points of a road: 290 municipalities have over 6 million.</summary>
    private const double RoadShapeM = 30;

    /// <summary>Municipalities lie in rows of so many, so far apart that none touches another, and the whole lies where Sweden does: what does not would be taken for another system.</summary>
    private const int InARow = 12;

    private const double ApartM = 50_000;
    private const double FirstEastM = 330_000;
    private const double FirstNorthM = 6_200_000;

    /// <summary>How many municipalities so many homes are spread over when nobody says.</summary>
    public static int MunicipalitiesFor(int homes) => homes <= SampleOptions.MostHomes ? 1 : Math.Min(Municipalities.Codes.Count, (homes + HomesEach - 1) / HomesEach);

    /// <summary>Writes the nation.</summary>
    /// <param name="folder">Made when it is missing.</param>
    /// <param name="options">Of the whole: <see cref="SampleOptions.Homes"/> in all.</param>
    /// <param name="municipalities">2 to 290.</param>
    /// <param name="cancel">Ends it; the municipality that was being written is taken away.</param>
    /// <exception cref="ArgumentOutOfRangeException">The homes of one municipality are outside the limits of <see cref="SampleOptions"/>.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static SampleSummary Write(string folder, SampleOptions options, int municipalities, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(municipalities, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(municipalities, Municipalities.Codes.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Homes, MostHomes);
        string[] codes = [.. Municipalities.Codes.Take(municipalities)];
        SampleSummary[] made = new SampleSummary[codes.Length];
        string[][] sources = new string[codes.Length][];
        Parallel.For(0, codes.Length, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Math.Min(4, Environment.ProcessorCount) }, i =>
        {
            SamplePlace place = Place(i, codes[i]) with { FirstPerson = i * (PersonIds.Most / codes.Length) };
            SampleOptions own = options with
            {
                Place = place,
                Homes = (options.Homes / codes.Length) + (i < options.Homes % codes.Length ? 1 : 0),
                Seed = options.Seed + (ulong)i,
                HasSmallHouseholds = true,
                RoadShapeM = RoadShapeM,
            };
            SampleTown town = TownBuilder.Build(own);
            made[i] = SampleFiles.Write(Path.Combine(folder, place.Code), town, own.ResidentsFormat, cancel);
            sources[i] = [.. InventoryFile.Sources(town, SampleFiles.Residents(own.ResidentsFormat)).Select(s => s.Replace("\"path\": \"", $"\"municipality\": \"{place.Code}\", \"path\": \"{place.Code}/", StringComparison.Ordinal))];
        });
        File.WriteAllText(Path.Combine(folder, SampleFiles.Configuration), Configuration(codes, sources.SelectMany(static s => s)), new UTF8Encoding(false));
        return new SampleSummary(made.Sum(m => m.Homes), made.Sum(m => m.Buildings), made.Sum(m => m.Registrations), [.. codes, SampleFiles.Configuration]);
    }

    private static SamplePlace Place(int index, string code) =>
        new(index + 1, code, Municipalities.NameOf(code)!, new Position(FirstEastM + (index % InARow * ApartM), FirstNorthM + (index / InARow * ApartM)));

    // Every municipality's sources, each marked as its own, and its own centre.
    private static string Configuration(string[] codes, IEnumerable<string> sources)
    {
        string all = string.Join(",\n", sources.Select(static s => "    " + s));
        string centres = string.Join(",\n", codes.Select((code, i) => Centre(Place(i, code))));
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            {
              "title": "EXEMPELDATA {{codes.Length}} kommuner, november 2026",
              "asOf": "2026-11-10",
              "purpose": "Prov av verktyget med EXEMPELDATA",
              "responsible": "Ingen: inga personuppgifter",
              "deleteAfter": "2027-05-31",
              "municipality": [{{string.Join(", ", codes.Select(static c => $"\"{c}\""))}}],
              "split": "municipality",
              "crs": "EPSG:3006",
              "language": "sv",
              "centres": {
            {{centres}}
              },
              "sources": [
            {{all}}
              ],
              "days": {
                "schoolTerms": [["2026-08-18", "2026-12-18"], ["2027-01-11", "2027-06-11"]],
                "schoolHolidays": [["2026-10-26", "2026-10-30"]]
              }
            }

            """).ReplaceLineEndings("\n");
    }

    private static string Centre(SamplePlace place)
    {
        (double longitude, double latitude) = CrsTransform.Between(CrsTable.Sweref99Tm, CrsTable.Wgs84).Apply(place.Centre.East, place.Centre.North);
        return string.Create(CultureInfo.InvariantCulture, $"    \"{place.Code}\": [{longitude:0.0######}, {latitude:0.0######}]");
    }
}
