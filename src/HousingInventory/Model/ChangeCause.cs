namespace HousingInventory.Model;

/// <summary>Why a home came onto the list, or left it.</summary>
public enum ChangeCause : byte
{
    [Term("registrations", "Folkbokföringen", "Registrations")]
    Registrations,

    [Term("version", "Ny programversion", "New version of the tool")]
    Version,

    [Term("registrations-and-version", "Folkbokföringen och ny programversion", "Registrations and a new version of the tool")]
    RegistrationsAndVersion,

    /// <summary>Where the old registers are no longer there, so that it cannot be said what in them changed.</summary>
    [Term("registers", "Registren", "Registers")]
    Registers,

    [Term("new-building", "Nytt hus", "New building")]
    NewBuilding,

    [Term("building-gone", "Huset har utgått", "Building gone")]
    BuildingGone,

    [Term("register-corrected", "Uppgift om huset rättad", "Register corrected")]
    RegisterCorrected,

    [Term("linkage", "Kopplingen ändrad av andra uppgifter", "Linked otherwise by other data")]
    Linkage,

    [Term("timetable", "Tidtabell, vägar och service", "Timetable, roads and services")]
    Timetable,

    [Term("rules", "Våra regler", "Our rules")]
    Rules,

    [Term("followup", "Uppföljningen", "Follow-up")]
    FollowUp,

    /// <summary>Nothing of what the earlier run read is there any more.</summary>
    [Term("everything", "Allt tillsammans", "Everything together")]
    Everything,
}
