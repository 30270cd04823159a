namespace HousingInventory.Sample;

/// <summary>Grows a municipality: localities, roads between them, villages, holiday homes, farms, buses, lakes, people. The order is the one in which land is taken.</summary>
internal static class TownBuilder
{
    private const int SmallTown = 1000;

    /// <summary>Builds the municipality that the options describe; the same options, the same municipality.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of homes is outside the limits of <see cref="SampleOptions"/>.</exception>
    public static SampleTown Build(SampleOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Homes, SampleOptions.FewestHomes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Homes, SampleOptions.MostHomes);
        SampleRandom random = new(options.Seed);
        SampleTown town = new()
        {
            Title = $"EXEMPELDATA {options.Place.Name}, november 2026",
            Place = options.Place,
            RoadShapeM = options.RoadShapeM,
            Centre = options.Place.Centre,

            // In a small sample few places have the 20 and 50 residents that the filter asks for.
            Settlements = options.Homes < SmallTown ? (10, 10) : null,
        };
        TownDraft draft = new(town, random);
        foreach ((string name, int east, int north, int postalCode, int ruralPostalCode, _) in Skelleftea.Localities)
        {
            town.Localities.Add(new SampleLocality
            {
                Name = options.Place.LocalityName(name, town.Localities.Count),
                Code = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{options.Place.Code}TX{town.Localities.Count + 901}"),
                Centre = options.Place.LocalityAt(east, north),
                PostalCode = options.Place.PostalCode(postalCode, 2 * town.Localities.Count),
                RuralPostalCode = options.Place.PostalCode(ruralPostalCode, (2 * town.Localities.Count) + 1),
            });
        }

        // Of a hundred homes 56 in localities, 26 in villages, 12 for holidays, the rest on farms.
        List<StreetGrid> grids = Localities(draft, options.Homes * 56 / 100);
        List<MainRoad> roads = MainRoads.Build(draft, grids);
        FarmBuilder farms = new(draft);
        farms.LonelyHouses(roads);
        HamletBuilder hamlets = new(draft, roads);
        int villageHomes = options.Homes * 26 / 100;
        int holidayHomes = options.Homes * 12 / 100;
        hamlets.HolidayAreas(holidayHomes, HamletSize(holidayHomes));
        hamlets.Villages(villageHomes, HamletSize(villageHomes));
        farms.Farms(options.Homes * 6 / 100, hamlets.FarmSlots);
        BusBuilder buses = new(town, roads, smallTown: options.Homes < SmallTown);
        buses.RegionalLines();
        buses.TownLines(grids[0]);
        buses.BookedLines(hamlets.SideVillages);
        town.SideVillages.AddRange(hamlets.SideVillages.Select(v => new SideVillage(v.Name, Skelleftea.LinesOn(v.Road.From, v.Road.To), v.Road.Land[v.Vertex], v.End)));
        VillageShops(town, hamlets);
        Lakes.Fill(draft);
        PeopleBuilder people = new(town, options, random);
        people.MoveIn();
        new RegisterBuilder(town, options.Noise, random).Write(people.Households);
        CountPopulation(town);
        return town;
    }

    private static List<StreetGrid> Localities(TownDraft draft, int homes)
    {
        LocalityBuilder builder = new(draft);
        List<StreetGrid> grids = [];
        for (int k = 0; k < draft.Town.Localities.Count; k++)
        {
            grids.Add(builder.Build(draft.Town.Localities[k], k, Math.Max(2, homes * Skelleftea.Localities[k].PerMille / 1000)));
        }

        return grids;
    }

    // Small towns have small villages, so that there are several: 78 homes in villages of 12, 780 of 18, 7,800 of 39. Large ones fill the land there is.
    private static int HamletSize(int homes) => Math.Max(10 + (int)(0.3 * Math.Sqrt(homes)), homes / 200);

    private static void VillageShops(SampleTown town, HamletBuilder hamlets)
    {
        foreach ((string name, Position end, _, _) in hamlets.SideVillages.Where((_, k) => k % 8 == 0))
        {
            town.Services.Add(new SampleServicePlace("grocery", $"Exempelhandeln {name}", end));
        }
    }

    private static void CountPopulation(SampleTown town)
    {
        foreach (SampleBuilding building in town.Buildings.Where(b => b.Residents > 0))
        {
            SampleLocality near = town.Localities.MinBy(l => l.Centre.DistanceM(building.Middle))!;
            if (Rings.Contains(near.Outline, building.Middle))
            {
                near.Population += building.Residents;
            }
        }
    }
}
