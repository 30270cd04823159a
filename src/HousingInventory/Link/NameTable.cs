using System.Runtime.InteropServices;
using System.Text;

namespace HousingInventory.Link;

/// <summary>
/// The names of the address register (streets, villages, farms), each once, found by exact spelling, by spelling without blanks and accents, by a short form,
/// or by a spelling that one edit turns into the name. Read-only once built, and then safe for many readers.
/// </summary>
internal sealed class NameTable
{
    /// <summary>A shorter name is many others without its letters.</summary>
    private const int ShortestWithGaps = 6;

    /// <summary>Keeps names without their letters apart from whole ones.</summary>
    private const string GapMark = "~";

    private readonly Dictionary<string, int> _exact = new(StringComparer.Ordinal);
    private readonly List<string> _compact = [];
    private readonly Chains _byCompact = new();
    private readonly Chains _byShort = new();
    private readonly Lazy<Chains> _byDeletion;
    private readonly Lazy<Chains> _byDamage;

    public NameTable()
    {
        _byDeletion = new(IndexDeletions);
        _byDamage = new(IndexDamage);
    }

    /// <summary>How many names there are; ids run from 0.</summary>
    public int Count => _compact.Count;

    /// <summary>The id of a name of the register, new or known.</summary>
    public int Add(string name)
    {
        ref int id = ref CollectionsMarshal.GetValueRefOrAddDefault(_exact, name, out bool known);
        if (!known)
        {
            id = _compact.Count;
            string compact = AddressFold.Compact(name);
            _compact.Add(compact);
            _byCompact.Add(Hash(compact), id);
            foreach (string variant in NameVariants.Of(name))
            {
                _byShort.Add(Hash(variant), id);
            }
        }

        return id;
    }

    /// <summary>A name without blanks, hyphens and accents.</summary>
    public string Compact(int id) => _compact[id];

    /// <summary>The id of exactly this name, -1 when there is none.</summary>
    public int FindExact(ReadOnlySpan<char> name) =>
        _exact.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out int id) ? id : -1;

    /// <summary>Adds the names that are spelt so but for blanks, hyphens and accents.</summary>
    public void FindCompact(ReadOnlySpan<char> compact, List<int> found) => _byCompact.Find(Hash(compact), found);

    /// <summary>Adds the names of which this is a short form.</summary>
    public void FindShort(ReadOnlySpan<char> compact, List<int> found) => _byShort.Find(Hash(compact), found);

    /// <summary>
    /// Adds the names that are one edit away from this spelling: a letter too many, too few, another, or two swapped. A '?' stands for a letter that got lost. Names under four letters have no neighbours: one edit makes nearly any of them out of any other.
    /// </summary>
    public void FindNear(string compact, List<int> found)
    {
        if (compact.Length < 4)
        {
            return;
        }

        int from = found.Count;
        Chains byDeletion = _byDeletion.Value;
        byDeletion.Find(Hash(compact), found);
        foreach (ulong hash in Deletions(compact))
        {
            byDeletion.Find(hash, found);
        }

        Span<int> candidates = CollectionsMarshal.AsSpan(found)[from..];
        candidates.Sort();
        int kept = from;
        for (int i = from; i < found.Count; i++)
        {
            if ((i == from || found[i] != found[i - 1]) && Spelling.WithinOneEdit(compact, _compact[found[i]]) && Spelling.SameDigits(compact, _compact[found[i]]))
            {
                found[kept++] = found[i];
            }
        }

        found.RemoveRange(kept, found.Count - kept);
    }

    /// <summary>
    /// Adds the names, and the names of which this is a short form, that are spelt so but for letters beyond ASCII: each became a '?' or other signs that stand
    /// for a lost one, lost its ring or dots, was written as two (AA, AE, OE), or went missing. Any number of letters may be damaged; where that fits several names, all are added.
    /// </summary>
    public void FindDamaged(string compact, List<int> found)
    {
        bool isLost = compact.Contains('?', StringComparison.Ordinal);
        if (compact.Length < 3 || (!isLost && !Ascii.IsValid(compact)))
        {
            return;
        }

        int from = found.Count;
        _byDamage.Value.Find(Hash(isLost ? Spelling.WithLettersLost(compact) : compact), found);
        if (found.Count == from && compact.Length >= ShortestWithGaps)
        {
            _byDamage.Value.Find(Hash(isLost ? Spelling.Collapsed(Spelling.WithLettersLost(compact)) : compact + GapMark), found);
        }

        int kept = from;
        for (int i = from; i < found.Count; i++)
        {
            if (found.IndexOf(found[i], from, kept - from) < 0)
            {
                found[kept++] = found[i];
            }
        }

        found.RemoveRange(kept, found.Count - kept);
    }

    private static IEnumerable<ulong> Deletions(string compact)
    {
        // As for short forms: no street has so long a name, and the work grows with its square.
        if (compact.Length > NameVariants.LongestName)
        {
            yield break;
        }

        char[] shorter = new char[compact.Length - 1];
        for (int i = 0; i < compact.Length; i++)
        {
            compact.AsSpan(0, i).CopyTo(shorter);
            compact.AsSpan(i + 1).CopyTo(shorter.AsSpan(i));
            yield return Hash(shorter);
        }
    }

    private static ulong Hash(ReadOnlySpan<char> text)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return (hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15;
    }

    // Two spellings within one edit share a deletion of one letter, or one is a deletion of the other (the symmetric-delete method).
    private Chains IndexDeletions()
    {
        Chains chains = new(_compact.Sum(static c => c.Length + 1));
        for (int id = 0; id < _compact.Count; id++)
        {
            if (_compact[id].Length < 4)
            {
                continue;
            }

            chains.Add(Hash(_compact[id]), id);
            foreach (ulong hash in Deletions(_compact[id]))
            {
                chains.Add(hash, id);
            }
        }

        return chains;
    }

    private Chains IndexDamage()
    {
        Chains chains = new();
        foreach ((string name, int id) in _exact)
        {
            foreach (string form in NameVariants.Of(name).Append(_compact[id]))
            {
                string lost = Spelling.WithLettersLost(form);
                if (lost != form)
                {
                    // As lost letters, without their dots, as two letters each (AA, AE, OE), and left out.
                    chains.Add(Hash(lost), id);
                    chains.Add(Hash(Spelling.WithoutDots(form)), id);
                    chains.Add(Hash(Spelling.WithPairs(form)), id);
                    if (form.Length >= ShortestWithGaps)
                    {
                        chains.Add(Hash(Spelling.Collapsed(lost)), id);
                        chains.Add(Hash(lost.Replace("?", "", StringComparison.Ordinal) + GapMark), id);
                    }
                }
            }
        }

        return chains;
    }

    /// <summary>From a hash to the ids that were added with it. Two texts with one hash only mean a candidate more.</summary>
    private sealed class Chains(int expected = 0)
    {
        private readonly Dictionary<ulong, int> _heads = new(expected);
        private readonly List<(int Id, int Next)> _links = new(expected);

        public void Add(ulong hash, int id)
        {
            ref int head = ref CollectionsMarshal.GetValueRefOrAddDefault(_heads, hash, out _);
            _links.Add((id, head));
            head = _links.Count;
        }

        public void Find(ulong hash, List<int> found)
        {
            for (int at = _heads.GetValueOrDefault(hash); at != 0; at = _links[at - 1].Next)
            {
                found.Add(_links[at - 1].Id);
            }
        }
    }
}
