using HousingInventory.Flag;
using HousingInventory.Model;
using HousingInventory.Tests.Support;
using NetTopologySuite.Geometries;

namespace HousingInventory.Tests.Towns;

/// <summary>
/// What the tool says about whole municipalities, situation by situation, held against a file that a person has read: truth, answer, reason, confidence and
/// number of homes, who was linked by what and who was not. A rule that changes answers anywhere changes lines there, and they are looked at before they are kept.
/// </summary>
public sealed class AnswersTests
{
    private static readonly OtherTown.Keys[] OtherKeys =
    [
        new(0.95, 1, Dwellings: true), new(0, 0.98), new(0, 0.5, Postal: false), new(0.6, 0.9, Twice: 0.1), new(0, 0.98, MapHoles: 0.15), new(0, 0.98, BareVillages: 0.3), new(0.9, 0.9, ShiftM: 25),
    ];

    /// <summary>More rows than one processor takes, homes that are withheld by keys of every kind, and the filters of the plan as they are unless said otherwise.</summary>
    [Fact]
    public void A_larger_hard_municipality_is_answered_as_written_down()
    {
        HardTown hard = HardTown.Make(4, 2200);
        Town town = Delivery.All.Single(d => d.Name == "mixed").Of(hard.Town, 4);
        Assert.True(town.Registrations.Count >= 4000);
        town.Config = town.Config with { Candidates = new CandidatesConfig { StopWithinM = null } };
        for (int i = 0; i < hard.Town.Registrations.Count; i += 9)
        {
            RegistrationKey key = hard.Town.Registrations[i].Key;
            town.Withhold((i % 5) switch
            {
                0 => key.Address ?? key.Designation!,
                1 => key.Designation + " m.fl.",
                2 => key.AddressText + ", " + key.PostTown,
                3 => Town.KeyOf(key.Designation!),
                _ => key.AddressText ?? key.Designation!,
            });
        }

        town.More.Add(given => LayAround(given, hard.Town));
        Hold("answers-larger.txt", [("mixed", town.Ask(), hard.Truth)]);
    }

    /// <summary>Places with their populations, some of them too large for what is registered there; and papers about homes, by keys of every kind.</summary>
    [Fact]
    public void Papers_and_places_of_a_municipality_are_told_as_written_down()
    {
        HardTown hard = HardTown.Make(7, 900);
        Town town = Delivery.All.Single(d => d.Name == "text + property").Of(hard.Town, 7);
        town.Config = town.Config with
        {
            Candidates = new CandidatesConfig { StopWithinM = null, FootprintM2 = new RangeConfig { Min = 60, Max = 130 }, MinConfidence = Confidence.Medium, Settlements = [new SettlementConfig { MaxGapM = 60, MinResidents = 30 }] },
            Expected = new ExpectedConfig { Persons = (int)(town.Registrations.Sum(r => r.Persons) * 1.03) },
        };
        town.More.Add(given => LayAround(given, hard.Town));
        Hold("answers-papers.txt", [("text + property", town.Ask(), hard.Truth)]);
    }

    [Fact]
    public void Municipalities_of_another_hand_are_answered_as_written_down() =>
        Hold("answers-other.txt", OtherKeys.Select((k, i) => (k.ToString(), OtherTown.Make(i + 1, 400, k))).Select(t => (t.Item1, t.Item2.Town.Ask(), t.Item2.Truth)));

    [Fact]
    public void Villages_of_all_kinds_of_slips_are_answered_as_written_down() =>
        Hold("answers-villages.txt", Enumerable.Range(1, 60).Select(seed => (Seed: seed, Answer: RandomTown.Make(seed).Town.Ask()))
            .Select(t => ($"village {t.Seed}", t.Answer, (IReadOnlyDictionary<string, (string, bool, string)>)Unknown(t.Answer))));

    /// <summary>Registers in which nothing fits: whatever the rules say of them, they say it until somebody means to change it.</summary>
    [Fact]
    public void Hamlets_in_which_nothing_fits_are_answered_as_written_down() =>
        Hold("answers-muddled.txt", Enumerable.Range(1, 250).Select(seed => (Seed: seed, Answer: MuddledTown.Make(seed).Ask()))
            .Select(t => ($"hamlet {t.Seed}", t.Answer, (IReadOnlyDictionary<string, (string, bool, string)>)t.Answer.Registers.Buildings.ToDictionary(b => b.Id, b => ("", false, b.Id)))));

