using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Tests.Towns;

/// <summary>What the tool says about a municipality, in lines: who was linked by what, the estimates, the notices, and the homes of each situation by answer.</summary>
internal static class Told
{
    /// <summary>The lines, the first with the name, the last empty.</summary>
    /// <param name="name">The municipality or the delivery.</param>
    /// <param name="answer">What is told.</param>
    /// <param name="truth">By building its status, empty where nobody knows it, and the situation.</param>
    public static IEnumerable<string> Lines(string name, Answer answer, IReadOnlyDictionary<string, (string Status, bool Hidden, string Program)> truth)
    {
        (Linkage linkage, Flags flags) = (answer.Linkage, answer.Flags);
        yield return "## " + name;
        yield return "linked by " + Counts(linkage.Levels);
        yield return "not linked " + Counts(linkage.Unlinked);
        Unplaced unplaced = linkage.Unplaced;
        yield return Text($"unplaced {unplaced.Persons} of {unplaced.Read}, {unplaced.PersonsPerHome:0.###} a home, variance {unplaced.Variance:0.###}, in a wrong home {unplaced.InWrongHome:0.###}; by area ")
            + string.Join(' ', unplaced.HomesByArea.Select(a => Text($"{a.Key}:{a.Value:0.###}")));
        yield return Text($"expected {flags.Expected.AtMost} of {flags.Expected.Listed}; gaps {linkage.Gaps.AddressesWithoutBuilding.Count} addresses, {linkage.Gaps.PropertiesWithoutHome.Count} properties; planned {linkage.Planned.Count}; flats ")
            + string.Join(' ', linkage.Flats.Select(f => Text($"{f.Dwellings}:{f.WithoutRegistrationMin}-{f.WithoutRegistrationMax}")).Order(StringComparer.Ordinal));
        if (flags.Funnel.Count > 1)
        {
            yield return "funnel " + string.Join(' ', flags.Funnel.Select(f => Text($"{f.Test.Key}:{f.Left}-{f.Removed}-{f.RemovedByThisAlone}")));
        }

        yield return "places " + string.Join(" | ", answer.Registers.Buildings.Where(b => b.IsDwelling).CountBy(b => Text($"{flags.Locality[b.Index]} ({flags.LocalityOf[b.Index]})"))
            .OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => Text($"{p.Value} {p.Key}")));
        if (flags.FollowUps.Count > 0)
        {
            yield return "follow-up " + string.Join(' ', flags.FollowUps.OrderBy(f => f.Key).Select(f => Text($"{f.Key}:{f.Value.State}:{f.Value.Row}")));
        }

        foreach (string notice in answer.Run.Notices.Samples.Select(n => $"notice {n.Code}: {n.Text(Language.En)}").Order(StringComparer.Ordinal))
        {
            yield return notice;
        }

        foreach (IGrouping<string, string> situation in answer.Registers.Buildings.Where(b => b.IsDwelling)
            .GroupBy(b => truth[b.Id].Program, b => Of(answer, b, truth)).OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            yield return situation.Key + ": " + string.Join(" | ", situation.CountBy(line => line).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => Text($"{c.Value} {c.Key}")));
        }

        yield return "";
    }

    private static string Of(Answer answer, Building b, IReadOnlyDictionary<string, (string Status, bool Hidden, string Program)> truth)
    {
        (Linkage linkage, Flags flags) = (answer.Linkage, answer.Flags);
        string status = Term.Of(flags.Status[b.Index]).Key;
        string real = truth[b.Id].Status;
        string doubt = flags.Reason[b.Index] is { } reason and not Doubt.None ? " " + Term.Of(reason).Key : "";
        string sure = status == "nobody-registered" ? $" {flags.Confidence[b.Index]} {string.Join('+', flags.ConfidenceReasons[b.Index])}".ToLowerInvariant().TrimEnd() : "";
        string people = linkage.Residents[b.Index] > 0 ? Text($" {linkage.Residents[b.Index]}p") : "";
        string tie = linkage.AddressesOf[b.Index].Count == 0 ? " no address" : Text($" {linkage.AddressesOf[b.Index].Count} {linkage.Ties[b.Index]}").ToLowerInvariant();
        string near = linkage.NearUnlinked[b.Index] ? " near" : "";
        string leftOut = flags.LeftOut[b.Index] is { } test && status == "nobody-registered" ? " left out by " + test.Key : "";
        string hint = flags.HolidayHomeHint[b.Index] is not HolidayHint.None and var sign ? " " + Term.Of(sign).Key : "";
        return (real == status || real.Length == 0 ? status : $"{real} told {status}") + doubt + sure + leftOut + hint + people + tie + near;
    }

    private static string Counts(IEnumerable<KeyValuePair<string, long>> counts) => string.Join(' ', counts.Where(c => c.Value > 0).Select(c => Text($"{c.Key}:{c.Value}")));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
