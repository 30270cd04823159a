using HousingInventory.Export;

namespace HousingInventory.Verbs;

/// <summary>What the results of several municipalities show together: runs of words as hashes, since a region has tens of millions, and words.</summary>
internal sealed class ShownElsewhere
{
    private readonly HashSet<ulong> _runs = [];

    /// <summary>Words that results hold anyway.</summary>
    public HashSet<string> Words { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds what the results of one show.</summary>
    public void Learn(Results results)
    {
        (HashSet<string> runs, HashSet<string> words) = SoughtInResults.ShownBy(results);
        foreach (string run in runs)
        {
            _runs.Add(Hash(run));
        }

        Words.UnionWith(words);
    }

    /// <summary>Whether any of them shows these words after one another, or holds the one word anyway.</summary>
    public bool Shows(string[] words) => _runs.Contains(Hash(string.Join(' ', words))) || (words.Length == 1 && Words.Contains(words[0]));

    // FNV-1a, finished so that runs that begin alike lie apart.
    private static ulong Hash(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return (hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15;
    }
}
