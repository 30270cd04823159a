namespace HousingInventory.Sample;

/// <summary>Fills the homes with households and settles what is wrong with each household's posts.</summary>
internal sealed class PeopleBuilder(SampleTown town, SampleOptions options, SampleRandom random)
{
    private static readonly int[] HouseSizes = [1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 6];
    private static readonly int[] FlatSizes = [1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 4];

    /// <summary>Of a nation: 2.1 persons for each building with homes.</summary>
    private static readonly int[] SmallSizes = [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 4];
    private readonly SampleNoise _noise = options.Noise;
    private readonly SampleRandom _random = random.For("households");

    public List<SampleHousehold> Households { get; } = [];

    public void MoveIn()
    {
        foreach (SampleBuilding building in town.Buildings)
        {
            bool first = true;
            foreach (SampleDwelling dwelling in building.Dwellings)
            {
                // In a building with several homes some stand empty; the first never does, so that "occupied" holds.
                if (building.Occupied && (first || _random.Chance(0.93)))
                {
                    int persons = building.Kind == SampleBuildingKind.CareHome ? 1
                        : options.HasSmallHouseholds ? _random.Pick(SmallSizes)
                        : building.Dwellings.Count > 1 ? _random.Pick(FlatSizes)
                        : _random.Pick(HouseSizes);
                    Households.Add(new SampleHousehold(dwelling, persons));
                    dwelling.Residents = persons;
                    building.Residents += persons;
                }

                first = false;
            }
        }

        Protect();
        SpoilKeys();
        Mistype();
    }

    // Only households that live alone in their building or share it without others' help to be seen: houses.
    private void Protect()
    {
        List<SampleHousehold> houses = [.. Households.Where(h => h.Building.Dwellings.Count == 1)];
        int wanted = _noise.Protected <= 0 ? 0 : Math.Max(4, (int)Math.Round(_noise.Protected * houses.Count));
        List<SampleHousehold> inOrder = _random.Share(houses, 1);

        // One of them has another building with homes on its property, so that the rule for those is tried too.
        int shared = inOrder.FindIndex(h => h.Building.Property.Homes.Count > 1);
        if (shared >= 0)
        {
            (inOrder[0], inOrder[shared]) = (inOrder[shared], inOrder[0]);
        }

        for (int k = 0; k < Math.Min(wanted, inOrder.Count); k++)
        {
            inOrder[k].Protection = (Protection)(1 + (k % 4));
        }
    }

    private void SpoilKeys()
    {
        List<SampleHousehold> open = [.. Households.Where(h => h.Protection == Protection.None)];
        foreach (SampleHousehold household in _random.Share([.. open.Where(h => h.Dwelling.Address is not null)], _noise.MissingAddressKey))
        {
            household.Losses = household.Losses with { AddressKey = true };
        }

        foreach (SampleHousehold household in _random.Share(open, _noise.MissingEveryKey))
        {
            household.Losses = household.Losses with { AddressKey = true, EveryKey = true };
        }

        foreach (SampleHousehold household in _random.Share([.. open.Where(h => h.Dwelling.Number.Length > 0)], _noise.MissingDwelling))
        {
            household.Losses = household.Losses with { Dwelling = true };
        }

        // Where there is an address besides, so that a careful reader can still find the home.
        foreach (SampleHousehold household in _random.Share([.. open.Where(h => h.Dwelling.Address is not null)], _noise.OldDesignation))
        {
            household.Losses = household.Losses with { OldDesignation = true };
        }
    }

    // Each kind of fault in turn takes one household that it fits; half of them among those without a key, where it matters.
    private void Mistype()
    {
        List<SampleHousehold> written = [.. Households.Where(h => h.Protection == Protection.None && h.Dwelling.Address is not null)];
        int wanted = _noise.TypedAddress <= 0 ? 0 : Math.Max(14, (int)Math.Round(_noise.TypedAddress * written.Count));
        Queue<SampleHousehold> withKey = new(_random.Share([.. written.Where(h => !h.Losses.AddressKey)], 1));
        Queue<SampleHousehold> withoutKey = new(_random.Share([.. written.Where(h => h.Losses.AddressKey)], 1));
        TypingFault[] faults = [.. Enum.GetValues<TypingFault>().Where(f => f != TypingFault.None)];
        for (int k = 0; k < wanted; k++)
        {
            TypingFault fault = faults[k % faults.Length];
            Queue<SampleHousehold> queue = (k / faults.Length % 2 == 0 && withoutKey.Count > 0) || withKey.Count == 0 ? withoutKey : withKey;

            // Whom the fault does not fit goes to the back.
            for (int tries = Math.Min(queue.Count, 400); tries > 0; tries--)
            {
                SampleHousehold household = queue.Dequeue();
                if (AddressTyping.Fits(fault, household.Dwelling.Address!))
                {
                    household.Losses = household.Losses with { Fault = fault };
                    break;
                }

                queue.Enqueue(household);
            }
        }
    }
}
