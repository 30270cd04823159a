namespace HousingInventory.Sample;

/// <summary>
/// Villages and areas of holiday homes: rows of plots on both sides of a straight road, either a stretch of a main road or a side road that leaves it. Farms
/// stand along the side roads on the way.
/// </summary>
internal sealed class HamletBuilder
{
    private const double VillagePlotM = 55;
    private const double VillageDepthM = 60;
    private const double HolidayPlotM = 45;
    private const double HolidayDepthM = 50;
    private const double HalfRoadM = 8;

    /// <summary>Where a side road has left the strip that its main road has claimed.</summary>
    private const double ClearOfMainRoadM = 250;

    private readonly TownDraft _draft;
    private readonly IReadOnlyList<MainRoad> _roads;
    private readonly SampleRandom _random;
    private readonly PlotBuilder _plots;
    private readonly Deck<PlotProgram> _villagePrograms;
    private readonly Deck<PlotProgram> _holidayPrograms;
    private readonly Deck<bool> _villageOccupied;
    private readonly Deck<bool> _holidayOccupied;
    private readonly Deck<int> _sideRoadLengths;
    private readonly Queue<(MainRoad Road, int Vertex, int Kind)> _slots;
    private int _owner = 10_000;
    private int _splits;

    public HamletBuilder(TownDraft draft, IReadOnlyList<MainRoad> roads)
    {
        _draft = draft;
        _roads = roads;
        _random = draft.Random.For("hamlets");
        _plots = new PlotBuilder(draft, "village plots");
        _villagePrograms = new(
            _random,
            (PlotProgram.OneHouse, 62),
            (PlotProgram.TwoDwellings, 3),
            (PlotProgram.NoAddress, 8),
            (PlotProgram.FurtherWithoutAddress, 10),
            (PlotProgram.FurtherWithAddress, 7),
            (PlotProgram.TwoWithoutAddress, 2),
            (PlotProgram.SharedAddress, 2),
            (PlotProgram.Garage, 4),
            (PlotProgram.AboveShop, 1),
            (PlotProgram.ReservedOnly, 1));
        _holidayPrograms = new(_random, (PlotProgram.OneHouse, 74), (PlotProgram.NoAddress, 20), (PlotProgram.FurtherWithoutAddress, 6));
        _villageOccupied = new(_random, (true, 88), (false, 12));
        _holidayOccupied = new(_random, (true, 9), (false, 91));
        _sideRoadLengths = new(_random, (260, 3), (900, 3), (1800, 2), (4500, 1));
        _slots = new(Slots());
    }

    /// <summary>Places along side roads where a farm has room: frame along the road, locality for its post, and whose land it is.</summary>
    public List<(Frame Row, int Owner, string Village)> FarmSlots { get; } = [];

    /// <summary>Villages by name with the end of their road, for on-demand lines.</summary>
    public List<(string Name, Position End, MainRoad Road, int Vertex)> SideVillages { get; } = [];

    /// <summary>Builds villages until about this many buildings with homes stand in them, and gives how many do.</summary>
    public int Villages(int homes, int size) => Grow(homes, size, holiday: false);

    public int HolidayAreas(int homes, int size) => Grow(homes, size, holiday: true);

    private int Grow(int homes, int size, bool holiday)
    {
        int built = 0;
        while (built < homes && _slots.TryDequeue(out (MainRoad Road, int Vertex, int Kind) slot))
        {
            int wanted = Math.Min(homes - built, _random.Whole((size * 6 / 10) + 1, size * 14 / 10));
            built += slot.Kind == 0 && !holiday ? OnMainRoad(slot.Road, slot.Vertex, wanted) : OnSideRoad(slot.Road, slot.Vertex, slot.Kind == 1, wanted, holiday);
        }

        return built;
    }

    // Every vertex of every main road, on the road itself and on either side, in random order.
    private List<(MainRoad Road, int Vertex, int Kind)> Slots()
    {
        List<(MainRoad Road, int Vertex, int Kind)> slots = [];
        foreach (MainRoad road in _roads)
        {
            for (int vertex = 1; vertex < road.Land.Count - 2; vertex++)
            {
                slots.AddRange([(road, vertex, 0), (road, vertex, 1), (road, vertex, 2)]);
            }
        }

        _random.Shuffle(slots);
        return slots;
    }

    private int OnMainRoad(MainRoad road, int vertex, int wanted)
    {
        Frame frame = Frame.Between(road.Land[vertex], road.Land[vertex + 1]);
        double length = road.Land[vertex].DistanceM(road.Land[vertex + 1]);
        int perSide = Math.Min((wanted + 1) / 2, (int)((length - 120) / VillagePlotM));
        if (perSide < 2 || !_draft.Land.TryClaim(road.Owner, frame, 60, -90, length - 60, 90))
        {
            return 0;
        }

        string village = _draft.NextVillage();
        road.Stops.TryAdd(vertex, village);
        return Rows(frame, 60, perSide, village, holiday: false, wanted);
    }

