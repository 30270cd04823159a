namespace HousingInventory.Formats;

/// <summary>
/// A folder for what must be unpacked or copied while it is read: for this user's eyes only, and gone with this object. What a command that was killed left
/// behind is known by a lock that nobody holds any more.
/// </summary>
public sealed class PrivateFolder : IDisposable
{
    private const string Prefix = "housing-inventory-";
    private const string LockName = ".housing-inventory-private";

    private const string ContentName = "content";

    private const int MostTries = 20;

    private readonly string _root;
    private readonly FileStream _lock;

    private PrivateFolder(string root, FileStream held)
    {
        _root = root;
        _lock = held;
        Path = Directory.CreateDirectory(System.IO.Path.Combine(root, ContentName)).FullName;
    }

    /// <summary>Absolute path of the folder for the files.</summary>
    public string Path { get; }

    /// <summary>Makes an empty one.</summary>
    /// <exception cref="DataFormatException">There is no folder for temporary files, or no room in it.</exception>
    public static PrivateFolder Make()
    {
        try
        {
            for (int tries = 1; ; tries++)
            {
                string root = "";
                Unfinished.Finish(() => Unfinished.Add(root = Directory.CreateTempSubdirectory(Prefix).FullName));
                if (Hold(root, tries == MostTries) is { } held)
                {
                    return new PrivateFolder(root, held);
                }

                // Swept away, but for what another user may have made of it.
                if (Directory.Exists(root))
                {
                    Directory.Delete(root, recursive: true);
                }

                Unfinished.Remove(root);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NoRoom(e);
        }
    }

    // A lock that is there and not held yet looks like one that was left: another command may sweep the folder away in that moment. Then another is made.
    private static FileStream? Hold(string root, bool last)
    {
        string file = System.IO.Path.Combine(root, LockName);
        try
        {
            FileStream held = new(file, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1);
            if (File.Exists(file))
            {
                return held;
            }

            held.Dispose();
            return null;
        }
        catch (IOException) when (!last)
        {
            return null;
        }
    }

    /// <summary>What is said when a file could not be written into a private folder.</summary>
    public static DataFormatException NoRoom(Exception e) => new(
        $"It must be unpacked or copied for reading, and the folder for temporary files, {System.IO.Path.GetTempPath()}, is missing, full or not writable; "
        + "make room there, or set TMPDIR (on Windows TEMP) to another folder.",
        e);

    /// <summary>Clears away what commands that were killed have left. Never fails: what cannot be deleted now is left to the next command.</summary>
    public static void Sweep()
    {
        try
        {
            foreach (string folder in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), Prefix + "*"))
            {
                Sweep(folder);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // No folder for temporary files: nothing to sweep.
        }
    }

    public void Dispose()
    {
        // Held to the end where a held file can be deleted: else another command would take it for one that was left, and two would delete it.
        if (OperatingSystem.IsWindows())
        {
            _lock.Dispose();
        }

        try
        {
            Directory.Delete(_root, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Swept away already.
        }
        finally
        {
            _lock.Dispose();
        }

        Unfinished.Remove(_root);
    }

    private static void Sweep(string folder)
    {
        string file = System.IO.Path.Combine(folder, LockName);
        try
        {
            // Only a folder with our lock in it is ours, and only one whose lock can be had is nobody's.
            if (File.Exists(file) && new FileInfo(file).LinkTarget is null && new DirectoryInfo(folder).LinkTarget is null)
            {
                using (new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.None, 1))
                {
                    // Held while it is deleted, so that whoever made it sees that it is gone. Windows deletes no open file, and has no such moment: there a file is made and held at once.
                    if (!OperatingSystem.IsWindows())
                    {
                        Directory.Delete(folder, recursive: true);
                        return;
                    }
                }

                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A living command's, or another user's.
        }
    }
}
