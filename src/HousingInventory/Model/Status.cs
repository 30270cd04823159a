namespace HousingInventory.Model;

/// <summary>The answer for one building. Nobody registered is never called vacant. Declared in the order in which people read them, numbered in that of their meaning.</summary>
public enum Status : byte
{
    [Term("registered", "Någon folkbokförd", "Somebody registered")]
    Registered = 1,

    [Term("nobody-registered", "Ingen folkbokförd", "Nobody registered")]
    NobodyRegistered = 2,

    [Term("secondary", "Ytterligare bostadshus", "Further dwelling")]
    Secondary = 3,

    [Term("undetermined", "Kan inte avgöras", "Undetermined")]
    Undetermined = 4,

    [Term("not-housing", "Inte bostad", "Not housing")]
    NotHousing = 0,
}