    /// <summary>The same of parishes, where places with names alike lie beside each other; and of every building the property, the addresses and the house that results show.</summary>
    [Fact]
    public void Parishes_in_which_names_are_alike_are_answered_as_written_down() =>
        Written.Hold("answers-parishes.txt", Enumerable.Range(1, 90).SelectMany(seed => WithRows($"parish {seed}", MuddledParish.Make(seed).Ask())));

    /// <summary>More of both, too many to be read: kept as checksums.</summary>
    [Fact]
    public void Further_hamlets_and_parishes_are_answered_as_before() => Written.HoldSums(
        "answers-further.txt",
        Enumerable.Range(91, 130).Select(seed => ($"parish {seed}", WithRows($"parish {seed}", MuddledParish.Make(seed).Ask())))
            .Concat(Enumerable.Range(251, 150).Select(seed => ($"hamlet {seed}", WithRows($"hamlet {seed}", MuddledTown.Make(seed).Ask())))));

    private static IReadOnlyList<string> WithRows(string name, Answer answer)
    {
        Dictionary<string, (string, bool, string)> unknown = answer.Registers.Buildings.ToDictionary(b => b.Id, b => ("", false, b.Id));
        IReadOnlyDictionary<string, string> rows = answer.Rows();
        return [.. Told.Lines(name, answer, unknown).Select(line => line.Split(": ", 2) is [var id, _] && rows.TryGetValue(id, out string? row) ? $"{line} @ {string.Join('|', row.Split('|')[^3..])}" : line)];
    }

    private static void LayAround(Given given, Town town)
    {
        int strips = (int)((town.Buildings.Max(b => b.House.Y) - Town.At(0, 0).Y) / HardTown.StripM) + 1;
        for (int i = 0; i < strips; i += 2)
        {
            Polygon area = Town.Rectangle(-50, (i * HardTown.StripM) - 50, 900, HardTown.StripM - 20);
            int? population = (i % 6) switch { 0 => 20 + i, 2 => 60, _ => null };
            given.Localities.Add(new Locality(i == 4 ? " " : $"Ort {i % 10}", area, population));
        }

        given.HolidayAreas.Add(new HolidayArea("1", Town.Rectangle(0, 5 * HardTown.StripM, 400, 3 * HardTown.StripM)));
        (string Kind, string Class)[] papers =
        [
            .. from kind in new[] { "waste", "water", "electricity", "review", "owner", "households", "tax-code" } from state in new[] { "normal", "none", "season", "low" } select (kind, state),
        ];
        for (int i = 0; i < 6 * papers.Length; i++)
        {
            Building home = town.Buildings[i * 5 % town.Buildings.Count];
            Address address = town.Addresses[i * 7 % town.Addresses.Count];
            Property property = town.Properties[i * 11 % town.Properties.Count];
            string? key = (i % 6) switch { 0 => home.Id, 1 => Ref.Of(home.Id).ToLowerInvariant(), 2 => address.Key, 3 => address.Text, 4 => property.Designation, _ => property.Key };
            DateOnly? dated = (i % 4) switch { 0 => null, 1 => given.AsOf.AddMonths(-6), 2 => given.AsOf.AddMonths(-6).AddDays(-1), _ => given.AsOf };
            given.Evidence.Add(new Evidence(i % 41 == 40 || key is null ? "nobody's" : key, papers[i % papers.Length].Kind, papers[i % papers.Length].Class, "papers", i + 1, dated));
            if (i % 9 == 0)
            {
                given.FollowUps.Add(new FollowUp(i % 27 == 0 ? home.Id : address.Text, (FollowUpState)(i % Enum.GetValues<FollowUpState>().Length), null, null, null, null, "followup", i + 1));
            }
        }
    }

    private static void Hold(string file, IEnumerable<(string Name, Answer Answer, IReadOnlyDictionary<string, (string Status, bool Hidden, string Program)> Truth)> towns) =>
        Written.Hold(file, towns.SelectMany(t => Told.Lines(t.Name, t.Answer, t.Truth)));

    // Of these villages nobody knows what is true; the letter of a building tells its part: the house, or what else stands on its plot.
    private static Dictionary<string, (string Status, bool Hidden, string Program)> Unknown(Answer answer) =>
        answer.Registers.Buildings.ToDictionary(b => b.Id, b => ("", false, b.Id[..1]));
}
