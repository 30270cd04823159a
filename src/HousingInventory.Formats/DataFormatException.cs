namespace HousingInventory.Formats;

/// <summary>
/// A file, layer or stream that cannot be read at all: wrong format, truncated, unknown CRS. It says in one sentence what is wrong and how to mend it, without
/// the path, which the caller adds. A single bad record is never an exception: see <see cref="IFeatureCursor.Fault"/>. It never quotes a value of a record.
/// </summary>
public sealed class DataFormatException : Exception
{
    public DataFormatException(Sentence said)
        : this(said, null)
    {
    }

    public DataFormatException(Sentence said, Exception? inner)
        : base(said.ToString(), inner) => Said = said;

    /// <summary>What it says, in the language that is asked for; <see cref="Exception.Message"/> is the English of it.</summary>
    public Sentence Said { get; }
}
