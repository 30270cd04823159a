using System.Diagnostics;
using System.Globalization;
using HousingInventory.Sample;
using HousingInventory.Tests.Towns;

namespace HousingInventory.Benchmarks;

/// <summary>
/// How right and how fast the linkage is: synthetic municipalities of several seeds, rates of noise and kinds of delivery, beside the join that an analyst would
/// write; and the whole nation as keys and texts.
/// </summary>
internal static class LinkageBench
{
    private static readonly (string Name, SampleInputs.Delivery Delivery)[] Deliveries =
    [
        ("all registers", new()),
        ("dwellings alone", new(DwellingBuildings: false)),
        ("no dwellings", new(Dwellings: false)),
        ("texts, properties", new(Dwellings: false, AddressKeys: false)),
        ("texts only", new(Dwellings: false, AddressKeys: false, Designations: false)),
        ("no property map", new(Dwellings: false, Properties: false)),
    ];

    private static readonly (string Name, OtherTown.Keys Keys)[] OtherKeys =
    [
        ("other, all ids", new(0.95, 1, Dwellings: true)),
        ("other, addresses", new(0.9, 0.98)),
        ("other, texts", new(0, 0.98)),
        ("other, no postal", new(0, 0.98, Postal: false)),
        ("other, few props", new(0, 0.5)),
        ("other, shift 3 m", new(0, 0.98, ShiftM: 3)),
        ("other, twice", new(0, 0.98, Twice: 0.1)),
        ("other, map holes", new(0, 0.98, MapHoles: 0.15)),
        ("other, bare", new(0, 0.98, BareVillages: 0.3)),
        ("other, ids bare", new(0.9, 0.98, BareVillages: 0.3, MapHoles: 0.05)),
    ];

    /// <summary>Runs it: <c>[--homes N] [--seeds N] [--errors] | --speed [--homes N] | --ladder [--persons N]</c>.</summary>
    public static void Run(string[] args)
    {
        int homes = Number(args, "--homes", 3000);
        int seeds = Number(args, "--seeds", 5);
        if (args.Contains("--ladder"))
        {
            LadderBench.Run(Number(args, "--persons", 10_600_000));
            return;
        }

        if (args.Contains("--speed"))
        {
            Speed(homes);
            return;
        }

        Console.WriteLine("delivery            noise seed  precision  recall  inhabited/1000  undetermined  exposed  linked    s");
        foreach ((string name, SampleInputs.Delivery delivery) in Deliveries)
        {
            foreach (double rate in new[] { 1.0, 2.0 })
            {
                for (ulong seed = 1; seed <= (ulong)seeds; seed++)
                {
                    One(name, delivery, new SampleOptions { Homes = homes, Seed = seed, Noise = Noise(rate) }, rate, args.Contains("--errors"));
                }
            }
        }

        foreach ((string name, OtherTown.Keys keys) in OtherKeys)
        {
            for (int seed = 1; seed <= seeds; seed++)
            {
                Print(name, 1, (ulong)seed, args.Contains("--errors"), () => LinkQuality.Of(OtherTown.Make(seed, homes, keys)));
            }
        }

        PlainJoin(homes, seeds);
    }

    private static void One(string name, SampleInputs.Delivery delivery, SampleOptions options, double rate, bool errors)
    {
        SampleTown town = TownBuilder.Build(options);
        Print(name, rate, options.Seed, errors, () => LinkQuality.Of(town, delivery));
    }

    private static void Print(string name, double rate, ulong seed, bool errors, Func<LinkQuality> measure)
    {
        long start = Stopwatch.GetTimestamp();
        LinkQuality q = measure();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-18} {rate,6:0.0} {seed,4}  {q.Precision,9:0.0000}  {q.Recall,6:0.0000}  {q.InhabitedPerMille,14:0.00}  {q.UndeterminedShare,12:0.0000}  {q.Exposed,7}  {q.LinkedShare,6:0.0000} {seconds,5:0.00}"));
        if (errors)
        {
            Console.WriteLine("    " + string.Join(", ", q.Levels.Concat(q.Unlinked).Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Key} {l.Value}"))));
            foreach (IGrouping<string, string> same in q.Errors.GroupBy(e => e).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {same.Count(),3} x {same.Key}"));
            }
        }
    }

