using System.Runtime.CompilerServices;

namespace HousingInventory.Routing.Roads;

/// <summary>
/// The arcs of one mode, by the node where they start. To look at the arcs of a node:
/// <code>foreach (Arc arc in table.From(node)) { ... arc.Head, arc.Cost ... }</code>
/// Loops, parallel arcs, arcs without cost and nodes without arcs are all fine.
/// </summary>
internal sealed class ArcTable
{
    private readonly int[] _first;
    private readonly Arc[] _arcs;

    /// <summary>Arcs in any order, with the node each starts from; arcs of a node keep their order.</summary>
    public ArcTable(int nodeCount, ReadOnlySpan<int> tails, ReadOnlySpan<Arc> arcs)
    {
        _first = new int[nodeCount + 1];
        foreach (int tail in tails)
        {
            _first[tail + 1]++;
        }

        for (int node = 0; node < nodeCount; node++)
        {
            _first[node + 1] += _first[node];
        }

        _arcs = new Arc[arcs.Length];
        int[] next = _first[..^1];
        for (int i = 0; i < arcs.Length; i++)
        {
            _arcs[next[tails[i]]++] = arcs[i];
            (MaxCost, MeanCost) = (Math.Max(MaxCost, arcs[i].Cost), MeanCost + (arcs[i].Cost / arcs.Length));
        }
    }

    /// <summary>Number of nodes.</summary>
    public int NodeCount => _first.Length - 1;

    /// <summary>Number of arcs.</summary>
    public int Count => _arcs.Length;

    /// <summary>The largest cost of an arc; 0 without any.</summary>
    public double MaxCost { get; }

    /// <summary>The mean cost of an arc; 0 without any.</summary>
    public double MeanCost { get; }

    /// <summary>The arcs that start at a node.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<Arc> From(int node) => _arcs.AsSpan(_first[node], _first[node + 1] - _first[node]);
}
