using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Flag;
using HousingInventory.Model;

namespace HousingInventory.Tests.Towns;

/// <summary>
/// What the tool says about whole municipalities, situation by situation, held against a file that a person has read: truth, answer, reason, confidence and
/// number of homes, who was linked by what and who was not. A rule that changes answers anywhere changes lines there, and they are looked at before they are kept.
/// </summary>
public sealed class AnswersTests
{
    private static readonly OtherTown.Keys[] OtherKeys =
    [
        new(0.95, 1, Dwellings: true), new(0, 0.98), new(0, 0.5, Postal: false), new(0.6, 0.9, Twice: 0.1), new(0, 0.98, MapHoles: 0.15), new(0, 0.98, BareVillages: 0.3), new(0.9, 0.9, ShiftM: 25),
    ];

    [Fact]
    public void Every_delivery_of_the_hard_municipality_is_answered_as_written_down() =>
        Hold("answers-hard.txt", Delivery.All.Select(d => (d.Name, DeliveriesTests.Answers(d.Name), DeliveriesTests.Truth)));

    /// <summary>More rows than one processor takes.</summary>
    [Fact]
    public void A_larger_hard_municipality_is_answered_as_written_down()
    {
        HardTown hard = HardTown.Make(4, 2200);
        Town town = Delivery.All.Single(d => d.Name == "mixed").Of(hard.Town, 4);
        Assert.True(town.Registrations.Count >= 4000);
        Hold("answers-larger.txt", [("mixed", town.Ask(), hard.Truth)]);
    }

    [Fact]
    public void Municipalities_of_another_hand_are_answered_as_written_down() =>
        Hold("answers-other.txt", OtherKeys.Select((k, i) => (k.ToString(), OtherTown.Make(i + 1, 400, k))).Select(t => (t.Item1, t.Item2.Town.Ask(), t.Item2.Truth)));

    [Fact]
    public void Villages_of_all_kinds_of_slips_are_answered_as_written_down() =>
        Hold("answers-villages.txt", Enumerable.Range(1, 60).Select(seed => (Seed: seed, Answer: RandomTown.Make(seed).Town.Ask()))
            .Select(t => ($"village {t.Seed}", t.Answer, Unknown(t.Answer))));

    private static void Hold(string file, IEnumerable<(string Name, Answer Answer, IReadOnlyDictionary<string, (string Status, bool Hidden, string Program)> Truth)> towns) =>
        Written.Hold(file, towns.SelectMany(t => Lines(t.Answer, t.Truth).Prepend("## " + t.Name).Append("")));

    // Of these villages nobody knows what is true; the letter of a building tells its part: the house, or what else stands on its plot.
    private static IReadOnlyDictionary<string, (string Status, bool Hidden, string Program)> Unknown(Answer answer) =>
        answer.Registers.Buildings.ToDictionary(b => b.Id, b => ("", false, b.Id[..1]));

    private static IEnumerable<string> Lines(Answer answer, IReadOnlyDictionary<string, (string Status, bool Hidden, string Program)> truth)
    {
        (Linkage linkage, Flags flags) = (answer.Linkage, answer.Flags);
        yield return "linked by " + Counts(linkage.Levels);
        yield return "not linked " + Counts(linkage.Unlinked);
        Unplaced unplaced = linkage.Unplaced;
        yield return Text($"unplaced {unplaced.Persons} of {unplaced.Read}, {unplaced.PersonsPerHome:0.###} a home, variance {unplaced.Variance:0.###}, in a wrong home {unplaced.InWrongHome:0.###}; by area ")
            + string.Join(' ', unplaced.HomesByArea.Select(a => Text($"{a.Key}:{a.Value:0.###}")));
        yield return Text($"expected {flags.Expected.AtMost} of {flags.Expected.Listed}; gaps {linkage.Gaps.AddressesWithoutBuilding.Count} addresses, {linkage.Gaps.PropertiesWithoutHome.Count} properties; planned {linkage.Planned.Count}; flats ")
            + string.Join(' ', linkage.Flats.Select(f => Text($"{f.Dwellings}:{f.WithoutRegistrationMin}-{f.WithoutRegistrationMax}")).Order(StringComparer.Ordinal));
        foreach (string notice in answer.Run.Notices.Samples.Select(n => $"notice {n.Code}: {n.Text(Language.En)}").Order(StringComparer.Ordinal))
        {
            yield return notice;
        }

        foreach (IGrouping<string, string> situation in answer.Registers.Buildings.Where(b => b.IsDwelling)
            .GroupBy(b => truth[b.Id].Program, b => Told(answer, b, truth)).OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            yield return situation.Key + ": " + string.Join(" | ", situation.CountBy(line => line).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => Text($"{c.Value} {c.Key}")));
        }
    }

    private static string Told(Answer answer, Building b, IReadOnlyDictionary<string, (string Status, bool Hidden, string Program)> truth)
    {
        (Linkage linkage, Flags flags) = (answer.Linkage, answer.Flags);
        string status = Term.Of(flags.Status[b.Index]).Key;
        string real = truth[b.Id].Status;
        string doubt = flags.Reason[b.Index] is { } reason and not Doubt.None ? " " + Term.Of(reason).Key : "";
        string sure = status == "nobody-registered" ? $" {flags.Confidence[b.Index]} {string.Join('+', flags.ConfidenceReasons[b.Index])}".ToLowerInvariant().TrimEnd() : "";
        string people = linkage.Residents[b.Index] > 0 ? Text($" {linkage.Residents[b.Index]}p") : "";
        string tie = linkage.AddressesOf[b.Index].Count == 0 ? " no address" : Text($" {linkage.AddressesOf[b.Index].Count} {linkage.Ties[b.Index]}").ToLowerInvariant();
        string near = linkage.NearUnlinked[b.Index] ? " near" : "";
        return (real == status || real.Length == 0 ? status : $"{real} told {status}") + doubt + sure + people + tie + near;
    }

    private static string Counts(IEnumerable<KeyValuePair<string, long>> counts) => string.Join(' ', counts.Where(c => c.Value > 0).Select(c => Text($"{c.Key}:{c.Value}")));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
