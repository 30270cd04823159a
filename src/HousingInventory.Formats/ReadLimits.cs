using System.ComponentModel;

namespace HousingInventory.Formats;

/// <summary>
/// What a single file may ask of the machine. The defaults lie far above every register of a whole country; a file that goes beyond is refused in one line, and
/// whoever has such a file raises the limit in the configuration.
/// </summary>
public sealed record ReadLimits
{
    private static readonly AsyncLocal<ReadLimits?> Said = new();
    private static readonly ReadLimits Standard = new();

    [Description("How many times its own size a zip, and OpenStreetMap data in PBF, may unpack to; 64 and 16 MB are always allowed.")]
    public int UnpackedTimes { get; init; } = 60;

    [Description("Megabytes that a zip may unpack to.")]
    public int UnpackedMB { get; init; } = 32_768;

    [Description("Files in a zip or in an unpacked timetable.")]
    public int Files { get; init; } = 10_000;

    [Description("Columns of a table.")]
    public int Columns { get; init; } = 2_000;

    [Description("Megabytes of one value or geometry of a GeoPackage.")]
    public int ValueMB { get; init; } = 32;

    [Description("Characters of one value that is read as text.")]
    public int TextCharacters { get; init; } = 100_000;

    [Description("Corners of one geometry.")]
    public int Corners { get; init; } = 1_500_000;

    [Description("Corners of one building's outline.")]
    public int OutlineCorners { get; init; } = 20_000;

    /// <summary>The limits of the run that this thread works for; the defaults outside any.</summary>
    public static ReadLimits Current => Said.Value ?? Standard;

    /// <summary>Lets them hold for what is read from here on, on this thread and on those that it starts.</summary>
    public static void Use(ReadLimits limits) => Said.Value = limits;

    /// <summary>Bytes that a packed file of this length may unpack to.</summary>
    /// <param name="packed">Its length.</param>
    /// <param name="always">What is allowed however short it is.</param>
    internal long UnpackedBytes(long packed, long always = 64L << 20) => Math.Min((long)UnpackedMB << 20, Math.Max(always, UnpackedTimes * packed));

    /// <summary>Refuses a table of more columns.</summary>
    internal void CheckColumns(int columns)
    {
        if (columns > Columns)
        {
            throw new DataFormatException($"The table has {columns} columns, more than the {Columns} that limits.columns allows; export only those that are needed.");
        }
    }

    /// <summary>Refuses a longer text. Its value is not told.</summary>
    internal void CheckText(long characters)
    {
        if (characters > TextCharacters)
        {
            throw new DataFormatException($"A value of {characters} characters stands in the table, more than the {TextCharacters} that limits.textCharacters allows: a quotation mark may be missing; export the table again.");
        }
    }
}
