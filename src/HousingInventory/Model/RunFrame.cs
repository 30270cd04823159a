using HousingInventory.Diagnostics;
using HousingInventory.Formats;

namespace HousingInventory.Model;

/// <summary>What a run is called and stands for, as results tell it.</summary>
/// <param name="AsOf">The day the answer is for.</param>
/// <param name="Title">What the run is called; null when the user does not say.</param>
/// <param name="Purpose">Why registrations are processed; null when missing.</param>
/// <param name="Responsible">Who answers for the processing; null when missing.</param>
/// <param name="DeleteAfter">When the results are to be deleted; null when missing.</param>
/// <param name="Language">Language of labels and sentences.</param>
/// <param name="Crs">Where everything lies.</param>
/// <param name="Configuration">The configuration with every default, as JSON.</param>
public sealed record RunFrame(
    DateOnly AsOf, string? Title, string? Purpose, string? Responsible, DateOnly? DeleteAfter, Language Language, Crs Crs, string Configuration)
{
    /// <summary>Codes of the municipalities that the run is of; empty when the user does not say.</summary>
    public IReadOnlyList<string> Municipality { get; init; } = [];

    /// <summary>Whom readers may ask; null when the user does not say.</summary>
    public string? Contact { get; init; }

    /// <summary>The number under which the matter is registered; null when the user does not say.</summary>
    public string? DiaryNumber { get; init; }
}