    private int OnSideRoad(MainRoad road, int vertex, bool left, int wanted, bool holiday)
    {
        Position junction = road.Land[vertex];
        Frame along = Frame.Between(junction, road.Land[vertex + 1]);
        Frame frame = along.TurnedLeft(0, 0);
        if (!left)
        {
            frame = frame with { AlongEast = -frame.AlongEast, AlongNorth = -frame.AlongNorth };
        }

        double plot = holiday ? HolidayPlotM : VillagePlotM;
        double depth = HalfRoadM + (holiday ? HolidayDepthM : VillageDepthM) + 10;
        int perSide = (wanted + 1) / 2;
        double start = holiday ? 900 : _sideRoadLengths.Deal();
        double end = start + (perSide * plot);
        int owner = _owner++;

        // The village first, then the way there; a village whose road is blocked leaves its claim behind, which only keeps others away.
        if (!_draft.Land.TryClaim(owner, frame, start, -depth, end + 30, depth)
            || (start > ClearOfMainRoadM + 20 && !_draft.Land.TryClaim(owner, frame, ClearOfMainRoadM, -20, start, 20)))
        {
            return 0;
        }

        string village = _draft.NextVillage();
        List<Position> line = [junction];
        for (double x = 150; x < start - 75; x += 150)
        {
            line.Add(frame.At(x, 0));
            if (x >= ClearOfMainRoadM && x < start - 300 && !holiday)
            {
                FarmSlots.Add((frame.Moved(x, HalfRoadM), owner, village));
                FarmSlots.Add((frame.Moved(x, -HalfRoadM, halfTurn: true), owner, village));
            }
        }

        line.Add(frame.At(start, 0));
        line.Add(frame.At((start + end) / 2, 0));
        line.Add(frame.At(end, 0));
        _draft.Town.Roads.Add(
            holiday ? "service" : "unclassified",
            $"{village}svägen",
            line,
            holiday ? [("access", "private"), ("foot", "yes")] : [("surface", "gravel")]);
        road.Stops.TryAdd(vertex, village);
        if (!holiday)
        {
            SideVillages.Add((village, frame.At((start + end) / 2, 0), road, vertex));
        }

        return Rows(frame, start, perSide, village, holiday, wanted);
    }

    private int Rows(Frame frame, double start, int perSide, string village, bool holiday, int wanted)
    {
        double plotM = holiday ? HolidayPlotM : VillagePlotM;
        double depth = holiday ? HolidayDepthM : VillageDepthM;
        double length = perSide * plotM;
        SampleLocality postal = _draft.NearestLocality(frame.Origin);
        string tract = village;
        int unit = 1;
        int built = 0;
        foreach (bool left in new[] { true, false })
        {
            Frame row = left ? frame.Moved(start, HalfRoadM) : frame.Moved(start + length, -HalfRoadM, halfTurn: true);
            SampleProperty? before = null;
            for (int k = 0; k < perSide && built < wanted; k++)
            {
                double x = k * plotM;
                SampleProperty property = _draft.AddProperty(tract, "1", unit++, row.Rectangle(x, 0, x + plotM, depth));
                int number = left ? (2 * k) + 1 : 2 * (perSide - k);
                Addressing addressing = new(AddressKind.Village, village, number, postal);
                Plot plot = new(row, x, plotM, depth, property);
                if (holiday)
                {
                    built += _plots.Build(plot, _holidayPrograms.Deal(), PlotBuilder.Style.Holiday, addressing, _holidayOccupied);
                }
                else if (before is not null && ++_splits % 45 == 1)
                {
                    built += Across(plot, addressing);
                }
                else
                {
                    built += _plots.Build(plot, _villagePrograms.Deal(), PlotBuilder.Style.Village, addressing, _villageOccupied);
                }

                before = property;
            }
        }

        // The road's land belongs to the village jointly.
        _draft.AddProperty(tract, "S", 1, frame.Rectangle(start, -HalfRoadM, start + length, HalfRoadM));
        if (holiday)
        {
            _draft.Town.HolidayAreas.Add(frame.Rectangle(start - 10, -HalfRoadM - depth - 10, start + length + 10, HalfRoadM + depth + 10));
        }

        return built;
    }

    // One plot, divided in two properties, with the house on the border.
    private int Across(Plot plot, Addressing addressing)
    {
        double half = plot.Width / 2;
        plot.Property.Areas[0] = plot.Rectangle(0, 0, half, plot.Depth);
        SampleProperty right = _draft.AddProperty(plot.Property.Tract, "2", plot.Property.Unit, plot.Rectangle(half, 0, half, plot.Depth));
        return _plots.BuildAcross(
            plot with { Width = half },
            plot with { Left = plot.Left + half, Width = half, Property = right },
            PlotBuilder.Style.Village,
            addressing,
            _villageOccupied);
    }
}
