using HousingInventory.Diagnostics;
using Spectre.Console;

namespace HousingInventory.Cli;

/// <summary>Progress on stderr: one line that is rewritten on a terminal, a plain line a stage otherwise.</summary>
internal sealed class Progress(bool quiet) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly bool _terminal = !Console.IsErrorRedirected;
    private string _stage = "";
    private bool _open;

    /// <summary>Tells a step; called from any thread.</summary>
    public void Report(ProgressStep step)
    {
        if (quiet)
        {
            return;
        }

        lock (_lock)
        {
            if (_terminal)
            {
                string bar = step.Share is { } share ? new string('#', (int)(share * 20)).PadRight(20, '.') : "";
                string line = $"{step.Stage,-8} {bar} {step.What}";
                Console.Error.Write("\r" + line[..Math.Min(line.Length, Width())].PadRight(Width()));
                _open = true;
            }
            else if (step.Stage != _stage)
            {
                Console.Error.WriteLine(step.Stage);
            }

            _stage = step.Stage;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_open)
            {
                Console.Error.Write("\r" + new string(' ', Width()) + "\r");
                _open = false;
            }
        }
    }

    private static int Width() => Math.Max(20, AnsiConsole.Profile.Width - 1);
}
