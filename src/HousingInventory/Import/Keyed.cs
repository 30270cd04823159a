using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>Identities by which registers are joined; <see cref="IdKey"/> compares them without braces, dashes and case.</summary>
internal static class Keyed
{
    /// <summary>The identity as delivered; null for blank, and for zeros, which stand for a missing one.</summary>
    public static string? Of(string? text) => text is null || !text.AsSpan().ContainsAnyExcept("0-{} ") ? null : text.Trim();

    /// <summary>The same of a column's text, without a string between; none where there is no such column.</summary>
    public static KeptId Of(SaidCursor cursor, int column)
    {
        ReadOnlySpan<char> text = column < 0 ? [] : cursor.Span(column);
        return text.ContainsAnyExcept("0-{} ") ? KeptId.Of(text.Trim()) : default;
    }
}
