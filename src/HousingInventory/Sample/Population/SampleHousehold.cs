namespace HousingInventory.Sample;

/// <summary>The people of one dwelling, and what is wrong with their posts.</summary>
internal sealed class SampleHousehold(SampleDwelling dwelling, int persons)
{
    public SampleDwelling Dwelling { get; } = dwelling;

    public SampleBuilding Building => Dwelling.Building;

    public int Persons { get; } = persons;

    public Losses Losses { get; set; }

    public Protection Protection { get; set; }
}

/// <summary>What the posts of a household lack or say wrongly.</summary>
internal readonly record struct Losses(bool AddressKey, bool EveryKey, bool Dwelling, bool OldDesignation, TypingFault Fault);

/// <summary>How protected people show in an extract.</summary>
internal enum Protection
{
    None,

    /// <summary>Not in the file at all.</summary>
    Absent,

    /// <summary>A post with the mark and neither address nor property.</summary>
    WithoutPlace,

    /// <summary>Registered in another municipality, with a postal address of the tax agency.</summary>
    Elsewhere,

    /// <summary>A post with the mark and the place left in by mistake: it must not be used either.</summary>
    PlaceLeftIn,
}
