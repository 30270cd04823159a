using System.Globalization;
using HousingInventory.Flag;
using HousingInventory.Model;

namespace HousingInventory.Tests.Towns;

/// <summary>One way in which a municipality's registers and its population extract may be delivered.</summary>
/// <param name="Name">As the table of deliveries names it.</param>
/// <param name="Keys">Which keys a row keeps.</param>
internal sealed record Delivery(string Name, Delivery.Kept Keys)
{
    /// <summary>The keys that rows keep.</summary>
    [Flags]
    public enum Kept
    {
        AddressId = 1,
        PropertyId = 2,
        Designation = 4,
        Text = 8,
        Place = 16,
        Everything = AddressId | PropertyId | Designation | Text | Place,

        /// <summary>Every household another selection.</summary>
        Mixed = 32,
    }

    private static readonly Kept[] Mixture =
        [Kept.AddressId | Kept.Text | Kept.Place, Kept.Text | Kept.Designation, Kept.Text | Kept.Place, Kept.Designation, Kept.PropertyId | Kept.Text, Kept.Everything];

    /// <summary>Share of addresses that the address register lacks.</summary>
    public double AddressGaps { get; init; }

    /// <summary>Share of properties that the property map lacks.</summary>
    public double MapGaps { get; init; }

    /// <summary>Share of rows with a letter of the address mistyped.</summary>
    public double Typos { get; init; }

    /// <summary>Share of rows with a digit of the house number changed.</summary>
    public double WrongDigits { get; init; }

    /// <summary>Share of rows that are missing.</summary>
    public double RowsGone { get; init; }

    /// <summary>Whether every row of one place in twelve is missing.</summary>
    public bool PlaceGone { get; init; }

    /// <summary>The rows of the table of deliveries, in its order.</summary>
    public static IReadOnlyList<Delivery> All { get; } =
    [
        .. new Delivery[]
        {
            new("everything", Kept.Everything),
            new("address ids", Kept.AddressId),
            new("property ids", Kept.PropertyId),
            new("text + property", Kept.Text | Kept.Designation),
            new("text + code + town", Kept.Text | Kept.Place),
            new("text alone", Kept.Text),
            new("property alone", Kept.Designation),
            new("mixed", Kept.Mixed),
        }.SelectMany(d => (Delivery[])
        [
            d,
            d with { Name = d.Name + ", 10 % of addresses missing", AddressGaps = 0.1 },
            d with { Name = d.Name + ", 10 % of the map missing", MapGaps = 0.1 },
        ]),
        new("text + code + town, 5 % typos", Kept.Text | Kept.Place) { Typos = 0.05 },
        new("text + code + town, 15 % typos", Kept.Text | Kept.Place) { Typos = 0.15 },
        new("text + code + town, 2 % wrong digits", Kept.Text | Kept.Place) { WrongDigits = 0.02 },
        new("everything, 5 % of rows gone", Kept.Everything) { RowsGone = 0.05 },
        new("everything, one place gone", Kept.Everything) { PlaceGone = true },
    ];

    /// <summary>The town as it is delivered.</summary>
    public Town Of(Town town, int seed)
    {
        Random random = new(seed);
        string[] codes = [.. town.Registrations.Select(r => r.Key.PostalCode ?? "").Distinct().Order(StringComparer.Ordinal)];
        string? gone = PlaceGone ? codes[random.Next(codes.Length)] : null;

        // Half of the towns are written household by household, half row by row.
        bool byRow = seed % 2 == 0;
        Town delivered = town.Delivered(Rows, () => random.NextDouble() >= AddressGaps, () => random.NextDouble() >= MapGaps);
        if (RowsGone > 0 || PlaceGone)
        {
            delivered.Config = delivered.Config with { Expected = new ExpectedConfig { Persons = town.Registrations.Sum(r => r.Persons) } };
        }

        return delivered;

        IEnumerable<(RegistrationKey, int)> Rows(RegistrationKey key, int persons)
        {
            Kept kept = Keys == Kept.Mixed ? Mixture[random.Next(Mixture.Length)] : Keys;
            int rows = byRow || RowsGone > 0 ? persons : 1;
            for (int i = 0; i < rows && (gone is null || key.PostalCode != gone); i++)
            {
                if (random.NextDouble() >= RowsGone)
                {
                    yield return (Written(Cut(key, kept), random), persons / rows);
                }
            }
        }
    }

    private static RegistrationKey Cut(RegistrationKey key, Kept kept) => key with
    {
        Dwelling = kept == Kept.Everything ? key.Dwelling : null,
        DwellingNumber = kept == Kept.Everything ? key.DwellingNumber : null,
        Address = kept.HasFlag(Kept.AddressId) ? key.Address : null,
        AddressText = kept.HasFlag(Kept.Text) ? key.AddressText : null,
        PostalCode = kept.HasFlag(Kept.Place) ? key.PostalCode : null,
        PostTown = kept.HasFlag(Kept.Place) ? key.PostTown : null,
        Property = kept.HasFlag(Kept.PropertyId) ? key.Property ?? (key.Designation is null ? null : Town.KeyOf(key.Designation)) : null,
        Designation = kept.HasFlag(Kept.Designation) ? key.Designation : null,
    };

    private RegistrationKey Written(RegistrationKey key, Random random)
    {
        string text = key.AddressText ?? "";
        int[] letters = [.. Enumerable.Range(0, text.Length).Where(i => char.IsLetter(text[i]))];
        int[] digits = [.. Enumerable.Range(0, text.Length).Where(i => char.IsAsciiDigit(text[i]))];
        if (letters.Length > 1 && random.NextDouble() < Typos)
        {
            int at = letters[random.Next(letters.Length)];
            text = random.Next(3) switch
            {
                0 => text.Remove(at, 1),
                1 => text.Insert(at, ((char)('a' + random.Next(26))).ToString()),
                _ => text[..at] + (char)('a' + random.Next(26)) + text[(at + 1)..],
            };
        }

        if (digits.Length > 0 && random.NextDouble() < WrongDigits)
        {
            int at = digits[random.Next(digits.Length)];
            int digit = (text[at] - '0' + 1 + random.Next(9)) % 10;
            text = text[..at] + digit.ToString(CultureInfo.InvariantCulture) + text[(at + 1)..];
        }

        return key.AddressText is null ? key : key with { AddressText = text };
    }
}
