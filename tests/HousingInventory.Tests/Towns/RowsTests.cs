using System.Globalization;
using HousingInventory.Link;
using HousingInventory.Model;
using HousingInventory.Tests.Support;
using LinkAnswer = HousingInventory.Link.Answer;

namespace HousingInventory.Tests.Towns;

/// <summary>
/// Where the ladder puts single rows, held against a file that a person has read: those of the hard municipality as they stand, and with keys taken away, of another
/// household, or written with slips. A line has all that the ladder answers, so that a rung that changes is seen where no total would show it.
/// </summary>
public sealed class RowsTests
{
    private const int VariantsOfRow = 5;

    [Fact]
    public void Every_row_is_placed_as_written_down()
    {
        HardTown hard = HardTown.Make(11, 520);
        Town town = hard.Town;
        Random random = new(11);
        foreach (Address address in town.Addresses.Where((_, i) => i % 4 == 0).ToList())
        {
            town.Dwelling("d-" + address.Key, "1001", address: address.Key).Dwelling("e-" + address.Key, "1102", address: address.Key);
        }

        Registers registers = new(town.Buildings, town.Addresses, town.Properties, town.Dwellings);
        LinkRegisters tied = new RegisterTies(registers).Registers;
        Rungs ladder = new(tied);
        SortedSet<string> lines = new(StringComparer.Ordinal);
        IReadOnlyList<(RegistrationKey Key, int Persons)> rows = town.Registrations;
        for (int i = 0; i < rows.Count * VariantsOfRow; i++)
        {
            // Plain streets fill the municipality; one row in six of theirs is enough.
            RegistrationKey key = rows[i / VariantsOfRow].Key;
            RegistrationKey other = rows[(i / VariantsOfRow) + random.Next(-3, 4) is int near && near >= 0 && near < rows.Count ? near : 0].Key;
            RegistrationKey written = Variant(key, other, i % VariantsOfRow, random);
            if (random.Next(3) == 0)
            {
                Registrations one = new();
                one.Add(written);
                lines.Add(Row(written, town) + " → " + Told(ladder.Place(one[0]), tied, hard));
            }
        }

        Written.Hold("answers-rows.txt", lines);
    }

    private static RegistrationKey Variant(RegistrationKey key, RegistrationKey other, int variant, Random random)
    {
        RegistrationKey cut = key with
        {
            Address = random.Next(4) == 0 ? key.Address : null,
            Property = null,
            PostalCode = random.Next(3) == 0 ? null : key.PostalCode,
            PostTown = random.Next(3) == 0 ? null : key.PostTown,
        };
        return variant switch
        {
            0 => key with { Property = null, Dwelling = key.Address is null || random.Next(2) == 0 ? null : "d-" + key.Address, DwellingNumber = random.Next(3) == 0 ? "1102" : null },
            1 => cut with { Address = null, Designation = random.Next(2) == 0 ? null : key.Designation },
            2 => cut with { Designation = random.Next(3) == 0 ? other.Designation : random.Next(2) == 0 ? key.Designation : null, AddressText = Slip(key.AddressText, random) },
            3 => cut with { AddressText = random.Next(3) switch { 0 => other.AddressText, 1 => null, _ => key.Designation }, Designation = random.Next(3) == 0 ? null : key.Designation },
            _ => cut with { Address = random.Next(2) == 0 ? other.Address : null, Designation = other.Designation, AddressText = Slip(key.AddressText, random), PostalCode = other.PostalCode },
        };
    }

    // One or two slips as people make them: a letter, a digit, the letter of the number dropped or another, a flat behind, the number gone.
    private static string? Slip(string? text, Random random)
    {
        if (string.IsNullOrEmpty(text) || text.Length < 4)
        {
            return text;
        }

        int at = random.Next(1, text.Length - 1);
        int number = text.LastIndexOf(' ');
        return random.Next(12) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, "e"),
            2 => text[..at] + "o" + text[(at + 1)..],
            3 => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
            4 => text + "B",
            5 => text + " A",
            6 => text.TrimEnd('A', 'B', 'C'),
            7 => text + "1",
            8 => text + " LGH 1101",
            9 => number > 0 ? text[..number] : text,
            10 => number > 0 ? text[..number] + " " + random.Next(1, 40).ToString(CultureInfo.InvariantCulture) : text,
            _ => text.ToUpperInvariant(),
        };
    }

    private static string Row(RegistrationKey key, Town town)
    {
        string id = key.Address is null ? "" : " id of " + (town.Addresses.FirstOrDefault(a => a.Key == key.Address)?.Text ?? "none");
        string dwelling = key.Dwelling is null ? "" : " dwelling id";
        string number = key.DwellingNumber is null ? "" : " number " + key.DwellingNumber;
        return $"{key.AddressText ?? "-"} · {key.PostalCode ?? "-"} {key.PostTown ?? "-"} · {key.Designation ?? "-"}{id}{dwelling}{number}";
    }

    private static string Told(LinkAnswer answer, LinkRegisters registers, HardTown hard)
    {
        Placement at = answer.Placement;
        string where = at.Level >= 0 ? LinkLevel.Ladder[at.Level].Key + " " + House(at.House) + (at.Dwelling >= 0 ? string.Create(CultureInfo.InvariantCulture, $" dwelling {at.Dwelling}") : "") : Term.Of(at.Reason).Key;
        List<string> more = [];
        Add(at.Doubt != Doubt.None || answer.Named.Count > 0, () => $"doubt {at.Doubt}: {string.Join(" / ", answer.Named.Select(House))}");
        Add(at.Property >= 0, () => "property " + hard.Town.Properties[at.Property].Designation);
        Add(at.Name >= 0, () => "name " + string.Create(CultureInfo.InvariantCulture, $"{at.Name}"));
        Add(at.Tract >= 0, () => string.Create(CultureInfo.InvariantCulture, $"tract {at.Tract}"));
        Add(at.Area != 0, () => string.Create(CultureInfo.InvariantCulture, $"area {at.Area}"));
        Add(at.LacksNumber, () => "lacks number");
        Add(at.Writing != 0, () => "has a writing");
        Add(answer.Tried != answer.Found, () => $"tried {answer.Tried}, found {answer.Found}");
        Add(answer.Other.Text || !answer.Other.ByText.IsNone, () => "text " + (answer.Other.ByText.IsNone ? "agrees" : "means " + House(answer.Other.ByText)));
        Add(answer.Other.Property, () => "property " + (answer.Other.ByProperty is { } homes ? $"has {string.Join(" / ", homes.Select(House))}" : "agrees"));
        return where + (more.Count == 0 ? "" : "; " + string.Join("; ", more));

        void Add(bool holds, Func<string> text)
        {
            if (holds)
            {
                more.Add(text());
            }
        }

        // Its situation, with the first of its addresses and of its properties.
        string House(HouseIndex house)
        {
            Building building = hard.Town.Buildings[house.At];
            int[] properties = registers.PropertiesOfHouse[house.At];
            string address = Enumerable.Range(0, registers.HousesOfAddress.Length).Where(a => registers.HousesOfAddress[a].Contains(house)).Select(a => hard.Town.Addresses[a].Text).FirstOrDefault("no address");
            return $"{hard.Truth.GetValueOrDefault(building.Id).Program ?? building.Purpose} ({address}, {(properties.Length == 0 ? "no property" : hard.Town.Properties[properties[0]].Designation)})";
        }
    }
}
