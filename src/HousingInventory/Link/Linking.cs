using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>
/// The second stage: registrations are tied to buildings, and end here. First the registers are tied to each other, then every registration is taken down the
/// ladder of <see cref="LinkLevel"/>, and what comes out is counts.
/// </summary>
public static class Linking
{
    /// <summary>Fewer addresses tell nothing about their layer.</summary>
    private const int FewestAddresses = 20;

    /// <summary>Shops, plots and gaps of a map leave a part of the addresses without a home, never most of them.</summary>
    private const double MostWithoutBuilding = 0.6;

    /// <summary>Links.</summary>
    /// <param name="inputs">The registers.</param>
    /// <param name="registrations">Where people are registered; no later stage sees them.</param>
    /// <param name="withheldKeys">Keys that must be treated as registered; no later stage sees them either.</param>
    /// <param name="config">How much must link.</param>
    /// <param name="run">Where notices go.</param>
    /// <returns>Counts by building; nothing that the order of rows or the number of processors could change.</returns>
    /// <exception cref="InputException">No source can carry a link, or too few registrations link.</exception>
    public static Linkage Link(Registers inputs, Registrations registrations, IReadOnlyList<WithheldKey> withheldKeys, LinkageConfig config, Run run)
    {
        RefuseWithoutCarrier(inputs, registrations);
        run.Progress("Link", "registers");
        RegisterTies ties = new(inputs);
        LinkRegisters registers = ties.Registers;
        registers.TextsLackLetters = !registrations.HaveLettersBeyondAscii();
        run.Progress("Link", "registrations", 0.5);
        FlatBook flats = new(registers);
        SharedKeys shared = SharedKeys.Of(registrations);
        if (shared.Persons > 0)
        {
            run.Notice(new ResidentKeysShared(shared.Persons));
        }

        Tally tally = Tally.Of(registrations, registers, flats, shared, run.Cancellation);
        double share = Share(tally, registrations);
        RefuseTooLow(tally, registrations.NotPlaceable, share, config);
        WithheldHomes withheld = new(withheldKeys, registers, ties.FindBuilding, registers.BareHomes.MainHouseOf);
        if (!flats.IsEmpty)
        {
            flats.Enter(withheld, registers);
        }

        Tell(run, tally, share, withheld.LeadNowhere, config);
        Displacement? displacement = Displacement.Of(inputs.Addresses, ties.Outlines);
        if (displacement is { } by)
        {
            run.Notice(new LayersDisplaced(by.EastM, by.NorthM));
        }

        TellAddressesApart(run, inputs.Addresses, ties);
        int lost = Enumerable.Range(0, registers.Dwellings.Building.Length).Count(d => registers.Dwellings.Building[d].IsNone && registers.Dwellings.AddressesOf[d].Length == 0);
        if (lost > 0)
        {
            run.Notice(new DwellingsWithoutBuilding(lost, registers.Dwellings.Building.Length));
        }

        HomeReach reach = new(inputs, registers, flats, tally.Keys, displacement is not null);
        StreetsAround around = new(ties, tally.Residents, tally.NamesLacking);
        bool[] nearUnlinked = NearUnlinked(tally, ties, around);
        Doubt[] doubts = Doubts(inputs, tally, registers, reach, nearUnlinked, share < config.WarnUnder);
        bool[] notTold = config.TellGroups ? new bool[registers.HouseOf.Length] : GroupsNotTold.Of(registers, tally, withheld.Houses);
        if (notTold.Contains(true))
        {
            run.Notice(new GroupsLeftOut());
        }

        return new Linkage
        {
            NotTold = Spread(notTold, registers.HouseOf),
            Residents = Spread(tally.Residents, registers.HouseOf),
            Doubts = doubts,
            Unplaced = UnplacedHomes.Of(inputs, registrations, tally, ties, around, reach, doubts),
            MainHouseOf = Spread(Array.ConvertAll(registers.BareHomes.MainHouseOf, h => h.At), registers.HouseOf),
            Withheld = Spread(withheld.Houses, registers.HouseOf),
            PropertyOf = [.. ties.Grounds.PropertiesOf.Select(p => p.Length > 0 ? p[0] : -1)],
            AddressesOf = AddressesOf(inputs, ties, out AddressTie[] best),
            Ties = best,
            HouseOf = Array.ConvertAll(registers.HouseOf, h => h.At),
            Levels = [.. LinkLevel.Ladder.Select((level, i) => KeyValuePair.Create(level.Key, tally.Levels[i]))],
            Unlinked = Reasons(tally),
            LinkedShare = share,
            NearUnlinked = nearUnlinked,
            Planned = Planned(inputs, ties),
            Flats = flats.IsEmpty ? [] : flats.Count(),
            Gaps = Gaps(inputs, tally, ties),
        };
    }

