using Google.OrTools.Graph;
using HousingInventory.Plan.Assignment;

namespace HousingInventory.SystemTests.Plan;

/// <summary>The worth of the best plan as OR-Tools finds it: another algorithm (cost scaling), written by others, over every pair.</summary>
internal static class MinCostFlowOracle
{
    /// <summary>The worth of the best plan.</summary>
    /// <exception cref="InvalidOperationException">OR-Tools does not call its flow optimal.</exception>
    public static long Worth(AssignmentProblem problem)
    {
        using MinCostFlow flow = new();
        int sink = problem.Households + problem.Homes + problem.Villages;
        for (int h = 0; h < problem.Households; h++)
        {
            flow.SetNodeSupply(h, 1);
            flow.AddArcWithCapacityAndUnitCost(h, sink, 1, problem.Loss[h]);
            for (int arc = problem.FirstArc[h]; arc < problem.FirstArc[h + 1]; arc++)
            {
                flow.AddArcWithCapacityAndUnitCost(h, problem.Households + problem.ArcHome[arc], 1, -problem.ArcGain[arc]);
            }
        }

        for (int n = 0; n < problem.Homes; n++)
        {
            flow.AddArcWithCapacityAndUnitCost(problem.Households + n, problem.Households + problem.Homes + problem.VillageOf[n], 1, 0);
        }

        for (int v = 0; v < problem.Villages; v++)
        {
            flow.AddArcWithCapacityAndUnitCost(problem.Households + problem.Homes + v, sink, Math.Min(problem.Caps[v], problem.Households), 0);
        }

        flow.SetNodeSupply(sink, -problem.Households);
        MinCostFlow.Status status = flow.Solve();
        return status == MinCostFlow.Status.OPTIMAL ? -flow.OptimalCost() : throw new InvalidOperationException($"OR-Tools says {status}.");
    }
}
