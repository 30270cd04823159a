using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace HousingInventory.Formats;

/// <summary>
/// Cuts a GeoJSON file into its features while it is read in chunks: the members of "features", or bare features and geometries that follow each other
/// (one document, or one a line). Memory stays at the size of the largest feature.
/// </summary>
internal sealed class GeoJsonSplitter : IDisposable
{
    private const int ChunkSize = 1 << 18;
    private const int MaxFeatureSize = 1 << 30;

    private readonly Stream stream;
    private byte[] buffer = new byte[ChunkSize];

    /// <summary>Bytes from here on are kept; everything before has been dealt with.</summary>
    private int start;
    private int at;
    private int end;
    private long bytesBefore;
    private Place place;
    private bool isFirst = true;
    private bool isCollection;
    private bool hasFeatures;
    private string type = "";
    private int featureStart;
    private int featureLength;

    public GeoJsonSplitter(Stream stream)
    {
        this.stream = stream;
        Fill();
        ReadOnlySpan<byte> head = buffer.AsSpan(0, end);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            throw new DataFormatException("The file is UTF-16 text; GeoJSON must be UTF-8, so save it in that encoding.");
        }

        start = at = head.StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
    }

    /// <summary>Members by which services say how much there is: WFS and OGC API Features, GeoServer, ArcGIS.</summary>
    private enum Note
    {
        None,
        Matched,
        Exceeded,
        Links,
        Next,
    }

    private enum Place
    {
        BetweenDocuments,
        InDocument,
        InFeatures,
    }

    /// <summary>The bytes of the current feature or bare geometry, valid until the next read.</summary>
    public ReadOnlySpan<byte> Current => buffer.AsSpan(featureStart, featureLength);

    /// <summary>The first "crs" member at the top of a document: the JSON text of its value. Null when there is none before what was read so far.</summary>
    public string? CrsJson { get; private set; }

    /// <summary>How many features there are in all, as a service says beside those that it gives; null when it does not. Final at the end of the file.</summary>
    public long? StatedFeatures { get; private set; }

    /// <summary>Whether a service says that it has more than it gives here. Final at the end of the file.</summary>
    public bool GoesOn { get; private set; }

    /// <summary>Steps to the next feature; false at the end of the file.</summary>
    /// <exception cref="DataFormatException">The file is cut short, is not UTF-8, no JSON or no GeoJSON.</exception>
    public bool Read()
    {
        while (true)
        {
            switch (place)
            {
                case Place.BetweenDocuments:
                    if (!BeginDocument())
                    {
                        return false;
                    }

                    break;
                case Place.InDocument:
                    if (ReadMember())
                    {
                        return true;
                    }

                    break;
                default:
                    if (ReadFeature())
                    {
                        return true;
                    }

                    break;
            }
        }
    }

    /// <summary>What is wrong with the current place in the file.</summary>
    public DataFormatException Broken(Sentence what) =>
        new($"The file is not valid GeoJSON near byte {bytesBefore + at}: {what}; export it again.");

    public void Dispose()
    {
        stream.Dispose();
    }

    private bool BeginDocument()
    {
        // A record separator stands before each text of an RFC 8142 sequence.
        while (SkipBlank() && buffer[at] == 0x1E)
        {
            at++;
        }

        start = at;
        if (at == end)
        {
            return isFirst ? throw new DataFormatException("The file holds no JSON; fetch it again.") : false;
        }

        if (buffer[at] != '{')
        {
            throw isFirst ? new DataFormatException("The file is not GeoJSON: it does not begin with an object; name a GeoJSON file.") : Broken("text after the end");
        }

        at++;
        isFirst = true;
        isCollection = false;
        hasFeatures = false;
        type = "";
        place = Place.InDocument;
        return true;
    }

    /// <summary>Reads a member of a document; true when the document ended and is itself a feature or geometry.</summary>
    private bool ReadMember()
    {
        if (Next() == '}')
        {
            at++;
            return EndDocument();
        }

        if (!isFirst)
        {
            Expect(',', "a comma is missing between two members");
        }

        isFirst = false;
        if (Next() != '"')
        {
            throw Broken("a member without a name");
        }

        ReadOnlySpan<byte> name = Value();
        Note note = NoteOf(name);
        bool isFeatures = name.SequenceEqual("\"features\""u8), isType = name.SequenceEqual("\"type\""u8), isCrs = name.SequenceEqual("\"crs\""u8);
        Expect(':', "a colon is missing after a member's name");
        byte first = Next();
        if (isFeatures)
        {
            if (first != '[')
            {
                throw Broken("\"features\" is not an array");
            }

            start = ++at;
            hasFeatures = true;
            isFirst = true;
            place = Place.InFeatures;
            return false;
        }

        ReadOnlySpan<byte> value = Value();
        if (isType)
        {
            type = JsonScan.Unescape(value.Trim((byte)'"'));
            isCollection |= type == "FeatureCollection";
        }
        else if (isCrs && CrsJson is null)
        {
            CrsJson = Encoding.UTF8.GetString(value);
        }
        else if (note != Note.None)
        {
            Heed(note, value);
        }

        return false;
    }

    private static Note NoteOf(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("\"numberMatched\""u8) || name.SequenceEqual("\"totalFeatures\""u8) ? Note.Matched
        : name.SequenceEqual("\"exceededTransferLimit\""u8) || name.SequenceEqual("\"properties\""u8) ? Note.Exceeded
        : name.SequenceEqual("\"links\""u8) ? Note.Links
        : name.SequenceEqual("\"next\""u8) || name.SequenceEqual("\"@odata.nextLink\""u8) || name.SequenceEqual("\"nextPageToken\""u8) ? Note.Next
        : name.SequenceEqual("\"metadata\""u8) || name.SequenceEqual("\"meta\""u8) || name.SequenceEqual("\"pagination\""u8) || name.SequenceEqual("\"paging\""u8) ? Note.Exceeded : Note.None;

    private void Heed(Note note, ReadOnlySpan<byte> value)
    {
        switch (note)
        {
            case Note.Matched when long.TryParse(value.Trim((byte)'"'), CultureInfo.InvariantCulture, out long matched):
                StatedFeatures = Math.Max(StatedFeatures ?? 0, matched);
                break;
            case Note.Exceeded:
                // ArcGIS writes the member at the top, or within "properties".
                int limit = value.IndexOf("\"exceededTransferLimit\""u8);
                GoesOn |= value.SequenceEqual("true"u8) || (limit >= 0 && value[(limit + 23)..].TrimStart(" \t\r\n:"u8).StartsWith("true"u8));
                break;
            case Note.Links:
                for (int next = value.IndexOf("\"next\""u8), from = 0; next >= 0; next = value[from..].IndexOf("\"next\""u8))
                {
                    GoesOn |= value[..(from + next)].TrimEnd(" \t\r\n:"u8).EndsWith("\"rel\""u8);
                    from += next + 6;
                }

                break;
            case Note.Next:
                // The address of the next page; null, false or nothing on the last.
                GoesOn |= value.Length > 2 && value[0] == '"';
                break;
        }
    }

    private bool EndDocument()
    {
        place = Place.BetweenDocuments;
        isFirst = false;
        if (hasFeatures)
        {
            return isCollection ? false : throw new DataFormatException("The file has \"features\" but its type is not FeatureCollection; export it as GeoJSON.");
        }

        if (type == "Topology")
        {
            throw new DataFormatException("The file is TopoJSON; convert it to GeoJSON.");
        }

        if (type is not ("Feature" or "Point" or "LineString" or "Polygon" or "MultiPoint" or "MultiLineString" or "MultiPolygon" or "GeometryCollection"))
        {
            throw new DataFormatException(isCollection
                ? "The file is a FeatureCollection without \"features\"; export it again."
                : "The file is JSON but no GeoJSON; name a file with features.");
        }

        featureStart = start;
        featureLength = at - start;
        CheckUtf8(Current);
        return true;
    }

    private bool ReadFeature()
    {
        if (Next() == ']')
        {
            at++;
            isFirst = false;
            start = at;
            place = Place.InDocument;
            return false;
        }

        if (!isFirst)
        {
            Expect(',', "a comma is missing between two features");
            Next();
        }

        isFirst = false;
        start = at;
        ReadOnlySpan<byte> value = Value();
        featureStart = start;
        featureLength = value.Length;
        CheckUtf8(value);
        return true;
    }

    /// <summary>The value that begins here; steps past it. Earlier spans are invalid afterwards.</summary>
    private ReadOnlySpan<byte> Value()
    {
        int length;
        while ((length = JsonScan.EndOfValue(buffer.AsSpan(0, end), at) - at) < 0)
        {
            if (!Fill())
            {
                throw new DataFormatException("The file is cut short in the middle of a value; fetch it again.");
            }
        }

        if (length == 0)
        {
            throw Broken("a value is missing");
        }

        at += length;
        return buffer.AsSpan(at - length, length);
    }

    private byte Next() => SkipBlank() ? buffer[at] : throw new DataFormatException("The file is cut short; fetch it again.");

    private void Expect(char c, string otherwise)
    {
        if (Next() != c)
        {
            throw Broken(otherwise);
        }

        at++;
    }

    private bool SkipBlank()
    {
        do
        {
            at = JsonScan.SkipBlank(buffer.AsSpan(0, end), at);
        }
        while (at == end && Fill());
        return at < end;
    }

    private void CheckUtf8(ReadOnlySpan<byte> value)
    {
        if (!Utf8.IsValid(value))
        {
            throw Broken("bytes that are not UTF-8");
        }
    }

    /// <summary>Reads on; false at the end of the file. Bytes from <see cref="start"/> on are kept, but may move.</summary>
    private bool Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            bytesBefore += start;
            at -= start;
            end -= start;
            start = 0;
        }

        if (end == buffer.Length)
        {
            if (buffer.Length >= MaxFeatureSize)
            {
                throw new DataFormatException("The file has a single feature of over a gigabyte; split it.");
            }

            Array.Resize(ref buffer, 2 * buffer.Length);
        }

        int read;
        try
        {
            read = stream.Read(buffer, end, buffer.Length - end);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw new DataFormatException("The file cannot be read to its end; fetch it again.", e);
        }

        end += read;
        return read > 0;
    }
}
