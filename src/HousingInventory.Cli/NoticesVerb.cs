using System.CommandLine;
using HousingInventory.Diagnostics;

namespace HousingInventory.Cli;

/// <summary><c>notices</c>: the catalogue of everything that can be told.</summary>
internal static class NoticesVerb
{
    public static Command Command()
    {
        Command command = new("notices", "The catalogue of notices, with severity, meaning and remedy.");
        command.SetAction(parsed =>
        {
            bool sv = Spoken.Language == Language.Sv;
            foreach (Type type in Notice.Catalogue())
            {
                NoticeAttribute texts = Notice.TextsOf(type);
                Console.Out.WriteLine($"{Notice.CodeOf(type)} ({texts.Severity.ToString().ToLowerInvariant()})");
                Console.Out.WriteLine("  " + (sv ? texts.Sv : texts.En));
                Console.Out.WriteLine("  " + (sv ? texts.FixSv : texts.Fix));
            }

            return Commands.Done;
        });
        return command;
    }
}
