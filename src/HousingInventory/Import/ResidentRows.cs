using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>The rows of a population extract, whatever their carrier: what Import needs of one row at a time.</summary>
internal abstract class ResidentRows : IDisposable
{
    /// <summary>The layout in the words of <c>inspect</c>.</summary>
    public abstract string Layout { get; }

    /// <summary>1-based number of the current row. Shown to the register officer only.</summary>
    public abstract long Row { get; }

    /// <summary>Why the current row cannot be read; null when it can.</summary>
    public abstract string? Fault { get; }

    /// <summary>The link keys of the current row, with no judgement on what is placeable.</summary>
    public abstract RegistrationKey Key { get; }

    public abstract bool IsDeregistered { get; }

    public abstract bool IsProtected { get; }

    /// <summary>Whether the property is a fictitious one.</summary>
    public abstract bool HasFictitiousProperty { get; }

    /// <summary>Persons that the row stands for; 1 unless the extract is aggregated.</summary>
    public abstract int Persons { get; }

    /// <summary>Whether a row is a sum over persons and not a person.</summary>
    public abstract bool IsAggregated { get; }

    /// <summary>When the person was registered there, as yyyyMMdd; 0 when unknown, <see cref="DayText.Unreadable"/> when what stands there is no day.</summary>
    public abstract int RegisteredOn { get; }

    /// <summary>A <see cref="RegisteredOn"/> of six digits read with the year in front and with the day in front; zeros when it is none.</summary>
    public virtual (int YearFirst, int DayFirst) SixDigits => default;

    /// <summary>The day of the extract as the file says; final after the last row.</summary>
    public abstract DateOnly? Extracted { get; }

    /// <summary>Whether the file looks like notices of change instead of a full extract; final after the last row.</summary>
    public virtual bool LooksLikeChangeFile => false;

    /// <summary>Rows whose day of deregistration is neither a day nor a word for having left, so that they count as registered; final after the last row.</summary>
    public virtual long UnreadDays => 0;

    /// <summary>How many records the file itself states; null when it does not.</summary>
    public virtual long? StatedCount => null;

    /// <summary>Whether the row has something in the place of a person's number.</summary>
    public abstract bool HasPersonText { get; }

    public abstract bool Read();

    /// <summary>The salted hash of the person's number; null when the row has none.</summary>
    public abstract UInt128? Person(PersonHasher hasher, DateOnly asOf);

    public abstract void Dispose();
}
