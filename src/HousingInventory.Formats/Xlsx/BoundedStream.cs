namespace HousingInventory.Formats;

/// <summary>Reads from another stream until a number of bytes, and then says that it is damaged: a guard against what inflates without end.</summary>
internal sealed class BoundedStream(Stream inner, long allowedBytes) : Stream
{
    private long _left = allowedBytes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        int length = inner.Read(buffer);
        _left -= length;
        return _left >= 0 ? length : throw new InvalidDataException("More data than a file of this size can hold.");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
