using System.CommandLine;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Plan;
using HousingInventory.Verbs;

namespace HousingInventory.Cli;

/// <summary>The verbs that are one call each: explain, compare, inspect, init, reduce.</summary>
internal static class SmallVerbs
{
    private const int MostRowsNamed = 20;

    public static Command Explain(CancellationToken interrupt)
    {
        Argument<string> config = new("config") { Description = "The configuration, inventory.json." };
        Argument<string[]> what = new("what") { Description = "Building id, ref, address or property.", Arity = ArgumentArity.OneOrMore };
        Option<string?> scenario = new("--scenario") { Description = "The home before and after this scenario of the configuration." };
        Option<string?> versus = new("--versus") { Description = "Another candidate: what each criterion gives to both, and what would turn their order." };
        Option<string?> municipality = new("--municipality") { Description = "The one of the configuration's municipalities that it is of, by its code." };
        Command command = new("explain", "Why a building is, or is not, on the list.") { config, what, municipality, scenario, versus };
        command.SetAction(parsed =>
        {
            string? name = parsed.GetValue(scenario), other = parsed.GetValue(versus);
            if (name is not null && other is not null)
            {
                throw new InputException("--scenario and --versus cannot be asked together; give one of them.");
            }

            if (name is not null && parsed.GetValue(municipality) is not null)
            {
                throw new InputException("--scenario and --municipality cannot be asked together: use a configuration of that municipality alone.");
            }

            LoadedConfig loaded = ConfigReader.Load(parsed.GetValue(config)!);
            loaded = parsed.GetValue(municipality) is { } code ? loaded.Of(code) : loaded;
            loaded.MustBeWhole();
            string words = string.Join(' ', parsed.GetValue(what)!);
            Run run = new(null, interrupt);
            Console.Out.Write(
                name is not null ? ExplainingScenario.Explain(loaded, words, name, run)
                : other is not null ? Explaining.Compare(loaded, words, other, run)
                : Explaining.Explain(loaded, words, run));
            return Commands.Done;
        });
        return command;
    }

    public static Command Compare()
    {
        Argument<string> earlier = new("a") { Description = "Results folder of the earlier run." };
        Argument<string> later = new("b") { Description = "Results folder of the later run." };
        Option<string?> output = new("--out") { Description = "A CSV file to write, a row a home." };
        Command command = new("compare", "New, gone and moved homes between two results folders, by locality, from their files alone.") { earlier, later, output };
        command.SetAction(parsed =>
        {
            Console.Out.Write(ComparingRuns.Compare(parsed.GetValue(earlier)!, parsed.GetValue(later)!, parsed.GetValue(output)));
            return Commands.Done;
        });
        return command;
    }

    public static Command Inspect(CancellationToken interrupt)
    {
        Argument<string[]> files = new("file") { Description = "Files to look into.", Arity = ArgumentArity.OneOrMore };
        Command command = new("inspect", "What a file is, and how it could be named as a source.") { files };
        command.SetAction(parsed =>
        {
            int exit = Commands.Done;
            foreach (string file in parsed.GetValue(files)!)
            {
                try
                {
                    Console.Out.Write(Inspecting.Inspect(file, Spoken.Language, interrupt));
                }
                catch (InputException e)
                {
                    // One file that cannot be read does not keep the others from being looked into.
                    Terminal.Say(e.In(Spoken.Language));
                    exit = Commands.CannotBeDone;
                }
            }

            return exit;
        });
        return command;
    }

    public static Command Init()
    {
        Argument<string> folder = new("dir") { Description = "Folder for inventory.json and the follow-up." };
        Option<string[]> from = new("--from") { Description = "Files and folders to use as sources. Default: those in the folder.", AllowMultipleArgumentsPerToken = true };
        Option<string?> followUp = new("--followup") { Description = "Format of the empty follow-up: csv (default), xlsx with a list of states, or gpkg to write in QGIS. With a configuration there, makes only this." };
        followUp.AcceptOnlyFromAmong("csv", "xlsx", "gpkg");
        Option<bool> plan = new("--plan") { Description = "Instead: empty tables for a plan, with headings, and a member 'plan'." };
        Option<bool> scenarios = new("--scenarios") { Description = "Instead: scenarios.gpkg with empty layers to draw bus lines and stops in with QGIS." };
        Command command = new("init", "A commented starter configuration, filled in from the files found, and an empty follow-up.") { folder, from, followUp, plan, scenarios };
        command.SetAction(parsed =>
        {
            foreach (string line in parsed.GetValue(scenarios) ? EmptyScenarios.Make(parsed.GetValue(folder)!, Spoken.Language) : parsed.GetValue(plan) ? PlanStarter.Make(parsed.GetValue(folder)!, Spoken.Language) : Initialising.Init(parsed.GetValue(folder)!, parsed.GetValue(from) ?? [], parsed.GetValue(followUp), Spoken.Language))
            {
                Console.Out.WriteLine(line);
            }

            return Commands.Done;
        });
        return command;
    }

