using System.Globalization;
using HousingInventory.Analyses;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Difference;
using HousingInventory.Export;
using HousingInventory.Flag;
using HousingInventory.Formats;
using HousingInventory.Import;
using HousingInventory.Import.Previous;
using HousingInventory.Link;
using HousingInventory.Model;
using HousingInventory.Prepare;
using HousingInventory.Rank;
using HousingInventory.Score;

namespace HousingInventory;

/// <summary>The main job, top to bottom: seven stages, each a function of what the ones before it returned and of its own members of the configuration.</summary>
public static class Pipeline
{
    /// <summary>The whole job: analyses and writes the results into a folder.</summary>
    /// <exception cref="InputException">It cannot be done as asked; then nothing was written.</exception>
    public static Results Run(LoadedConfig loaded, string folder, Run run)
    {
        MayWrite(loaded, folder);
        Results results = Analyse(loaded, run);
        Write(results, loaded.Config, folder, run);
        return results;
    }

    /// <summary>Results of an earlier run; a move into their folder that was cut off is finished first.</summary>
    private static PreviousRun Earlier(string folder, string named)
    {
        ResultsFolder.MendIfNeeded(folder);
        return PreviousResults.Read(folder, named);
    }

    /// <summary>Reads, links, flags, scores and ranks, and writes nothing.</summary>
    /// <exception cref="InputException">It cannot be done as asked.</exception>
    public static Results Analyse(LoadedConfig loaded, Run run)
    {
        PreviousRun? previous = loaded.PreviousFolder is { } folder ? Earlier(folder, loaded.Config.Previous!.Results) : null;
        Answers answers;
        Changes? changes;
        using (Delivery delivery = Deliver(loaded, run))
        {
            if (previous is not null)
            {
                Shrinking.Tell(previous, delivery.Books, run);
            }

            Question question = run.Clock.Time("Prepare", () => Prepare(delivery, loaded.Config, run));
            if (previous is null)
            {
                delivery.LetGoOfRows();
            }

            Linked linked = Link(question, delivery.Registrations, delivery.Withheld, loaded.Config, run);
            if (previous is null)
            {
                delivery.Dispose();
                Leftovers.Collect(run);
            }

            answers = Flag(linked, loaded.Config, run);
            changes = previous is null ? null : run.Clock.Time("Difference", () => Differing.Of(previous, loaded, delivery, answers, run));
        }

        return Judge(answers, loaded.Config, run) with { Changes = changes };
    }

    private static string NameOfNext(string folder, DateOnly? asOf) =>
        Path.TrimEndingDirectorySeparator(folder) + (asOf is { } day ? day.ToString("'-'yyyy-MM", CultureInfo.InvariantCulture) : "-2");

    /// <summary>Refuses a folder that holds a source, the results of another command, or those that this run is held against.</summary>
    internal static void MayWrite(LoadedConfig loaded, string folder)
    {
        ResultsFolder.MustNotHold(folder, loaded.SourcePaths);
        ResultsFolder.MustBeOf(folder, null);
        if (loaded.PreviousFolder is { } previous && ResultsFolder.IsSame(previous, folder))
        {
            throw new InputException(
                $"{folder} holds the results that this run is held against (\"previous\"): name another --out, for example {NameOfNext(folder, loaded.Config.AsOf)}.");
        }
    }

    /// <summary>Writes every output.</summary>
    internal static void Write(Results results, InventoryConfig config, string folder, Run run) =>
        Exporting.Export(results, config.Outputs ?? Exporting.Standard, folder, run);

    /// <summary>Reads every source.</summary>
    internal static Delivery Deliver(LoadedConfig loaded, Run run)
    {
        ReadLimits.Use(loaded.Config.Limits);
        ConfigRules.CheckRegisters(loaded);
        Delivery delivery = run.Clock.Time("Import", () => Importing.Import(loaded.SourcesFor(SourceReader.Run), loaded.SourceFrame(), run));
        Importing.RefuseWithoutResidents(delivery, loaded.Config.Municipality);
        return delivery;
    }