    private static void RefuseWithoutCarrier(Registers inputs, Registrations registrations)
    {
        if (registrations.Persons > 0 && inputs.Addresses.Count == 0 && inputs.Properties.Count == 0 && inputs.Dwellings.Count == 0)
        {
            throw new InputException(
                "No source can carry a link from residents to buildings: add a source of type addresses, properties or dwellings.");
        }
    }

    private static double Share(Tally tally, Registrations registrations)
    {
        long all = registrations.Persons + registrations.NotPlaceable;
        return all == 0 ? 1 : (double)tally.Levels.Sum() / all;
    }

    private static void RefuseTooLow(Tally tally, long notPlaceable, double share, LinkageConfig limits)
    {
        if (share < limits.RefuseUnder)
        {
            (string reason, long persons) = Reasons(tally).Append(KeyValuePair.Create("without-usable-key", notPlaceable)).MaxBy(r => (r.Value, r.Key));
            throw new InputException($"Only {Math.Floor(share * 100):0} % of the registered persons could be linked to a building (at least {limits.RefuseUnder * 100:0} % are needed); "
                + $"the commonest reason is '{reason}' ({persons} persons). Check that residents, addresses, properties and buildings are of the same municipality and year.");
        }
    }

    private static void Tell(Run run, Tally tally, double share, IReadOnlyList<WithheldKey> leadNowhere, LinkageConfig limits)
    {
        if (share < limits.WarnUnder)
        {
            run.Notice(new LinkageTooLow((int)Math.Floor(share * 100), (int)Math.Round(limits.WarnUnder * 100)));
        }

        long tied = tally.Unlinked[(int)UnlinkedReason.SeveralAddresses] + tally.Unlinked[(int)UnlinkedReason.SharedAddress]
            + tally.Unlinked[(int)UnlinkedReason.SeveralHomesOnProperty];
        if (tied > 0)
        {
            run.Notice(new RegistrationsTied(tied));
        }

        if (tally.Disagreements.TooMany is { Persons: > 0 } disagree)
        {
            run.Notice(new ResidentKeysDisagree(disagree.Persons, disagree.Of));
        }

        if (tally.Unlinked.Sum() - tied is > 0 and long nowhere)
        {
            run.Notice(new RegistrationsUnlinked(nowhere));
        }

        foreach (IGrouping<string, WithheldKey> list in leadNowhere.GroupBy(static k => k.Source ?? ""))
        {
            run.ForOfficer.Add(new WithheldKeysLeadNowhere(list.Count(), string.Join(", ", list.Select(static k => k.Row).Distinct().Order())) { Source = list.Key });
        }
    }

    // A layer in kilometres, in another system or of another place: no address has a building, and hardly any rule that rests on addresses says anything.
    private static void TellAddressesApart(Run run, IReadOnlyList<Address> addresses, RegisterTies ties)
    {
        int[] placed = [.. Enumerable.Range(0, addresses.Count).Where(a => addresses[a].InForce && double.IsFinite(addresses[a].X) && double.IsFinite(addresses[a].Y))];
        int without = placed.Count(a => ties.Addresses.HousesOf[a].Length == 0);
        if (placed.Length >= FewestAddresses && without > MostWithoutBuilding * placed.Length)
        {
            run.Notice(new AddressesWithoutBuildings(without, placed.Length));
        }
    }

    private static SortedDictionary<string, long> Reasons(Tally tally)
    {
        SortedDictionary<string, long> reasons = new(StringComparer.Ordinal);
        foreach (UnlinkedReason reason in Enum.GetValues<UnlinkedReason>())
        {
            if (tally.Unlinked[(int)reason] > 0)
            {
                reasons.Add(Term.Of(reason).Key, tally.Unlinked[(int)reason]);
            }
        }

        return reasons;
    }

    private static T[] Spread<T>(T[] byHouse, HouseIndex[] houseOf)
    {
        T[] byBuilding = new T[houseOf.Length];
        for (int b = 0; b < houseOf.Length; b++)
        {
            byBuilding[b] = byHouse[houseOf[b].At];
        }

        return byBuilding;
    }

