using System.Collections.Concurrent;

namespace HousingInventory.SystemTests;

/// <summary>Results of the committed samples, made once for all tests that begin with them: the same sample gives the same bytes wherever it lies.</summary>
internal static class SharedResults
{
    private static readonly ConcurrentDictionary<(string Sample, string? Language), Lazy<SampleCopy>> Made = new();

    static SharedResults() => AppDomain.CurrentDomain.ProcessExit += static (_, _) =>
    {
        foreach (Lazy<SampleCopy> made in Made.Values.Where(static m => m.IsValueCreated))
        {
            made.Value.Dispose();
        }
    };

    /// <summary>Puts the results of a sample into a folder, for a test of its own to change.</summary>
    /// <param name="folder">The folder; made if need be.</param>
    /// <param name="sample">Name of the sample.</param>
    /// <param name="language">Its language; null for that of its configuration.</param>
    public static void Into(string folder, string sample, string? language = null)
    {
        SampleCopy copy = Made.GetOrAdd((sample, language), static key => new(() => Run(key.Sample, key.Language))).Value;
        foreach (string file in Directory.EnumerateFiles(copy.Out, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(folder, Path.GetRelativePath(copy.Out, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static SampleCopy Run(string sample, string? language)
    {
        SampleCopy copy = new(sample);
        if (language is not null)
        {
            copy.Edit(config => config["language"] = language);
        }

        copy.Run().Succeeded();
        return copy;
    }
}
