using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Score;

/// <summary>Walk to the nearest stop that counts.</summary>
public sealed record WalkToStop : Criterion
{
    internal override IReadOnlyList<string> Needs => throw new NotSupportedException();

    internal override MeasureInfo Info => throw new NotSupportedException();

    internal override CriterionResult Measure(AccessContext access, IReadOnlyList<Building> homes, Run run) => throw new NotSupportedException();
}