    public static Command Reduce(CancellationToken interrupt)
    {
        Argument<string> file = new("file") { Description = "The population extract." };
        Option<string> output = new("--out") { Description = "The file to write, for example residents.csv.", Required = true };
        Option<string?> withheld = new("--withheld") { Description = "Where the keys of protected rows go, as a list of withheld homes that a run needs. Default: withheld.csv beside the reduced file." };
        Option<bool> noWithheld = new("--no-withheld") { Description = "Write no list of withheld homes: the officer keeps one of his own." };
        Option<string?> addresses = new("--addresses") { Description = "The address register: names of streets and villages that stand in it are kept whole, also where the first word could be somebody's name." };
        Command command = new("reduce", "For the register officer: an extract becomes keys with counts, without any person.") { file, output, withheld, noWithheld, addresses };
        command.SetAction(parsed =>
        {
            string? said = parsed.GetValue(withheld);
            if (parsed.GetValue(noWithheld) && said is not null)
            {
                throw new InputException("--withheld and --no-withheld contradict each other; give one of them.");
            }

            string target = parsed.GetValue(output)!;
            string? list = parsed.GetValue(noWithheld) ? null : said ?? Path.Combine(Path.GetDirectoryName(target) ?? "", Reducing.WithheldName);
            Reduction reduction = Reducing.Reduce(parsed.GetValue(file)!, target, list, parsed.GetValue(addresses), new Run(null, interrupt));
            bool sv = Spoken.Language == Language.Sv;
            Console.Out.WriteLine(sv
                ? FormattableString.Invariant($"{reduction.Read} rader lästa; {reduction.Rows} rader med {reduction.Persons} personer skrivna till {target}.")
                : FormattableString.Invariant($"{reduction.Read} rows read; {reduction.Rows} rows with {reduction.Persons} persons written to {target}."));
            foreach ((string reason, long rows) in reduction.LeftOut)
            {
                Console.Out.WriteLine(FormattableString.Invariant($"  {(sv ? "utelämnade" : "left out")}, {LeftOutWords.In(reason, Spoken.Language)}: {rows}"));
            }

            // The same line whatever the extract holds.
            Console.Out.WriteLine((list is null, sv) switch
            {
                (true, true) => "Skyddade rader är utelämnade, och deras hus skulle se ut att sakna folkbokförda: kör utan --no-withheld, eller ange er egen lista som källa av typen withheld.",
                (true, false) => "Rows of protected persons are left out, and their homes would look empty: run without --no-withheld, or name a list of your own as a source of type withheld.",
                (false, true) => $"Ange {list} som källa av typen withheld vid sidan av den avskalade filen: utan den skulle skyddade personers hus se ut att sakna folkbokförda. Lägg för hand till hemmen för dem som inte finns i uttaget.",
                (false, false) => $"Name {list} as a source of type withheld beside the reduced file: without it the homes of protected persons would look empty. Add to it by hand the homes of those who are not in the extract.",
            });
            if (reduction.Unreadable.Count == 0)
            {
                return Commands.Done;
            }

            string numbers = string.Join(", ", reduction.Unreadable.Take(MostRowsNamed)) + (reduction.Unreadable.Count > MostRowsNamed ? " ..." : "");
            Console.Error.WriteLine(sv
                ? $"Rader där ingen nyckel kunde läsas, eftersom posten är skadad eller adressen inte gick att skilja från annan text: {numbers}. Skadade poster är utelämnade, övriga räknas utan plats. Är någon av dem skyddad: skriv hemmets nyckel i listan för hand."
                : $"Rows of which no key could be read, since the record is damaged or the address could not be told from other text: {numbers}. Damaged records are left out, the others count without a place. If one of them is protected, write the key of the home into the list by hand.");
            return Commands.DoneWithNotices;
        });
        return command;
    }
}
