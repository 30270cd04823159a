using System.Diagnostics;
using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using Spectre.Console;

namespace HousingInventory.Cli;

/// <summary>Progress on stderr: what is being done, how far it has come, and the seconds so far. One line that is rewritten on a terminal, a line a step otherwise.</summary>
internal sealed class Progress(bool quiet) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly bool _terminal = !Console.IsErrorRedirected;
    private readonly long _start = Stopwatch.GetTimestamp();
    private string _told = "";
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
            string seconds = Stopwatch.GetElapsedTime(_start).TotalSeconds.ToString("F1", CultureInfo.InvariantCulture);
            if (Spoken.Language == Language.Sv)
            {
                seconds = seconds.Replace('.', ',');
            }

            string line = $"{seconds,7} s  {Spoken.In((Sentence)step.Stage)}: {(step.Stage == "Import" ? step.What : Spoken.In((Sentence)step.What))}";
            if (_terminal)
            {
                string bar = step.Share is { } share ? "  " + new string('#', (int)(share * 20)).PadRight(20, '.') : "";
                line += bar;
                Console.Error.Write("\r" + line[..Math.Min(line.Length, Width())].PadRight(Width()));
                _open = true;
            }
            else if (step.Stage + step.What != _told)
            {
                Console.Error.WriteLine(line);
            }

            _told = step.Stage + step.What;
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
