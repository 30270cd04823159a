using System.CommandLine;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Plan;

namespace HousingInventory.Cli;

/// <summary><c>plan CONFIG</c>: which household gets which home, with the agreement, the balance and the support; <c>--why</c> explains one.</summary>
internal static class PlanVerb
{
    public static Command Command(CancellationToken interrupt)
    {
        Argument<string> config = new("config") { Description = "The configuration, inventory.json." };
        Option<string?> output = new("--out") { Description = "Folder for the plan, apart from that of run. Default: plan beside the configuration." };
        Option<string?> why = new("--why") { Description = "A household number or a home: why this proposal, what fails elsewhere, what a change costs. Writes nothing." };
        Option<string?> home = new("--home") { Description = "With --why and a household: what about this home." };
        Option<string> failOn = FailOn.Option("error");
        Option<bool> quiet = new("--quiet") { Description = "No progress." };
        Command command = new("plan", "Need against supply, agreements, who gets which home, and support. Opens no population register.") { config, output, why, home, failOn, quiet };
        command.SetAction(parsed =>
        {
            LoadedConfig loaded = ConfigReader.Load(parsed.GetValue(config)!);
            loaded.MustBeWhole();
            using Progress progress = new(parsed.GetValue(quiet));
            Run run = new(progress.Report, interrupt);
            if (parsed.GetValue(why) is { } what)
            {
                string answer = WhyPlan.Answer(Planning.Analyse(loaded, run), what, parsed.GetValue(home));
                progress.Dispose();
                Console.Out.Write(answer);
                return Commands.Done;
            }

            string folder = parsed.GetValue(output) ?? loaded.Resolve("plan");
            PlanResults results = Planning.Run(loaded, folder, run);
            progress.Dispose();
            Console.Out.Write(PlanSummary.Of(results, run, folder));
            return FailOn.ExitCode(parsed.GetValue(failOn)!, run);
        });
        return command;
    }
}
