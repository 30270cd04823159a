using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Score;

/// <summary>Departures within walking distance.</summary>
public sealed record Departures : Criterion
{
    internal override IReadOnlyList<string> Needs => throw new NotSupportedException();

    internal override MeasureInfo Info => throw new NotSupportedException();

    internal override CriterionResult Measure(AccessContext access, IReadOnlyList<Building> homes, Run run) => throw new NotSupportedException();
}
