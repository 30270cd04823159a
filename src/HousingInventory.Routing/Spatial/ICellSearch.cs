namespace HousingInventory.Routing.Spatial;

/// <summary>A search for the nearest thing among those that a grid sorts into cells.</summary>
internal interface ICellSearch
{
    /// <summary>How far away the nearest is so far, in metres; infinity before any.</summary>
    double NearestM { get; }

    /// <summary>Looks at a run of neighbouring cells of one row.</summary>
    void Look(int firstCell, int lastCell);
}
