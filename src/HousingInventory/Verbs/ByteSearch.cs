using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using HousingInventory.Formats;

namespace HousingInventory.Verbs;

/// <summary>
/// Looks through the bytes of a file, and of all that is packed in it: text of any encoding, zips in zips, gzip, databases with what was deleted from them, workbooks, and bytes that
/// are written as hex or base64. What it cannot look into it says.
/// </summary>
internal sealed partial class ByteSearch(SoughtValues sought, ProofWords words, Action<ProofHit, string> found, Action<string, string> notProved)
{
    private const int DeepestNesting = 8;
    private const long MostUnpacked = 256L << 20;

    /// <summary>Fewer hex digits hold no name and no number.</summary>
    private const int ShortestHex = 20;

    private static readonly (byte[] Magic, string Name)[] Closed =
    [
        ([0x37, 0x7A, 0xBC, 0xAF], "7z"), ("Rar!"u8.ToArray(), "RAR"), ("BZh"u8.ToArray(), "bzip2"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd"), ("%PDF"u8.ToArray(), "PDF"),
        ([0x89, 0x50, 0x4E, 0x47], "PNG"), ([0xFF, 0xD8, 0xFF], "JPEG"), ("GIF8"u8.ToArray(), "GIF"), ("II*\0"u8.ToArray(), "TIFF"), ("MM\0*"u8.ToArray(), "TIFF"), ([0xD0, 0xCF, 0x11, 0xE0], "old Office"), ("PAR1"u8.ToArray(), "Parquet"),
    ];

    private static readonly Encoding[] OldEncodings = MakeOldEncodings();

    private readonly TextSearch _text = new(sought, words, found);
    private readonly NumberSearch _numbers = new(sought, found);
    private long _unpacked;

    /// <summary>Looks through bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="place">Where they stand in the file; empty for the file itself.</param>
    /// <param name="depth">How deep they are packed.</param>
    public void Search(ReadOnlyMemory<byte> bytes, string place, int depth = 0)
    {
        ReadOnlySpan<byte> span = bytes.Span;
        if (depth > DeepestNesting)
        {
            notProved(place, words.Say("är packad för djupt", "is packed too deep"));
        }
        else if (SqlitePages.Is(span))
        {
            Database(bytes, place, depth);
        }
        else if (span.StartsWith("PK\x03\x04"u8) || span.StartsWith("PK\x05\x06"u8))
        {
            Zip(bytes, place, depth);
        }
        else if (span.Length > 2 && span[0] == 0x1F && span[1] == 0x8B)
        {
            Gzip(bytes, place, depth);
        }
        else if (Array.Find(Closed, c => bytes.Span.StartsWith(c.Magic)) is { Name: not null } closed)
        {
            notProved(place, words.Say($"är {closed.Name}, som inte går att se in i", $"is {closed.Name}, which cannot be looked into"));
        }
        else
        {
            Plain(bytes, place, depth);
            int zip = span.IndexOf("PK\x03\x04"u8);
            if (zip > 0)
            {
                Zip(bytes[zip..], Join(place, words.Say("tillagd zip", "appended zip")), depth);
            }
        }
    }

    private static string Join(string place, string part) => place.Length == 0 ? part : $"{place}, {part}";

    private void Zip(ReadOnlyMemory<byte> bytes, string place, int depth)
    {
        try
        {
            using ZipArchive zip = new(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            Text(zip.Comment, Join(place, words.Say("kommentar", "comment")));
            foreach (ZipArchiveEntry entry in zip.Entries)
            {
                string at = Join(place, entry.FullName);
                Text(entry.Comment, Join(at, words.Say("kommentar", "comment")));
                _text.Search(entry.FullName, Join(place, words.Say("namnen på dess filer", "names of its files")));
                if (entry.IsEncrypted)
                {
                    notProved(at, words.Say("är krypterad", "is encrypted"));
                    continue;
                }

                if (Unpack(entry.Open, at) is { } content)
                {
                    Search(content, at, depth + 1);
                }
            }

            if (zip.GetEntry("[Content_Types].xml") is not null && zip.Entries.Any(static e => e.Name == "workbook.xml"))
            {
                Workbook(bytes, place);
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            notProved(place, words.Say("är en skadad zip", "is a damaged zip"));
        }
    }

    // The cells of a row lie apart in a workbook: texts in a list of their own, and numbers as reals.
    private void Workbook(ReadOnlyMemory<byte> bytes, string place)
    {
        try
        {
            using MemoryStream stream = new(bytes.ToArray(), writable: false);
            foreach (string sheet in XlsxTable.SheetNames(stream))
            {
                using IFeatureCursor rows = XlsxTable.Open(new MemoryStream(bytes.ToArray(), writable: false), new ReadOptions(sheet));
                string headings = string.Join(" | ", rows.Layer.Columns.Select(static c => c.Name));
                _text.Search(headings, Join(place, words.Say($"blad {sheet}, rubriker", $"sheet {sheet}, headings")));
                _text.HasNumberColumn = NumberColumns.AreIn(headings);
                while (rows.Read())
                {
                    string row = string.Join(" | ", Enumerable.Range(0, rows.Layer.Columns.Count).Select(rows.Text).Where(static t => t is not null));
                    _text.Search(row.ReplaceLineEndings(" "), Join(place, words.Say(FormattableString.Invariant($"blad {sheet}, rad {rows.Row}"), FormattableString.Invariant($"sheet {sheet}, row {rows.Row}"))));
                }
            }
        }
        catch (DataFormatException)
        {
            // Its parts were looked through as text; that a sheet has no table is no fault.
        }
        finally
        {
            _text.HasNumberColumn = false;
        }
    }

    private void Gzip(ReadOnlyMemory<byte> bytes, string place, int depth)
    {
        string at = Join(place, words.Say("uppackad", "unpacked"));
        if (Unpack(() => new GZipStream(new MemoryStream(bytes.ToArray(), writable: false), CompressionMode.Decompress), at) is { } content)
        {
            if (bytes.Length < 18 || BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[^4..]) != (uint)content.Length)
            {
                notProved(at, words.Say("är avkortad eller skadad", "is cut or damaged"));
            }

            Search(content, at, depth + 1);
        }
    }

    private byte[]? Unpack(Func<Stream> open, string place)
    {
        try
        {
            using Stream packed = open();
            using MemoryStream content = new();
            byte[] buffer = new byte[1 << 16];
            for (int read; (read = packed.Read(buffer)) > 0;)
            {
                _unpacked += read;
                if (_unpacked > MostUnpacked)
                {
                    notProved(place, words.Say("packas upp till mer än 256 MB", "unpacks to more than 256 MB"));
                    return null;
                }

                content.Write(buffer, 0, read);
            }

            return content.ToArray();
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            notProved(place, words.Say("är skadad", "is damaged"));
            return null;
        }
    }

    private void Database(ReadOnlyMemory<byte> bytes, string place, int depth)
    {
        if (!SqlitePages.IsWhole(bytes.Span))
        {
            notProved(place, words.Say("är en skadad databas", "is a damaged database"));
            Plain(bytes, place, depth);
            return;
        }

        bool hasNumberColumn = NumberColumns.AreIn(bytes.Span);
        foreach (SqlitePiece piece in SqlitePages.Read(bytes))
        {
            _text.HasNumberColumn = hasNumberColumn;
            string at = Join(place, words.Say(FormattableString.Invariant($"sida {piece.Page}"), FormattableString.Invariant($"page {piece.Page}")));
            if (piece.IsRow)
            {
                foreach (string value in piece.Values)
                {
                    Hex(value, at, depth);
                }

                string row = string.Join(" | ", piece.Values);
                Text(row.Length < 1 << 16 ? row.ReplaceLineEndings(" ") : row, at);
            }

            foreach (ReadOnlyMemory<byte> blob in piece.Blobs)
            {
                if (piece.IsRow && IsPacked(blob.Span))
                {
                    Search(blob, Join(at, "blob"), depth + 1);
                    continue;
                }

                if (!piece.IsRow)
                {
                    _numbers.Remains(blob.Span, at);
                }

                _numbers.Doubles(blob.Span, at);
                if (!blob.Span.StartsWith("GP\0"u8))
                {
                    Printable(blob, at);
                }
            }
        }

        _text.HasNumberColumn = false;
    }

    private static bool IsPacked(ReadOnlySpan<byte> blob) =>
        SqlitePages.Is(blob) || blob.StartsWith("PK\x03\x04"u8) || (blob.Length > 2 && blob[0] == 0x1F && blob[1] == 0x8B);

    // Values of one row have nothing between them: "KarlKarlsson196408233234".
    private void Printable(ReadOnlyMemory<byte> bytes, string place)
    {
        foreach (Encoding encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            string text = encoding.GetString(bytes.Span);
            StringBuilder parted = new(text.Length);
            for (int i = 0; i < text.Length; i++)
            {
                char c = text[i];
                char before = i > 0 ? text[i - 1] : ' ';
                bool turns = (char.IsUpper(c) && char.IsLower(before)) || (char.IsDigit(c) && char.IsLetter(before)) || (char.IsLetter(c) && char.IsDigit(before));
                parted.Append(turns ? " " : "").Append(char.IsControl(c) || c == '\uFFFD' ? ' ' : c);
            }

            // Bytes that are no text give words of a letter or two everywhere.
            _text.Search(string.Join(' ', parted.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(static w => w.Length > 2)), place);
        }
    }

    private void Plain(ReadOnlyMemory<byte> bytes, string place, int depth)
    {
        ReadOnlySpan<byte> span = bytes.Span;
        int zeros = span.Count((byte)0);
        if (zeros > 0)
        {
            // UTF-16 or UTF-32, or no text at all; both ways to begin are tried.
            foreach (Encoding wide in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, new UTF32Encoding(true, false)])
            {
                Text(wide.GetString(span), place);
            }

            if (span.Length > 1)
            {
                Text(Encoding.Unicode.GetString(span[1..]), place);
            }

            _numbers.Remains(span, place);
            _numbers.Doubles(span, place);
            if (!IsWideText(span))
            {
                notProved(place, words.Say("är varken text eller något annat känt", "is neither text nor anything else that is known"));
            }
        }

        string utf8 = Encoding.UTF8.GetString(span);
        Text(utf8, place);
        Hex(utf8, place, depth);
        if (!System.Text.Unicode.Utf8.IsValid(span))
        {
            foreach (Encoding old in OldEncodings)
            {
                Text(old.GetString(span), place);
            }
        }
    }

    private static bool IsWideText(ReadOnlySpan<byte> span)
    {
        string little = Encoding.Unicode.GetString(span);
        string big = Encoding.BigEndianUnicode.GetString(span);
        string wide = Encoding.UTF32.GetString(span);
        return IsText(little) || IsText(big) || IsText(wide);

        static bool IsText(string text) => text.Count(static c => c is '\t' or '\n' or '\r' or (>= ' ' and < '\u0250') or (>= '\u2000' and < '\u2100') or '\uFEFF' or '\u0300' or '\u0308' or '\u030A') * 20 >= text.Length * 19;
    }

    private void Text(string text, string place)
    {
        _text.Search(text, place);
        string plain = FoldedText.Unescaped(text);
        if (!ReferenceEquals(plain, text) && plain != text)
        {
            _text.Search(plain, place);
        }
    }

    // QGIS keeps a project as hex of a zip.
    private void Hex(string text, string place, int depth)
    {
        foreach (Match match in HexRun().Matches(text))
        {
            string digits = match.Value.StartsWith("\\x", StringComparison.Ordinal) ? match.Value[2..] : match.Value;
            if (digits.Length >= ShortestHex && digits.Length % 2 == 0)
            {
                Inner(Convert.FromHexString(digits), Join(place, "hex"), depth);
            }
        }

        foreach (Match match in Base64Run().Matches(text))
        {
            byte[] bytes = new byte[match.Length];
            string whole = match.Value.TrimEnd('=').Replace('-', '+').Replace('_', '/');
            if (Convert.TryFromBase64String(whole + new string('=', (4 - (whole.Length % 4)) % 4), bytes, out int length))
            {
                Inner(bytes.AsMemory(0, length), Join(place, "base64"), depth);
            }
        }
    }

    private void Inner(ReadOnlyMemory<byte> bytes, string place, int depth)
    {
        if (IsPacked(bytes.Span))
        {
            Search(bytes, place, depth + 1);
        }
        else if (System.Text.Unicode.Utf8.IsValid(bytes.Span) && bytes.Span.IndexOfAnyInRange((byte)0, (byte)8) < 0)
        {
            Text(Encoding.UTF8.GetString(bytes.Span), place);
        }
        else
        {
            if (bytes.Length % 2 == 0 && IsWideText(bytes.Span))
            {
                Text(Encoding.Unicode.GetString(bytes.Span), place);
                Text(Encoding.BigEndianUnicode.GetString(bytes.Span), place);
            }

            _numbers.Doubles(bytes.Span, place);
        }
    }

    private static Encoding[] MakeOldEncodings()
    {
        EncodingProvider pages = CodePagesEncodingProvider.Instance;
        return [pages.GetEncoding(1252)!, pages.GetEncoding(850)!, pages.GetEncoding(437)!, pages.GetEncoding(10000)!];
    }

    [GeneratedRegex(@"(?:\\x)?(?:[0-9A-Fa-f]{2}){10,}", RegexOptions.CultureInvariant)]
    private static partial Regex HexRun();

    [GeneratedRegex(@"[A-Za-z0-9+/_-]{16,}={0,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Base64Run();
}
