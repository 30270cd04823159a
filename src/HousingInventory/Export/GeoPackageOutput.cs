using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Export;

/// <summary>inventory.gpkg.</summary>
public sealed record GeoPackageOutput : Output
{
    internal override IReadOnlyList<WrittenFile> Write(Results results, string folder, Run run) => throw new NotSupportedException();
}