    /// <summary>From registers and registrations to the answer for every building. The delivery is gone after it, and every person with it.</summary>
    internal static Answers Answer(Delivery delivery, LoadedConfig loaded, Run run) => Flag(Link(delivery, loaded, run), loaded.Config, run);

    /// <summary>From registers and registrations to counts by building. The delivery is gone after it, and every person with it.</summary>
    internal static Linked Link(Delivery delivery, LoadedConfig loaded, Run run)
    {
        Linked linked;
        using (delivery)
        {
            Question question = run.Clock.Time("Prepare", () => Prepare(delivery, loaded.Config, run));
            delivery.LetGoOfRows();
            linked = Link(question, delivery.Registrations, delivery.Withheld, loaded.Config, run);
        }

        Leftovers.Collect(run);
        return linked;
    }

    /// <summary>Makes registers and surroundings of what was read.</summary>
    internal static Question Prepare(Delivery delivery, InventoryConfig config, Run run)
    {
        Registers registers = Registering.Join(delivery, run);
        DateOnly asOf = Dating.AsOf(config.AsOf, delivery.Books, run);
        Surroundings around = Surrounding.Build(delivery, registers.Extent, config.SurroundingRules(asOf), run);
        return new Question(asOf, registers, around, delivery.Papers, delivery.Books with { NotOpened = config.NotOpenedBy(SourceReader.Run) });
    }

    /// <summary>Links. Nothing after it sees a registration or a withheld key.</summary>
    internal static Linked Link(Question question, Registrations registrations, IReadOnlyList<WithheldKey> withheld, InventoryConfig config, Run run) =>
        new(question, run.Clock.Time("Link", () => Linking.Link(question.Registers, registrations, withheld, config.Linkage, run)));

    /// <summary>Says of every building what it is, and which are candidates.</summary>
    internal static Answers Flag(Linked linked, InventoryConfig config, Run run)
    {
        (Question question, Linkage linkage) = linked;
        Flags flags = run.Clock.Time("Flag", () => Flagging.Flag(
            question.Registers, linkage, question.Surroundings, question.Papers, question.ExtractedOn, config.Candidates, config.Expected, run));
        return new Answers(question, linkage, flags);
    }

    /// <summary>Scores and ranks the candidates, and asks the second analyses. What was found of the same candidates before need not be found again.</summary>
    internal static Results Judge(Answers answers, InventoryConfig config, Run run, Known? known = null)
    {
        (Question question, Linkage linkage, Flags flags) = answers;
        IReadOnlyList<Criterion> criteria = StandardCriteria.For(config.Criteria, question.Books, config.Centre is not null, run);
        Building[] homes = [.. flags.Candidates.Select(c => question.Registers.Buildings[c])];
        Scores scores = run.Clock.Time("Score", () => Scoring.Score(homes, question.Surroundings, criteria, config.AccessRules(), run, known));
        RankOrder ranking = run.Clock.Time("Rank", () => Ranking.Rank(question.Registers, scores));
        RobustRank? robust = config.Robustness is { } robustness
            ? run.Clock.Time("Robustness", () => RobustRank.Of(question.Registers, scores, ranking, config.Shortlist.Top, robustness, run)) : null;
        Results results = new()
        {
            Frame = config.RunFrame(question.AsOf, criteria, run),
            Rules = config.ReportRules(),
            Registers = question.Registers,
            Surroundings = question.Surroundings,
            Papers = question.Papers,
            Books = question.Books,
            Linkage = linkage,
            Flags = flags,
            Limits = known?.Limits ?? FilterLimits.Of(question.Registers, linkage, question.Surroundings.Posts, flags, config.Candidates),
            Scores = scores,
            Ranking = ranking,
            Listed = Shortlisting.Of(ranking, flags, scores, config.Shortlist, run),
            Robust = robust,
        };
        return Analysing.Run(results, config.Analyses ?? [], config.AccessRules(), run);
    }
}
