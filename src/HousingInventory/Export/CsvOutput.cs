using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Export;

/// <summary>shortlist.csv and properties.csv.</summary>
public sealed record CsvOutput : Output
{
    internal override IReadOnlyList<WrittenFile> Write(Results results, string folder, Run run) => throw new NotSupportedException();
}
