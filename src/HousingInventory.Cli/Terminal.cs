namespace HousingInventory.Cli;

/// <summary>The last words of a command, for which stderr may be full or closed.</summary>
internal static class Terminal
{
    /// <summary>One line on stderr, if that can be written to.</summary>
    public static void Say(string line)
    {
        try
        {
            Console.Error.WriteLine(line);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // The exit code is all that is left to tell.
        }
    }
}
