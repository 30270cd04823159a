namespace HousingInventory.Model;

/// <summary>The tests of the funnel that every run may have, in no fixed order; those of settlements are the run's own.</summary>
public enum FunnelTest : byte
{
    [Term("all", "Alla byggnader", "All buildings")]
    All,

    [Term("dwelling", "Är bostad", "Is a dwelling")]
    Dwelling,

    [Term("nobody-registered", "Ingen folkbokförd", "Nobody registered")]
    NobodyRegistered,

    [Term("house-part", "Del av ett annat hus", "Part of another house")]
    HousePart,

    [Term("planned", "Bara reserverade adresser", "Reserved addresses only")]
    Planned,

    [Term("footprint", "Byggnadsyta", "Footprint")]
    Footprint,

    [Term("stop", "Nära hållplats", "Near a stop")]
    Stop,

    [Term("confidence", "Tillräckligt underlag", "Confidence")]
    Confidence,

    [Term("holiday-home", "Fritidshus", "Holiday home")]
    HolidayHome,

    [Term("followup", "Uppföljning", "Follow-up")]
    FollowUp,
}
