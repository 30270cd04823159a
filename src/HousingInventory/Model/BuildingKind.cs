namespace HousingInventory.Model;

/// <summary>What a building's purpose means for who can live in it. Read once, at import; the purpose itself is a label for people.</summary>
public enum BuildingKind
{
    /// <summary>No dwelling: a school, a shop, a works; or a purpose that nobody knows.</summary>
    Other,

    /// <summary>A shed, garage, barn or the like: nobody's address leads there.</summary>
    Outbuilding,

    /// <summary>A dwelling.</summary>
    Dwelling,

    /// <summary>A dwelling that stands wall to wall with others: two outlines that touch are two houses (Småhus radhus, Småhus kedjehus).</summary>
    RowHouse,
}
