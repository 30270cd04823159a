namespace HousingInventory.Formats;

/// <summary>What the user says about a file where its bytes do not, or say it wrongly. Null members are recognised from the file.</summary>
/// <param name="Layer">Name of the layer or table.</param>
/// <param name="Crs">Replaces what the file states.</param>
/// <param name="Encoding">Name of a text encoding, for example "windows-1252".</param>
/// <param name="Delimiter">Separator of delimited text.</param>
/// <param name="NothingOnDisk">Whether a zip that could only be read unpacked is refused, since what is in it must be on no disk.</param>
public sealed record ReadOptions(string? Layer = null, Crs? Crs = null, string? Encoding = null, char? Delimiter = null, bool NothingOnDisk = false)
{
    /// <summary>Whether delimited text may have a title above its column names, which is passed over; not where a first line alone may be all there is to know.</summary>
    public bool MayHaveTitle { get; init; } = true;

    /// <summary>Whether the sheets of a workbook that have the headings of the one that is read are read behind it.</summary>
    public bool WithSheetsAlike { get; init; }

    /// <summary>Of several geometries of one table, the kind that is wanted.</summary>
    public GeometryWish Wish { get; init; }

    /// <summary>Everything is recognised from the file.</summary>
    public static ReadOptions Recognise { get; } = new();
}

/// <summary>A kind of geometry.</summary>
public enum GeometryWish
{
    Any,
    Points,
    Lines,
    Areas,
}
