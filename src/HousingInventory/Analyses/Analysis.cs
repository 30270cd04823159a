using System.ComponentModel;
using System.Text.Json.Serialization;
using HousingInventory.Export;
using HousingInventory.Formats;
using HousingInventory.Score;

namespace HousingInventory.Analyses;

/// <summary>
/// The fourth door: one question that is asked of the results beside the first, such as what would be otherwise. To add an analysis: one file with a derived
/// record, and one line here. It is given the baseline as a value and changes none of it.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(OtherWeights), "other-weights")]
public abstract record Analysis
{
    [Description("Name of this analysis, which its columns begin with.")]
    public string Name { get; init; } = "";

    /// <summary>Source types without which it cannot be asked.</summary>
    [JsonIgnore]
    internal abstract IReadOnlyList<string> Needs { get; }

    /// <summary>Says what is wrong with the members, as a path in the analysis and a sentence; null when nothing is.</summary>
    /// <param name="criteria">The criteria of the configuration, or the standard ones.</param>
    internal virtual Sentence? Fault(IReadOnlyList<Criterion> criteria) => null;

    /// <summary>Asks.</summary>
    /// <param name="baseline">The results it is held against.</param>
    /// <param name="replay">Scores and ranks again on the same values.</param>
    internal abstract AnalysisResult Run(Results baseline, Replay replay);
}
