using System.Globalization;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Import;
using HousingInventory.Model;

namespace HousingInventory.Difference;

/// <summary>
/// What changed since an earlier run, and why. The earlier list is taken as it was printed. Then, with today's registrations and version in every world, one group
/// after the other is replaced, old by new; the cause of a home is the step at which it takes its final place and keeps it. So every changed home has one cause, and
/// came less left over the causes is now less then.
/// </summary>
internal static class Differing
{
    /// <summary>The changes as far as they may be told; null where the earlier run cannot be held against this one, which a notice says.</summary>
    /// <exception cref="InputException">The earlier run is later than this one, or of another municipality.</exception>
    public static Changes? Of(PreviousRun previous, LoadedConfig loaded, Delivery today, Answers answers, Run run)
    {
        run.Progress("Difference", "earlier run");
        Refuse(previous, loaded, answers.Question.AsOf);
        if (previous.DeleteAfter is { } last && last < answers.Question.AsOf)
        {
            run.Notice(new PreviousToBeDeleted(last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        if (OfOneDay(previous, answers) && Withholds(previous, loaded) && ResidentsDiffer(previous, answers))
        {
            run.ForOfficer.Add(new SameExtractAsPrevious());
        }

        HashSet<string> ids = [.. answers.Question.Registers.Buildings.Select(static b => b.Id)];
        int known = previous.Homes.Count(h => ids.Contains(h.Id));
        if (known * 2 < previous.Homes.Count)
        {
            run.Notice(new PreviousOtherIds(known, previous.Homes.Count));
            return null;
        }

        return Telling.Of(Attribute(previous, loaded, today, answers, run), previous, loaded.Config.Candidates, answers);
    }

    /// <summary>Gives every changed home its cause.</summary>
    public static Ledger Attribute(PreviousRun previous, LoadedConfig loaded, Delivery today, Answers answers, Run run)
    {
        IReadOnlyList<InputFile> files = answers.Question.Books.Files;
        EarlierInputs? earlier = EarlierInputs.Look(previous, loaded, files);
        bool hasInputs = previous.Inputs.Any(static i => Groups.Of(i.Type) == Group.Registers);
        if (earlier is null || (hasInputs && earlier.Of(static group => group is Group.Registers or Group.Timetable).Count == 0))
        {
            run.Notice(new PreviousInputMissing(Ids(previous, static group => group is not (null or Group.Registrations))));
            return Everything(previous, answers);
        }

        if (earlier.Gone.Count > 0)
        {
            run.Notice(new PreviousInputMissing(Ids(previous, group => group is { } of && earlier.Gone.Contains(of), earlier.Missing)));
        }

        try
        {
            Worlds worlds = new(previous, earlier, loaded, today, answers, run.Cancellation);
            return Walk(previous, earlier, worlds, OfOneDay(previous, answers) && Withholds(previous, loaded), run);
        }
        catch (InputException)
        {
            // An input that lies there still, and that this version cannot read or link any more.
            run.Notice(new PreviousInputMissing(string.Join(", ", earlier.Found)));
            return Everything(previous, answers);
        }
    }

    private static string Ids(PreviousRun previous, Predicate<Group?> fits, IReadOnlyList<string>? among = null) =>
        string.Join(", ", previous.Inputs.Where(i => fits(Groups.Of(i.Type)) && (among is null || among.Contains(i.Id))).Select(static i => i.Id));

    private static void Refuse(PreviousRun previous, LoadedConfig loaded, DateOnly asOf)
    {
        if (previous.AsOf > asOf)
        {
            throw new InputException($"{loaded.Path}: previous is of {previous.AsOf:yyyy-MM-dd}, after this run's {asOf:yyyy-MM-dd}; name an earlier run, or correct asOf.");
        }

        if (previous.IsOfOthersThan(loaded.Config.Municipality))
        {
            throw new InputException(
                $"{loaded.Path}: previous is of the municipality {string.Join(", ", previous.Municipality)}, and this run of {string.Join(", ", loaded.Config.Municipality)}; name a run of the same one.");
        }
    }

    private static Ledger Walk(PreviousRun previous, EarlierInputs earlier, Worlds worlds, bool onlyTheListCanDiffer, Run run)
    {
        bool otherVersion = previous.Version != ToolVersion.Text;
        List<ChangeCause> first = [];
        if (earlier.OtherResidents || otherVersion)
        {
            first.Add(!earlier.OtherResidents ? ChangeCause.Version : otherVersion ? ChangeCause.RegistrationsAndVersion : ChangeCause.Registrations);
        }

        if (earlier.OtherResidents && otherVersion)
        {
            run.Notice(new PreviousOfOtherVersion(previous.Version));
        }

        HashSet<Group> separate = [.. earlier.Changed.Except(earlier.Gone)];
        if (earlier.OtherResidents && onlyTheListCanDiffer)
        {
            first.Add(ChangeCause.Registers);
            separate.Remove(Group.Registers);
        }

        first.AddRange(earlier.Gone.Select(Groups.CauseOf));
        World start = separate.Aggregate(default(World), static (world, group) => world.With(group, old: true));
        List<(Causes Causes, IReadOnlySet<string> Listed)> steps = [];
        if (first.Count > 0)
        {
            steps.Add((new Causes(first), worlds.Of(start).Listed));
        }

        World at = start;
        foreach (Group group in Groups.Replaced.Where(separate.Contains))
        {
            run.Progress("Difference", Term.Of(Groups.CauseOf(group)).Key);
            at = at.With(group, old: false);
            steps.Add((new Causes(Groups.CauseOf(group)), worlds.Of(at).Listed));
        }

        HashSet<string> before = [.. previous.Homes.Select(static h => h.Id)];
        IReadOnlySet<string> now = worlds.Of(default).Listed;
        if (steps.Count == 0 && !before.SetEquals(now))
        {
            steps.Add((new Causes(ChangeCause.Everything), now));
        }

        OwnRows? rows = null;
        List<ChangedHome> homes = [];
        foreach (string id in before.Union(now).Where(id => before.Contains(id) != now.Contains(id)))
        {
            bool came = now.Contains(id);
            int step = LastMove(id, came, steps);
            Causes causes = steps[step].Causes;
            if (causes.All is [ChangeCause.Registers] && separate.Contains(Group.Registers))
            {
                rows ??= new OwnRows(worlds.Of(start), worlds.Of(start.With(Group.Registers, old: false)));
                causes = new Causes(InRegisters(id, came, worlds.Of(start).Registers, worlds.Of(default).Registers, rows));
            }

            homes.Add(new ChangedHome(id, came, causes, step == 0 && first.Count > 0 ? [] : Also(id, came, steps[step].Causes.All[0], separate, start, worlds)));
        }

        return new Ledger(
            [.. homes.OrderBy(static h => !h.Came).ThenBy(static h => h.Id, StringComparer.Ordinal)], [.. steps.Select(static s => s.Causes)], earlier.Found,
            separate.Contains(Group.Rules) ? worlds.Of(default(World).With(Group.Rules, old: true)).Listed.Count : null, earlier.OtherResidents);
    }

    /// <summary>The last step at which a home took another place; it keeps its place from there on.</summary>
    private static int LastMove(string id, bool final, List<(Causes Causes, IReadOnlySet<string> Listed)> steps)
    {
        int step = steps.Count - 1;
        while (step > 0 && steps[step - 1].Listed.Contains(id) == final)
        {
            step--;
        }

        return step;
    }

    private static ChangeCause InRegisters(string id, bool came, Registers then, Registers now, OwnRows rows) =>
        came && !Has(then, id) ? ChangeCause.NewBuilding
        : !came && !Has(now, id) ? ChangeCause.BuildingGone
        : rows.Differ(id) ? ChangeCause.RegisterCorrected
        : ChangeCause.Linkage;

    private static bool Has(Registers registers, string id)
    {
        int low = 0, high = registers.Buildings.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            int order = string.CompareOrdinal(registers.Buildings[middle].Id, id);
            if (order == 0)
            {
                return true;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return false;
    }

    /// <summary>The other groups that alone, laid on the old state with today's registrations, would have done it.</summary>
    private static IReadOnlyList<ChangeCause> Also(string id, bool came, ChangeCause cause, HashSet<Group> separate, World start, Worlds worlds) =>
    [
        .. Groups.Replaced.Where(g => separate.Contains(g) && Groups.CauseOf(g) != cause && worlds.Of(start.With(g, old: false)).Listed.Contains(id) == came).Select(Groups.CauseOf),
    ];

    /// <summary>Whether the extracts are of one day, so that only the list of withheld homes can have changed. Extracts without a day are taken for one if they have as many rows.</summary>
    private static bool OfOneDay(PreviousRun previous, Answers answers)
    {
        PreviousInput[] then = [.. previous.Inputs.Where(static i => i.Type == "residents")];
        InputFile[] now = [.. answers.Question.Books.Files.Where(static f => f.Type == "residents")];
        return then.Select(i => i.Extracted ?? previous.AsOf).DefaultIfEmpty(previous.AsOf).Min() == answers.Question.ExtractedOn
            || (then.All(static i => i.Extracted is null) && now.All(static f => f.Extracted is null)
                && then.Sum(static i => i.Read) == now.Sum(static f => f.Read) && then.Sum(static i => i.Used) == now.Sum(static f => f.Used));
    }

    // The bytes of the list of withheld homes are in the hash of the residents.
    private static bool ResidentsDiffer(PreviousRun previous, Answers answers)
    {
        string?[] then = [.. previous.Inputs.Where(static i => i.Type == "residents").Select(static i => i.Sha256).Order(StringComparer.Ordinal)];
        string?[] now = [.. answers.Question.Books.Files.Where(static f => f.Type == "residents").Select(static f => f.Sha256).Order(StringComparer.Ordinal)];
        return then.Contains(null) || !then.SequenceEqual(now);
    }

    private static bool Withholds(PreviousRun previous, LoadedConfig loaded) =>
        previous.Inputs.Any(static i => i.Type == "withheld") || loaded.Sources.Any(static s => Doors.TypeOf(s.Source) == "withheld");

    private static Ledger Everything(PreviousRun previous, Answers answers)
    {
        Causes causes = new(ChangeCause.Everything);
        HashSet<string> before = [.. previous.Homes.Select(static h => h.Id)];
        HashSet<string> now = [.. answers.Flags.Candidates.Select(c => answers.Question.Registers.Buildings[c].Id)];
        return new Ledger(
            [
                .. now.Except(before).Order(StringComparer.Ordinal).Select(id => new ChangedHome(id, true, causes, [])),
                .. before.Except(now).Order(StringComparer.Ordinal).Select(id => new ChangedHome(id, false, causes, [])),
            ],
            [causes], [], null, true);
    }
}
