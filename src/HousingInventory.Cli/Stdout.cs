using System.Text;
using HousingInventory.Diagnostics;

namespace HousingInventory.Cli;

/// <summary>Standard output that says what it is when it is full or closed: the system's own words name neither.</summary>
internal sealed class Stdout(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Guard(() => inner.Write(value));

    public override void Write(string? value) => Guard(() => inner.Write(value));

    public override void Write(char[] buffer, int index, int count) => Guard(() => inner.Write(buffer, index, count));

    public override void WriteLine(string? value) => Guard(() => inner.WriteLine(value));

    public override void Flush() => Guard(inner.Flush);

    private static void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            throw new InputException("What was asked for could not be printed: standard output is closed, or the disk that it goes to is full.", e);
        }
    }
}
