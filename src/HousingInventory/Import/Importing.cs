using System.Security.Cryptography;
using System.Text;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Routing.Roads;

namespace HousingInventory.Import;

/// <summary>The first stage: files and tables become <see cref="Inputs"/> in the working CRS.</summary>
public static class Importing
{
    private const int DaysApart = 90;

    /// <summary>
    /// Reads every source. They are read side by side, each into its own part, and merged in the order of the configuration, so that the number of cores never
    /// shows.
    /// </summary>
    /// <exception cref="InputException">A source cannot be used at all; of several the first in the configuration is told.</exception>
    public static Inputs Import(LoadedConfig loaded, Run run)
    {
        InventoryConfig config = loaded.Config;
        using PersonHasher hasher = new();
        Inputs[] parts = new Inputs[config.Sources.Count];
        Exception?[] failures = new Exception?[parts.Length];
        Registrations registrations = new();
        ParallelOptions cores = new() { CancellationToken = run.Cancellation };
        Parallel.ForEach(Jobs(config), cores, job =>
        {
            foreach (int i in job)
            {
                try
                {
                    run.Progress("Import", loaded.SourceIds[i]);
                    parts[i] = ReadOne(loaded, i, hasher, registrations);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    failures[i] = e;
                    return;
                }
            }
        });
        if (failures.FirstOrDefault(f => f is not null) is { } first)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);
        }

        Inputs inputs = Merge(parts, registrations);
        foreach (Inputs part in parts)
        {
            run.Notices.AddAll(part.Notices);
        }

        inputs.Buildings = BuildingJoin.Join(inputs.Buildings, run.Notices);
        inputs.Properties = PropertiesSource.Join(inputs.Properties);
        CheckHousing(inputs, config);
        Date(inputs, config, run);
        BuildNetwork(inputs, config, run);
        TransitBuild.Build(inputs, loaded, run);
        return inputs;
    }

    /// <summary>What is read one after the other: all residents, which share one store of keys; every other source alone.</summary>
    private static List<int[]> Jobs(InventoryConfig config)
    {
        int[] residents = [.. Enumerable.Range(0, config.Sources.Count).Where(i => config.Sources[i] is ResidentsSource)];
        return [residents, .. Enumerable.Range(0, config.Sources.Count).Except(residents).Select(i => (int[])[i])];
    }

    private static Inputs ReadOne(LoadedConfig loaded, int index, PersonHasher hasher, Registrations registrations)
    {
        Source source = loaded.Config.Sources[index];
        (SourceFile file, Inputs part) = Read(null);
        if (file.Outvoted is { } decided)
        {
            (file, part) = Read(decided);
        }

        InputFile info = file.Info;
        file.MustBeOfUse();
        if (!file.IsTable && info.Type != "withheld")
        {
            info.Sha256 = file.Guard(() => Hash(file.FullPath));
        }

        return part;

        (SourceFile File, Inputs Part) Read(CoordinateReading? decided)
        {
            Inputs part = new() { Registrations = registrations };
            InputFile info = new() { Id = loaded.SourceIds[index], Type = Doors.TypeOf(source), Path = source.Path! };
            SourceFile file = new(source, info, part, loaded, hasher) { Decided = decided };
            if (!file.IsTable)
            {
                file.MustExist();
            }

            source.Read(file, part);
            return (file, part);
        }
    }

    /// <summary>Of a file's bytes; of an unpacked timetable, of the lines that sha256sum prints of its texts in the order of their names.</summary>
    private static string Hash(string path)
    {
        if (Directory.Exists(path))
        {
            IEnumerable<string> lines = Directory.EnumerateFiles(path, "*.txt", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
                .Select(f => (Name: Path.GetRelativePath(path, f).Replace('\\', '/'), File: f))
                .OrderBy(f => f.Name, StringComparer.Ordinal)
                .Select(f => $"{Hash(f.File)}  {f.Name}\n");
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
        }

        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 20, FileOptions.SequentialScan);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static Inputs Merge(Inputs[] parts, Registrations registrations)
    {
        Inputs all = new() { Registrations = registrations };
        foreach (Inputs part in parts)
        {
            all.Buildings.AddRange(part.Buildings);
            all.Addresses.AddRange(part.Addresses);
            all.Properties.AddRange(part.Properties);
            all.Dwellings.AddRange(part.Dwellings);
            all.Entrances.AddRange(part.Entrances);
            all.Withheld.AddRange(part.Withheld);
            all.Services.AddRange(part.Services);
            all.Localities.AddRange(part.Localities);
            all.HolidayAreas.AddRange(part.HolidayAreas);
            all.OnDemandZones.AddRange(part.OnDemandZones);
            all.FollowUps.AddRange(part.FollowUps);
            all.FollowUpTables.AddRange(part.FollowUpTables);
            all.Evidence.AddRange(part.Evidence);
            all.Roads.AddRange(part.Roads);
            all.Water.AddRange(part.Water);
            all.Feeds.AddRange(part.Feeds);
            foreach (ResidentRow row in part.ResidentRows)
            {
                all.ResidentRows.Add(row with { File = all.Files.Count });
            }

            all.Files.AddRange(part.Files);
        }

        Duplicates.Drop(all);
        EntranceJoin.Join(all);

        return all;
    }

    private static void CheckHousing(Inputs inputs, InventoryConfig config)
    {
        if (!inputs.Buildings.Any(b => b.IsDwelling))
        {
            string files = string.Join(", ", inputs.Files.Where(f => f.Type == "buildings").Select(f => f.Path));
            throw new InputException(inputs.Buildings.Count == 0
                ? $"{files}: no building could be read; check the layer and its CRS with 'housing-inventory inspect'."
                : $"{files}: none of {inputs.Buildings.Count} buildings is a dwelling; check the purpose column with 'housing-inventory inspect'.");
        }

        IEnumerable<InputFile> residents = inputs.Files.Where(f => f.Type == "residents");
        if (residents.All(f => f.Used == 0))
        {
            string files = string.Join(", ", residents.Select(f => f.Path));
            bool elsewhere = residents.Any(f => f.LeftOut.ContainsKey("other-municipality"));
            throw new InputException(elsewhere
                ? $"{files}: every row belongs to another municipality than {string.Join(", ", config.Municipality)}; check \"municipality\" or order the right extract."
                : $"{files}: no row can be used; without registrations every home would look as if nobody were registered.");
        }
    }

    private static void BuildNetwork(Inputs inputs, InventoryConfig config, Run run)
    {
        if (inputs.Roads.Count == 0)
        {
            return;
        }

        RoadWays ways = inputs.Roads.Count == 1 ? inputs.Roads[0] : Together(inputs.Roads);
        inputs.Roads.Clear();
        inputs.MajorRoads = ways.MajorRoads();
        inputs.Network = RoadGraph.Build(ways, new RoadGraphOptions { FragmentM = config.Walking.FragmentM });
        IReadOnlyList<RoadFragment> fragments = inputs.Network.Report.Fragments;
        if (fragments.Count > 0)
        {
            run.Notice(new RoadFragmentsLeftOut(fragments.Count, (long)fragments.Sum(f => f.LengthM)));
        }
    }

    private static RoadWays Together(List<RoadWays> sources)
    {
        RoadWays all = new();
        foreach (RoadWays ways in sources)
        {
            for (int i = 0; i < ways.Count; i++)
            {
                Range points = ways.FirstPoint[i]..ways.FirstPoint[i + 1];
                ReadOnlySpan<long> nodes = ways.NodeIds[points];
                all.Add(ways.Ids[i], ways.Traits[i], ways.X[points], ways.Y[points], nodes.Contains(RoadWays.NoNode) ? default : nodes);
            }

            foreach ((long node, RoadFlags modes) in ways.Blocks)
            {
                all.Block(node, modes);
            }
        }

        return all;
    }

    private static void Date(Inputs inputs, InventoryConfig config, Run run)
    {
        DateOnly? newest = inputs.Files.Max(f => f.Extracted);
        inputs.AsOf = config.AsOf ?? newest
            ?? throw new InputException("asOf is missing, and no source says of what day it is: state \"asOf\" or the \"extracted\" of a source.");
        DateOnly? residents = inputs.Files.Where(f => f.Type == "residents").Max(f => f.Extracted);
        foreach (InputFile file in inputs.Files.Where(f => f.Type is "buildings" or "addresses" or "properties" or "dwellings" or "residents"))
        {
            if (file.Extracted is not { } day)
            {
                run.Notice(new DateUnknown { Source = file.Id });
            }
            else if (Math.Abs(day.DayNumber - (residents ?? inputs.AsOf).DayNumber) > DaysApart)
            {
                run.Notice(new DatesApart(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)) { Source = file.Id });
            }
        }

        if (config.Purpose is null || config.Responsible is null || config.DeleteAfter is null)
        {
            run.Notice(new PurposeMissing());
        }
    }
}
