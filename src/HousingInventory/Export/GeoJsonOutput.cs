using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Export;

/// <summary>candidates.geojson.</summary>
public sealed record GeoJsonOutput : Output
{
    internal override IReadOnlyList<WrittenFile> Write(Results results, string folder, Run run) => throw new NotSupportedException();
}
