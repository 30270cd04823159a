namespace HousingInventory.Formats.OsmPbf;

/// <summary>Writes the fields of a protocol buffer message into memory.</summary>
internal sealed class ProtoWriter
{
    private readonly List<byte> _bytes = [];

    public int Length => _bytes.Count;

    public byte[] ToArray() => [.. _bytes];

    /// <summary>A number without a field before it, for packed numbers.</summary>
    public void Varint(ulong value)
    {
        while (value >= 0x80)
        {
            _bytes.Add((byte)(value | 0x80));
            value >>= 7;
        }

        _bytes.Add((byte)value);
    }

    /// <summary>A zigzag-coded number without a field before it.</summary>
    public void Signed(long value) => Varint((ulong)((value << 1) ^ (value >> 63)));

    public void Field(int field, ulong value)
    {
        Varint((ulong)field << 3);
        Varint(value);
    }

    public void Field(int field, ReadOnlySpan<byte> value)
    {
        Varint(((ulong)field << 3) | 2);
        Varint((ulong)value.Length);
        _bytes.AddRange(value);
    }

    public void Field(int field, ProtoWriter message) => Field(field, message.ToArray());

    /// <summary>Writes packed numbers, and nothing when there are none.</summary>
    public void Packed(int field, ProtoWriter numbers)
    {
        if (numbers.Length > 0)
        {
            Field(field, numbers);
        }
    }
}
