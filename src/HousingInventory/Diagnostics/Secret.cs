namespace HousingInventory.Diagnostics;

/// <summary>Secrets, which a configuration names and never holds: <c>env:NAME</c> is the environment variable NAME.</summary>
internal static class Secret
{
    private const string Prefix = "env:";

    /// <summary>Whether the text names an environment variable.</summary>
    public static bool IsNamed(string text) => text.StartsWith(Prefix, StringComparison.Ordinal) && text.Length > Prefix.Length;

    /// <summary>What the named variable holds.</summary>
    /// <exception cref="InputException">It is not set.</exception>
    public static string Of(string named)
    {
        string name = named[Prefix.Length..];
        return Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
            ? value
            : throw new InputException($"the environment variable {name}, which holds its connection, is not set");
    }
}
