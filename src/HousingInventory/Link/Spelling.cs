namespace HousingInventory.Link;

/// <summary>How far apart two spellings are.</summary>
internal static class Spelling
{
    /// <summary>
    /// Whether at most one edit turns one text into the other: a letter inserted, left out, exchanged, or two neighbours swapped. A '?' fits any one letter,
    /// and does not count when it is the only difference.
    /// </summary>
    public static bool WithinOneEdit(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > b.Length)
        {
            ReadOnlySpan<char> swap = a;
            a = b;
            b = swap;
        }

        if (b.Length - a.Length > 1)
        {
            return false;
        }

        int head = 0;
        while (head < a.Length && Fits(a[head], b[head]))
        {
            head++;
        }

        int tail = 0;
        while (tail < a.Length - head && Fits(a[a.Length - 1 - tail], b[b.Length - 1 - tail]))
        {
            tail++;
        }

        int restA = a.Length - head - tail;
        int restB = b.Length - head - tail;
        return restB <= 1 || (restA == 2 && restB == 2 && a[head] == b[head + 1] && a[head + 1] == b[head]);
    }

    /// <summary>
    /// Optimal string alignment distance: the fewest edits, where swapping neighbours is one. Given up at <paramref name="limit"/>, which is then returned.
    /// </summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) >= limit || b.Length > 200)
        {
            return limit;
        }

        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> above = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            above[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = Fits(a[i - 1], b[j - 1]) ? 0 : 1;
                int best = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, before[j - 2] + 1);
                }

                row[j] = best;
                least = Math.Min(least, best);
            }

            if (least >= limit)
            {
                return limit;
            }

            Span<int> free = before;
            before = above;
            above = row;
            row = free;
        }

        return Math.Min(above[b.Length], limit);
    }

    /// <summary>Whether the figures of both are the same: the fourth street is no misspelt fifth.</summary>
    public static bool SameDigits(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int i = 0;
        foreach (char c in a)
        {
            if (!char.IsAsciiDigit(c))
            {
                continue;
            }

            while (i < b.Length && !char.IsAsciiDigit(b[i]))
            {
                i++;
            }

            if (i == b.Length || b[i++] != c)
            {
                return false;
            }
        }

        return !b[i..].ContainsAnyInRange('0', '9');
    }

    /// <summary>A compact name as it stands where every letter beyond ASCII got lost.</summary>
    public static string WithLettersLost(string compact) => string.Create(compact.Length, compact, static (span, text) =>
    {
        for (int i = 0; i < text.Length; i++)
        {
            span[i] = text[i] > 127 ? '?' : text[i];
        }
    });

    /// <summary>A compact name as it stands where Å and Ä became A, and Ö became O.</summary>
    public static string WithoutDots(string compact) => compact.Replace('Å', 'A').Replace('Ä', 'A').Replace('Ö', 'O');

    /// <summary>A compact name as it stands where Å became AA, Ä AE, and Ö OE.</summary>
    public static string WithPairs(string compact) => compact.Replace("Å", "AA", StringComparison.Ordinal).Replace("Ä", "AE", StringComparison.Ordinal).Replace("Ö", "OE", StringComparison.Ordinal);

    /// <summary>With one '?' for several in a row: a letter may have become two signs.</summary>
    public static string Collapsed(string lost)
    {
        System.Text.StringBuilder text = new(lost.Length);
        foreach (char c in lost)
        {
            if (c != '?' || text.Length == 0 || text[^1] != '?')
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }

    private static bool Fits(char a, char b) => a == b || a == '?' || b == '?';
}
