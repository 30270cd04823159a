using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Import;
using HousingInventory.Link;
using HousingInventory.Model;
using HousingInventory.Model.Supply;
using HousingInventory.Plan.Agreements;
using HousingInventory.Plan.Follow;

namespace HousingInventory.Plan.Facts;

/// <summary>The plan's tables as they hold on the day: each key once, ended and over-aged rows set apart, every row in the books of its source.</summary>
internal sealed class PlanRows
{
    private const int MostHouseholds = 9_999;
    private const int MostPersons = 99_999;
    private const int MostHomes = 99_999;

    /// <summary>Households of the plan, by number: neither ended nor past their day of deletion.</summary>
    public required IReadOnlyList<Household> Households { get; init; }

    /// <summary>Every household that a number was used for, the ended ones too: what the municipality's number is held against.</summary>
    public required IReadOnlyList<Household> EverAssigned { get; init; }

    /// <summary>Households past their day of deletion; left out of everything but the list of what to delete.</summary>
    public required IReadOnlyList<Household> PastDeletion { get; init; }

    /// <summary>Homes by id, those of the follow-up among them.</summary>
    public required IReadOnlyList<PlanHome> Homes { get; init; }

    public required IReadOnlyList<Vacancy> Vacancies { get; init; }

    public required IReadOnlyList<Model.Supply.Premises> Premises { get; init; }

    public required IReadOnlyList<Ownership> Owners { get; init; }

    public required IReadOnlyList<Landlord> Landlords { get; init; }

    public required IReadOnlyList<Decision> Decisions { get; init; }

    public required IReadOnlyList<SupportEntry> Support { get; init; }

    /// <summary>Settles the rows of all sources.</summary>
    /// <exception cref="InputException">There are more rows than the plan can prove to be best.</exception>
    public static PlanRows Of(Delivery delivery, DateOnly asOf, PlanConfig config, LoadedConfig loaded, Run run)
    {
        SupplyTables tables = delivery.Supply;
        RowBooks books = new(delivery.Books, run);
        List<Household> unique = books.Unique(tables.Households, h => h.Case, h => (h.Source, h.Row));
        List<Household> past = [.. unique.Where(h => Deletion.IsPast(h, config.Support, asOf))];
        past.ForEach(h => books.Leave(h.Source, "past-deletion"));
        List<Household> ended = [.. unique.Except(past).Where(h => h.Status is HouseholdStatus.Withdrawn or HouseholdStatus.Closed)];
        ended.ForEach(h => books.Leave(h.Source, "ended"));
        List<Household> households = [.. unique.Except(past).Except(ended).Select(h => WithRight(h, config.RightMonths))
            .OrderBy(h => h.Case, StringComparer.Ordinal)];
        foreach (string need in households.SelectMany(h => h.Needs).Distinct().Where(n => n != Placement.HardRules.StepFree && !config.Needs.ContainsKey(n))
            .Order(StringComparer.Ordinal))
        {
            // The code comes from a household's row and could be anything that was typed there.
            run.Notice(new NeedUnknown(Nearest.Of(need, [.. config.Needs.Keys, Placement.HardRules.StepFree])));
        }

        List<PlanHome> homes = books.Unique([.. tables.Homes, .. OfFollowUps(delivery.Papers.FollowUps)], h => h.Id, h => (h.Source, h.Row));
        Limit(households.Count, MostHouseholds, "households", loaded);
        Limit(households.Sum(h => h.Size), MostPersons, "persons", loaded);
        Limit(homes.Count, MostHomes, "homes", loaded);
        return new PlanRows
        {
            Households = households,
            EverAssigned = [.. unique.Except(past)],
            PastDeletion = past,
            Homes = [.. homes.OrderBy(h => h.Id, StringComparer.Ordinal)],
            Vacancies = Dated(books, books.Unique(tables.Vacancies, v => $"{v.Home}|{DayOf(v, config)?.DayNumber}", v => (v.Source, v.Row)), config),
            Premises = books.Unique(tables.Premises, p => p.Id, p => (p.Source, p.Row)),
            Owners = books.Unique(tables.Owners, o => Designation.Key(o.Property), o => (o.Source, o.Row)),
            Landlords = books.Unique(tables.Landlords, l => l.Code, l => (l.Source, l.Row)),
            Decisions = tables.Decisions,
            Support = books.Unique(tables.Support, s => $"{s.Case}|{s.Step}|{s.DoneOn?.DayNumber}", s => (s.Source, s.Row)),
        };
    }

