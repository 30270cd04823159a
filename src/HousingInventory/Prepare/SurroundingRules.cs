using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Prepare;

/// <summary>What the configuration says of roads, buses and days.</summary>
/// <param name="WorkingCrs">Where everything lies.</param>
/// <param name="AsOf">The day the answer is for.</param>
/// <param name="FragmentM">Separate pieces of the foot network shorter than this, metres in all, are left out.</param>
/// <param name="Transit">Which route types count.</param>
/// <param name="Days">School terms and holidays.</param>
/// <param name="ServiceDays">Fixes a service day by its type: a date, or auto.</param>
/// <param name="StopMinDepartures">Ordinary departures on the term day that make a stop count.</param>
public sealed record SurroundingRules(
    Crs WorkingCrs, DateOnly AsOf, double FragmentM, TransitConfig Transit, DaysConfig Days, IReadOnlyDictionary<string, string> ServiceDays, int StopMinDepartures);
