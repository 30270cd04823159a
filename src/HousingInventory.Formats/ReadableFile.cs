namespace HousingInventory.Formats;

/// <summary>The first questions to any file.</summary>
internal static class ReadableFile
{
    /// <summary>Throws when there is nothing to read.</summary>
    /// <exception cref="DataFormatException">Missing, a folder, empty, or not readable by this user.</exception>
    public static void Require(string path)
    {
        if (Directory.Exists(path))
        {
            throw new DataFormatException("The file is a folder; name the file in it.");
        }

        FileInfo file = new(path);
        if (!file.Exists)
        {
            throw new DataFormatException("The file does not exist; check the path and its spelling.");
        }

        if (file.Length == 0)
        {
            // A pipe, a device and a file of /proc have no length either, and may never end.
            throw new DataFormatException("The file is empty, or is a pipe or device and no file; fetch it again, or copy what it gives to a file.");
        }
    }

    /// <summary>Opens a file for reading from its beginning; others may go on reading and writing it.</summary>
    /// <exception cref="DataFormatException">As <see cref="Require"/>.</exception>
    public static FileStream Open(string path)
    {
        Require(path);
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new DataFormatException("The file cannot be opened; check that it may be read and is not locked by another program.", e);
        }
    }
}
