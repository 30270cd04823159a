using System.Runtime.CompilerServices;

namespace HousingInventory.Routing.Roads;

/// <summary>
/// A queue of nodes that gives the near ones first, but only roughly: costs are cut into buckets a quarter as wide as the mean arc, and within a bucket first in is
/// first out. A search that keeps the better of two labels ends with the same labels as with a strict order; a few nodes are looked at twice, and nothing is
/// compared, which is what a heap spends its time on. Not for searches that settle a node for good or stop early: those take <see cref="SearchHeap"/>.
/// <para>
/// Method: Dial's buckets with wide buckets (Dijkstra's algorithm between, Bellman and Ford's within them; Meyer and Sanders, Delta-stepping, J. Algorithms 49,
/// 2003). A bucket is a chain of waiting entries; buckets a whole number of rounds of <see cref="Chains"/> apart share one, which long arcs make rare.
/// </para>
/// A node may stand in it several times: the caller drops an entry that no longer says what the node's label says.
/// </summary>
internal sealed class SearchBuckets
{
    private const int Chains = 4096;

    private readonly double _bucketsPerStep;

    /// <summary>For each chain its first entry in <see cref="_waiting"/>; 0 is none.</summary>
    private readonly int[] _first = new int[Chains];
    private Waiting[] _waiting = new Waiting[512];
    private int _waitingEnd = 1;
    private int _free;

    /// <summary>What the open bucket holds: <see cref="_openNext"/> to <see cref="_openEnd"/>.</summary>
    private Entry[] _open = new Entry[128];
    private int _openNext;
    private int _openEnd;
    private long _bucket;

    /// <summary>A queue for searches over some arcs.</summary>
    public SearchBuckets(ArcTable arcs) => _bucketsPerStep = 1 / Math.Max(1, Math.Max(arcs.MeanCost / 4, arcs.MaxCost / (Chains - 2)));

    public int Count { get; private set; }

    /// <summary>
    /// Adds a node; its cost is 0 or more, and finite. What is nearer than the bucket that is being emptied, or than the first of an empty queue, joins that bucket.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Push(double cost, int target, int node)
    {
        Entry entry = new(cost, target, node);
        long bucket = (long)(cost * _bucketsPerStep);
        if (Count++ == 0)
        {
            // Nothing waits, so the buckets may begin anywhere: a queue that ran empty is as new.
            _bucket = bucket;
        }

        if (bucket <= _bucket)
        {
            PushOpen(entry);
            return;
        }

        int at = _free;
        if (at != 0)
        {
            _free = _waiting[at].Next;
        }
        else
        {
            at = _waitingEnd++;
            if (at == _waiting.Length)
            {
                Array.Resize(ref _waiting, at * 2);
            }
        }

        ref int first = ref _first[(int)bucket & (Chains - 1)];
        _waiting[at] = new Waiting(entry, first);
        first = at;
    }

    /// <summary>Takes an entry of the nearest bucket that has any; there must be one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Entry Pop()
    {
        if (_openNext == _openEnd)
        {
            OpenNext();
        }

        Count--;
        return _open[_openNext++];
    }

    private void PushOpen(Entry entry)
    {
        if (_openNext == _openEnd)
        {
            _openNext = _openEnd = 0;
        }

        if (_openEnd == _open.Length)
        {
            Array.Resize(ref _open, _openEnd * 2);
        }

        _open[_openEnd++] = entry;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void OpenNext()
    {
        while (_openNext == _openEnd)
        {
            _bucket++;
            ref int link = ref _first[(int)_bucket & (Chains - 1)];
            while (link != 0)
            {
                ref Waiting waiting = ref _waiting[link];
                if ((long)(waiting.Entry.Cost * _bucketsPerStep) != _bucket)
                {
                    // It belongs to a later round.
                    link = ref waiting.Next;
                    continue;
                }

                PushOpen(waiting.Entry);
                int freed = link;
                link = waiting.Next;
                waiting.Next = _free;
                _free = freed;
            }
        }
    }

    internal readonly record struct Entry(double Cost, int Target, int Node);

    private struct Waiting(Entry entry, int next)
    {
        public readonly Entry Entry = entry;
        public int Next = next;
    }
}
