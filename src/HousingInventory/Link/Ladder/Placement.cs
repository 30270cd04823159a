using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>Where the ladder put a registration: in a house, among a few, or nowhere.</summary>
internal struct Placement
{
    /// <summary>Position in <see cref="LinkLevel.Ladder"/>; -1 when not linked.</summary>
    public int Level;

    /// <summary>The house; none when not linked.</summary>
    public HouseIndex House;

    /// <summary>The dwelling in the dwelling register; -1 when not known.</summary>
    public int Dwelling;

    /// <summary>Why it is not linked.</summary>
    public UnlinkedReason Reason;

    /// <summary>What it does to the houses that it may belong to.</summary>
    public Doubt Doubt;

    /// <summary>A property on which it seems to belong though nobody lives there by the registers; -1 for none.</summary>
    public int Property;

    /// <summary>A street or village of the register that the registration names; -1 for none.</summary>
    public int Name;

    /// <summary>A tract that it names; -1 for none.</summary>
    public int Tract;

    /// <summary>Of one that no home could take, the postal code in which its home seems to lie; 0 when nothing tells.</summary>
    public int Area;

    /// <summary>Of one that no home could take, whether it names a street that the register knows with a number that it lacks there.</summary>
    public bool LacksNumber;

    /// <summary>Of one that no home could take, whether it names a street or village and no number: its home may be one of those, or one there without an address.</summary>
    public bool NamesNoNumber;

    /// <summary>
    /// Of one that no home could take, what stands for its written address where that has a number: rows of one writing belong to one home. 0 for none.
    /// </summary>
    public int Writing;

    /// <summary>Whether it fits homes of the registers, and nothing tells which of them.</summary>
    public readonly bool FitsSeveral => Reason is UnlinkedReason.SeveralAddresses or UnlinkedReason.SharedAddress or UnlinkedReason.SeveralHomesOnProperty;

    /// <summary>In a house.</summary>
    public static Placement Linked(int level, HouseIndex house, int dwelling = -1) =>
        new() { Level = level, House = house, Dwelling = dwelling, Property = -1, Name = -1, Tract = -1 };

    /// <summary>In no house.</summary>
    public static Placement Unlinked(UnlinkedReason reason) => Linked(-1, HouseIndex.None) with { Reason = reason };
}

/// <summary>Why a registration that could be placed was not linked.</summary>
internal enum UnlinkedReason : byte
{
    [Term("none", "Kopplad", "Linked")]
    None,

    [Term("several-addresses", "Adressen passar på flera platser", "The address fits several places")]
    SeveralAddresses,

    [Term("shared-address", "Flera hus delar adressen", "Several houses share the address")]
    SharedAddress,

    [Term("several-homes-on-property", "Fastigheten har flera bostadshus", "The property has several dwellings")]
    SeveralHomesOnProperty,

    [Term("property-without-home", "Fastigheten har inget bostadshus", "The property has no dwelling")]
    PropertyWithoutHome,

    [Term("address-without-building", "Adressen har ingen byggnad", "The address has no building")]
    AddressWithoutBuilding,

    [Term("address-unknown", "Adressen finns inte i registret", "The address is not in the register")]
    AddressUnknown,

    [Term("property-unknown", "Fastigheten finns inte i registret", "The property is not in the register")]
    PropertyUnknown,

    /// <summary>Only told: stands for all reasons that are those of fewer than five persons.</summary>
    [Term(InputFile.Few, "Skäl som gäller färre än fem", "Reasons of fewer than five")]
    Few,
}
