namespace HousingInventory.Formats;

/// <summary>Cuts a stream into lines at LF, CR or both, without deciding on an encoding.</summary>
internal sealed class ByteLineReader : IDisposable
{
    private const int MaxLineBytes = 1 << 20;

    private readonly Stream _stream;
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private int _lineLength;
    private bool _atEnd;

    /// <summary>Takes the stream over and closes it.</summary>
    public ByteLineReader(Stream stream) => _stream = stream;

    /// <summary>The current line without its end; valid until the next <see cref="Read"/>. A CR LF makes an empty line of its own.</summary>
    public ReadOnlySpan<byte> Line => _buffer.AsSpan(_start, _lineLength);

    /// <summary>Steps to the next line; false at the end.</summary>
    /// <exception cref="DataFormatException">A line is longer than a megabyte, so this is no text file; or an archive entry is damaged.</exception>
    public bool Read()
    {
        _start += _lineLength + (_lineLength < _end - _start ? 1 : 0);
        int seen = 0;
        while (true)
        {
            int at = _buffer.AsSpan(_start + seen, _end - _start - seen).IndexOfAny((byte)'\n', (byte)'\r');
            if (at >= 0)
            {
                _lineLength = seen + at;
                return true;
            }

            seen = _end - _start;
            if (_atEnd)
            {
                _lineLength = seen;
                return seen > 0;
            }

            Fill();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _buffer.AsSpan().Clear();
        _stream.Dispose();
    }

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        if (_end == _buffer.Length)
        {
            if (_end >= MaxLineBytes)
            {
                throw new DataFormatException("A line is longer than a megabyte, so this is not a file of lines; name the file that was delivered.");
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        try
        {
            int read = _stream.Read(_buffer, _end, _buffer.Length - _end);
            _end += read;
            _atEnd = read == 0;
        }
        catch (InvalidDataException)
        {
            throw new DataFormatException("The file cannot be read to its end, the archive is damaged; fetch it again.");
        }
    }
}
