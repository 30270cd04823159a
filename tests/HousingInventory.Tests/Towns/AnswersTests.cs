using System.Globalization;
using HousingInventory.Flag;
using HousingInventory.Model;

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

        Hold("answers-larger.txt", [("mixed", town.Ask(), hard.Truth)]);
    }

    [Fact]
    public void Municipalities_of_another_hand_are_answered_as_written_down() =>
        Hold("answers-other.txt", OtherKeys.Select((k, i) => (k.ToString(), OtherTown.Make(i + 1, 400, k))).Select(t => (t.Item1, t.Item2.Town.Ask(), t.Item2.Truth)));

    [Fact]
    public void Villages_of_all_kinds_of_slips_are_answered_as_written_down() =>
        Hold("answers-villages.txt", Enumerable.Range(1, 60).Select(seed => (Seed: seed, Answer: RandomTown.Make(seed).Town.Ask()))
            .Select(t => ($"village {t.Seed}", t.Answer, Unknown(t.Answer))));

    private static void Hold(string file, IEnumerable<(string Name, Answer Answer, IReadOnlyDictionary<string, (string Status, bool Hidden, string Program)> Truth)> towns) =>
        Written.Hold(file, towns.SelectMany(t => Told.Lines(t.Name, t.Answer, t.Truth)));

    // Of these villages nobody knows what is true; the letter of a building tells its part: the house, or what else stands on its plot.
    private static IReadOnlyDictionary<string, (string Status, bool Hidden, string Program)> Unknown(Answer answer) =>
        answer.Registers.Buildings.ToDictionary(b => b.Id, b => ("", false, b.Id[..1]));
}
