namespace HousingInventory.Import;

/// <summary>Identities by which registers are joined; <see cref="Model.IdKey"/> compares them without braces, dashes and case.</summary>
internal static class Keyed
{
    /// <summary>The identity as delivered; null for blank, and for zeros, which stand for a missing one.</summary>
    public static string? Of(string? text) => text is null || !text.AsSpan().ContainsAnyExcept("0-{} ") ? null : text.Trim();
}
