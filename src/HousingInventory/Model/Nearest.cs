namespace HousingInventory.Model;

/// <summary>Finds the known name that a misspelt one most likely means.</summary>
public static class Nearest
{
    /// <summary>
    /// The known name with the smallest edit distance, compared without case; a name that holds the whole word is as near as one edit. The ordinally first of equals.
    /// </summary>
    public static string Of(string said, IEnumerable<string> known) =>
        known.OrderBy(k => Near(said.ToLowerInvariant(), k.ToLowerInvariant())).ThenBy(k => Distance(said.ToLowerInvariant(), k.ToLowerInvariant())).ThenBy(k => k, StringComparer.Ordinal).First();

    private static int Near(string said, string known) =>
        said.Length >= 3 && known.Contains(said, StringComparison.Ordinal) ? Math.Min(1, Distance(said, known)) : Distance(said, known);

    /// <summary>Edit distance (Levenshtein): insertions, deletions and replacements that turn one text into the other.</summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int[] row = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
