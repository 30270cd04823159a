using System.CommandLine;
using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;

namespace HousingInventory.Cli;

/// <summary>The verbs. Each parses its words, calls the library once, and prints.</summary>
internal static class Commands
{
    public const int Done = 0;
    public const int DoneWithNotices = 1;
    public const int CannotBeDone = 2;
    public const int OurDefect = 3;
    public const int Interrupted = 130;

    /// <summary>Parses and runs; never throws.</summary>
    public static int Run(string[] args)
    {
        // Nothing that is written may depend on where the machine thinks it stands.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        Spoken.Settle(args);
        using Interrupts interrupts = new();
        return Guarded(() => Invoke(args, interrupts.Token), interrupts);
    }

    private static int Invoke(string[] args, CancellationToken interrupt)
    {
        if (Array.Exists(args, string.IsNullOrWhiteSpace))
        {
            throw new InputException("One of the words of the command is empty, as an unset variable of a script is; name a file or folder there. See 'housing-inventory --help'.");
        }

        ParseResult parsed = Root(interrupt).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            // Of a misspelt command it says first that there is none. It breaks some of its messages into lines.
            string first = parsed.Errors.Select(static e => e.Message).FirstOrDefault(static m => m.Contains('\'', StringComparison.Ordinal), parsed.Errors[0].Message);
            string message = string.Join(' ', first.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            throw new InputException($"{ParserWords.Of(message)} See 'housing-inventory --help'.");
        }

        PrivateFolder.Sweep();
        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    /// <summary>What is said when a command was interrupted, in its language.</summary>
    public static string InterruptedText => Spoken.In("Interrupted; nothing was replaced.");

    internal static RootCommand Root(CancellationToken interrupt)
    {
        RootCommand root = Verbs(interrupt);
        HelpText.Use(root);
        return root;
    }

    private static RootCommand Verbs(CancellationToken interrupt) => new("Finds homes in which nobody is registered and ranks them by access to buses and services.")
    {
        new Option<Language?>("--language") { Description = "sv or en: what the command says. Default: the language of the configuration, else sv.", Recursive = true },
        RunVerb.Command(interrupt),
        CheckVerb.Command(interrupt),
        SmallVerbs.Explain(interrupt),
        SmallVerbs.Compare(),
        SmallVerbs.Reduce(interrupt),
        SmallVerbs.Inspect(interrupt),
        SmallVerbs.Init(),
        SampleVerb.Command(interrupt),
        WhatIfVerb.Command(interrupt),
        ProposeVerb.Command(interrupt),
        PlanVerb.Command(interrupt),
        PurgeVerb.Command(interrupt),
        SchemaVerb.Command(),
        NoticesVerb.Command(),
    };

    private static int Guarded(Func<int> verb, Interrupts interrupts)
    {
        try
        {
            return verb();
        }
#pragma warning disable CA1031 // The last line of defence: whatever is left is our own defect, and says so with exit code 3.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return interrupts.Came ? Told(InterruptedText, Interrupted) : ExitCode(Cause(e));
        }
    }

    private static int ExitCode(Exception e)
    {
        switch (e)
        {
            case InputException input:
                return Told(input.In(Spoken.Language), CannotBeDone);
            case OperationCanceledException:
                return Told(InterruptedText, Interrupted);
            case DataFormatException or IOException or UnauthorizedAccessException:
                // Also what stdout and stderr say when they are full or closed.
                Sentence said = e is DataFormatException format ? format.Said : e.Message;
                return Told(new InputException($"Something could not be read or written to: {said}").In(Spoken.Language), CannotBeDone);
            case OutOfMemoryException:
                return Told(Spoken.In("There is not enough memory for this: close other programs, or run it on a larger machine."), CannotBeDone);
            default:
                // Only types and places: a message may quote what was being read.
                string stage = e.Data[StageClock.StageOf] is string name ? $" ({name})" : "";
                Sentence defect = Sentence.Of($"A defect of housing-inventory {ToolVersion.Text}: {e.GetType().Name}{stage}. Please report the lines below; they hold no data.");
                return Told($"{Spoken.In(defect)}\n{e.StackTrace}", OurDefect);
        }
    }

    /// <summary>What went wrong on the threads that worked side by side: of several causes the one that says most to the user.</summary>
    private static Exception Cause(Exception e)
    {
        if (e is not AggregateException several)
        {
            return e;
        }

        Exception[] all = [.. several.Flatten().InnerExceptions];
        Exception cause = all.FirstOrDefault(i => i is InputException) ?? all.FirstOrDefault(i => i is OutOfMemoryException)
            ?? all.FirstOrDefault(i => i is not OperationCanceledException) ?? all[0];
        cause.Data[StageClock.StageOf] ??= e.Data[StageClock.StageOf];
        return cause;
    }

    private static int Told(string line, int exitCode)
    {
        Terminal.Say(line);
        return exitCode;
    }
}
