namespace HousingInventory.Formats;

/// <summary>
/// A file, layer or stream that cannot be read at all: wrong format, truncated, unknown CRS. The message is one English sentence that says what is wrong
/// and how to mend it, without the path, which the caller adds. A single bad record is never an exception: see <see cref="IFeatureCursor.Fault"/>.
/// It never quotes a value of a record.
/// </summary>
public sealed class DataFormatException : Exception
{
    public DataFormatException(string message)
        : base(message)
    {
    }

    public DataFormatException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
