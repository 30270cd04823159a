namespace HousingInventory.Model;

/// <summary>
/// An identity as a run keeps it. A GUID in the registers' own writing (lower case, four dashes), which nearly every one is, is its sixteen bytes, and becomes
/// a text again when it is asked for; any other text stays as it is.
/// </summary>
internal readonly struct KeptId : IComparable<KeptId>
{
    private const int Length = 36;

    private readonly Guid _guid;
    private readonly string? _text;

    private KeptId(Guid guid, string? text)
    {
        (_guid, _text) = (guid, text);
    }

    /// <summary>The identity; none for an empty text.</summary>
    public static KeptId Of(ReadOnlySpan<char> text) => Plain(text) is { } guid ? new(guid, null) : new(default, text.IsEmpty ? null : text.ToString());

    /// <summary>The identity; none for null.</summary>
    public static KeptId Of(string? text) => Plain(text) is { } guid ? new(guid, null) : new(default, text);

    /// <summary>Whether there is none.</summary>
    public bool IsNone => _text is null && _guid == default;

    /// <summary>As it was written, made anew where it is a GUID; null for none.</summary>
    public string? Text => _guid == default ? _text : _guid.ToString();

    /// <summary>The key by which it is looked up.</summary>
    public IdKey Key
    {
        get
        {
            Span<char> text = stackalloc char[Length];
            return _guid.TryFormat(text, out int length) && _guid != default ? IdKey.Of(text[..length]) : IdKey.Of(_text);
        }
    }

    /// <summary>In the order of the texts, none first.</summary>
    public int CompareTo(KeptId other) =>
        _guid != default && other._guid != default ? _guid.CompareTo(other._guid) : string.CompareOrdinal(Text, other.Text);

    private static Guid? Plain(ReadOnlySpan<char> text)
    {
        Span<char> again = stackalloc char[Length];
        return text.Length == Length && Guid.TryParseExact(text, "D", out Guid guid) && guid != default && guid.TryFormat(again, out _) && text.SequenceEqual(again) ? guid : null;
    }
}
