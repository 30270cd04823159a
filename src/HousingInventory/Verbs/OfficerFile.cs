using HousingInventory.Diagnostics;
using HousingInventory.Formats;

namespace HousingInventory.Verbs;

/// <summary>
/// Files for the register officer's eyes: written whole or not at all, readable by their owner alone whatever the umask, and never in the place of a file that is
/// not the tool's own.
/// </summary>
internal sealed class OfficerFile : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string Ending = ".officer-pending";

    private readonly string _path;
    private readonly string _pending;
    private FileStream? _stream;
    private bool _moved;

    private OfficerFile(string path)
    {
        _path = Path.GetFullPath(path);
        Sweep();
        _pending = Path.Combine(Folder, $".{Path.GetFileName(_path)}.{Guid.NewGuid():N}{Ending}");
        _stream = new FileStream(_pending, Options());
        if (!OperatingSystem.IsWindows())
        {
            // The mode at creation is cut by the umask; this one is not.
            File.SetUnixFileMode(_stream.SafeFileHandle, OwnerOnly);
        }
    }

    private string Folder => Path.GetDirectoryName(_path)!;

    /// <summary>Writes a table beside its place; <see cref="Publish"/> then puts it there.</summary>
    public static OfficerFile Of(string path, CsvDialect dialect, IReadOnlyList<string> header, Action<CsvTableWriter> rows)
    {
        OfficerFile file = new(path);
        try
        {
            using (CsvTableWriter csv = new(file._stream!, dialect, header))
            {
                rows(csv);
            }

            file._stream!.Flush(flushToDisk: true);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Makes a folder that its owner alone can open; one that is there stays as it is.</summary>
    public static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Whether the file at the place holds just what was written: a try before this one came so far.</summary>
    public bool IsThereAlready()
    {
        if (!File.Exists(_path) || new FileInfo(_path).LinkTarget is not null || new FileInfo(_path).Length != _stream!.Length)
        {
            return false;
        }

        _stream.Position = 0;
        return File.ReadAllBytes(_path).AsSpan().SequenceEqual(Contents());
    }

    /// <summary>Puts the file in its place, where nothing may be.</summary>
    /// <exception cref="IOException">Something is there.</exception>
    public void Publish()
    {
        Close();
        File.Move(_pending, _path, overwrite: false);
        _moved = true;
    }

    /// <summary>Puts the file in its place, or in that of an earlier one with one of these headings.</summary>
    /// <exception cref="InputException">Another file is there.</exception>
    public void PublishOver(string[][] headers)
    {
        if (!Path.Exists(_path) && new FileInfo(_path).LinkTarget is null)
        {
            Publish();
            return;
        }

        if (new FileInfo(_path).LinkTarget is not null || Directory.Exists(_path) || !headers.Any(h => FirstLine().Split(',', ';').Select(static c => c.Trim('"')).SequenceEqual(h)))
        {
            throw new InputException($"{_path} is no file of this command; move it away, or name another folder.");
        }

        Close();
        File.Move(_pending, _path, overwrite: true);
        _moved = true;
    }

    /// <summary>Takes a published file away again.</summary>
    public void Withdraw()
    {
        if (_moved)
        {
            File.Delete(_path);
        }
    }

    public void Dispose()
    {
        Close();
        if (!_moved)
        {
            File.Delete(_pending);
        }
    }

    private static FileStreamOptions Options()
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }

    private byte[] Contents()
    {
        byte[] bytes = new byte[_stream!.Length];
        _stream.Position = 0;
        _stream.ReadExactly(bytes);
        return bytes;
    }

    private string FirstLine()
    {
        using StreamReader reader = new(_path);
        return reader.ReadLine() ?? "";
    }

    private void Close()
    {
        _stream?.Dispose();
        _stream = null;
    }

    // What a command that was killed left behind. A file that another command has open is not ours to take.
    private void Sweep()
    {
        string name = $".{Path.GetFileName(_path)}.";
        foreach (string left in Directory.EnumerateFiles(Folder, $"{name}*{Ending}"))
        {
            string middle = Path.GetFileName(left)[name.Length..^Ending.Length];
            if (middle.Length != 32 || !middle.All(char.IsAsciiHexDigit))
            {
                continue;
            }

            try
            {
                using (FileStream locked = new(left, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                {
                    locked.SetLength(0);
                }

                File.Delete(left);
            }
            catch (IOException)
            {
                // In use.
            }
        }
    }
}
