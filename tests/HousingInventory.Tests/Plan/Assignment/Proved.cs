using HousingInventory.Plan.Assignment;

namespace HousingInventory.Tests.Plan.Assignment;

/// <summary>Solves as the plan does and asks for the certificate at once: no test looks at a plan that has not proved itself.</summary>
internal static class Proved
{
    public static AssignmentPlan Solve(AssignmentProblem problem, int seed = 0)
    {
        AssignmentPlan plan = AssignmentPlan.Solve(problem);
        Assert.True(plan.Fault() is null, $"seed {seed}: {plan.Fault()}");
        return plan;
    }
}
