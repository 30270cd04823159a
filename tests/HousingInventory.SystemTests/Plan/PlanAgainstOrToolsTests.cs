using HousingInventory.Plan.Assignment;
using HousingInventory.Tests.Plan.Assignment;

namespace HousingInventory.SystemTests.Plan;

/// <summary>Criterion 20 of the plan: at the size of a municipality its plans are worth what OR-Tools' are.</summary>
public sealed class PlanAgainstOrToolsTests
{
    [Theory]
    [InlineData(60, 300, 15, 4, 8)]
    [InlineData(500, 500, 60, 12, 8)]
    [InlineData(500, 500, 60, AssignmentProblem.NoCap, 8)]
    [InlineData(500, 3_000, 60, 12, 8)]
    [InlineData(500, 3_000, 60, 12, 3)]
    [InlineData(500, 3_000, 60, AssignmentProblem.NoCap, 8)]
    [InlineData(1_000, 3_000, 60, 60, 8)]
    [InlineData(2_000, 3_000, 60, 60, 8)]
    public void Criterion_20_A_large_plan_is_worth_what_another_solver_finds(int households, int homes, int villages, int cap, int mostBeds)
    {
        AssignmentProblem problem = LargeProblem.Random(new Random(households + homes + mostBeds), households, homes, villages, cap, mostBeds);
        AssignmentPlan plan = AssignmentPlan.Solve(problem);
        Assert.Null(plan.Fault());
        Assert.Equal(MinCostFlowOracle.Worth(problem), plan.Worth);
    }
}
