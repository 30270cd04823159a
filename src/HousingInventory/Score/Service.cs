using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Score;

/// <summary>Way to the nearest service of a category.</summary>
public sealed record Service : Criterion
{
    internal override IReadOnlyList<string> Needs => throw new NotSupportedException();

    internal override MeasureInfo Info => throw new NotSupportedException();

    internal override CriterionResult Measure(AccessContext access, IReadOnlyList<Building> homes, Run run) => throw new NotSupportedException();
}
