using System.CommandLine;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Verbs;

namespace HousingInventory.Cli;

/// <summary><c>what-if CONFIG</c>: what other traffic, limits or weights would do to the list.</summary>
internal static class WhatIfVerb
{
    public static Command Command(CancellationToken interrupt)
    {
        Argument<string> config = new("config") { Description = "The configuration, with scenarios." };
        Option<string[]> scenario = new("--scenario") { Description = "Only this scenario; may be given several times." };
        Option<double?> budget = new("--budget") { Description = "The best set of scenarios within so much a year." };
        Option<string?> output = new("--out") { Description = "Folder for the results, apart from that of run. Default: what-if beside the configuration." };
        Option<string> failOn = FailOn.Option("error");
        Option<bool> quiet = new("--quiet") { Description = "No progress." };
        Command command = new("what-if", "What a bus line, a time, a limit or a weight would do: homes gained and lost, kilometres, buses, cost.") { config, scenario, budget, output, failOn, quiet };
        command.SetAction(parsed =>
        {
            LoadedConfig loaded = ConfigReader.Load(parsed.GetValue(config)!);
            loaded.MustBeWhole();
            string folder = parsed.GetValue(output) ?? loaded.ResolveOwn("what-if");
            using Progress progress = new(parsed.GetValue(quiet));
            Run run = new(progress.Report, interrupt);
            string text = TryingScenarios.Run(loaded, parsed.GetValue(scenario) ?? [], parsed.GetValue(budget), folder, run);
            progress.Dispose();
            Console.Out.Write(text);
            return FailOn.ExitCode(parsed.GetValue(failOn)!, run);
        });
        return command;
    }
}
