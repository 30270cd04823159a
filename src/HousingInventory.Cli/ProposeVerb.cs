using System.CommandLine;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Verbs;

namespace HousingInventory.Cli;

/// <summary><c>propose CONFIG</c>: which changes of the timetable would give most homes.</summary>
internal static class ProposeVerb
{
    public static Command Command(CancellationToken interrupt)
    {
        Argument<string> config = new("config") { Description = "The configuration, inventory.json." };
        Option<double?> budget = new("--budget") { Description = "The best set of proposals within so much a year." };
        Option<int?> top = new("--top") { Description = "So many proposals at most, the best first." };
        Option<string?> output = new("--out")
        {
            Description = "Folder for the proposals, apart from other results. Default: proposals beside the configuration.",
        };
        Option<string> failOn = FailOn.Option("error");
        Option<bool> quiet = new("--quiet") { Description = "No progress." };
        Command command = new(
            "propose", "Searches for changes of the timetable that give homes, what costs nothing first, and writes them as scenarios for what-if.")
        {
            config, budget, top, output, failOn, quiet,
        };
        command.SetAction(parsed =>
        {
            LoadedConfig loaded = ConfigReader.Load(parsed.GetValue(config)!);
            loaded.MustBeWhole();
            string folder = parsed.GetValue(output) ?? loaded.ResolveOwn("proposals");
            using Progress progress = new(parsed.GetValue(quiet));
            Run run = new(progress.Report, interrupt);
            string text = ProposingChanges.Run(loaded, parsed.GetValue(budget), parsed.GetValue(top), folder, run);
            progress.Dispose();
            Console.Out.Write(text);
            return FailOn.ExitCode(parsed.GetValue(failOn)!, run);
        });
        return command;
    }
}
