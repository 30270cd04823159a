namespace HousingInventory.Formats;

/// <summary>
/// A forward-only pass over the persons of a population extract, whatever its carrier. Used by one thread. A file that breaks on the way gives a
/// <see cref="DataFormatException"/>: half a population would make the homes of the other half look as if nobody were registered there.
/// </summary>
public interface IPopulationCursor : IDisposable
{
    /// <summary>Name of the layout: "navet-xml", "navet-terms" or "spar-xml".</summary>
    string Layout { get; }

    /// <summary>The current person; valid until the next <see cref="Read"/>.</summary>
    PopulationRecord Current { get; }

    /// <summary>1-based number of the current person in the file.</summary>
    long Row { get; }

    /// <summary>Why the current record cannot be used, as an English clause without any of its values; null when it can.</summary>
    string? Fault { get; }

    /// <summary>The day for which the file was extracted, when it says so; of several the newest. Final once <see cref="Read"/> was false.</summary>
    DateOnly? Extracted { get; }

    /// <summary>
    /// True when the file looks like notices of change, which say nothing about who did not move, and not like a full extract. Final once
    /// <see cref="Read"/> was false.
    /// </summary>
    bool LooksLikeChangeFile { get; }

    /// <summary>How many records the file itself states; compare with <see cref="Row"/> at the end. Null when it states none.</summary>
    long? StatedCount { get; }

    /// <summary>Steps to the next person; false at the end.</summary>
    bool Read();
}
