using System.ComponentModel;

namespace HousingInventory.Rank;

/// <summary>How the order is tried under other weights.</summary>
public sealed record RobustnessConfig
{
    [Description("How far drawn weights lie from the stated ones: narrow, usual, wide, or any for all weightings alike.")]
    public WeightSpread Spread { get; init; } = WeightSpread.Usual;

    [Description("Weightings drawn, 100 to 100000. Default: 10000, and 2000 where there are over 20000 candidates.")]
    public int? Draws { get; init; }

    [Description("Start of the draws, 0 or more; the same number gives the same draws.")]
    public long Seed { get; init; } = 1;
}

/// <summary>How far drawn weights lie from the stated ones. A share of 0.2 lies, in nine draws of ten, within 0.14-0.26, 0.11-0.31 or 0.05-0.41.</summary>
public enum WeightSpread
{
    /// <summary>Parameters that add up to 120.</summary>
    Narrow,

    /// <summary>40.</summary>
    Usual,

    /// <summary>12.</summary>
    Wide,

    /// <summary>1 for each weight above 0: every weighting is as likely as any other.</summary>
    Any,
}
