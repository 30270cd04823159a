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
                return CheckResults(loaded, folders);
            }

            using Progress progress = new(parsed.GetValue(quiet));
            Run run = new(progress.Report, interrupt);
            if (parsed.GetValue(officer) is { } folder)
            {
                long rows = OfficerNotices.Write(loaded, folder, run);
                progress.Dispose();
                string written = Path.Combine(folder, OfficerNotices.FileName);
                Console.Out.WriteLine(loaded.Config.Language == Language.Sv
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

    private static int CheckResults(LoadedConfig loaded, string[] folders)
    {
        IReadOnlyList<string> found = ResultsProof.Find(loaded, folders, new Run());
        foreach (string line in found)
        {
            Console.Out.WriteLine(line);
        }

        bool sv = loaded.Config.Language == Language.Sv;
        Console.Out.WriteLine((found.Count == 0, sv) switch
        {
            (true, true) => "Inget funnet: ingen undantagen nyckel och inget värde ur en rad i folkbokföringen står i någon fil där.",
            (true, false) => "Nothing found: no withheld key and no value of a resident row stands in any file there.",
            (false, true) => FormattableString.Invariant($"{found.Count} filer innehåller något som inte får stå där. Radera dem och anmäl det som ett fel i verktyget."),
            (false, false) => FormattableString.Invariant($"{found.Count} files hold what they must not. Delete them, and report this as a defect."),
        });
        return found.Count == 0 ? Commands.Done : Commands.DoneWithNotices;
    }
}
