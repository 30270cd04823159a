namespace HousingInventory.Routing.Roads;

/// <summary>A target within walking distance.</summary>
/// <param name="Id">Its id.</param>
/// <param name="DistanceM">Metres to walk, straight bits of both ends included.</param>
public readonly record struct ReachedTarget(int Id, double DistanceM);
