using System.CommandLine;
using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Plan;

namespace HousingInventory.Cli;

/// <summary>
/// <c>purge DIR... --as-of DATE [--delete]</c>: results whose time is out. <c>purge CONFIG --as-of DATE --out DIR</c>: the plan's tables without rows past their day.
/// </summary>
internal static class PurgeVerb
{
    public static Command Command(CancellationToken interrupt)
    {
        Argument<string[]> what = new("what") { Description = "Folders of results, or the configuration of a plan.", Arity = ArgumentArity.OneOrMore };
        Option<string> asOf = new("--as-of") { Description = "The day, yyyy-MM-dd. Nothing reads the clock.", Required = true };
        Option<bool> delete = new("--delete") { Description = "Delete the files that the manifests name, and nothing else." };
        Option<string?> output = new("--out") { Description = "With a configuration: folder for the cleaned copies. The sources stay." };
        Command command = new("purge", "What is past its day of deletion: lists it, deletes it on demand.") { what, asOf, delete, output };
        command.SetAction(parsed =>
        {
            if (!DateOnly.TryParseExact(parsed.GetValue(asOf), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            {
                throw new InputException($"--as-of is '{parsed.GetValue(asOf)}'; write a day as 2027-06-01.");
            }

            string[] named = parsed.GetValue(what)!;
            IReadOnlyList<string> lines = named.Length == 1 && File.Exists(named[0])
                ? Purging.Tables(named[0], day, parsed.GetValue(output), parsed.GetValue(delete), new Run(null, interrupt))
                : Purging.Folders(named, day, parsed.GetValue(delete), parsed.GetValue(output));
            foreach (string line in lines)
            {
                Console.Out.WriteLine(line);
            }

            return Commands.Done;
        });
        return command;
    }
}
