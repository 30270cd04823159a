using HousingInventory.Model;

namespace HousingInventory.Tests.Link;

public sealed class RegistrationsTests
{
    private static readonly RegistrationKey Key = new(null, "a1", "Exempelgatan 1", "93100", "Exempelort", null, "EXEMPEL 1:2", "1001", "2482");

    [Fact]
    public void Rows_with_the_same_keys_are_one_entry_with_a_count()
    {
        Registrations registrations = new();
        registrations.Add(Key);
        registrations.Add(Key with { DwellingNumber = "1002" });
        registrations.Add(Key, 3);
        Assert.Equal(2, registrations.Count);
        Assert.Equal(4, registrations[0].Persons);
        Assert.Equal(1, registrations[1].Persons);
        Assert.Equal(5, registrations.Persons);
    }

    [Fact]
    public void What_was_added_is_read_back()
    {
        Registrations registrations = new();
        registrations.Add(Key);
        RegistrationView view = registrations[0];
        Assert.Equal("Exempelgatan 1", view.AddressText.ToString());
        Assert.Equal("EXEMPEL 1:2", view.Designation.ToString());
        Assert.Equal((93100, "Exempelort", 1001, 2482), (view.PostalCode, view.PostTown, view.DwellingNumber, view.Municipality));
        Assert.Equal(IdKey.Of("A1"), view.Address);
        Assert.True(view.Dwelling.IsNone);
        Assert.True(view.Property.IsNone);
    }

    [Fact]
    public void Many_entries_stay_apart_and_findable()
    {
        Registrations registrations = new();
        for (int round = 0; round < 2; round++)
        {
            for (int i = 0; i < 5000; i++)
            {
                registrations.Add(Key with { AddressText = $"Exempelgatan {i:D5}" });
            }
        }

        Assert.Equal(5000, registrations.Count);
        for (int i = 0; i < 5000; i++)
        {
            Assert.Equal(2, registrations[i].Persons);
        }
    }

    [Theory]
    [InlineData("6F9619FF-8B86-D011-B42D-00CF4FC964FF", "{6f9619ff8b86d011b42d00cf4fc964ff}")]
    [InlineData("ABC-12", "abc12")]
    public void One_identity_written_in_two_ways_is_one_key(string a, string b) => Assert.Equal(IdKey.Of(a), IdKey.Of(b));

    [Fact]
    public void Identities_that_differ_have_different_keys()
    {
        HashSet<IdKey> keys = [];
        for (int i = 0; i < 100_000; i++)
        {
            Assert.True(keys.Add(IdKey.Of($"{i}")));
        }

        Assert.Equal(IdKey.None, IdKey.Of(" -"));
        Assert.DoesNotContain(IdKey.None, keys);
    }
}
