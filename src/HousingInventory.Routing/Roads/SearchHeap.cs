using System.Runtime.CompilerServices;

namespace HousingInventory.Routing.Roads;

/// <summary>
/// A priority queue of nodes by cost, then target id; four children a node, so it is half as deep as with two. A node may stand in it several times: the caller
/// drops an entry that no longer says what the node's label says, which is cheaper than finding and moving it.
/// Hot loops of this project are compiled in full at once: a search is over before the run-time would think of it, and three times as slow until then.
/// </summary>
internal sealed class SearchHeap
{
    private Entry[] _entries = new Entry[1024];

    public int Count { get; private set; }

    public void Clear() => Count = 0;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Push(double cost, int target, int node)
    {
        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, Count * 2);
        }

        Span<Entry> entries = _entries;
        Entry entry = new(cost, target, node);
        int at = Count++;
        while (at > 0)
        {
            int parent = (at - 1) >> 2;
            if (!entry.IsBefore(entries[parent]))
            {
                break;
            }

            entries[at] = entries[parent];
            at = parent;
        }

        entries[at] = entry;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Entry Pop()
    {
        Span<Entry> entries = _entries.AsSpan(0, Count);
        Entry top = entries[0];
        Entry last = entries[^1];
        Count--;
        entries = entries[..Count];
        int at = 0;
        while (true)
        {
            int child = (at << 2) + 1;
            if (child >= entries.Length)
            {
                break;
            }

            int smallest = child;
            int end = Math.Min(child + 4, entries.Length);
            for (int i = child + 1; i < end; i++)
            {
                if (entries[i].IsBefore(entries[smallest]))
                {
                    smallest = i;
                }
            }

            if (!entries[smallest].IsBefore(last))
            {
                break;
            }

            entries[at] = entries[smallest];
            at = smallest;
        }

        if (entries.Length > 0)
        {
            entries[at] = last;
        }

        return top;
    }

    internal readonly record struct Entry(double Cost, int Target, int Node)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool IsBefore(in Entry other) => Cost < other.Cost || (Cost == other.Cost && Target < other.Target);
    }
}
