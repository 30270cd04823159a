using HousingInventory.Diagnostics;
using HousingInventory.Score;

namespace HousingInventory.Tests.Score;

/// <summary>What a watched run keeps of its criteria.</summary>
public sealed class KnownTests
{
    private readonly Known _known = new();
    private int _measured;

    [Fact]
    public void Another_weight_measures_nothing_again_and_tells_what_was_told()
    {
        Assert.Equal(1, Ask(new WalkToStopCriterion { Name = "stop", Weight = 1 }));
        Assert.Equal(1, Ask(new WalkToStopCriterion { Name = "stop", Weight = 7 }));
        Assert.Equal(1, _measured);
    }

    [Fact]
    public void Other_points_another_kind_and_a_longer_reach_measure_anew()
    {
        Ask(new WalkToStopCriterion { Name = "stop", ZeroFromM = 1000 });
        Ask(new WalkToStopCriterion { Name = "stop", ZeroFromM = 2000 });
        Ask(new BusLineCriterion { Name = "stop" });
        Assert.Equal(3, _measured);
        Ask(new BusLineCriterion { Name = "stop" }, reachM: 1500);
        Assert.Equal(4, _measured);
    }

    /// <summary>Else a day of trying points would fill the memory.</summary>
    [Fact]
    public void What_a_run_did_not_ask_for_is_let_go()
    {
        Ask(new WalkToStopCriterion { Name = "stop", ZeroFromM = 1000 });
        Ask(new WalkToStopCriterion { Name = "stop", ZeroFromM = 2000 });
        Ask(new WalkToStopCriterion { Name = "stop", ZeroFromM = 1000 });
        Assert.Equal(3, _measured);
    }

    // A run with one criterion; how many notices it tells.
    private long Ask(Criterion criterion, double reachM = 1000)
    {
        Run run = new();
        _known.Begin();
        _known.Of(
            criterion, reachM,
            apart =>
            {
                _measured++;
                apart.Notice(new CriterionOff("stop", "roads"));
                return MeasureColumn.WithoutData(1, Lack.Errands);
            },
            run);
        return run.Notices.Counts.Values.Sum();
    }
}
