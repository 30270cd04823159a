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

    public static int ExitCode(string failOn, Run run) => failOn switch
    {
        "error" when run.Notices.Worst >= Severity.Error => Commands.DoneWithNotices,
        "warning" when run.Notices.Worst >= Severity.Warning => Commands.DoneWithNotices,
        _ => Commands.Done,
    };
}
