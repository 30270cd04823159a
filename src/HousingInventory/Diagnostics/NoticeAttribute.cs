namespace HousingInventory.Diagnostics;

/// <summary>
/// What every notice of a type says. Texts may hold the record's own parameters in braces ("{Count} rows"); they are filled in when a notice is written out.
/// </summary>
/// <param name="severity">How much it matters.</param>
/// <param name="sv">What is wrong or worth knowing, one Swedish sentence.</param>
/// <param name="en">The same in English.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NoticeAttribute(Severity severity, string sv, string en) : Attribute
{
    public Severity Severity { get; } = severity;

    public string Sv { get; } = sv;

    public string En { get; } = en;

    /// <summary>What to do about it, in Swedish. Required: a notice without a remedy leaves its reader alone.</summary>
    public required string FixSv { get; init; }

    /// <summary>What to do about it, in English.</summary>
    public required string Fix { get; init; }
}