    private static Doubt[] Doubts(Registers inputs, Tally tally, LinkRegisters registers, HomeReach reach, bool[] nearUnlinked, bool tooLow)
    {
        Doubt[] doubts = new Doubt[registers.HouseOf.Length];
        for (int b = 0; b < doubts.Length; b++)
        {
            int house = registers.HouseOf[b].At;
            if (inputs.Buildings[b].IsDwelling && tally.Residents[house] == 0)
            {
                doubts[b] = tooLow ? Doubt.LinkageTooLow
                    : tally.Doubts[house] != Doubt.None ? tally.Doubts[house]
                    : tally.Disagreements.IsDoubted(house) ? Doubt.UncertainAddress
                    : !reach.Includes(house) ? Doubt.OutOfReach
                    : nearUnlinked[b] && !registers.HasAddress[house] ? Doubt.UnlinkedNearby
                    : Doubt.None;
            }
        }

        return doubts;
    }

    // Addresses in the order of their writing, so that it does not matter where they stood in a file.
    private static IReadOnlyList<int>[] AddressesOf(Registers inputs, RegisterTies ties, out AddressTie[] best)
    {
        HouseIndex[] houseOf = ties.Registers.HouseOf;
        int[][] lists = ties.AddressesOfHouse;
        best = new AddressTie[houseOf.Length];
        for (int a = 0; a < inputs.Addresses.Count; a++)
        {
            foreach (HouseIndex house in inputs.Addresses[a].InForce ? ties.Addresses.HousesOf[a] : [])
            {
                best[house.At] = (AddressTie)Math.Max((byte)best[house.At], (byte)ties.Addresses.TieOf[a]);
            }
        }

        foreach (int[] list in lists)
        {
            if (list.Length > 1)
            {
                Array.Sort(list, (x, y) => Order(inputs.Addresses[x], inputs.Addresses[y]));
            }
        }

        best = Spread(best, houseOf);
        return Spread<IReadOnlyList<int>>(lists, houseOf);
    }

    private static List<int> Planned(Registers inputs, RegisterTies ties)
    {
        bool[] reserved = new bool[inputs.Buildings.Count];
        for (int a = 0; a < inputs.Addresses.Count; a++)
        {
            bool atHouse = ties.Addresses.TieOf[a] is AddressTie.Entrance or AddressTie.InOutline;
            foreach (HouseIndex house in atHouse && !inputs.Addresses[a].InForce ? ties.Addresses.HousesOf[a] : [])
            {
                reserved[house.At] = true;
            }
        }

        HouseIndex[] houseOf = ties.Registers.HouseOf;
        return [.. Enumerable.Range(0, reserved.Length).Where(b => reserved[houseOf[b].At] && !ties.Registers.HasAddress[houseOf[b].At] && inputs.Buildings[b].IsDwelling)];
    }

    // What the registers lack is told of withheld places too: a row that was missing here would tell of them.
    private static RegisterGaps Gaps(Registers inputs, Tally tally, RegisterTies ties) => new(
        [.. Enumerable.Range(0, inputs.Addresses.Count).Where(a => inputs.Addresses[a].InForce && ties.Addresses.HousesOf[a].Length == 0)],
        [.. Enumerable.Range(0, inputs.Properties.Count).Where(p => tally.WithoutHome[p])]);

    private static int Order(Address a, Address b)
    {
        int order = string.CompareOrdinal(a.Text, b.Text);
        order = order != 0 ? order : a.KeptKey.CompareTo(b.KeptKey);
        return order != 0 ? order : (a.X, a.Y).CompareTo((b.X, b.Y));
    }

    private static bool[] NearUnlinked(Tally tally, RegisterTies ties, StreetsAround around)
    {
        LinkRegisters registers = ties.Registers;
        bool[] near = new bool[registers.HouseOf.Length];
        foreach (int house in tally.Fitting.Sets.SelectMany(static s => s))
        {
            near[house] = true;
        }

        for (int name = 0; name < tally.Names.Length; name++)
        {
            foreach (AddressBook.Entry entry in tally.Names[name] ? registers.Addresses.EntriesOf(name) : [])
            {
                Mark(registers.HousesOfAddress[entry.Address]);
            }
        }

        for (int p = 0; p < registers.HomesOnProperty.Length; p++)
        {
            if (registers.Properties.TractOf[p] is >= 0 and int tract && tally.Tracts[tract])
            {
                Mark(registers.HomesOnProperty[p]);
            }
        }

        // A home whose address the register lacks bears no name of a street: the houses round it tell which.
        foreach (int house in around.Homes)
        {
            near[house] = true;
        }

        return Spread(near, registers.HouseOf);

        void Mark(HouseIndex[] houses)
        {
            foreach (HouseIndex house in houses)
            {
                near[house.At] = true;
            }
        }
    }
}
