using HousingInventory.Formats;

namespace HousingInventory.Import;

/// <summary>What every source is read by, beside its own members.</summary>
/// <param name="WorkingCrs">Where places are brought to.</param>
/// <param name="Municipalities">Codes of the municipalities whose rows count; empty when all do.</param>
/// <param name="AsOf">The day the answer is for; null when the sources tell.</param>
/// <param name="Resolve">Makes a path of the configuration absolute.</param>
public sealed record SourceFrame(Crs WorkingCrs, IReadOnlyList<string> Municipalities, DateOnly? AsOf, Func<string, string> Resolve);
