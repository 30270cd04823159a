using System.Globalization;
using System.Text;
using System.Xml;

namespace HousingInventory.Formats;

/// <summary>
/// Forward-only XML for register deliveries: no document type, no external entity, names compared without namespace, case or diacritics. What the XML
/// parser complains of becomes a <see cref="DataFormatException"/> that keeps the line and position and drops the parser's own text, which quotes values.
/// </summary>
/// <remarks>
/// The way through a record is <see cref="Enter"/> on an element, then <see cref="NextChild"/> until it is false. A child whose <see cref="Text"/> is not
/// asked for is passed over with everything in it.
/// </remarks>
internal sealed class RecordXmlReader : IDisposable
{
    /// <summary>Longer values are cut; no field of any register comes near, and a hostile file must not fill the memory.</summary>
    private const int MaxTextChars = 1 << 22;

    private const int MaxCachedNames = 4096;

    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = true,
    };

    private readonly XmlReader _xml;
    private readonly Dictionary<string, string> _names = new(ReferenceEqualityComparer.Instance);
    private char[] _text = new char[256];
    private bool _rootSeen;

    static RecordXmlReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Takes the stream over and closes it.</summary>
    public RecordXmlReader(Stream stream) => _xml = XmlReader.Create(stream, s_settings);

    /// <summary>How deep the current node lies; the root is 0.</summary>
    public int Depth => _xml.Depth;

    /// <summary>True on the start of an element, empty ones included.</summary>
    public bool IsElement => _xml.NodeType == XmlNodeType.Element;

    /// <summary>True on the end tag of an element.</summary>
    public bool IsEndElement => _xml.NodeType == XmlNodeType.EndElement;

    /// <summary>True on an element that has no end tag.</summary>
    public bool IsEmptyElement => _xml.IsEmptyElement;

    /// <summary>The current element's name without prefix, in lower case, å and ä as a, ö as o.</summary>
    public string Name
    {
        get
        {
            // Names come from the parser's name table, so the same name is the same object.
            string name = _xml.LocalName;
            if (!_names.TryGetValue(name, out string? folded))
            {
                folded = Fold(name);
                if (_names.Count < MaxCachedNames)
                {
                    _names.Add(name, folded);
                }
            }

            return folded;
        }
    }

    /// <summary>The current element's namespace.</summary>
    public string Namespace => _xml.NamespaceURI;

    /// <summary>Steps to the next node; false at the end of a complete document.</summary>
    public bool Read()
    {
        try
        {
            bool more = _xml.Read();
            _rootSeen |= more && IsElement;
            return more;
        }
        catch (XmlException e)
        {
            throw Broken(e);
        }
        catch (Exception e) when (IsFromBelow(e))
        {
            throw Unreadable();
        }
    }

    /// <summary>On the start of an element: what <see cref="NextChild"/> needs to walk its children.</summary>
    public int Enter() => _xml.IsEmptyElement ? -1 : _xml.Depth;

    /// <summary>Steps to the next child element of the element that was entered; false, standing on its end, when there is none left.</summary>
    public bool NextChild(int parent)
    {
        while (parent >= 0 && Read())
        {
            if (_xml.NodeType == XmlNodeType.Element && _xml.Depth == parent + 1)
            {
                return true;
            }

            if (_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == parent)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>
    /// On the start of an element: its own text, trimmed, and a step to its end. Empty for an empty or nil element; text of elements inside it is not
    /// part of it. Valid until the next call.
    /// </summary>
    public ReadOnlySpan<char> Text()
    {
        if (_xml.IsEmptyElement)
        {
            return default;
        }

        int depth = _xml.Depth;
        int length = 0;
        while (Read() && !(_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth))
        {
            if (_xml.Depth == depth + 1 && _xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                length = Append(length);
            }
        }

        return _text.AsSpan(0, length).Trim();
    }

    /// <summary>The value of an attribute of the current element, its name folded as <see cref="Name"/> is; null when there is none or it is blank.</summary>
    public string? Attribute(string foldedName)
    {
        string? value = null;
        for (bool more = _xml.MoveToFirstAttribute(); more && value is null; more = _xml.MoveToNextAttribute())
        {
            value = Name == foldedName && !string.IsNullOrWhiteSpace(_xml.Value) ? _xml.Value.Trim() : null;
        }

        _xml.MoveToElement();
        return value;
    }

    /// <inheritdoc/>
    public void Dispose() => _xml.Dispose();

    /// <summary>Lower case with å, ä, ö and their kin as plain letters; one rule in every culture.</summary>
    internal static string Fold(string name)
        => string.Create(name.Length, name, static (span, source) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                span[i] = char.ToLowerInvariant(source[i]) switch
                {
                    'å' or 'ä' or 'á' or 'à' => 'a',
                    'ö' or 'ó' or 'ø' => 'o',
                    'é' or 'è' or 'ë' => 'e',
                    'ü' => 'u',
                    char c => c,
                };
            }
        });

    private int Append(int length)
    {
        try
        {
            while (length < MaxTextChars)
            {
                if (length == _text.Length)
                {
                    Array.Resize(ref _text, _text.Length * 2);
                }

                int read = _xml.ReadValueChunk(_text, length, _text.Length - length);
                if (read == 0)
                {
                    break;
                }

                length += read;
            }

            return length;
        }
        catch (XmlException e)
        {
            throw Broken(e);
        }
        catch (Exception e) when (IsFromBelow(e))
        {
            throw Unreadable();
        }
    }

    /// <summary>From below the parser: a damaged zip entry, an encoding that does not exist. The text of these may hold bytes of the file too.</summary>
    private static bool IsFromBelow(Exception e) => e is InvalidDataException or ArgumentException or NotSupportedException or DecoderFallbackException;

    private static DataFormatException Unreadable() => new("The file cannot be read to its end: it is damaged or states an unknown encoding; fetch it again.");

    private DataFormatException Broken(XmlException e)
    {
        string where = string.Create(CultureInfo.InvariantCulture, $"line {e.LineNumber}, position {e.LinePosition}");
        return new DataFormatException(_rootSeen
            ? Sentence.Of($"The XML is cut off or malformed at {where}; fetch the delivery again.")
            : Sentence.Of($"The file is not XML, or declares a document type, which is refused (at {where}); fetch the delivery again."));
    }
}
