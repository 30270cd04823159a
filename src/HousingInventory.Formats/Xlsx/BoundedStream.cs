namespace HousingInventory.Formats;

/// <summary>Reads from another stream until a number of bytes, and then says that it is damaged: a guard against what inflates without end.</summary>
internal sealed class BoundedStream(Stream inner, long allowedBytes) : ReadStream
{
    private long _left = allowedBytes;

    public override int Read(Span<byte> buffer)
    {
        int length = inner.Read(buffer);
        _left -= length;
        return _left >= 0 ? length : throw new InvalidDataException("More data than a file of this size can hold.");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
