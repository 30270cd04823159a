using System.Text;
using System.Text.Unicode;

namespace HousingInventory.Formats;

/// <summary>How the bytes of a text file become characters.</summary>
/// <param name="Encoding">The decoder.</param>
/// <param name="Label">What people call it, for example "UTF-8 with BOM".</param>
/// <param name="PreambleLength">Number of bytes of the byte order mark, which is not text.</param>
internal sealed record TextEncoding(Encoding Encoding, string Label, int PreambleLength)
{
    public bool IsUtf8 => Encoding.CodePage == Encoding.UTF8.CodePage;
}

/// <summary>Recognises and names text encodings.</summary>
internal static class TextEncodings
{
    private const int ChunkSize = 1 << 16;
    private const int EnoughSequences = 100_000;
    private const int ValidForEachInvalid = 20;

    /// <summary>What Nordic systems wrote before UTF-8.</summary>
    public static Encoding Windows1252 { get; } = CodePage(1252);

    /// <summary>The encoding with this code page number. Throws <see cref="NotSupportedException"/> or <see cref="ArgumentException"/> for an unknown one.</summary>
    public static Encoding CodePage(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number) ?? Encoding.GetEncoding(number);

    /// <summary>The encoding that a user or a side file names ("windows-1252", "ISO-8859-1", "1252", "UTF8"); null when there is none of that name.</summary>
    public static Encoding? Find(string name)
    {
        string plain = name.Trim().Trim('\uFEFF', '\0');
        try
        {
            if (plain.Equals("utf8", StringComparison.OrdinalIgnoreCase) || plain.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || plain == "65001")
            {
                return Encoding.UTF8;
            }

            if (plain.StartsWith("ANSI ", StringComparison.OrdinalIgnoreCase) || plain.StartsWith("OEM ", StringComparison.OrdinalIgnoreCase))
            {
                plain = plain[(plain.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim();
            }

            if (int.TryParse(plain, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number))
            {
                // "88591" is how ArcGIS and OGR write ISO-8859-1 in a .cpg file.
                return CodePage(number is > 88590 and < 88600 ? number - 88590 + 28590 : number);
            }

            return CodePagesEncodingProvider.Instance.GetEncoding(plain) ?? Encoding.GetEncoding(plain);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>
    /// Recognises the encoding of a text file by reading it through: byte order mark, else UTF-16 by its zero bytes, else UTF-8 if the whole file is, else by its
    /// Swedish letters Windows-1252, code page 850 (of DOS; 437 has the same letters) or Mac Roman. A UTF-8 file in which fewer than one sequence in twenty is damaged stays UTF-8: the damage then shows in those rows only.
    /// </summary>
    /// <param name="file">A stream that can seek; read from its start, position afterwards undefined.</param>
    /// <param name="stated">The name that the user gave, or null.</param>
    /// <exception cref="DataFormatException">The bytes are not text, or the stated encoding is unknown.</exception>
    public static TextEncoding Recognise(Stream file, string? stated)
    {
        byte[] buffer = new byte[ChunkSize];
        file.Position = 0;
        int length = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        ReadOnlySpan<byte> start = buffer.AsSpan(0, length);
        if (stated is not null)
        {
            Encoding encoding = Find(stated) ?? throw new DataFormatException($"The encoding '{stated}' is not known; write utf-8 or windows-1252.");
            int preamble = start.StartsWith(encoding.Preamble) ? encoding.Preamble.Length : 0;
            return new TextEncoding(encoding, encoding.WebName, preamble);
        }

        if (ByByteOrderMark(start) is { } marked)
        {
            return marked;
        }

        if (start.Contains((byte)0))
        {
            return ByZeroBytes(start);
        }

        (long valid, long invalid) = CountSequences(file, buffer, length);
        return invalid == 0 || valid > ValidForEachInvalid * invalid ? new TextEncoding(Encoding.UTF8, "UTF-8", 0) : BySwedishLetters(file, 0);
    }

    /// <summary>The encoding of the rest of a stream that states none: UTF-8 when it holds letters beyond ASCII and is that, else by its Swedish letters.</summary>
    public static TextEncoding RecogniseRest(Stream file)
    {
        long from = file.Position;
        byte[] buffer = new byte[ChunkSize];
        int length = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        (long valid, long invalid) = CountSequences(file, buffer, length);
        return valid > ValidForEachInvalid * invalid ? new TextEncoding(Encoding.UTF8, "UTF-8", 0) : BySwedishLetters(file, from);
    }

    /// <summary>
    /// Of the encodings with one byte a letter the one in which most bytes beyond ASCII are å, ä, ö, é or their capitals; Windows-1252 where none leads. Their bytes
    /// hardly overlap: ä is E4 in Windows-1252, 84 in code page 850 and 8A in Mac Roman.
    /// </summary>
    private static TextEncoding BySwedishLetters(Stream file, long from)
    {
        Span<long> counts = stackalloc long[256];
        byte[] buffer = new byte[ChunkSize];
        file.Position = from;
        for (int length; (length = file.Read(buffer)) > 0;)
        {
            foreach (byte b in buffer.AsSpan(0, length))
            {
                counts[b]++;
            }
        }

        long windows = Sum(counts, [0xE5, 0xE4, 0xF6, 0xC5, 0xC4, 0xD6, 0xE9, 0xC9, 0xE6, 0xF8, 0xFC]);
        long dos = Sum(counts, [0x86, 0x84, 0x94, 0x8F, 0x8E, 0x99, 0x82]);
        long mac = Sum(counts, [0x8C, 0x8A, 0x9A, 0x81, 0x80, 0x85]);
        return dos > windows && dos > mac ? new TextEncoding(CodePage(850), "code page 850", 0)
            : mac > windows && mac > dos ? new TextEncoding(CodePage(10000), "Mac Roman", 0)
            : new TextEncoding(Windows1252, "Windows-1252", 0);
    }

    private static long Sum(ReadOnlySpan<long> counts, ReadOnlySpan<byte> letters)
    {
        long sum = 0;
        foreach (byte letter in letters)
        {
            sum += counts[letter];
        }

        return sum;
    }

    private static TextEncoding? ByByteOrderMark(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new TextEncoding(Encoding.UTF8, "UTF-8 with BOM", 3),
        [0xFF, 0xFE, 0, 0, ..] => new TextEncoding(Encoding.UTF32, "UTF-32 LE", 4),
        [0xFF, 0xFE, ..] => new TextEncoding(Encoding.Unicode, "UTF-16 LE", 2),
        [0xFE, 0xFF, ..] => new TextEncoding(Encoding.BigEndianUnicode, "UTF-16 BE", 2),
        _ => null,
    };

    /// <summary>Western text in UTF-16 has its zeros on one side only.</summary>
    private static TextEncoding ByZeroBytes(ReadOnlySpan<byte> start)
    {
        Span<int> zeros = [0, 0];
        for (int i = 0; i < start.Length; i++)
        {
            zeros[i & 1] += start[i] == 0 ? 1 : 0;
        }

        int half = start.Length / 2;
        if (zeros[0] == 0 && zeros[1] > half / 2)
        {
            return new TextEncoding(Encoding.Unicode, "UTF-16 LE", 0);
        }

        if (zeros[1] == 0 && zeros[0] > half / 2)
        {
            return new TextEncoding(Encoding.BigEndianUnicode, "UTF-16 BE", 0);
        }

        throw new DataFormatException("The file is binary, not text; export it again as CSV in UTF-8.");
    }

    /// <summary>Counts sequences of several bytes that are and that are not UTF-8, from the filled buffer to the end of the file.</summary>
    private static (long Valid, long Invalid) CountSequences(Stream file, byte[] buffer, int length)
    {
        long valid = 0;
        long invalid = 0;
        while (length > 0)
        {
            // The last sequence may go on in the next chunk: it is moved there.
            int rest = IncompleteTail(buffer.AsSpan(0, length));
            Count(buffer.AsSpan(0, length - rest), ref valid, ref invalid);
            buffer.AsSpan(length - rest, rest).CopyTo(buffer);
            int more = file.ReadAtLeast(buffer.AsSpan(rest), buffer.Length - rest, throwOnEndOfStream: false);
            if (more == 0)
            {
                // A file that was cut within a character says nothing against UTF-8, as long as there was any.
                invalid += rest > 0 && valid == 0 ? 1 : 0;
                break;
            }

            length = rest + more;
        }

        return (valid, invalid);
    }

    private static void Count(ReadOnlySpan<byte> bytes, ref long valid, ref long invalid)
    {
        if (Utf8.IsValid(bytes))
        {
            if (valid < EnoughSequences && !Ascii.IsValid(bytes))
            {
                foreach (byte b in bytes)
                {
                    valid += b >= 0xC0 ? 1 : 0;
                }
            }

            return;
        }

        while (!bytes.IsEmpty)
        {
            System.Buffers.OperationStatus status = Rune.DecodeFromUtf8(bytes, out _, out int used);
            invalid += status == System.Buffers.OperationStatus.Done ? 0 : 1;
            valid += status == System.Buffers.OperationStatus.Done && used > 1 ? 1 : 0;
            bytes = bytes[used..];
        }
    }

    /// <summary>Number of bytes at the end that begin a sequence without completing it.</summary>
    private static int IncompleteTail(ReadOnlySpan<byte> bytes)
    {
        for (int back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            byte b = bytes[^back];
            if (b < 0x80)
            {
                return 0;
            }

            if (b >= 0xC0)
            {
                int needed = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
                return needed > back ? back : 0;
            }
        }

        return 0;
    }
}
