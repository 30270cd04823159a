using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>Zones of booked traffic.</summary>
public sealed record OnDemandZonesSource : Source
{
    internal override void Read(SourceFile file, Inputs into) => throw new NotSupportedException();
}
