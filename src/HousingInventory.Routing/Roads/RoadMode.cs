namespace HousingInventory.Routing.Roads;

/// <summary>How one travels; decides which edges and what an edge costs.</summary>
public enum RoadMode
{
    /// <summary>On foot: cost is metres, every walkable edge both ways.</summary>
    Foot,

    /// <summary>By car: cost is seconds, each direction for itself.</summary>
    Car,
}
