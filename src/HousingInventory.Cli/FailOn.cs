using System.CommandLine;
using HousingInventory.Diagnostics;

namespace HousingInventory.Cli;

/// <summary><c>--fail-on</c>: from which severity notices make the exit code 1.</summary>
internal static class FailOn
{
    public static Option<string> Option(string standard)
    {
        Option<string> option = new("--fail-on")
        {
            Description = "Exit code 1 when there are notices at or above: error, warning or never.",
            DefaultValueFactory = _ => standard,
        };
        option.AcceptOnlyFromAmong("error", "warning", "never");
        return option;
    }

    /// <summary>The exit code; what is for the register officer alone is told on the terminal first.</summary>
    public static int ExitCode(string failOn, Run run)
    {
        foreach (Notice notice in run.ForOfficer.Samples)
        {
            Console.Error.WriteLine($"{notice.Text(Spoken.Language)} {notice.Remedy(Spoken.Language)}");
        }

        Severity? worst = run.ForOfficer.Worst > run.Notices.Worst ? run.ForOfficer.Worst : run.Notices.Worst;
        return failOn switch
        {
            "error" when worst >= Severity.Error => Commands.DoneWithNotices,
            "warning" when worst >= Severity.Warning => Commands.DoneWithNotices,
            _ => Commands.Done,
        };
    }
}
