namespace HousingInventory.Routing.Roads;

/// <summary>
/// Strings pieces together where two meet at a node, the same people may go the same way at the same speed, and nothing else meets them. An end of a piece is
/// numbered piece * 2 for its start and piece * 2 + 1 for its end.
/// </summary>
internal sealed class PieceChains
{
    private const int NoEnd = -1;

    private readonly WayPieces _pieces;
    private readonly int[] _oneEnd;
    private readonly int[] _otherEnd;
    private readonly bool[] _taken;
    private int _next;

    public PieceChains(WayPieces pieces)
    {
        _pieces = pieces;
        _taken = new bool[pieces.All.Count];
        _oneEnd = new int[pieces.NodeCount];
        _otherEnd = new int[pieces.NodeCount];
        Array.Fill(_oneEnd, NoEnd);
        Array.Fill(_otherEnd, NoEnd);
        for (int i = 0; i < _taken.Length; i++)
        {
            Meet(pieces.All[i].A, i * 2);
            Meet(pieces.All[i].B, (i * 2) + 1);
        }
    }

    /// <summary>
    /// The next chain: the ends by which its pieces are entered, in order. Its lowest piece is entered by its start. Chains come by their lowest piece.
    /// </summary>
    public bool TryNext(List<int> entries)
    {
        entries.Clear();
        while (_next < _taken.Length && _taken[_next])
        {
            _next++;
        }

        if (_next == _taken.Length)
        {
            return false;
        }

        int lowest = _next * 2;
        int first = lowest;
        for (int before = Across(first); before != NoEnd; before = Across(first))
        {
            // The piece before is left by this end and so was entered by its other. Back at the lowest piece, the chain is a ring and starts there.
            first = before ^ 1;
            if (first == lowest)
            {
                break;
            }
        }

        for (int entry = first; entry != NoEnd && !_taken[entry >> 1]; entry = Across(entry ^ 1))
        {
            _taken[entry >> 1] = true;
            entries.Add(entry);
        }

        return true;
    }

    private void Meet(int node, int end)
    {
        if (_oneEnd[node] == NoEnd)
        {
            _oneEnd[node] = end;
        }
        else
        {
            _otherEnd[node] = end;
        }
    }

    /// <summary>The end of another piece that goes on where this end is, or none.</summary>
    private int Across(int end)
    {
        WayPieces.Piece piece = _pieces.All[end >> 1];
        bool atEnd = (end & 1) == 1;
        int node = atEnd ? piece.B : piece.A;
        if (!_pieces.IsPassedThrough(node))
        {
            return NoEnd;
        }

        int other = _oneEnd[node] == end ? _otherEnd[node] : _oneEnd[node];
        if (other == NoEnd || other >> 1 == end >> 1)
        {
            return NoEnd;
        }

        // Towards the node on this piece, on from the node on the other.
        RoadTraits onward = _pieces.All[other >> 1].Oriented(reversed: (other & 1) == 1);
        return piece.Oriented(reversed: !atEnd) == onward ? other : NoEnd;
    }
}
