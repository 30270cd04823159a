namespace HousingInventory.Formats;

/// <summary>
/// Hands out one string for equal texts that come close together, as the members of a household and the houses of a village do, so that most values of a
/// register cost no allocation. Direct mapped: a newcomer replaces what lay in its slot, so the pool never grows.
/// </summary>
internal sealed class TextPool
{
    private const int Slots = 4096;
    private readonly string?[] _texts = new string?[Slots];

    /// <summary>The text as a string; null when it is empty.</summary>
    public string? Get(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return null;
        }

        // The hash differs from process to process; it only decides what is shared, never what comes out.
        ref string? slot = ref _texts[string.GetHashCode(text) & (Slots - 1)];
        if (slot is null || !text.SequenceEqual(slot))
        {
            slot = text.ToString();
        }

        return slot;
    }
}
