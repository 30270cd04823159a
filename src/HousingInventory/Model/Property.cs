using NetTopologySuite.Geometries;

namespace HousingInventory.Model;

/// <summary>A register unit (registerenhet): a property or joint property unit, with all its areas.</summary>
public sealed class Property
{
    private readonly KeptId _key;
    private readonly KeptArea _area;

    /// <summary>Position in <see cref="Registers.Properties"/>.</summary>
    public int Index { get; private set; } = -1;

    /// <summary>registerenhetsreferens, normalised; null when the source has none.</summary>
    public string? Key { get => _key.Text; init => _key = KeptId.Of(value); }

    /// <summary>The same as it is kept.</summary>
    internal KeptId KeptKey { get => _key; init => _key = value; }

    /// <summary>Designation without the municipality: "EXEMPELBYN 1:2".</summary>
    public required string Designation { get; init; }

    /// <summary>Trakt, for naming a place where nothing better is known; null when unknown.</summary>
    public string? Tract { get; init; }

    /// <summary>Four digits, null when the source does not say.</summary>
    public string? Municipality { get; init; }

    /// <summary>Its areas in the working CRS; empty when the source has no geometry. Made anew each time: ask once where it is used more than once.</summary>
    public required Geometry Area { get => _area.Geometry; init => _area = KeptArea.Of(value); }

    /// <summary>Its areas as they are kept, which costs nothing to ask for.</summary>
    internal KeptArea KeptArea => _area;

    /// <summary>The same at this position: itself where it had none yet.</summary>
    internal Property At(int index)
    {
        if (Index < 0 || Index == index)
        {
            Index = index;
            return this;
        }

        Property copy = (Property)MemberwiseClone();
        copy.Index = index;
        return copy;
    }
}
