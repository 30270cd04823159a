using FsCheck;
using FsCheck.Fluent;

namespace HousingInventory.Tests.Routing.Roads;

/// <summary>Runs a check on many random cases, each made from one number; the same numbers every time. A failure names its number.</summary>
internal static class Seeds
{
    public static void Check(int cases, Action<int> check)
    {
        Arbitrary<int> seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();
        FsCheck.Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(20261122, 17),
            Prop.ForAll(seeds, seed =>
            {
                check(seed);
                return true;
            }));
    }
}
