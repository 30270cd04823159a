using System.CommandLine;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Plan;
using HousingInventory.Verbs;

namespace HousingInventory.Cli;

/// <summary>
/// <c>check CONFIG</c>: reads every source and says what it is, without writing a layer. <c>--results</c> proves a folder free of persons and withheld keys;
/// <c>--register-officer</c> writes the notices on single resident rows to the one place where they may stand. <c>--reviewed</c> holds a review against the answers.
/// </summary>
internal static class CheckVerb
{
    public static Command Command(CancellationToken interrupt)
    {
        Argument<string> config = new("config") { Description = "The configuration, inventory.json." };
        Option<string[]> results = new("--results") { Description = "Folders of results to prove free of persons and withheld keys.", AllowMultipleArgumentsPerToken = true };
        Option<string?> officer = new("--register-officer") { Description = "Folder, outside any results, for notices on single resident rows." };
        Option<string?> reviewed = new("--reviewed") { Description = "Table of reviewed homes (building, verdict): prints how right the answers are on them." };
        Option<bool> plan = new("--plan") { Description = "The sources of a plan instead: counts and notices, no values." };
        Option<string> failOn = FailOn.Option("error");
        Option<bool> quiet = new("--quiet") { Description = "No progress." };
        Command command = new("check", "Reads every source and says what was recognised; writes no layer.") { config, results, officer, reviewed, plan, failOn, quiet };
        command.SetAction(parsed =>
        {
            LoadedConfig loaded = ConfigReader.Load(parsed.GetValue(config)!);
            if (parsed.GetValue(results) is { Length: > 0 } folders)
            {
                return CheckResults(loaded, folders, new Run(null, interrupt));
            }

            using Progress progress = new(parsed.GetValue(quiet));
            Run run = new(progress.Report, interrupt);
            if (parsed.GetValue(officer) is { } folder)
            {
                long rows = OfficerNotices.Write(loaded, folder, run);
                progress.Dispose();
                string written = Path.Combine(folder, OfficerNotices.FileName);
                Console.Out.WriteLine(Spoken.Language == Language.Sv
                    ? FormattableString.Invariant($"{rows} rader i {written}. Filen har radnummer om personer: förvara den där uttaget förvaras.")
                    : FormattableString.Invariant($"{rows} rows in {written}. The file holds row numbers of persons: keep it where the extract is kept."));
                return FailOn.ExitCode(parsed.GetValue(failOn)!, run);
            }

            if (parsed.GetValue(reviewed) is { } table)
            {
                string report = Reviewing.Report(loaded, table, run);
                progress.Dispose();
                Console.Out.Write(report);
                return FailOn.ExitCode(parsed.GetValue(failOn)!, run);
            }

            if (parsed.GetValue(plan))
            {
                string told = PlanChecking.Report(Planning.Analyse(loaded, run), run);
                progress.Dispose();
                Console.Out.Write(told);
                return FailOn.ExitCode(parsed.GetValue(failOn)!, run);
            }

            Results analysed = Pipeline.Analyse(loaded, run);
            progress.Dispose();
            Console.Out.Write(Checking.Report(analysed, run));
            return FailOn.ExitCode(parsed.GetValue(failOn)!, run);
        });
        return command;
    }

    private static int CheckResults(LoadedConfig loaded, string[] folders, Run run)
    {
        Proof proof = ResultsProof.Find(loaded, folders, run, Spoken.Language);
        bool sv = Spoken.Language == Language.Sv;
        foreach (string line in proof.Found.Concat(proof.NotProved))
        {
            Console.Out.WriteLine(line);
        }

        if (proof.HasNoNames)
        {
            Console.Out.WriteLine(sv
                ? "Folkbokföringen är avskalad: dess rader är sökta, men namn och personnummer finns inte att söka efter. Låt registeransvarig pröva mot hela uttaget."
                : "The residents are reduced: their rows were sought, but there are no names and numbers to seek. Let the register officer try against the whole extract.");
        }

        if (proof.HasOrdinaryNames)
        {
            Console.Out.WriteLine(sv
                ? "Några har bara namn som också är ord i registren eller i verktygets egna texter. De är sökta på personnummer, inte på namn."
                : "Some bear only names that are also words of the registers or of the tool's own texts. They were sought by number, not by name.");
        }

        if (proof.OwnOnly)
        {
            Console.Out.WriteLine(sv
                ? "Kommunerna är fler än 50: varje kommuns mapp är sökt efter dess egna personer och undantagna hem, inte efter de andras."
                : "There are over 50 municipalities: each one's folder was searched for its own persons and withheld homes, not for those of the others.");
        }

        Console.Out.WriteLine((proof.Found.Count, proof.NotProved.Count, sv) switch
        {
            (0, 0, true) => "Inget funnet: ingen undantagen nyckel och inget värde ur en rad i folkbokföringen står i någon fil där.",
            (0, 0, false) => "Nothing found: no withheld key and no value of a resident row stands in any file there.",
            (0, _, true) => FormattableString.Invariant($"Inget funnet, men {proof.NotProved.Count} ställen går inte att pröva. Ta bort dem, eller packa upp dem och pröva igen."),
            (0, _, false) => FormattableString.Invariant($"Nothing found, but {proof.NotProved.Count} places cannot be proved. Take them away, or unpack them and try again."),
            (_, _, true) => FormattableString.Invariant($"{proof.Found.Count} ställen har något som inte får stå där. Radera filerna och anmäl det som ett fel i verktyget."),
            (_, _, false) => FormattableString.Invariant($"{proof.Found.Count} places hold what they must not. Delete the files, and report this as a defect."),
        });
        return proof.Found.Count + proof.NotProved.Count == 0 ? Commands.Done : Commands.DoneWithNotices;
    }
}
