using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>Areas of holiday homes.</summary>
public sealed record HolidayAreasSource : Source
{
    internal override void Read(SourceFile file, Inputs into) => throw new NotSupportedException();
}
