using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>How many slips of the pen lie between two addresses.</summary>
internal static class AddressSlips
{
    /// <summary>
    /// How far a text is from an address: edits in the name and in the number, each at most <paramref name="limit"/>, for the reading
    /// that is nearest. Only to choose among the few addresses that other evidence names.
    /// </summary>
    public static (int Name, int Number) Between(AddressReader text, Address address, int limit)
    {
        string area = AddressFold.Compact(AddressFold.Normalise(address.Area));
        string farm = AddressFold.Compact(AddressFold.Normalise(address.Farm ?? ""));
        string number = AddressFold.Compact(AddressFold.Normalise(address.Number ?? ""));
        (int Name, int Number) best = (limit, limit);
        foreach (AddressReading reading in text.Readings)
        {
            string name = AddressFold.Compact(text.NameOf(reading));
            int names = Math.Min(Spelling.Distance(name, area + farm, limit), farm.Length > 0 ? Spelling.Distance(name, farm, limit) : limit);
            int numbers = Spelling.Distance(NumberText(reading), number, limit);
            if (names + numbers < best.Name + best.Number)
            {
                best = (names, numbers);
            }
        }

        return best;
    }

    /// <summary>How many edits turn one address into another, name and number together, at most <paramref name="limit"/>.</summary>
    public static int Between(Address one, Address two, int limit)
    {
        int number = Spelling.Distance(Compact(one.Number), Compact(two.Number), limit);
        if (number >= limit)
        {
            return limit;
        }

        // A farm that one of them leaves out is one slip, whatever its name.
        (string area, string other) = (Compact(one.Area), Compact(two.Area));
        int name = string.IsNullOrWhiteSpace(one.Farm) != string.IsNullOrWhiteSpace(two.Farm) && area == other ? 1
            : Spelling.Distance(area + Compact(one.Farm), other + Compact(two.Farm), limit);
        return Math.Min(limit, number + name);

        static string Compact(string? text) => AddressFold.Compact(AddressFold.Normalise(text ?? ""));
    }

    private static string NumberText(AddressReading reading)
    {
        if (!HouseNumber.IsPlain(reading.Number))
        {
            return "";
        }

        string digits = (reading.Number - 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        char letter = (char)(reading.Detail >> 16);
        return letter == '\0' ? digits : digits + letter;
    }
}
