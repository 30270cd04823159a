using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Score;

/// <summary>What every criterion is measured by, beside its own members.</summary>
/// <param name="Walking">How people walk.</param>
/// <param name="Transit">How people travel by bus.</param>
/// <param name="Centre">Longitude and latitude of the place where most errands are; null for none.</param>
/// <param name="WorkingCrs">Where everything lies.</param>
/// <param name="Language">Language of what is told of journeys.</param>
/// <param name="StopMinDepartures">Ordinary departures on the term day that make a stop count.</param>
public sealed record AccessRules(
    WalkingConfig Walking, TransitConfig Transit, IReadOnlyList<double>? Centre, Crs WorkingCrs, Language Language, int StopMinDepartures);
