using System.CommandLine;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Plan;
using HousingInventory.Verbs;

namespace HousingInventory.Cli;

/// <summary>The verbs that are one call each: explain, inspect, init, reduce.</summary>
internal static class SmallVerbs
{
    public static Command Explain(CancellationToken interrupt)
    {
        Argument<string> config = new("config") { Description = "The configuration, inventory.json." };
        Argument<string[]> what = new("what") { Description = "Building id, ref, address or property.", Arity = ArgumentArity.OneOrMore };
        Command command = new("explain", "Why a building is, or is not, on the list.") { config, what };
        command.SetAction(parsed =>
        {
            LoadedConfig loaded = ConfigReader.Load(parsed.GetValue(config)!);
            Console.Out.Write(Explaining.Explain(loaded, string.Join(' ', parsed.GetValue(what)!), new Run(null, interrupt)));
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
                    Console.Out.Write(Inspecting.Inspect(file, interrupt));
                }
                catch (InputException e)
                {
                    // One file that cannot be read does not keep the others from being looked into.
                    Terminal.Say(e.Message);
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
        Option<Language> language = new("--language") { Description = "Language of the headings: sv or en.", DefaultValueFactory = _ => Language.Sv };
        Command command = new("init", "A commented starter configuration, filled in from the files found, and an empty follow-up.") { folder, from, followUp, plan, language };
        command.SetAction(parsed =>
        {
            foreach (string line in parsed.GetValue(plan) ? PlanStarter.Make(parsed.GetValue(folder)!, parsed.GetValue(language)) : Initialising.Init(parsed.GetValue(folder)!, parsed.GetValue(from) ?? [], parsed.GetValue(followUp)))
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
        Option<string?> withheld = new("--withheld") { Description = "Also write the keys of protected rows here, as a list of withheld homes: a run needs it beside the reduced file." };
        Option<Language> language = new("--language") { Description = "sv or en.", DefaultValueFactory = _ => Language.Sv };
        Command command = new("reduce", "For the register officer: an extract becomes keys with counts, without any person.") { file, output, withheld, language };
        command.SetAction(parsed =>
        {
            string? list = parsed.GetValue(withheld);
            Reduction reduction = Reducing.Reduce(parsed.GetValue(file)!, parsed.GetValue(output)!, list, new Run(null, interrupt));
            bool sv = parsed.GetValue(language) == Language.Sv;
            string? written = parsed.GetValue(output);
            Console.Out.WriteLine(sv
                ? FormattableString.Invariant($"{reduction.Read} rader lästa; {reduction.Rows} rader med {reduction.Persons} personer skrivna till {written}.")
                : FormattableString.Invariant($"{reduction.Read} rows read; {reduction.Rows} rows with {reduction.Persons} persons written to {written}."));
            foreach ((string reason, long rows) in reduction.LeftOut)
            {
                Console.Out.WriteLine(FormattableString.Invariant($"  {(sv ? "utelämnade" : "left out")}, {reason}: {rows}"));
            }

            // The same line whatever the extract holds.
            Console.Out.WriteLine((list is null, sv) switch
            {
                (true, true) => "Skyddade rader är utelämnade, och deras hus skulle se ut att sakna folkbokförda: skriv deras nycklar med --withheld FIL, och ange den filen som källa av typen withheld.",
                (true, false) => "Rows of protected persons are left out, and their homes would look empty: write their keys with --withheld FILE, and name that file as a source of type withheld.",
                (false, true) => $"Ange {list} som källa av typen withheld vid sidan av den avskalade filen: utan den skulle skyddade personers hus se ut att sakna folkbokförda. Lägg för hand till hemmen för dem som inte finns i uttaget.",
                (false, false) => $"Name {list} as a source of type withheld beside the reduced file: without it the homes of protected persons would look empty. Add to it by hand the homes of those who are not in the extract.",
            });
            return Commands.Done;
        });
        return command;
    }
}
