using System.Globalization;
using System.Security.Cryptography;
using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Import;

/// <summary>One row of the building register; rows with one id are parts of one building.</summary>
/// <param name="Id">Normalised identity.</param>
/// <param name="Outline">In the working CRS; it may be unsound. Made anew each time that it is asked for.</param>
/// <param name="IsDwelling">Whether its purpose is a dwelling, and it is not only planned.</param>
/// <param name="Purpose">As people read it; empty when unknown.</param>
/// <param name="Kind">What that purpose means.</param>
/// <param name="IsMultiDwelling">Whether the purpose is a building with several dwellings.</param>
/// <param name="PropertyKeys">Keys of the properties that the register says it stands on.</param>
/// <param name="Source">Id of the source.</param>
/// <param name="Row">1-based record.</param>
public sealed record BuildingRow(
    string Id, Geometry Outline, bool IsDwelling, string Purpose, BuildingKind Kind, bool IsMultiDwelling, IReadOnlyList<string> PropertyKeys, string Source, long Row)
{
    private readonly KeptArea _outline = KeptArea.Of(Outline);

    /// <summary>In the working CRS; it may be unsound. Made anew each time: ask once where it is used more than once.</summary>
    public Geometry Outline => _outline.Geometry;

    /// <summary>The outline as it is kept, which costs nothing to ask for.</summary>
    internal KeptArea KeptOutline => _outline;

    /// <summary>Code of the municipality that the row itself says it lies in; null when it does not.</summary>
    public string? Municipality { get; init; }

    /// <summary>The identity of a row that has none: made from its outline, the same in every run.</summary>
    public static string IdOf(Geometry outline)
    {
        Envelope box = outline.EnvelopeInternal;
        string text = string.Create(CultureInfo.InvariantCulture, $"{box.MinX:F2} {box.MinY:F2} {box.MaxX:F2} {box.MaxY:F2} {outline.Area:F2} {outline.NumPoints}");
        return "outline-" + Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(text)).AsSpan(0, 8));
    }
}
