using NetTopologySuite.Geometries;

namespace HousingInventory.Model;

/// <summary>A register unit (registerenhet): a property or joint property unit, with all its areas.</summary>
public sealed class Property
{
    /// <summary>Position in <see cref="Registers.Properties"/>.</summary>
    public int Index { get; private set; } = -1;

    /// <summary>registerenhetsreferens, normalised; null when the source has none.</summary>
    public string? Key { get; init; }

    /// <summary>Designation without the municipality: "EXEMPELBYN 1:2".</summary>
    public required string Designation { get; init; }

    /// <summary>Trakt, for naming a place where nothing better is known; null when unknown.</summary>
    public string? Tract { get; init; }

    /// <summary>Four digits, null when the source does not say.</summary>
    public string? Municipality { get; init; }

    /// <summary>Its areas in the working CRS; empty when the source has no geometry.</summary>
    public required Geometry Area { get; init; }

    /// <summary>The same at another position.</summary>
    internal Property At(int index)
    {
        if (index == Index)
        {
            return this;
        }

        Property copy = (Property)MemberwiseClone();
        copy.Index = index;
        return copy;
    }
}
