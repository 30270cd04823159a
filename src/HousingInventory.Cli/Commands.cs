using System.CommandLine;
using System.Globalization;
using HousingInventory.Diagnostics;

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
        using CancellationTokenSource interrupt = new();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            interrupt.Cancel();
        };
        ParseResult parsed = Root(interrupt.Token).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            // The parser breaks some of its messages into lines.
            string message = string.Join(' ', parsed.Errors[0].Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            Console.Error.WriteLine($"{message} See 'housing-inventory --help'.");
            return CannotBeDone;
        }

        return Guarded(() => parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
    }

    internal static RootCommand Root(CancellationToken interrupt) => new("Finds homes in which nobody is registered and ranks them by access to buses and services.")
    {
        RunVerb.Command(interrupt),
        CheckVerb.Command(interrupt),
        SmallVerbs.Explain(interrupt),
        SmallVerbs.Reduce(interrupt),
        SmallVerbs.Inspect(),
        SmallVerbs.Init(),
        SampleVerb.Command(),
        SchemaVerb.Command(),
        NoticesVerb.Command(),
    };

    private static int Guarded(Func<int> verb)
    {
        try
        {
            return verb();
        }
        catch (InputException e)
        {
            Console.Error.WriteLine(e.Message);
            return CannotBeDone;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Interrupted; nothing was replaced.");
            return Interrupted;
        }
        catch (AggregateException e) when (e.InnerException is InputException or OperationCanceledException)
        {
            Console.Error.WriteLine(e.InnerException.Message);
            return e.InnerException is InputException ? CannotBeDone : Interrupted;
        }
#pragma warning disable CA1031 // The last line of defence: whatever is left is our own defect, and says so with exit code 3.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // Only types and places: a message may quote what was being read.
            Console.Error.WriteLine($"A defect of housing-inventory {ToolVersion.Text}: {e.GetType().Name}. Please report the lines below; they hold no data.");
            Console.Error.WriteLine(e.StackTrace);
            return OurDefect;
        }
    }
}
