namespace HousingInventory.Formats.OsmPbf;

/// <summary>Room for one blob, as stored and inflated, that a worker uses again and again.</summary>
internal sealed class BlobBuffer
{
    private byte[] _stored = [];
    private byte[] _inflated = [];

    public ArraySegment<byte> Stored(int length) => new(Room(ref _stored, length), 0, length);

    public Span<byte> Inflated(int length) => Room(ref _inflated, length).AsSpan(0, length);

    private static byte[] Room(ref byte[] buffer, int length)
    {
        if (buffer.Length < length)
        {
            buffer = new byte[Math.Max(length, 64 * 1024)];
        }

        return buffer;
    }
}
