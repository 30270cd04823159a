using HousingInventory.Flag;
using HousingInventory.Model;

namespace HousingInventory.Difference;

/// <summary>
/// What of a ledger may be told. Of single homes only what two results folders and open registers already say: none whose cause is, or cannot be told apart from,
/// the registrations, and none where somebody is registered now or may be. So a reader of both lists learns nothing more of who is registered.
/// </summary>
internal static class Telling
{
    private const int FewestTold = 5;

    public static Changes Of(Ledger ledger, PreviousRun previous, CandidatesConfig candidates, Answers answers)
    {
        Registers registers = answers.Question.Registers;
        Dictionary<string, int> indexOf = registers.Buildings.ToDictionary(static b => b.Id, static b => b.Index, StringComparer.Ordinal);
        Dictionary<string, ChangedHome> told = ledger.Homes.Where(h => IsTold(h.Causes, ledger.OtherRegistrations)).ToDictionary(static h => h.Id, StringComparer.Ordinal);
        HashSet<int> listed = [.. answers.Flags.Candidates];
        FilterValues values = new(registers, answers.Linkage, answers.Question.Surroundings.Posts, answers.Flags, candidates);
        return new Changes
        {
            Previous = previous,
            InputsFound = ledger.InputsFound,
            Now = answers.Flags.Candidates.Count,
            Rows = Rows(ledger),
            WithOldRules = ledger.WithOldRules,
            Before = previous.Homes.Where(h => indexOf.TryGetValue(h.Id, out int index) && listed.Contains(index)).ToDictionary(h => indexOf[h.Id]),
            Came = told.Values.Where(static h => h.Came).ToDictionary(h => indexOf[h.Id], static h => h.Causes.Term),
            Gone = [.. previous.Homes.Where(h => told.TryGetValue(h.Id, out ChangedHome? changed) && !changed.Came).Select(h => Gone(h, told[h.Id].Causes.Term)).OfType<GoneHome>()],
        };

        GoneHome? Gone(PreviousHome home, Term cause)
        {
            if (!indexOf.TryGetValue(home.Id, out int building))
            {
                return new GoneHome(home, cause, null, null, null);
            }

            if (answers.Flags.Status[building] is Status.Registered or Status.Undetermined)
            {
                return null;
            }

            (Term? test, double? value, double? limit) = values.Of(building);
            return new GoneHome(home, cause, test, value, limit);
        }
    }

    // Where the registrations are others too, that a link moved says something of who is linked.
    private static bool IsTold(Causes causes, bool otherRegistrations) => !causes.TouchesRegistrations && !(causes.IsLinkage && otherRegistrations);

    private static List<ChangeRow> Rows(Ledger ledger)
    {
        List<(Causes Causes, ChangeRow Row)> rows = [];
        foreach (Causes step in ledger.Steps)
        {
            IEnumerable<Causes> inRegisters = ledger.Homes.Select(static h => h.Causes).Where(static c => c.IsRegisters || c.IsLinkage).Distinct().OrderBy(static c => c.All[0]);
            Causes[] parts = step.IsRegisters ? [.. inRegisters] : [step];
            rows.AddRange((parts.Length == 0 ? [step] : parts).Select(c => (c, Row(c, ledger.Homes))));
        }

        // Few of these would say of whom.
        (Causes Causes, ChangeRow Row)[] close = [.. rows.Where(static r => r.Causes.TouchesRegistrations || r.Causes.IsRegisters || r.Causes.IsLinkage)];
        IEnumerable<ChangeRow> kinds = close.GroupBy(static r => (r.Causes.TouchesRegistrations, r.Causes.IsLinkage))
            .Select(static g => ChangeRow.Together(g.First().Row.Cause, [.. g.Select(static r => r.Row)]));
        if (close.Length > 1 && kinds.Any(static k => IsFew(k.Came) || IsFew(k.Left)))
        {
            Causes together = new(close.SelectMany(static r => r.Causes.All).Select(Plain));
            rows = [(together, ChangeRow.Together(together.Term, [.. close.Select(static r => r.Row)])), .. rows.Except(close)];
        }

        // The day of the answer is another in every run, so a step without effect says nothing.
        return [.. rows.Select(static r => r.Row).Where(static r => r.Came + r.Left > 0)];
    }

    private static ChangeCause Plain(ChangeCause cause) =>
        cause is ChangeCause.NewBuilding or ChangeCause.BuildingGone or ChangeCause.RegisterCorrected or ChangeCause.Linkage ? ChangeCause.Registers : cause;

    private static ChangeRow Row(Causes causes, IReadOnlyList<ChangedHome> homes)
    {
        ChangedHome[] of = [.. homes.Where(h => h.Causes.Equals(causes))];
        return new ChangeRow(
            causes.Term, of.Count(static h => h.Came), of.Count(static h => !h.Came),
            [.. of.SelectMany(static h => h.Also).GroupBy(static c => c).OrderBy(static g => g.Key).Select(static g => KeyValuePair.Create(Term.Of(g.Key), g.Count()))]);
    }

    private static bool IsFew(int count) => count is > 0 and < FewestTold;
}
