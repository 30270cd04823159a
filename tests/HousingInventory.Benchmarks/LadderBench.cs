using System.Diagnostics;
using System.Globalization;
using HousingInventory.Link;
using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Benchmarks;

/// <summary>
/// A nation of 5 million buildings and 10.6 million registrations as keys and texts, without places: what the ladder itself takes. Made of counting, so that it
/// needs no file: every address has a building and a property of its own.
/// </summary>
internal static class LadderBench
{
    private const int NumbersPerStreet = 20;
    private const int Municipalities = 290;
    private static readonly string[] Endings = ["gatan", "vägen", "stigen", "gränd", "byn"];

    /// <summary>Runs it with so many persons, and half as many buildings.</summary>
    public static void Run(int persons)
    {
        int buildings = (int)(persons / 2.12);
        Stopwatch clock = Stopwatch.StartNew();
        List<Address> addresses = Addresses(buildings);
        List<Property> properties = Properties(buildings);
        Registrations registrations = People(persons, buildings);
        Report("made, in the form of Import", clock);
        clock.Restart();
        Stopwatch whole = Stopwatch.StartNew();
        AddressBook book = new(addresses);
        Report("addresses searchable", clock);
        clock.Restart();
        LinkRegisters registers = Registers(addresses, book, new PropertyBook(properties));
        Report("properties searchable", clock);
        clock.Restart();
        Tally tally = Tally.Of(registrations, registers, new FlatBook(registers), SharedKeys.Of(registrations), default);
        Report("registrations placed", clock);
        long linked = tally.Levels.Sum();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{registrations.Persons} registrations ({registrations.Count} different) to {buildings} buildings in {whole.Elapsed.TotalSeconds:0.0} s, {(double)linked / registrations.Persons:0.0000} linked"));
        Console.WriteLine(string.Join(", ", LinkLevel.Ladder.Select((l, i) => string.Create(CultureInfo.InvariantCulture, $"{l.Key} {tally.Levels[i]}"))));
    }

    private static string Street(int number)
    {
        // Every street of a municipality has its own name, and most names occur in several municipalities.
        int street = number / NumbersPerStreet;
        int local = street / Municipalities;
        return string.Create(CultureInfo.InvariantCulture, $"Exempel{Word(local)}{Word(local / 97)}{Endings[local % Endings.Length]}");
    }

    private static string Word(int number)
    {
        const string consonants = "bdfghjklmnprstv";
        const string vowels = "aeiouyåäö";
        Span<char> word = stackalloc char[6];
        for (int i = 0; i < word.Length; i += 2)
        {
            word[i] = consonants[number % consonants.Length];
            word[i + 1] = vowels[number / consonants.Length % vowels.Length];
            number = (number / (consonants.Length * vowels.Length)) + (number * 7) + i;
            number &= 0xFFFFFF;
        }

        return word.ToString();
    }

    private static string Municipality(int number) => (101 + (number / NumbersPerStreet % Municipalities)).ToString("D4", CultureInfo.InvariantCulture);

    private static string Number(int number) => (1 + (number % NumbersPerStreet)).ToString(CultureInfo.InvariantCulture);

    private static string Id(int number) => new Guid(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10).ToString("N");

    private static string Designation(int number) => string.Create(CultureInfo.InvariantCulture, $"EXEMPEL{Word(number / 400).ToUpperInvariant()} {number % 400 / 20}:{number}");

    private static List<Address> Addresses(int count)
    {
        List<Address> addresses = new(count);
        string street = "";
        string[] numbers = [.. Enumerable.Range(0, NumbersPerStreet).Select(Number)];
        string[] codes = [.. Enumerable.Range(0, Municipalities).Select(m => Municipality(m * NumbersPerStreet))];
        for (int i = 0; i < count; i++)
        {
            street = i % NumbersPerStreet == 0 ? Street(i) : street;
            addresses.Add(new Address { Key = Id(i), Area = street, Number = numbers[i % NumbersPerStreet], Municipality = codes[i / NumbersPerStreet % Municipalities] });
        }

        return addresses;
    }

    private static List<Property> Properties(int count)
    {
        List<Property> properties = new(count);
        for (int i = 0; i < count; i++)
        {
            properties.Add(new Property { Designation = Designation(i), Area = Polygon.Empty });
        }

        return properties;
    }

    // 80 % with the id of the address, 15 % with the written address in capitals, 3 % shortened or misspelt, 2 % with the property alone.
    private static Registrations People(int persons, int buildings)
    {
        Registrations registrations = new();
        for (int i = 0; i < persons; i++)
        {
            int home = (int)((long)i * buildings / persons);
            int kind = (int)((uint)home * 2654435761u >> 8) % 100;
            string text = $"{Street(home).ToUpperInvariant()} {Number(home)}";
            text = kind is 95 or 96 ? text.Replace("GATAN", "G", StringComparison.Ordinal).Replace("VÄGEN", "V", StringComparison.Ordinal) : kind == 97 ? text.Remove(9, 1) : text;
            registrations.Add(new RegistrationKey(null, kind < 80 ? Id(home) : null, kind >= 98 ? null : text, null, null, null, Designation(home), null, Municipality(home)));
        }

        return registrations;
    }

    private static LinkRegisters Registers(List<Address> addresses, AddressBook book, PropertyBook properties)
    {
        int[][] one = [.. Enumerable.Range(0, addresses.Count).Select(i => new[] { i })];
        int[] same = [.. Enumerable.Range(0, addresses.Count)];
        HouseIndex[] house = [.. same.Select(i => new HouseIndex(i))];
        HouseIndex[][] houses = [.. house.Select(h => new[] { h })];
        return new LinkRegisters
        {
            AddressList = addresses,
            Addresses = book,
            Properties = properties,
            Dwellings = DwellingBook.Empty,
            HousesOfAddress = houses,
            TieOfAddress = new AddressTie[addresses.Count],
            PropertyOfAddress = same,
            HomesOnProperty = houses,
            OthersOnProperty = [.. Enumerable.Repeat(Array.Empty<HouseIndex>(), addresses.Count)],
            AddressesOfProperty = one,
            PropertiesOfHouse = one,
            HouseOf = house,
            HasAddress = [.. Enumerable.Repeat(true, addresses.Count)],
            Areas = new PostalAreas(addresses, book, same, properties),
            IsBareTract = new bool[properties.TractCount],
            Place = new (double, double)[addresses.Count],
            FootprintM2 = new double[addresses.Count],
        };
    }

    private static void Report(string what, Stopwatch clock)
    {
        using Process self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-30} {clock.Elapsed.TotalSeconds,7:0.0} s   peak {self.PeakWorkingSet64 / 1048576} MiB"));
    }
}