    // One municipality: the first run in this process, which is what a user waits for, and the best of nine.
    private static void Speed(int homes)
    {
        SampleTown town = TownBuilder.Build(new SampleOptions { Homes = homes });
        string[] names =
        [
            "addresses", "properties", "outlines", "grounds", "addresses to buildings", "walls of houses", "ties between registers", "registrations", "link, all of it",
            "flag",
        ];
        double[] first = new double[names.Length];
        double[] best = [.. names.Select(_ => double.PositiveInfinity)];
        double[] processor = [.. best];
        for (int run = 0; run < 9; run++)
        {
            Tests.Support.Given given = SampleInputs.Of(town);
            Model.Question question = given.Question();
            Model.Registers inputs = question.Registers;
            Configuration.InventoryConfig config = new() { Candidates = new() { StopWithinM = null } };
            Diagnostics.Run log = new();
            Link.LinkRegisters? registers = null;
            Model.Linkage? linkage = null;
            Link.AddressBook? book = null;
            Link.PropertyBook? properties = null;
            Link.Shapes? outlines = null;
            Link.Grounds? grounds = null;
            Time(run, 0, () => book = new Link.AddressBook(inputs.Addresses));
            Time(run, 1, () => properties = new Link.PropertyBook(inputs.Properties));
            Time(run, 2, () => outlines = new Link.Shapes([.. inputs.Buildings.Select(b => b.KeptOutline)]));
            Time(run, 3, () => grounds = new Link.Grounds(inputs, properties!));
            Time(run, 4, () => _ = new Link.AddressTies(inputs, Link.DwellingBook.Empty, grounds!, outlines!, _ => Link.BuildingIndex.None));
            Time(run, 5, () => Link.HouseParts.Walls(inputs, grounds!, outlines!));
            Time(run, 6, () => registers = new Link.RegisterTies(inputs).Registers);
            Link.FlatBook flats = new(registers!);
            Time(run, 7, () => Link.Tally.Of(given.Registrations, registers!, flats, Link.SharedKeys.Of(given.Registrations), default));
            Time(run, 8, () => linkage = Link.Linking.Link(inputs, given.Registrations, given.Withheld, config.Linkage, log));
            Time(run, 9, () => Flag.Flagging.Flag(inputs, linkage!, question.Surroundings, question.Papers, question.ExtractedOn, config.Candidates, config.Expected, log));
            if (run == 0)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{inputs.Buildings.Count} buildings, {inputs.Addresses.Count} addresses, {inputs.Properties.Count} properties, {given.Registrations.Persons} registrations in {given.Registrations.Count} keys; first and best of nine, and the least processor time"));
            }
        }

        for (int i = 0; i < names.Length; i++)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{names[i],-24} {first[i] * 1000,6:0} ms {best[i] * 1000,6:0} ms {processor[i] * 1000,6:0} ms"));
        }

        void Time(int run, int what, Action work)
        {
            TimeSpan used = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            work();
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            processor[what] = Math.Min(processor[what], (Environment.CpuUsage.TotalTime - used).TotalSeconds);
            first[what] = run == 0 ? seconds : first[what];
            best[what] = Math.Min(best[what], seconds);
        }
    }

    private static void PlainJoin(int homes, int seeds)
    {
        Console.WriteLine("the plain join: address id, else exact text; the building that holds the point");
        for (ulong seed = 1; seed <= (ulong)seeds; seed++)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seed,30}  {Benchmarks.PlainJoin.Of(TownBuilder.Build(new SampleOptions { Homes = homes, Seed = seed }))}"));
        }
    }

    private static SampleNoise Noise(double rate)
    {
        SampleNoise one = new();
        return rate == 1 ? one : one with
        {
            MissingAddressKey = one.MissingAddressKey * rate,
            MissingEveryKey = one.MissingEveryKey * rate,
            MissingDwelling = one.MissingDwelling * rate,
            TypedAddress = one.TypedAddress * rate,
            OldDesignation = one.OldDesignation * rate,
        };
    }

    private static int Number(string[] args, string name, int otherwise)
    {
        int at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
    }
}
