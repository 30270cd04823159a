using System.Runtime.InteropServices;
using HousingInventory.Formats;

namespace HousingInventory.Cli;

/// <summary>
/// Ctrl-C, SIGTERM and SIGHUP. The verb is asked to stop; one that is too deep in its work to hear is ended from here, with nothing left behind. A move of
/// results that has begun is finished first.
/// </summary>
internal sealed class Interrupts : IDisposable
{
    private static readonly TimeSpan ToStop = TimeSpan.FromSeconds(0.9);
    private static readonly TimeSpan ToFinishAMove = TimeSpan.FromSeconds(0.6);

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _signals;
    private int _asked;

    public Interrupts()
    {
        // The handler runs on the pool, which may be full of readers.
        ThreadPool.GetMinThreads(out int workers, out int ports);
        ThreadPool.SetMinThreads(workers + 2, ports);
        _signals = [.. ((PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP]).Select(s => PosixSignalRegistration.Create(s, Stop))];
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Whether one has come.</summary>
    public bool Came => Volatile.Read(ref _asked) != 0;

    public void Dispose()
    {
        Array.ForEach(_signals, s => s.Dispose());
        _source.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (Interlocked.Exchange(ref _asked, 1) == 0)
        {
            new Thread(End) { IsBackground = true }.Start();
            _source.Cancel();
        }
    }

    private static void End()
    {
        Thread.Sleep(ToStop);
        Unfinished.End(ToFinishAMove);
        Terminal.Say(Commands.InterruptedText);
        Environment.Exit(Commands.Interrupted);
    }
}