    /// <summary>Where there is a rule on how long a home may be kept, it ends that long after reception, unless the row says when.</summary>
    private static Household WithRight(Household household, int? months) =>
        months is { } right && household is { RightUntil: null, ReceivedOn: { } received }
            ? household with { RightUntil = received.AddMonths(right) } : household;

    /// <summary>A house whose owner has said yes, with a first day, is a home.</summary>
    private static IEnumerable<PlanHome> OfFollowUps(IEnumerable<FollowUp> followUps) =>
        followUps.Where(f => f is { State: FollowUpState.Taken, Offer: not null }).Select(f => new PlanHome
        {
            // A ref is read aloud and typed; the identity of a building is neither.
            Id = Ref.Is(f.Key) ? f.Key.ToUpperInvariant() : Ref.Of(Texts.Id(f.Key) ?? f.Key),
            Channel = Channel.House,
            Place = new HomePlace(Ref: f.Key),
            Rooms = f.Offer!.Rooms,
            Beds = f.Offer.Beds,
            StepFree = f.Offer.StepFree,
            Rent = f.Offer.Rent,
            FreeFrom = f.Offer.FreeFrom,
            FreeUntil = f.Offer.FreeUntil,
            Contract = HomeContract.OwnHome,
            Source = f.Source,
            Row = f.Row,
        });

    private static List<Vacancy> Dated(RowBooks books, List<Vacancy> vacancies, PlanConfig config)
    {
        foreach (Vacancy undated in vacancies.Where(v => DayOf(v, config) is null))
        {
            books.Leave(undated.Source, "no-date");
        }

        return [.. vacancies.Where(v => DayOf(v, config) is not null)];
    }

    /// <summary>The day by which a vacancy is known: that of its landlord's agreement, else the day on which it became free.</summary>
    private static DateOnly? DayOf(Vacancy vacancy, PlanConfig config)
    {
        AgreementConfig? agreement = config.Agreements.FirstOrDefault(
            a => vacancy.Landlord is null || a.Landlord.Equals(vacancy.Landlord, StringComparison.OrdinalIgnoreCase));
        return (agreement?.Basis ?? VacancyBasis.FreeFrom) switch
        {
            VacancyBasis.Notice => vacancy.NoticeOn,
            VacancyBasis.Let => vacancy.LetOn,
            _ => vacancy.FreeFrom,
        };
    }

    private static void Limit(int count, int most, string what, LoadedConfig loaded)
    {
        if (count > most)
        {
            throw new InputException(
                $"{loaded.Path}: {count} {what} are more than the {most} that a plan can hold; leave out those that are closed, or plan in parts.");
        }
    }

    /// <summary>The books of all sources by id.</summary>
    private sealed class RowBooks(Books books, Run run)
    {
        private readonly Dictionary<string, InputFile> _files = books.Files.ToDictionary(f => f.Id, StringComparer.Ordinal);

        public void Leave(string source, string reason) => _files[source].LeaveAfterAll(reason);

        /// <summary>The first row of each key; a later one is left out.</summary>
        public List<T> Unique<T>(IEnumerable<T> rows, Func<T, string> key, Func<T, (string Source, long Row)> place)
        {
            HashSet<string> seen = new(StringComparer.Ordinal);
            List<T> unique = [];
            foreach (T row in rows)
            {
                if (seen.Add(key(row)))
                {
                    unique.Add(row);
                }
                else
                {
                    (string source, long number) = place(row);
                    Leave(source, "duplicate");
                    run.Notice(new KeyTwice { Source = source, Row = number });
                }
            }

            return unique;
        }
    }
}
