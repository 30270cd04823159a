using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>A building of the register, by its position in <see cref="Registers.Buildings"/>.</summary>
/// <param name="At">The position; -1 for none.</param>
internal readonly record struct BuildingIndex(int At)
{
    /// <summary>No building.</summary>
    public static BuildingIndex None { get; } = new(-1);

    /// <summary>Whether this is no building.</summary>
    public bool IsNone => At < 0;
}

/// <summary>
/// A house: where a property border cuts one in two it is two buildings of the register, and one of them stands for the house. Arrays by house are as long as
/// those by building, and hold something at the buildings that stand for a house only.
/// </summary>
/// <param name="At">Position of the building that stands for it; -1 for none.</param>
internal readonly record struct HouseIndex(int At)
{
    /// <summary>No house.</summary>
    public static HouseIndex None { get; } = new(-1);

    /// <summary>Whether this is no house.</summary>
    public bool IsNone => At < 0;
}
