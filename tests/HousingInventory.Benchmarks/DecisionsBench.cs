using System.Globalization;
using HousingInventory.Analyses.WhatIf;
using HousingInventory.Analyses.WhatIf.Changes;
using HousingInventory.Analyses.WhatIf.Proposals;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Rank;
using HousingInventory.Routing.Transit;
using HousingInventory.Sample;
using HousingInventory.Verbs;

namespace HousingInventory.Benchmarks;

/// <summary>
/// What decisions take: twenty scenarios and a search for proposals on a synthetic municipality of 30,000 homes, beyond the run that they are held against; and how
/// firm the ranks of 2,500 and of 50,000 homes are.
/// </summary>
internal static class DecisionsBench
{
    private const int Homes = 30_000;
    private const int Scenarios = 20;
    private const int Top = 200;

    public static void Run()
    {
        string folder = Directory.CreateTempSubdirectory("housing-inventory-bench-").FullName;
        try
        {
            SampleFiles.Write(folder, new SampleOptions { Homes = Homes, ResidentsFormat = ResidentsFormat.Csv });
            LoadedConfig loaded = ConfigReader.Load(Path.Combine(folder, "inventory.json"));
            Run run = new();
            (Evaluating evaluating, Results baseline) = TryingScenarios.Prepared(loaded, run);
            ScenarioSetting plain = TryingScenarios.Setting(loaded, new Scenario { Name = "base" }, baseline);
            ScenarioSetting[] settings = [.. Changes(evaluating.Fresh()!).Select((c, i) => plain with
            {
                Scenario = new Scenario { Name = FormattableString.Invariant($"s{i}"), Changes = [c] },
                Changes = [(FormattableString.Invariant($"s{i}"), c)],
            })];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"decisions: {Homes} homes, {baseline.Scores.Homes.Count} candidates, {evaluating.AllButStops.Count} with any stop, {Environment.ProcessorCount} cores"));
            WhatIfResults tried = Measure.Time($"{settings.Length} scenarios (goal 10 s)", () => evaluating.All(settings, null, []), repeats: 3);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {tried.Scenarios.Sum(s => s.Effects.Count(e => e.Effect != Effect.Same))} effects on homes"));
            IReadOnlyList<ScenarioResult> proposals = Measure.Time("propose (goal 60 s)", () => new ChangeSeeking(baseline, evaluating, plain, new Run()).All(null), repeats: 1);
            Console.WriteLine($"  {proposals.Count} proposals: " + string.Join(", ", proposals.CountBy(p => p.Name.Split('_')[0]).Select(k => $"{k.Value} {k.Key}")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        Robust(2_500, 10_000, "goal 1 s");
        Robust(50_000, 2_000, "the default there");
        Robust(50_000, 10_000, "goal 8 s");
    }

    /// <summary>Four kinds of change in turn, each on the next line.</summary>
    private static IEnumerable<Change> Changes(TimetableEdit edit)
    {
        string[] lines =
        [
            .. Enumerable.Range(0, edit.TripCount).Where(t => edit.Runs(t, ServiceDayType.Term) && edit.CallsOf(t).All(c => c.Board != TrafficKind.Booked))
                .Select(t => edit.Line(edit.LineOf(t)).Name).Where(n => n.Length > 0).Distinct().Order(StringComparer.Ordinal),
        ];
        for (int i = 0; i < Scenarios; i++)
        {
            string line = lines[i % lines.Length];
            yield return (i % 4) switch
            {
                0 => new ShiftDepartures { Line = line, Minutes = 5 + i },
                1 => new WithdrawTrips { Line = line, Trips = TripChoice.Of(["last"]) },
                2 => new AddDepartures { Line = line, Times = [FormattableString.Invariant($"03:{i:D2}")] },
                _ => new ShiftDepartures { Line = line, Trips = TripChoice.Of(["last"]), Minutes = 15 },
            };
        }
    }

    /// <summary>Draws of weights over points that no run has made: six criteria, the standard weights, points as uneven as real ones.</summary>
    private static void Robust(int homes, int draws, string goal)
    {
        Random random = new(7);
        PointsTable table = new()
        {
            Tenths = [.. Enumerable.Range(0, 6).Select(_ => (int[])[.. Enumerable.Range(0, homes).Select(_ => random.Next(4) == 0 ? 0 : random.Next(1001))])],
            Weights = [4, 2, 2, 1, 2, 1],
            Fails = new bool[homes],
        };
        WeightDraws weightings = new(WeightDraws.Concentrations(table.Weights, 40), 1);
        Measure.Time(FormattableString.Invariant($"robust rank of {homes} homes, {draws} weightings ({goal})"), () =>
        {
            SingleWeight single = new(table, Top);
            int[] first = table.OrderAt(table.Weights)[..Top];
            WeightChange?[] drops = new WeightChange?[Top];
            Parallel.For(0, Top, i => drops[i] = single.Of(first[i]));
            return RankRange.Of(table, weightings, draws, Top, Environment.ProcessorCount).Length + drops.Length;
        });
    }
}
