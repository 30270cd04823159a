using System.IO.Compression;

namespace HousingInventory.SystemTests.Faults;

/// <summary>Files of readers' tests that others made, damaged ones among them, in every role: read or refused, nobody waits, nothing is changed.</summary>
[Collection(Reader.OneAtATime)]
[Trait("Needs", "RealData")]
public sealed class CorporaTests
{
    internal static readonly string[] Roles =
        ["buildings", "addresses", "properties", "dwellings", "residents", "roads", "timetable", "services", "localities", "holiday-areas", "on-demand-zones", "followup", "withheld"];

    [Theory]
    [InlineData("bad-inputs", 400_000)]
    [InlineData("gtfs-bad", 400_000)]
    [InlineData("gis-formats", 200_000)]
    public void Every_file_in_every_role_is_read_or_refused(string corpus, long largest)
    {
        using Reader reader = new();
        int turn = 0;
        foreach (string file in Directory.EnumerateFiles(RepositoryRoot.RealData(corpus), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (new FileInfo(file).Length is 0 || new FileInfo(file).Length > largest)
            {
                continue;
            }

            // In one of the roles, each file in another, what follows from it is worked out too.
            for (int role = 0; role < Roles.Length; role++)
            {
                reader.Try(Path.GetFileName(file), file, Roles[role], whole: role == turn % Roles.Length);
            }

            turn++;
            Inside(reader, file);
        }

        Assert.True(reader.Faults.Count == 0, string.Join('\n', reader.Faults.Take(20)));
        Assert.True(reader.Cases > 50, $"Only {reader.Cases} cases.");
    }

    /// <summary>The files of a zip of several, each in one role: which depends on its place, so that all have their turn.</summary>
    private static void Inside(Reader reader, string file)
    {
        if (!file.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        try
        {
            using ZipArchive zip = ZipFile.OpenRead(file);
            int turn = 0;
            foreach (ZipArchiveEntry entry in zip.Entries.Where(e => e.Length is > 0 and < 100_000))
            {
                using MemoryStream content = new();
                using Stream packed = entry.Open();
                packed.CopyTo(content);
                reader.Try($"{Path.GetFileName(file)}/{entry.Name}", "fil" + Path.GetExtension(entry.Name), Roles[turn++ % Roles.Length], content.ToArray());
            }
        }
        catch (InvalidDataException)
        {
            // A damaged zip was tried whole.
        }
    }
}
