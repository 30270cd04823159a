using HousingInventory.Routing.Roads;

namespace HousingInventory.Tests.Routing.Roads;

/// <summary>The rough queue against a sorted list. Its buckets are a quarter of the mean arc wide, but no narrower than the longest arc over 4 094.</summary>
public sealed class SearchBucketsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(1e15)]
    public void Nothing_is_lost_and_nothing_comes_a_bucket_too_late(double arcCost)
    {
        // All arcs are alike, so a bucket is a quarter of one, and at least one step.
        double width = Math.Max(1, arcCost / 4);
        SearchBuckets queue = new(new ArcTable(2, [0, 1], [new Arc(1, 0, arcCost), new Arc(0, 0, arcCost)]));
        Random random = new(7);
        List<double> waiting = [];
        double now = 0;
        for (int step = 0; step < 20_000; step++)
        {
            // As in a search nothing is pushed that is nearer than what came last. The queue grows for a while, runs empty, and begins anew, perhaps nearer; some
            // costs are many rounds of 4 096 buckets ahead of others.
            if (waiting.Count == 0 || random.Next(10) < (step / 2000 % 2 == 0 ? 7 : 2))
            {
                now = waiting.Count == 0 ? random.Next(1000) : now;
                double cost = waiting.Count == 0 ? now : now + Math.Floor((random.Next(50) == 0 ? 1e5 : 100) * width * random.NextDouble());
                waiting.Add(cost);
                queue.Push(cost, step, step + 1);
            }
            else
            {
                SearchBuckets.Entry entry = queue.Pop();
                Assert.Equal(entry.Target + 1, entry.Node);
                now = Math.Max(now, entry.Cost);
                Assert.True(waiting.Remove(entry.Cost));
                Assert.True(waiting.Count == 0 || entry.Cost <= waiting.Min() + width, "An entry more than a bucket nearer is still waiting.");
            }

            Assert.Equal(waiting.Count, queue.Count);
        }
    }
}
