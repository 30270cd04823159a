namespace HousingInventory.Model;

/// <summary>A list of values that grows by blocks and not by doubling: nothing is copied, and no array gets so large that the garbage collector sets it apart.</summary>
internal sealed class BlockList<T>
    where T : struct
{
    private const int Bits = 9;
    private const int Mask = (1 << Bits) - 1;

    private readonly List<T[]> _blocks = [];

    public int Count { get; private set; }

    /// <summary>A value, to be read or changed in place. Not checked against <see cref="Count"/>.</summary>
    public ref T this[int index] => ref _blocks[index >> Bits][index & Mask];

    public void Add(in T value)
    {
        if (Count >> Bits == _blocks.Count)
        {
            _blocks.Add(new T[1 << Bits]);
        }

        _blocks[^1][Count++ & Mask] = value;
    }

    public void Clear()
    {
        _blocks.Clear();
        Count = 0;
    }
}
