using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>A GTFS timetable.</summary>
public sealed record TimetableSource : Source
{
    internal override void Read(SourceFile file, Inputs into) => throw new NotSupportedException();
}
