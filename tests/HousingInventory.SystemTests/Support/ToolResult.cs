namespace HousingInventory.SystemTests;

/// <summary>How a program ended and what it printed.</summary>
/// <param name="Name">The program.</param>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output, read as UTF-8.</param>
/// <param name="Errors">Its standard error, read as UTF-8.</param>
public sealed record ToolResult(string Name, int ExitCode, string Output, string Errors)
{
    /// <summary>Fails the test unless the exit code is 0.</summary>
    public ToolResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"{Name} ended with {ExitCode}:\n{Output}\n{Errors}");
        return this;
    }

    /// <summary>
    /// The command could not do what was asked, and said so as it must: exit code 2, one line, a sentence, no trace of the program's inside. Returns the line.
    /// </summary>
    public string Refused()
    {
        Assert.True(ExitCode == 2, $"Expected exit code 2, got {ExitCode}:\n{Output}\n{Errors}");
        Assert.Equal("", Output);
        string line = Errors.TrimEnd('\n');
        Assert.False(line.Contains('\n', StringComparison.Ordinal), $"One line is expected:\n{Errors}");
        Assert.False(line.Contains("Exception", StringComparison.Ordinal), $"No name of the program's inside is expected: {line}");
        Assert.True(line.Length is > 20 and < 500, $"A sentence is expected: {line}");
        Assert.True(line[^1] is '.' or '?', $"A sentence is expected: {line}");
        return line;
    }
}
