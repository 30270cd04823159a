using HousingInventory.Diagnostics;

namespace HousingInventory.Flag;

/// <summary>No timetable, so nothing is known about stops.</summary>
[Notice(
    Severity.Warning,
    "Provet på avstånd till hållplats är avstängt, eftersom ingen tidtabell är angiven.",
    "The test of the distance to a stop is off, since no timetable is given.",
    FixSv = "Lägg till en källa av typen timetable, eller sätt candidates.stopWithinM till null.",
    Fix = "Add a source of type timetable, or set candidates.stopWithinM to null.")]
public sealed record StopTestOff : Notice;

/// <summary>A row of the follow-up that means no building. It is named by its number alone: what stands in it may be anything.</summary>
[Notice(
    Severity.Warning,
    "Uppföljningens rad gäller ingen byggnad i underlaget.",
    "The row of the follow-up is about no building of the sources.",
    FixSv = "Rätta referensen eller byggnads-id:t i raden; byggnaden kan också ha utgått ur registret.",
    Fix = "Mend the ref or building id in that row; the building may also have left the register.")]
public sealed record UnknownFollowUp : Notice;

/// <summary>A second row of the follow-up about one house, which may be a registered one: no notice names it.</summary>
[Notice(
    Severity.Warning,
    "Uppföljningen har flera rader om samma hus; den här gäller.",
    "The follow-up has several rows about one house; this one counts.",
    FixSv = "Ta bort den äldre raden.",
    Fix = "Delete the older row.")]
public sealed record FollowUpTwice : Notice;
