using System.Text;

namespace HousingInventory.Export.Html;

/// <summary>
/// Builds HTML and the SVG in it. Every text and attribute value is escaped here and nowhere else, so that a name in a register can never become markup; only
/// <see cref="Raw"/> lets through what this assembly wrote itself.
/// </summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _text = new();

    /// <summary>An element and what <paramref name="body"/> writes in it. An attribute whose value is null is left out, one whose value is empty stands alone.</summary>
    public HtmlWriter Element(string tag, ReadOnlySpan<(string Name, string? Value)> attributes, Action body)
    {
        Begin(tag, attributes);
        body();
        return End(tag);
    }

    /// <summary>An element without attributes and what <paramref name="body"/> writes in it.</summary>
    public HtmlWriter Element(string tag, Action body) => Element(tag, [], body);

    /// <summary>A whole element with nothing but text in it.</summary>
    public HtmlWriter Element(string tag, string? text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Begin(tag, attributes);
        Text(text);
        return End(tag);
    }

    /// <summary>An element that HTML lets have no content and no end, such as meta and input.</summary>
    public HtmlWriter Void(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Begin(tag, attributes);
        return this;
    }

    /// <summary>An SVG element without content.</summary>
    public HtmlWriter Shape(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Tag(tag, attributes);
        _text.Append("/>");
        return this;
    }

    /// <summary>Text, escaped.</summary>
    public HtmlWriter Text(string? text)
    {
        Escape(text ?? "");
        return this;
    }

    /// <summary>Markup, style or script that is a constant of this assembly; never anything that was read.</summary>
    public HtmlWriter Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    /// <summary>JSON for the page's own scripts to read, which no browser runs.</summary>
    /// <exception cref="InvalidOperationException">It holds a sign that could end the element: it was not written for a page.</exception>
    public HtmlWriter Data(string id, byte[] json)
    {
        if (json.AsSpan().ContainsAny((byte)'<', (byte)'>'))
        {
            throw new InvalidOperationException("Data for a page must not hold a sign of HTML.");
        }

        return Element("script", [("type", "application/json"), ("id", id)], () => Raw(Encoding.UTF8.GetString(json)));
    }

    /// <summary>The document as bytes: UTF-8 without BOM, lines ended by \n.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_text.ToString());

    public override string ToString() => _text.ToString();

    private void Begin(string tag, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Tag(tag, attributes);
        _text.Append('>');
    }

    private HtmlWriter End(string tag)
    {
        _text.Append("</").Append(tag).Append('>');
        if (tag is "p" or "tr" or "section" or "li" or "table" or "div" or "svg" or "article" or "head" or "style" or "script" or "h1" or "h2" or "h3" or "option" or "g")
        {
            _text.Append('\n');
        }

        return this;
    }

    private void Tag(string tag, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _text.Append('<').Append(tag);
        foreach ((string name, string? value) in attributes)
        {
            if (value is null)
            {
                continue;
            }

            _text.Append(' ').Append(name);
            if (value.Length > 0)
            {
                _text.Append("=\"");
                Escape(value);
                _text.Append('"');
            }
        }
    }

    private void Escape(string text)
    {
        foreach (char c in text)
        {
            switch (c)
            {
                case '&':
                    _text.Append("&amp;");
                    break;
                case '<':
                    _text.Append("&lt;");
                    break;
                case '>':
                    _text.Append("&gt;");
                    break;
                case '"':
                    _text.Append("&quot;");
                    break;
                case '\'':
                    _text.Append("&#39;");
                    break;
                case < ' ' and not ('\t' or '\n'):
                    // Control characters are not allowed in HTML at all, not even as references.
                    _text.Append(' ');
                    break;
                default:
                    _text.Append(c);
                    break;
            }
        }
    }
}
