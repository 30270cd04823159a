namespace HousingInventory.Diagnostics;

/// <summary>How much a notice matters. The order is that of <c>--fail-on</c>.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing to do.</summary>
    Info,

    /// <summary>The result stands, but something is missing or doubtful.</summary>
    Warning,

    /// <summary>Part of the result cannot be relied on until it is mended.</summary>
    Error,
}
