using System.Buffers.Binary;

namespace HousingInventory.Formats.Archives;

/// <summary>The CRC-32 of ISO 3309, as zip uses it; eight bytes a step, with a table for each (slicing by eight).</summary>
internal struct Crc32
{
    private static readonly uint[][] Tables = MakeTables();

    private uint _rest;

    /// <summary>Of nothing yet.</summary>
    public Crc32() => _rest = uint.MaxValue;

    /// <summary>The checksum of what was added.</summary>
    public readonly uint Value => ~_rest;

    /// <summary>Of all of the bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        Crc32 crc = new();
        crc.Add(bytes);
        return crc.Value;
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        uint crc = _rest;
        uint[] t0 = Tables[0], t1 = Tables[1], t2 = Tables[2], t3 = Tables[3], t4 = Tables[4], t5 = Tables[5], t6 = Tables[6], t7 = Tables[7];
        while (bytes.Length >= 8)
        {
            uint low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            uint high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = t7[(byte)low] ^ t6[(byte)(low >> 8)] ^ t5[(byte)(low >> 16)] ^ t4[low >> 24]
                ^ t3[(byte)high] ^ t2[(byte)(high >> 8)] ^ t1[(byte)(high >> 16)] ^ t0[high >> 24];
            bytes = bytes[8..];
        }

        foreach (byte next in bytes)
        {
            crc = t0[(byte)(crc ^ next)] ^ (crc >> 8);
        }

        _rest = crc;
    }

    private static uint[][] MakeTables()
    {
        uint[][] tables = new uint[8][];
        for (int t = 0; t < tables.Length; t++)
        {
            tables[t] = new uint[256];
            for (uint i = 0; i < 256; i++)
            {
                uint value = t == 0 ? i : tables[t - 1][i];
                for (int bit = 0; bit < 8; bit++)
                {
                    value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
                }

                tables[t][i] = value;
            }
        }

        return tables;
    }
}
