using System.CommandLine;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;

namespace HousingInventory.Cli;

/// <summary><c>run CONFIG</c>: the main job.</summary>
internal static class RunVerb
{
    public static Command Command(CancellationToken interrupt)
    {
        Argument<string> config = new("config") { Description = "The configuration, inventory.json." };
        Option<string?> output = new("--out") { Description = "Folder for the results. Default: out beside the configuration." };
        Option<string> failOn = FailOn.Option("error");
        Option<bool> quiet = new("--quiet") { Description = "No progress." };
        Command command = new("run", "Import, link, flag, score, rank and export.") { config, output, failOn, quiet };
        command.SetAction(parsed =>
        {
            LoadedConfig loaded = ConfigReader.Load(parsed.GetValue(config)!);
            string folder = parsed.GetValue(output) ?? loaded.Resolve("out");
            using Progress progress = new(parsed.GetValue(quiet));
            Run run = new(progress.Report, interrupt);
            Results results = Pipeline.Run(loaded, folder, run);
            progress.Dispose();
            Console.Out.Write(Summary.Of(results, run, folder));
            return FailOn.ExitCode(parsed.GetValue(failOn)!, run, loaded.Config.Language);
        });
        return command;
    }
}
