namespace HousingInventory.Score;

/// <summary>Networks, timetables and services, built once and shared by the criteria.</summary>
internal sealed class AccessContext
{
}
