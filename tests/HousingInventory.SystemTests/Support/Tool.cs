using System.Diagnostics;
using System.Text;

namespace HousingInventory.SystemTests;

/// <summary>Starts real programs and waits for them.</summary>
public static class Tool
{
    private const int DefaultSeconds = 300;

    /// <summary>Python of the system, which has the modules of GDAL and QGIS; one from elsewhere on the path has not.</summary>
    public const string Python = "/usr/bin/python3";

    /// <summary>Path of a script beside the tests.</summary>
    public static string Program(string name) => Path.Combine(AppContext.BaseDirectory, "Programs", name);

    /// <summary>Runs a program to its end. One that takes longer than <paramref name="seconds"/> is ended with all it started, and fails the test.</summary>
    /// <param name="file">Name on the path, or a path.</param>
    /// <param name="arguments">Its arguments, one by one: no shell reads them.</param>
    /// <param name="environment">Variables to set; null takes one away.</param>
    /// <param name="seconds">How long it may take.</param>
    public static ToolResult Run(
        string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, int seconds = DefaultSeconds)
    {
        using Process process = Start(file, arguments, environment);
        Task<byte[]> output = ReadAll(process.StandardOutput.BaseStream);
        Task<byte[]> errors = ReadAll(process.StandardError.BaseStream);
        if (!process.WaitForExit(TimeSpan.FromSeconds(seconds)))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            Assert.Fail($"{file} did not end within {seconds} s:\n{Text(errors.Result)}");
        }

        return new ToolResult(file, process.ExitCode, Text(output.Result), Text(errors.Result));
    }

    /// <summary>Runs a program that must succeed, and returns what it printed.</summary>
    public static string Output(string file, params string[] arguments) => Run(file, arguments).Succeeded().Output;

    /// <summary>Starts a program whose output nobody has read yet.</summary>
    public static Process Start(string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        ProcessStartInfo start = new(file) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((string name, string? value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        Process process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    private static async Task<byte[]> ReadAll(Stream stream)
    {
        using MemoryStream bytes = new();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
