using System.Globalization;

namespace HousingInventory.Formats;

/// <summary>A node of well-known text of a coordinate system: KEYWORD["text",number,word,NODE[...]]. WKT 1, ESRI's dialect and WKT 2 share this form.</summary>
internal sealed class WktNode
{
    /// <summary>Real descriptions nest six deep; this only keeps hostile text off the stack.</summary>
    private const int MaxDepth = 40;

    private readonly List<WktNode> children = [];
    private readonly List<string> values = [];

    private WktNode(string keyword)
    {
        Keyword = keyword;
    }

    /// <summary>In upper case.</summary>
    public string Keyword { get; }

    /// <summary>The first text, "" when there is none.</summary>
    public string Name => Value(0);

    /// <summary>Null when the text is not one whole node. Behind it ESRI writes the system of heights as a second: PROJCS[...],VERTCS[...].</summary>
    public static WktNode? TryParse(string text)
    {
        int at = 0;
        WktNode? node = ParseNode(text, ref at, 0);
        SkipBlank(text, ref at);
        if (node is not null && at < text.Length && text[at] == ',')
        {
            at++;
            bool isHeight = ParseNode(text, ref at, 0)?.Keyword is "VERTCS" or "VERT_CS" or "VERTCRS" or "VERTICALCRS";
            SkipBlank(text, ref at);
            return isHeight && at == text.Length ? node : null;
        }

        return at == text.Length ? node : null;
    }

    /// <summary>The text, number or word at this place among the node's plain values, "" when there is none.</summary>
    public string Value(int index) => index < values.Count ? values[index] : "";

    /// <summary>The plain value at this place as a number; NaN when it is none.</summary>
    public double Number(int index) =>
        double.TryParse(Value(index), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN;

    /// <summary>The first child with one of these keywords.</summary>
    public WktNode? Child(params ReadOnlySpan<string> keywords)
    {
        foreach (WktNode child in children)
        {
            if (keywords.Contains(child.Keyword))
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>The children with this keyword, in order.</summary>
    public IEnumerable<WktNode> Children(string keyword) => children.Where(c => c.Keyword == keyword);

    private static WktNode? ParseNode(string text, ref int at, int depth)
    {
        SkipBlank(text, ref at);
        string word = Word(text, ref at);
        SkipBlank(text, ref at);
        if (word.Length == 0 || at >= text.Length || text[at] is not ('[' or '(') || depth > MaxDepth)
        {
            return null;
        }

        char close = text[at++] == '[' ? ']' : ')';
        WktNode node = new(word.ToUpperInvariant());
        while (ParseValue(text, ref at, node, depth))
        {
            SkipBlank(text, ref at);
            if (at < text.Length && text[at] == close)
            {
                at++;
                return node;
            }

            if (at >= text.Length || text[at++] != ',')
            {
                return null;
            }
        }

        return null;
    }

    private static bool ParseValue(string text, ref int at, WktNode node, int depth)
    {
        SkipBlank(text, ref at);
        if (at < text.Length && text[at] == '"')
        {
            int end = text.IndexOf('"', at + 1);
            if (end < 0)
            {
                return false;
            }

            node.values.Add(text[(at + 1)..end]);
            at = end + 1;
            return true;
        }

        int start = at;
        string word = Word(text, ref at);
        SkipBlank(text, ref at);
        if (at < text.Length && text[at] is '[' or '(')
        {
            at = start;
            WktNode? child = ParseNode(text, ref at, depth + 1);
            if (child is not null)
            {
                node.children.Add(child);
            }

            return child is not null;
        }

        node.values.Add(word);
        return word.Length > 0;
    }

    private static string Word(string text, ref int at)
    {
        int start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '.' or '+' or '-'))
        {
            at++;
        }

        return text[start..at];
    }

    private static void SkipBlank(string text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }
}
