namespace HousingInventory.Formats;

/// <summary>What the user says about a file where its bytes do not, or say it wrongly. Null members are recognised from the file.</summary>
/// <param name="Layer">Name of the layer or table.</param>
/// <param name="Crs">Replaces what the file states.</param>
/// <param name="Encoding">Name of a text encoding, for example "windows-1252".</param>
/// <param name="Delimiter">Separator of delimited text.</param>
public sealed record ReadOptions(string? Layer = null, Crs? Crs = null, string? Encoding = null, char? Delimiter = null)
{
    /// <summary>Everything is recognised from the file.</summary>
    public static ReadOptions Recognise { get; } = new();
}
