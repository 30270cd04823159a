namespace HousingInventory.Diagnostics;

/// <summary>
/// The notices of a run: counted exactly, kept up to <see cref="SamplesPerCode"/> of a code. Parallel work fills one log each, and they are merged in input
/// order, so the thread count never shows. Not thread-safe.
/// </summary>
public sealed class NoticeLog
{
    /// <summary>How many notices of one code are kept; the rest are only counted.</summary>
    public const int SamplesPerCode = 100;

    private readonly SortedDictionary<string, Entry> _byCode = new(StringComparer.Ordinal);

    /// <summary>Exact counts by code, in the order of the codes.</summary>
    public IReadOnlyDictionary<string, long> Counts => _byCode.ToDictionary(e => e.Key, e => e.Value.Count, StringComparer.Ordinal);

    /// <summary>The kept notices: most severe first, then by code, then in the order in which they were added.</summary>
    public IEnumerable<Notice> Samples =>
        _byCode.Values.OrderByDescending(e => e.Samples[0].Severity).SelectMany(e => e.Samples);

    /// <summary>The highest severity seen, null when there are no notices.</summary>
    public Severity? Worst => _byCode.Count == 0 ? null : _byCode.Values.Max(e => e.Samples[0].Severity);

    /// <summary>Adds one notice, standing for <paramref name="count"/> occurrences.</summary>
    public void Add(Notice notice, long count = 1)
    {
        if (!_byCode.TryGetValue(notice.Code, out Entry? entry))
        {
            _byCode.Add(notice.Code, entry = new Entry());
        }

        entry.Count += count;
        if (entry.Samples.Count < SamplesPerCode)
        {
            entry.Samples.Add(notice);
        }
    }

    /// <summary>Adds everything that another log holds, after what is here.</summary>
    public void AddAll(NoticeLog other)
    {
        foreach ((string code, Entry from) in other._byCode)
        {
            if (!_byCode.TryGetValue(code, out Entry? entry))
            {
                _byCode.Add(code, entry = new Entry());
            }

            entry.Count += from.Count;
            entry.Samples.AddRange(from.Samples.Take(SamplesPerCode - entry.Samples.Count));
        }
    }

    private sealed class Entry
    {
        public long Count { get; set; }

        public List<Notice> Samples { get; } = [];
    }
}
