using System.Text;

namespace HousingInventory.Formats;

/// <summary>
/// A text file of any encoding, delivered as UTF-8 without its byte order mark, in which one can go back to any position that was delivered. The CSV cursor
/// needs this to take up reading again behind a damaged line.
/// </summary>
internal sealed class Utf8Source : ReadStream
{
    private const int RawChunk = 1 << 15;
    private readonly Stream _file;
    private readonly TextEncoding _encoding;
    private readonly List<(long Utf8, long Raw)> _chunks = [];
    private readonly byte[] _raw = [];
    private readonly char[] _chars = [];
    private byte[] _utf8 = [];
    private int _length;
    private int _taken;
    private int _chunk = -1;

    /// <summary>Takes over the stream, which must be able to seek.</summary>
    /// <exception cref="DataFormatException">The encoding uses a varying number of bytes and is not UTF-8 or UTF-16.</exception>
    public Utf8Source(Stream file, TextEncoding encoding)
    {
        _file = file;
        _encoding = encoding;
        _file.Position = encoding.PreambleLength;
        if (encoding.IsUtf8)
        {
            return;
        }

        bool fixedWidth = encoding.Encoding.IsSingleByte || encoding.Encoding is UnicodeEncoding or UTF32Encoding;
        if (!fixedWidth)
        {
            throw new DataFormatException($"The encoding {encoding.Label} is not supported; save the file as UTF-8.");
        }

        _raw = new byte[RawChunk];
        _chars = new char[encoding.Encoding.GetMaxCharCount(RawChunk)];
        _chunks.Add((0, encoding.PreambleLength));
    }

    /// <summary>Goes to a position in the UTF-8 form, counted from the first character; it must have been delivered before.</summary>
    public void MoveTo(long utf8Offset)
    {
        if (_encoding.IsUtf8)
        {
            _file.Position = _encoding.PreambleLength + utf8Offset;
            return;
        }

        int low = 0;
        int high = _chunks.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = _chunks[middle].Utf8 <= utf8Offset ? (middle, high) : (low, middle - 1);
        }

        if (low != _chunk)
        {
            Decode(low);
        }

        _taken = (int)Math.Min(_length, utf8Offset - _chunks[low].Utf8);
    }

    public override int Read(Span<byte> buffer)
    {
        if (_encoding.IsUtf8)
        {
            return _file.Read(buffer);
        }

        while (_taken == _length)
        {
            if (_chunk + 1 >= _chunks.Count || !Decode(_chunk + 1))
            {
                return 0;
            }
        }

        int count = Math.Min(buffer.Length, _length - _taken);
        _utf8.AsSpan(_taken, count).CopyTo(buffer);
        _taken += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Fills the buffer with one chunk and notes where the next begins; false when the chunk is empty.</summary>
    private bool Decode(int chunk)
    {
        (long utf8Start, long rawStart) = _chunks[chunk];
        _file.Position = rawStart;
        int read = _file.ReadAtLeast(_raw, RawChunk, throwOnEndOfStream: false);
        int used = read;
        int chars = _encoding.Encoding.GetChars(_raw.AsSpan(0, read), _chars);
        if (read == RawChunk && chars > 0 && _encoding.Encoding is UnicodeEncoding && char.IsHighSurrogate(_chars[chars - 1]))
        {
            // The other half of the character stands in the next chunk.
            chars--;
            used -= 2;
        }

        int needed = Encoding.UTF8.GetMaxByteCount(chars);
        if (_utf8.Length < needed)
        {
            _utf8 = new byte[needed];
        }

        _length = Encoding.UTF8.GetBytes(_chars.AsSpan(0, chars), _utf8);
        _taken = 0;
        _chunk = chunk;
        if (read == RawChunk && chunk == _chunks.Count - 1)
        {
            _chunks.Add((utf8Start + _length, rawStart + used));
        }

        return _length > 0;
    }
}
