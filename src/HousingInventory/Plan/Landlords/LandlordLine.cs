using HousingInventory.Link;
using HousingInventory.Model.Supply;

namespace HousingInventory.Plan.Landlords;

/// <summary>A landlord with what it owns, what has been said and what comes next. Grouped by code alone: two codes are two landlords.</summary>
public sealed record LandlordLine
{
    public required string Code { get; init; }

    public required LandlordKind Kind { get; init; }

    public string? Name { get; init; }

    public required string State { get; init; }

    /// <summary>Candidates of the last run on its properties; 0 for one that is not to be contacted.</summary>
    public required int Candidates { get; init; }

    /// <summary>Where they lie, in order of names; empty for one that is not to be contacted.</summary>
    public required IReadOnlyList<string> Villages { get; init; }

    public double? BestScore { get; init; }

    public DateOnly? LastContactOn { get; init; }

    public NextStep? NextStep { get; init; }

    public DateOnly? NextOn { get; init; }

    public bool IsOverdue { get; init; }

    public required int HomesOffered { get; init; }

    public required int HomesDelivered { get; init; }

    /// <summary>Days since the last contact.</summary>
    public int? SilentDays { get; init; }

    internal const string DoNotContact = "do-not-contact";

    /// <summary>Every landlord that is named anywhere: overdue steps first, then the next step's day, best score, code.</summary>
    internal static IReadOnlyList<LandlordLine> All(
        IReadOnlyList<Landlord> landlords, IReadOnlyList<Ownership> owners, IReadOnlyList<RunCandidate> candidates, IReadOnlyList<PlanHome> homes,
        DateOnly asOf)
    {
        Dictionary<string, Landlord> said = landlords.ToDictionary(l => l.Code, StringComparer.Ordinal);
        ILookup<string, RunCandidate> byProperty = candidates.Where(c => c.Property is not null)
            .ToLookup(c => Designation.Key(c.Property!), StringComparer.Ordinal);
        ILookup<string, Ownership> owned = owners.ToLookup(o => o.Landlord, StringComparer.Ordinal);
        ILookup<string, PlanHome> homesOf = homes.Where(h => h.Landlord is not null).ToLookup(h => h.Landlord!, StringComparer.Ordinal);
        return
        [
            .. said.Keys.Union(owned.Select(o => o.Key)).Select(code =>
            {
                Landlord? row = said.GetValueOrDefault(code);
                bool isSilent = row?.State == DoNotContact;
                List<RunCandidate> there = isSilent ? [] : [.. owned[code].SelectMany(o => byProperty[Designation.Key(o.Property)])];
                LandlordKind kind = row is { Kind: not LandlordKind.Unknown }
                    ? row.Kind
                    : owned[code].Select(o => o.Kind).FirstOrDefault(static k => k != LandlordKind.Unknown, LandlordKind.Unknown);
                return new LandlordLine
                {
                    Code = code,
                    Kind = kind,
                    Name = kind == LandlordKind.PrivatePerson ? null : row?.Name,
                    State = row?.State ?? "not-started",
                    Candidates = there.Count,
                    Villages = [.. there.Select(c => c.Locality).Distinct().Order(StringComparer.Ordinal)],
                    BestScore = there.Select(c => (double?)c.Score).Max(),
                    LastContactOn = row?.LastContactOn,
                    NextStep = row?.NextStep,
                    NextOn = row?.NextOn,
                    IsOverdue = row?.NextOn < asOf,
                    HomesOffered = row?.HomesOffered ?? 0,
                    HomesDelivered = homesOf[code].Count(h => h.Status != HomeStatus.Lost),
                    SilentDays = row?.LastContactOn is { } last ? asOf.DayNumber - last.DayNumber : null,
                };
            })
            .OrderBy(l => l.IsOverdue ? 0 : 1).ThenBy(l => l.NextOn ?? DateOnly.MaxValue).ThenByDescending(l => l.BestScore ?? -1)
                .ThenBy(l => l.Code, StringComparer.Ordinal),
        ];
    }
}

/// <summary>What to bring to the bus company about a village.</summary>
/// <param name="HomesReady">Homes that are ready and without a household.</param>
/// <param name="BedsReady">Their beds.</param>
/// <param name="PremisesUnits">Homes that suitable or possible premises hold.</param>
/// <param name="Candidates">Candidates of the last run.</param>
/// <param name="UsableDayPercent">Mean of the usable day over what was measured there; null when it is not among the criteria.</param>
/// <param name="WeakestErrand">The errand that most candidates there fail by least; null when unknown.</param>
public sealed record VillageTalk(
    string Village, int HomesReady, int BedsReady, int PremisesUnits, int Candidates, double? UsableDayPercent, string? WeakestErrand);

/// <summary>A row to delete from a source.</summary>
/// <param name="Source">Its id.</param>
/// <param name="Row">1-based record.</param>
/// <param name="Case">The household.</param>
/// <param name="DeleteOn">The day from which it may not be there.</param>
public sealed record RowToDelete(string Source, long Row, string Case, DateOnly DeleteOn);
