using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Sample;
using HousingInventory.Tests.Towns;

namespace HousingInventory.Benchmarks;

/// <summary>
/// How right the answers are on every kind of delivery, and what the run says of itself: ordinary municipalities of two makers and those of hard situations. A row
/// of a municipality holds if at most 2 inhabited homes in 1,000 are listed, or an error notice says how many, not below the truth and at most three times it and 5.
/// </summary>
internal static class DeliveriesBench
{
    /// <summary>Runs it: <c>[--homes N] [--seeds N] [--only PART-OF-NAME] [--each] [--errors]</c>.</summary>
    public static void Run(string[] args)
    {
        int homes = Number(args, "--homes", 1500);
        int seeds = Number(args, "--seeds", 4);
        string only = Array.IndexOf(args, "--only") is >= 0 and int at && at + 1 < args.Length ? args[at + 1] : "";
        List<(string Kind, Town Town, IReadOnlyDictionary<string, (string Status, bool Hidden, string Program)> Truth, int Seed)> towns = [];
        for (int seed = 1; seed <= seeds; seed++)
        {
            OtherTown other = OtherTown.Make(seed, homes, new OtherTown.Keys(1, 1));
            HardTown hard = HardTown.Make(seed, homes);
            var sample = SampleInputs.AsTown(TownBuilder.Build(new SampleOptions { Homes = homes, Seed = (ulong)seed }));
            towns.Add(("ordinary", sample.Town, sample.Truth, seed));
            towns.Add(("ordinary", other.Town, other.Truth, seed));
            towns.Add(("hard", hard.Town, hard.Truth, seed));
        }

        Console.WriteLine("| Delivery | Municipalities | Precision | Recall | Inhabited listed per 1,000 | Listed though inhabited | The runs' own estimates | Error notices | Hold |");
        Console.WriteLine("|---|---|---:|---:|---:|---:|---:|---|---:|");
        foreach (Delivery delivery in Delivery.All.Where(d => d.Name.Contains(only, StringComparison.Ordinal)))
        {
            foreach (var kind in towns.GroupBy(t => t.Kind))
            {
                LinkQuality?[] answers = [.. kind.AsParallel().AsOrdered().Select(t => Asked(delivery.Of(t.Town, t.Seed), t.Truth))];
                List<LinkQuality> asked = [.. answers.OfType<LinkQuality>()];
                Row(delivery.Name, kind.Key, asked, answers.Length - asked.Count);
                if (args.Contains("--each"))
                {
                    asked.ForEach(q => Row("", "one", [q], 0));
                }

                if (args.Contains("--errors"))
                {
                    Errors(asked);
                }
            }
        }
    }

    // Too little of a delivery may link for any answer; then the run refuses it.
    private static LinkQuality? Asked(Town town, IReadOnlyDictionary<string, (string Status, bool Hidden, string Program)> truth)
    {
        try
        {
            return LinkQuality.Of(town, truth);
        }
        catch (InputException)
        {
            return null;
        }
    }

    private static void Row(string delivery, string kind, List<LinkQuality> asked, int refused)
    {
        string notices = string.Join(
            ", ", (refused == 0 ? [] : (string[])[$"refused {refused}"]).Concat(asked.SelectMany(q => q.ErrorNotices).GroupBy(c => c).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => string.Create(CultureInfo.InvariantCulture, $"`{c.Key}` {c.Count()}"))));
        int said = asked.Sum(q => q.Said);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {delivery} | {kind} | {(said == 0 ? "–" : ((double)asked.Sum(q => q.Right) / said).ToString("0.000", CultureInfo.InvariantCulture))} | {(double)asked.Sum(q => q.Right) / Math.Max(1, asked.Sum(q => q.True)):0.000} | {1000.0 * asked.Sum(q => q.InhabitedListed) / Math.Max(1, asked.Sum(q => q.Inhabited)):0.0} | {asked.Sum(q => q.InhabitedListed)} | {asked.Sum(q => q.ExpectedInhabited)} | {notices} | {asked.Count(q => q.Holds)} of {asked.Count} |"));
    }

    private static void Errors(List<LinkQuality> asked)
    {
        foreach (IGrouping<string, string> same in asked.SelectMany(q => q.Errors).GroupBy(e => e).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {same.Count(),3} x {same.Key}"));
        }
    }

    private static int Number(string[] args, string name, int otherwise)
    {
        int at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
    }
}
