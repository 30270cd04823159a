using System.Globalization;

namespace HousingInventory.Sample;

/// <summary>Writes an address as Navet does, in capitals, and as somebody types it.</summary>
internal static class AddressTyping
{
    /// <summary>Whether the fault can happen to this address.</summary>
    public static bool Fits(TypingFault fault, SampleAddress address) => fault switch
    {
        TypingFault.AbbreviatedEnding => address.Kind == AddressKind.Street && Ending(address.Area).Length > 0,
        TypingFault.MissingSpace => address.Kind != AddressKind.Farm,
        TypingFault.LetterSpace => address.Letter.Length > 0,
        TypingFault.Misspelt => true,
        TypingFault.DwellingSuffix => address.Kind == AddressKind.Street,
        TypingFault.FarmNameOnly => address.Kind == AddressKind.Farm,
        TypingFault.TownInsteadOfVillage => address.Kind == AddressKind.Village,
        _ => false,
    };

    public static string Write(SampleAddress address, TypingFault fault, SampleRandom random)
    {
        string number = address.Number.ToString(CultureInfo.InvariantCulture);
        string written = fault switch
        {
            TypingFault.AbbreviatedEnding => $"{Abbreviated(address.Area, random)} {number}{address.Letter}",
            TypingFault.MissingSpace => $"{address.Area}{number}{address.Letter}",
            TypingFault.LetterSpace => $"{address.Area} {number} {address.Letter}",
            TypingFault.Misspelt => Misspelt(address.Area, random) + address.Written[address.Area.Length..],
            TypingFault.DwellingSuffix => $"{address.Written} {random.Pick(["LGH 1102", "NB", "1 TR", "LGH1001", "2TR"])}",
            TypingFault.FarmNameOnly => address.Farm,
            TypingFault.TownInsteadOfVillage => $"{address.PostTown} {number}{address.Letter}",
            _ => address.Written,
        };
        return written.ToUpperInvariant();
    }

    private static string Ending(string street) =>
        street.EndsWith("gatan", StringComparison.Ordinal) ? "gatan"
        : street.EndsWith("vägen", StringComparison.Ordinal) ? "vägen"
        : street.EndsWith("stigen", StringComparison.Ordinal) ? "stigen"
        : street.EndsWith("gränd", StringComparison.Ordinal) ? "gränd"
        : "";

    private static string Abbreviated(string street, SampleRandom random)
    {
        string ending = Ending(street);
        string brief = ending switch { "gatan" => "g", "vägen" => "v", "stigen" => "st", _ => "gr" };
        return street[..^ending.Length] + brief + (random.Chance(0.3) ? "." : "");
    }

    // One edit inside the part of the name that tells it from others.
    private static string Misspelt(string name, SampleRandom random)
    {
        int at = random.Whole("Exempel".Length, name.Length - 2);
        return random.Below(4) switch
        {
            0 => name[..at] + name[(at + 1)..],
            1 => name[..at] + name[at] + name[at..],
            2 when name[at] != name[at + 1] => name[..at] + name[at + 1] + name[at] + name[(at + 2)..],
            _ => name[..at] + (name[at] == 'i' ? 'o' : 'i') + name[(at + 1)..],
        };
    }
}
