using HousingInventory.Formats;

namespace HousingInventory.Import;

/// <summary>Identities by which registers are joined: in one form, so that braces, dashes and case do not keep two registers apart.</summary>
internal static class Keyed
{
    /// <summary>The key as compared; null for blank or zero.</summary>
    public static string? Of(string? text) => string.IsNullOrWhiteSpace(text) ? null : RegisterKey.Normalise(text);
}
