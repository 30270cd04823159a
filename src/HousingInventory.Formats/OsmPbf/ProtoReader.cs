namespace HousingInventory.Formats.OsmPbf;

/// <summary>
/// Steps through the fields of one protocol buffer message. Every read is bounded by the message: damaged bytes give <see cref="DataFormatException"/>, never
/// an index out of range.
/// </summary>
internal ref struct ProtoReader(ReadOnlySpan<byte> message)
{
    private const int WireVarint = 0;
    private const int WireFixed64 = 1;
    private const int WireBytes = 2;
    private const int WireFixed32 = 5;

    private readonly ReadOnlySpan<byte> _message = message;
    private int _at;
    private int _wire;

    /// <summary>False at the end of the message.</summary>
    public readonly bool HasMore => _at < _message.Length;

    /// <summary>Bytes of the message read so far.</summary>
    public readonly int Position => _at;

    /// <summary>The number of the field that comes next; its value must then be read or skipped. False at the end of the message.</summary>
    public bool NextField(out int field)
    {
        if (_at >= _message.Length)
        {
            field = 0;
            return false;
        }

        ulong tag = Varint();
        _wire = (int)(tag & 7);
        ulong number = tag >> 3;
        if (number is 0 or > int.MaxValue)
        {
            throw Damaged();
        }

        field = (int)number;
        return true;
    }

    /// <summary>Whether the value of the current field is a number rather than bytes.</summary>
    public readonly bool IsNumber => _wire == WireVarint;

    /// <summary>The value of the current field as an unsigned integer; negative numbers arrive as their 64-bit two's complement.</summary>
    public ulong FieldVarint() => _wire == WireVarint ? Varint() : throw Damaged();

    /// <summary>The value of the current field as a zigzag-coded integer.</summary>
    public long FieldSigned() => Unzigzag(FieldVarint());

    /// <summary>The bytes of the current field: a string, a message or packed numbers.</summary>
    public ReadOnlySpan<byte> FieldBytes() => _wire == WireBytes ? Take(Varint()) : throw Damaged();

    public void SkipField()
    {
        switch (_wire)
        {
            case WireVarint:
                Varint();
                break;
            case WireFixed64:
                Take(8);
                break;
            case WireBytes:
                Take(Varint());
                break;
            case WireFixed32:
                Take(4);
                break;
            default:
                throw Damaged();
        }
    }

    /// <summary>The next number of packed numbers.</summary>
    public ulong Varint()
    {
        // Most numbers take one or two bytes: tags, and differences between neighbours.
        ReadOnlySpan<byte> message = _message;
        int at = _at;
        if ((uint)at < (uint)message.Length)
        {
            byte first = message[at];
            if (first < 0x80)
            {
                _at = at + 1;
                return first;
            }
        }

        return LongVarint();
    }

    /// <summary>The next zigzag-coded number of packed numbers.</summary>
    public long Signed() => Unzigzag(Varint());

    public static DataFormatException Damaged() => new("The file is damaged: a block does not hold well-formed OSM PBF data; fetch it again.");

    /// <summary>The number behind a zigzag code: 0, -1, 1, -2, 2 ...</summary>
    public static long Unzigzag(ulong value) => (long)(value >> 1) ^ -(long)(value & 1);

    private ulong LongVarint()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            if ((uint)_at >= (uint)_message.Length)
            {
                throw Damaged();
            }

            byte next = _message[_at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Damaged();
    }

    private ReadOnlySpan<byte> Take(ulong length)
    {
        if (length > (ulong)(_message.Length - _at))
        {
            throw Damaged();
        }

        ReadOnlySpan<byte> bytes = _message.Slice(_at, (int)length);
        _at += (int)length;
        return bytes;
    }
}
