using NetTopologySuite.Geometries;

namespace HousingInventory.Model;

/// <summary>
/// One building: every register row with the same identity joined into one. Made by Prepare and never changed after; what the later stages find out stands in
/// arrays of their own, addressed by <see cref="Index"/>.
/// </summary>
public sealed class Building
{
    private readonly KeptArea _outline;

    /// <summary>Position in <see cref="Registers.Buildings"/>, which is ordered by id.</summary>
    public int Index { get; private set; } = -1;

    /// <summary>Lantmäteriet's objektidentitet, normalised: lower case, no braces.</summary>
    public required string Id { get; init; }

    /// <summary>The outline in the working CRS, the union of its rows; empty where none is given. Made anew each time: ask once where it is used more than once.</summary>
    public Geometry Outline { get => _outline.Geometry; init => _outline = KeptArea.Of(value); }

    /// <summary>The outline as it is kept, which costs nothing to ask for.</summary>
    internal KeptArea KeptOutline { get => _outline; init => _outline = value; }

    /// <summary>Square metres inside the outline, in the working CRS.</summary>
    public required double FootprintM2 { get; init; }

    /// <summary>The house: the outline's centroid where that lies inside, else an interior point of its largest part.</summary>
    public required Coordinate House { get; init; }

    /// <summary>Whether any of its purposes is a dwelling, and the register does not say that it is only planned.</summary>
    public required bool IsDwelling { get; init; }

    /// <summary>The dwelling purpose as people read it ("Småhus friliggande"), else the first purpose; never null.</summary>
    public required string Purpose { get; init; }

    /// <summary>What that purpose means.</summary>
    public required BuildingKind Kind { get; init; }

    /// <summary>Whether the purpose is a building with several dwellings (Flerfamiljshus, Småhus med flera lägenheter).</summary>
    public bool IsMultiDwelling { get; init; }

    /// <summary>Whether it is a shed, garage, barn or the like: no dwelling, and nobody's address leads there.</summary>
    public bool IsOutbuilding => !IsDwelling && Kind == BuildingKind.Outbuilding;

    /// <summary>Keys of the properties that the register says it stands on; empty for the open file, which does not say.</summary>
    public IReadOnlyList<string> PropertyKeys { get; init; } = [];

    /// <summary>How many register rows it was joined from.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>Id of the source and 1-based record of its first row, for notices.</summary>
    public required string Source { get; init; }

    public required long Row { get; init; }

    /// <summary>The same at this position: itself where it had none yet.</summary>
    internal Building At(int index)
    {
        if (Index < 0 || Index == index)
        {
            Index = index;
            return this;
        }

        Building copy = (Building)MemberwiseClone();
        copy.Index = index;
        return copy;
    }
}
