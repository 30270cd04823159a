namespace HousingInventory.Formats;

/// <summary>
/// Files and folders of ours that must not outlive the command. Whoever makes one says so here and takes it back when it is gone or done: then a command that is
/// ended from outside can clear them away, though its threads may still be busy with them.
/// </summary>
public static class Unfinished
{
    private const int Tries = 5;

    private static readonly Lock Gate = new();
    private static readonly List<string> Paths = [];

    /// <summary>A file or folder that is to go if the command ends now.</summary>
    public static void Add(string path)
    {
        lock (Gate)
        {
            Paths.Add(path);
        }
    }

    /// <summary>It is gone, or whole.</summary>
    public static void Remove(string path)
    {
        lock (Gate)
        {
            Paths.Remove(path);
        }
    }

    /// <summary>It will never be whole: deletes it.</summary>
    public static void Discard(string path)
    {
        Remove(path);
        Delete(path);
    }

    /// <summary>Does what must not be cut off by <see cref="End"/>, which waits for it.</summary>
    public static void Finish(Action work)
    {
        lock (Gate)
        {
            work();
        }
    }

    /// <summary>
    /// Deletes all of them, the newest first, because the process ends now: whoever wants to begin another waits until it has. False when what must not be cut off
    /// was still going on after so long.
    /// </summary>
    public static bool End(TimeSpan patience)
    {
        // Never given back.
        if (!Gate.TryEnter(patience))
        {
            return false;
        }

        for (int i = Paths.Count - 1; i >= 0; i--)
        {
            Delete(Paths[i]);
        }

        return true;
    }

    /// <summary>Deletes a file or a folder with what is in it; what cannot be deleted stays.</summary>
    private static void Delete(string path)
    {
        for (int i = 0; i < Tries; i++)
        {
            try
            {
                if (Directory.Exists(path))
                {
                    Directory.Delete(path, recursive: true);
                }
                else
                {
                    File.Delete(path);
                }

                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A thread that is still writing may have made one more file; at the next try it finds no folder to make it in.
            }
        }
    }
}
