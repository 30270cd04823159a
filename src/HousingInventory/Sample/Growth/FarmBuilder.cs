namespace HousingInventory.Sample;

/// <summary>Farms along side roads, and the lonely houses: no road near, an island, a motorway next door.</summary>
internal sealed class FarmBuilder
{
    private readonly TownDraft _draft;
    private readonly SampleRandom _random;
    private readonly PlotBuilder _plots;
    private readonly Deck<PlotProgram> _programs;
    private readonly Deck<bool> _occupied;

    public FarmBuilder(TownDraft draft)
    {
        _draft = draft;
        _random = draft.Random.For("farms");
        _plots = new PlotBuilder(draft, "farm plots");
        _programs = new(
            _random,
            (PlotProgram.OneHouse, 9),
            (PlotProgram.FurtherWithAddress, 4),
            (PlotProgram.FurtherWithoutAddress, 3),
            (PlotProgram.ThreeHouses, 2),
            (PlotProgram.NoAddress, 1),
            (PlotProgram.TwoWithoutAddress, 1));
        _occupied = new(_random, (true, 85), (false, 15));
    }

    /// <summary>Builds farms until about this many buildings with homes stand on them or the land is full.</summary>
    public int Farms(int homes, List<(Frame Row, int Owner, string Village)> slots)
    {
        _random.Shuffle(slots);
        int built = 0;
        int unit = 1;
        foreach ((Frame row, int owner, string village) in slots)
        {
            if (built >= homes)
            {
                break;
            }

            if (!_draft.Land.TryClaim(owner, row, 0, -5, 120, 310))
            {
                continue;
            }

            // The farm and a piece of forest behind it, one property on two areas.
            SampleProperty property = _draft.AddProperty(village, "3", unit++, row.Rectangle(0, 0, 120, 100), row.Rectangle(0, 105, 120, 305));
            SampleLocality postal = _draft.NearestLocality(row.Origin);
            Plot plot = new(row, 0, 120, 100, property);
            built += _plots.Build(plot, _programs.Deal(), PlotBuilder.Style.Farm, new Addressing(AddressKind.Farm, village, 0, postal), _occupied);
        }

        return built;
    }

    /// <summary>
    /// Two cabins deep in the forest; a row of cabins on an island with a road of its own; two houses that lie nearer to a motor road than to the road they use.
    /// </summary>
    public void LonelyHouses(IReadOnlyList<MainRoad> roads)
    {
        Forest(roads[3]);
        Island();
        MotorRoad(roads[0]);
        Fragments(roads[8]);
    }

    private void Forest(MainRoad road)
    {
        string village = _draft.NextVillage();
        Deck<bool> nobody = new(_random, (false, 1));
        int cabins = 0;
        for (int vertex = 2; vertex < road.Land.Count - 2 && cabins < 2; vertex++)
        {
            Frame away = Frame.Between(road.Land[vertex], road.Land[vertex + 1]).TurnedLeft(0, 0);
            if (!_draft.Land.TryClaim(90_000, away, 1500, -700, 2900, 700))
            {
                continue;
            }

            Frame row = away.TurnedLeft(2200, 30);
            SampleProperty property = _draft.AddProperty(village, "1", ++cabins, row.Rectangle(0, 0, 60, 60));
            _plots.Build(
                new Plot(row, 0, 60, 60, property),
                PlotProgram.NoAddress,
                PlotBuilder.Style.Holiday with { Labels = TruthLabels.Holiday | TruthLabels.NoRoad },
                new Addressing(AddressKind.Village, village, cabins, _draft.NearestLocality(row.Origin)),
                nobody);
        }
    }

    private void Island()
    {
        SampleLocality near = _draft.Town.Localities[Math.Min(3, _draft.Town.Localities.Count - 1)];
        Frame shore = new(near.Centre, 0.6, 0.8);
        Frame frame = shore.Moved(2600, -6800);
        string island = _draft.NextVillage();
        if (!_draft.Land.TryClaim(90_001, frame, -50, -150, 1300, 150))
        {
            return;
        }

        // Over 1 km of road, so an island and not a fragment to be thrown away; the ferry is no road.
        _draft.Town.Roads.Add("unclassified", $"{island}svägen", [frame.At(0, 0), frame.At(400, 0), frame.At(800, 0), frame.At(1200, 0)]);
        _draft.Town.Roads.AddFerry([frame.At(0, 0), frame.At(-900, 300), shore.Moved(2600, -5200).At(0, 0)]);
        Deck<bool> occupied = new(_random, (true, 1), (false, 5));
        for (int k = 0; k < 6; k++)
        {
            Frame row = frame.Moved(300 + (k * 60), 8);
            SampleProperty property = _draft.AddProperty(island, "1", k + 1, row.Rectangle(0, 0, 60, 50));
            _plots.Build(
                new Plot(row, 0, 60, 50, property),
                PlotProgram.OneHouse,
                PlotBuilder.Style.Holiday with { Labels = TruthLabels.Holiday | TruthLabels.Island, Width = (8, 11), Depth = (7, 9) },
                new Addressing(AddressKind.Village, island, (2 * k) + 1, near),
                occupied);
        }
    }

    // A motor road 300 m beside the first kilometres of the coast road, joined to it at both ends; nobody may walk there.
    private void MotorRoad(MainRoad road)
    {
        int last = Math.Min(8, road.Land.Count - 2);
        List<Position> line = [];
        for (int vertex = 3; vertex <= last; vertex++)
        {
            line.Add(Frame.Between(road.Land[vertex], road.Land[vertex + 1]).At(0, -300));
        }

        string village = _draft.NextVillage();
        Deck<bool> occupied = new(_random, (true, 1), (false, 1));
        int built = 0;
        for (int vertex = 4; vertex < last && built < 2; vertex++)
        {
            Frame frame = Frame.Between(road.Land[vertex], road.Land[vertex + 1]);
            if (!_draft.Land.TryClaim(road.Owner, frame, 340, -300, 400, -190))
            {
                continue;
            }

            Frame row = frame.Moved(400, -200, halfTurn: true);
            SampleProperty property = _draft.AddProperty(village, "1", ++built, row.Rectangle(0, 0, 60, 60));
            _plots.Build(
                new Plot(row, 0, 60, 60, property),
                PlotProgram.OneHouse,
                PlotBuilder.Style.Village,
                new Addressing(AddressKind.Village, village, built, _draft.NearestLocality(frame.Origin)),
                occupied);
        }

        _draft.Town.Roads.Add("motorway", "", line, ("ref", "E 4"), ("oneway", "yes"));
        _draft.Town.Roads.Add("motorway_link", "", [road.Land[2], line[0]], ("oneway", "yes"));
        _draft.Town.Roads.Add("motorway_link", "", [line[^1], road.Land[last + 1]], ("oneway", "yes"));
        for (int k = 1; k < line.Count; k++)
        {
            _draft.Land.Claim(90_002, line[k - 1], line[k], 50);
        }
    }

    // Paths of 60 m that lead nowhere, as every road map has them.
    private void Fragments(MainRoad road)
    {
        for (int vertex = 1; vertex < Math.Min(7, road.Land.Count - 1); vertex += 2)
        {
            Frame frame = Frame.Between(road.Land[vertex], road.Land[vertex + 1]);
            _draft.Town.Roads.Add("path", "", [frame.At(200, 100), frame.At(260, 100)]);
        }
    }
}
