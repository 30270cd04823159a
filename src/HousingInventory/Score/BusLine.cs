using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Score;

/// <summary>Straight distance to the nearest bus line.</summary>
public sealed record BusLine : Criterion
{
    internal override IReadOnlyList<string> Needs => throw new NotSupportedException();

    internal override MeasureInfo Info => throw new NotSupportedException();

    internal override CriterionResult Measure(AccessContext access, IReadOnlyList<Building> homes, Run run) => throw new NotSupportedException();
}
