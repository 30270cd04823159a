using HousingInventory.Formats;

namespace HousingInventory.Export;

/// <summary>Why a file that is to be replaced cannot be, if it cannot.</summary>
internal static class BusyFile
{
    private static readonly string[] Logs = ["-wal", "-journal"];

    /// <summary>A clause with what to do, to follow the path; null when nothing keeps it from being replaced.</summary>
    public static Sentence? Why(string folder, string name)
    {
        const string Open = "is open in another program: close it there and run again";
        string path = Path.Combine(folder, name);
        if (GeoPackageLock.KeepsLog(path))
        {
            // A program that crashed leaves its log too.
            string log = Logs.FirstOrDefault(end => new FileInfo(path + end) is { Exists: true, Length: > 0 }) ?? Logs[0];
            return Sentence.Of($"{Open}; if no program has it open, open and close it once in QGIS, or delete {name}{log}");
        }

        if (File.Exists(Path.Combine(folder, $".~lock.{name}#")))
        {
            return Open;
        }

        try
        {
            using FileStream exclusive = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException)
        {
            return "is write-protected, or belongs to a colleague who has not given you the right to change it: name another folder with --out, or ask for that right";
        }
        catch (IOException)
        {
            return Open;
        }

        return name.EndsWith(".gpkg", StringComparison.OrdinalIgnoreCase) && GeoPackageLock.IsHeld(path) ? Open : null;
    }
}
