using HousingInventory.Model;
using HousingInventory.Tests.Towns;

namespace HousingInventory.Tests.Verbs;

/// <summary>
/// Households that leave an extract for the list of withheld homes, with all keys that their rows had, as <c>reduce</c> writes them: none of their homes is told empty.
/// </summary>
public sealed class WithheldRowsTests
{
    private static readonly Lazy<(Town Town, string Kind)[]> Towns = new(() =>
        [(HardTown.Make(3, 500).Town, "hard"), (OtherTown.Make(3, 500, new OtherTown.Keys(1, 1)).Town, "other")]);

    [Theory]
    [InlineData("everything")]
    [InlineData("address ids")]
    [InlineData("text + property")]
    [InlineData("text + code + town")]
    [InlineData("property alone")]
    public void No_home_is_told_empty_whose_rows_became_withheld_keys(string delivery)
    {
        foreach ((Town whole, string kind) in Towns.Value)
        {
            Town town = Delivery.All.Single(d => d.Name == delivery).Of(whole, 1);
            RegistrationKey[] households = [.. town.Registrations.Select(r => r.Key).Where(k => k.CanLead).Distinct()];
            new Random(20261129).Shuffle(households);
            HashSet<RegistrationKey> hidden = [.. households.Take(100)];
            Town now = town.Delivered((key, persons) => hidden.Contains(key) ? [] : [(key, persons)], () => true, () => true);
            foreach (RegistrationKey key in hidden)
            {
                string? address = key.PostalCode is null ? key.AddressText : $"{key.AddressText}, {key.PostalCode} {key.PostTown}";
                foreach (string text in new[] { key.Dwelling, key.Address, address, key.Property, key.Designation }.OfType<string>())
                {
                    now.Withhold(text);
                }
            }

            Answer before = town.Ask();
            Answer after = now.Ask();
            Assert.All(before.Registers.Buildings.Where(b => before.Flags.Status[b.Index] == Status.Registered), b =>
                Assert.True(after.Flags.Status[b.Index] != Status.NobodyRegistered, $"{kind}: {b.Id}"));
        }
    }
}
