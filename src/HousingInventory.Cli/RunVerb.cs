using System.CommandLine;
using System.Diagnostics;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Verbs;

namespace HousingInventory.Cli;

/// <summary><c>run CONFIG</c>: the main job.</summary>
internal static class RunVerb
{
    /// <summary>How often files are looked at. A look costs microseconds a file, and works where a network folder tells nobody of a change.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    public static Command Command(CancellationToken interrupt)
    {
        Argument<string> config = new("config") { Description = "The configuration, inventory.json." };
        Option<string?> output = new("--out") { Description = "Folder for the results. Default: out beside the configuration." };
        Option<bool> watch = new("--watch") { Description = "Run again whenever the configuration or a source is saved, until Ctrl-C." };
        Option<string> failOn = FailOn.Option("error");
        Option<string?> previous = new("--previous") { Description = "Results folder of an earlier run to be held against. Default: what the configuration names." };
        Option<string?> municipality = new("--municipality") { Description = "Run this one of the configuration's municipalities alone, by its code." };
        Option<bool> quiet = new("--quiet") { Description = "No progress." };
        Command command = new("run", "Import, link, flag, score, rank and export.") { config, output, previous, municipality, watch, failOn, quiet };
        command.SetAction(parsed =>
        {
            Ask ask = new(parsed.GetValue(config)!, parsed.GetValue(output), parsed.GetValue(previous), parsed.GetValue(municipality), parsed.GetValue(quiet), interrupt);
            if (parsed.GetValue(watch))
            {
                return Watch(ask);
            }

            (_, Run run) = Once(ask, Pipeline.Run);
            return FailOn.ExitCode(parsed.GetValue(failOn)!, run);
        });
        return command;
    }

    /// <summary>What the user asked for.</summary>
    private sealed record Ask(string Config, string? Output, string? Previous, string? Municipality, bool Quiet, CancellationToken Interrupt);

    private static (LoadedConfig Loaded, Run Run) Once(Ask ask, Func<LoadedConfig, string, Run, Results> job)
    {
        LoadedConfig loaded = ConfigReader.Load(ask.Config);
        loaded = ask.Municipality is { } code ? loaded.Of(code) : loaded;
        loaded = ask.Previous is { } earlier ? loaded.HeldAgainst(earlier) : loaded;
        string folder = ask.Output ?? loaded.ResolveOwn("out");
        using Progress progress = new(ask.Quiet);
        Run run = new(progress.Report, ask.Interrupt);
        string summary = loaded.Config.Split is null ? Summary.Of(job(loaded, folder, run), run, folder, Spoken.Language)
            : Summary.Of(Splitting.Run(loaded, folder, run), loaded.Config, run, folder, Spoken.Language);
        progress.Dispose();
        Console.Out.Write(summary);
        return (loaded, run);
    }

    /// <summary>The first run must succeed. After it a configuration that cannot be used is told, the last results stay, and the next save is waited for.</summary>
    private static int Watch(Ask ask)
    {
        if (ask.Municipality is null)
        {
            ConfigReader.Load(ask.Config).MustBeWhole();
        }

        Watching watching = new();
        LoadedConfig? loaded = null;
        while (true)
        {
            // Both are looked at before they are read: a change on the way is seen at the next look.
            string config = Watching.FileNow(ask.Config);
            (string under, string sources) = ("", "");
            try
            {
                long start = Stopwatch.GetTimestamp();
                Once(ask, (now, folder, run) =>
                {
                    (loaded, under, sources) = (now, Under(now), Watching.SourcesNow(now));
                    return watching.Run(now, folder, run);
                });
                Console.Out.Write(FormattableString.Invariant($"{Stopwatch.GetElapsedTime(start).TotalSeconds:F2} s\n"));
            }
            catch (InputException e) when (loaded is not null)
            {
                Terminal.Say(e.In(Spoken.Language));
                (under, sources) = (Under(loaded), Watching.SourcesNow(loaded));
            }

            while (config == Watching.FileNow(ask.Config) && under == Under(loaded!) && sources == Watching.SourcesNow(loaded!))
            {
                ask.Interrupt.WaitHandle.WaitOne(BetweenLooks);
                ask.Interrupt.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>The configuration that this one lies over, as its folder shows it.</summary>
    private static string Under(LoadedConfig loaded) => string.Concat(loaded.Files.Skip(1).Select(Watching.FileNow));
}
