namespace HousingInventory.Sample;

/// <summary>Puts houses, sheds and address points on plots.</summary>
internal sealed class PlotBuilder
{
    private readonly TownDraft _draft;
    private readonly SampleRandom _random;
    private readonly Deck<PointPlace> _points;
    private readonly Deck<bool> _further;
    private readonly Deck<bool> _wings;
    private readonly Deck<bool> _garages;

    public PlotBuilder(TownDraft draft, string purpose)
    {
        _draft = draft;
        _random = draft.Random.For(purpose);
        _points = new(
            _random,
            (PointPlace.Building, 50),
            (PointPlace.Entrance, 24),
            (PointPlace.Driveway, 15),
            (PointPlace.Ground, 6),
            (PointPlace.Approximate, 3),
            (PointPlace.Street, 2));
        _further = new(_random, (true, 11), (false, 9));
        _wings = new(_random, (true, 1), (false, 27));
        _garages = new(_random, (true, 1), (false, 3));
    }

    /// <summary>Where an address point may lie.</summary>
    private enum PointPlace
    {
        Building,
        Entrance,
        Driveway,
        Ground,
        Approximate,
        Street,
    }

    /// <summary>What the houses of a place are like.</summary>
    /// <param name="Kind">House or holiday house.</param>
    /// <param name="Width">Smallest and largest width of a house, metres.</param>
    /// <param name="Depth">Smallest and largest depth.</param>
    /// <param name="Setback">Smallest and largest distance from the front of the plot.</param>
    /// <param name="Sheds">Share of plots with a shed.</param>
    /// <param name="Labels">Labels of every house.</param>
    public sealed record Style(
        SampleBuildingKind Kind, (double Low, double High) Width, (double Low, double High) Depth, (double Low, double High) Setback, double Sheds, TruthLabels Labels)
    {
        public static Style Town { get; } = new(SampleBuildingKind.House, (9, 15), (7.5, 11), (6, 9), 0.75, TruthLabels.None);

        public static Style Village { get; } = new(SampleBuildingKind.House, (9, 16), (7.5, 10.5), (8, 22), 0.9, TruthLabels.None);

        public static Style Farm { get; } = new(SampleBuildingKind.House, (10, 18), (8, 11), (10, 24), 1, TruthLabels.Farm);

        public static Style Holiday { get; } = new(SampleBuildingKind.HolidayHouse, (6, 10), (5, 8), (8, 20), 0.4, TruthLabels.Holiday);
    }

    /// <summary>Builds on a plot and says how many buildings with homes now stand there.</summary>
    public int Build(Plot plot, PlotProgram program, Style style, Addressing addressing, Deck<bool> occupied)
    {
        if (program == PlotProgram.ReservedOnly)
        {
            _draft.AddAddress(
                addressing.Kind, addressing.Area, FarmName(addressing), addressing.Number, "", addressing.Postal, plot.At(plot.Width / 2, plot.Depth / 2), reserved: true);
            return 0;
        }

        SampleBuilding main = House(plot, program, style);
        main.Occupied = occupied.Deal();
        if (!main.Occupied && style.Kind != SampleBuildingKind.HolidayHouse)
        {
            main.Labels |= TruthLabels.Inherited;
        }

        Sheds(plot, style);
        switch (program)
        {
            case PlotProgram.NoAddress:
                main.Labels |= TruthLabels.NoAddress;
                OneDwelling(main, null);
                break;
            case PlotProgram.TwoDwellings or PlotProgram.AboveShop:
                SampleAddress shared = OwnAddress(plot, main, addressing, "");
                _draft.AddDwelling(main, shared, "1001", _random.Whole(40, 90), 3);
                _draft.AddDwelling(main, shared, "1101", _random.Whole(40, 90), 3);
                break;
            case PlotProgram.FurtherWithAddress or PlotProgram.ThreeHouses:
                OneDwelling(main, OwnAddress(plot, main, addressing, "A"));
                Further(plot, style, addressing, "B");
                if (program == PlotProgram.ThreeHouses)
                {
                    Further(plot, style, null, "");
                }

                break;
            case PlotProgram.FurtherWithoutAddress:
                OneDwelling(main, OwnAddress(plot, main, addressing, ""));
                Further(plot, style, null, "");
                break;
            case PlotProgram.TwoWithoutAddress:
                main.Labels |= TruthLabels.NoAddress | TruthLabels.PropertyOnly;
                OneDwelling(main, null);
                Further(plot, style, null, "").Labels |= TruthLabels.PropertyOnly;
                break;
            case PlotProgram.SharedAddress:
                Shared(plot, style, addressing, main);
                break;
            case PlotProgram.Garage:
                OneDwelling(main, OwnAddress(plot, main, addressing, ""));
                Garage(plot);
                break;
            default:
                OneDwelling(main, OwnAddress(plot, main, addressing, ""));
                break;
        }

        if (plot.Property.Homes.Count == 1)
        {
            main.Labels |= TruthLabels.OneHouse;
        }

        return plot.Property.Homes.Count;
    }

    /// <summary>One house on the border of two plots: two buildings of the register that share a wall. The household belongs to the first.</summary>
    public int BuildAcross(Plot left, Plot right, Style style, Addressing addressing, Deck<bool> occupied)
    {
        double y = Step(style.Setback);
        double depth = Step(style.Depth);
        SampleBuilding first = _draft.AddBuilding(
            style.Kind, left.Property, TruthLabels.SplitAtBorder | TruthLabels.OneHouse | style.Labels, left.Rectangle(left.Width - 8, y, 8, depth));
        SampleBuilding second = _draft.AddBuilding(
            style.Kind, right.Property, TruthLabels.SplitAtBorder | TruthLabels.OneHouse | TruthLabels.NoAddress | style.Labels, right.Rectangle(0, y, 6, depth));
        first.Occupied = occupied.Deal();
        SampleAddress address = _draft.AddAddress(addressing.Kind, addressing.Area, "", addressing.Number, "", addressing.Postal, first.Middle);
        first.Addresses.Add(address);
        OneDwelling(first, address);
        first.Half = second;
        second.Half = first;
        return 2;
    }

    private SampleBuilding House(Plot plot, PlotProgram program, Style style)
    {
        double width = Math.Min(Step(style.Width), plot.Width - 6);
        double depth = Step(style.Depth);
        double x = _random.Between(2, plot.Width - width - 2, 0.5);
        double y = Step(style.Setback);
        Position[] outline = plot.Rectangle(x, y, width, depth);
        if (program == PlotProgram.AboveShop)
        {
            return _draft.AddBuilding(SampleBuildingKind.HomeAboveShop, plot.Property, style.Labels | TruthLabels.SecondPurpose, outline);
        }

        if (program == PlotProgram.TwoDwellings)
        {
            return _draft.AddBuilding(style.Kind, plot.Property, style.Labels, 2061, ["Bostad;Småhus med flera lägenheter"], outline);
        }

        if (!_wings.Deal())
        {
            return _draft.AddBuilding(style.Kind, plot.Property, style.Labels, outline);
        }

        // Cut in two rows that share a wall, as a delivery does when parts were captured at different times.
        double part = Math.Floor(width / 2);
        return _draft.AddBuilding(
            style.Kind, plot.Property, style.Labels, plot.Rectangle(x, y, part, depth), plot.Rectangle(x + part, y, width - part, depth));
    }

    // Behind the main house: the first one to the left, the second beside it.
    private SampleBuilding Further(Plot plot, Style style, Addressing? addressing, string letter)
    {
        int before = plot.Property.Homes.Count - 1;
        bool roomy = plot.Width >= 40;
        double width = roomy ? Math.Min(Step(style.Width), 10) : _random.Between(7, 9, 0.5);
        double depth = roomy ? Math.Min(Step(style.Depth), 8) : _random.Between(6, 7.5, 0.5);
        SampleBuilding building = _draft.AddBuilding(
            style.Kind == SampleBuildingKind.House ? SampleBuildingKind.FurtherHouse : style.Kind,
            plot.Property,
            style.Labels | TruthLabels.FurtherHouse,
            plot.Rectangle(1 + (before * 12), plot.Depth - depth - (roomy ? 3 : 1), width, depth));
        if (addressing is { } own)
        {
            building.Occupied = _further.Deal();
            OneDwelling(building, OwnAddress(plot, building, own, letter));
        }
        else
        {
            building.Labels |= TruthLabels.NoAddress;
            OneDwelling(building, null);
        }

        return building;
    }

    private void Shared(Plot plot, Style style, Addressing addressing, SampleBuilding main)
    {
        SampleBuilding further = Further(plot, style, null, "");
        further.Dwellings.Clear();
        _draft.Town.Dwellings.RemoveAt(_draft.Town.Dwellings.Count - 1);
        further.Labels &= ~TruthLabels.NoAddress;
        further.Occupied = _further.Deal();
        SampleAddress address = _draft.AddAddress(
            addressing.Kind, addressing.Area, FarmName(addressing), addressing.Number, "", addressing.Postal, plot.At(plot.Width / 2, 1.5));
        foreach ((SampleBuilding building, string number) in new[] { (main, "1001"), (further, "1002") })
        {
            building.Labels |= TruthLabels.SharedAddress | TruthLabels.PointOutside;
            building.Addresses.Add(address);
            _draft.AddDwelling(building, address, number, 70, 3);
        }
    }

    private void Garage(Plot plot)
    {
        // One in four is a double garage that passes the filter of 50 m².
        bool large = _garages.Deal();
        double width = large ? 8 : 4;
        double depth = large ? 7 : 6;
        SampleBuilding garage = _draft.AddBuilding(
            SampleBuildingKind.Garage,
            plot.Property,
            TruthLabels.Garage | TruthLabels.FurtherHouse | TruthLabels.NoAddress,
            plot.Rectangle(1, plot.Depth - depth - 1, width, depth));
        garage.Occupied = false;
    }

    private void Sheds(Plot plot, Style style)
    {
        if (!_random.Chance(style.Sheds))
        {
            return;
        }

        double width = _random.Between(3, 6, 0.5);
        double depth = _random.Between(3, 8, 0.5);
        _draft.AddBuilding(
            SampleBuildingKind.Shed, plot.Property, TruthLabels.None, plot.Rectangle(plot.Width - width - 1, plot.Depth - depth - 1, width, depth));
        if (style.Labels.HasFlag(TruthLabels.Farm))
        {
            _draft.AddBuilding(SampleBuildingKind.Barn, plot.Property, TruthLabels.None, plot.Rectangle(plot.Width - 40, plot.Depth - 32, 26, 13));
        }
        else if (_random.Chance(0.15))
        {
            // Smaller than the 15 m² that the register asks for, as thousands are.
            _draft.AddBuilding(SampleBuildingKind.Shed, plot.Property, TruthLabels.None, plot.Rectangle(plot.Width - 11.5, plot.Depth - 4.5, 3.5, 3.5));
        }
    }

    private SampleAddress OwnAddress(Plot plot, SampleBuilding building, Addressing addressing, string letter)
    {
        Position[] row = building.Rows[0];
        Position door = row[0].Towards(row[1], 0.5);
        Position middle = building.Middle;
        PointPlace place = _points.Deal();
        Position point = place switch
        {
            PointPlace.Building => middle,
            PointPlace.Entrance => middle.Towards(door, 0.95),
            PointPlace.Driveway => plot.At(plot.Width / 2, 1.5),
            PointPlace.Ground => plot.At(1, plot.Depth / 2),
            PointPlace.Approximate => plot.At(_random.Between(1, plot.Width - 1, 0.5), plot.Depth - 0.5),
            _ => plot.At(plot.Width / 2, -3),
        };
        building.Labels |= place switch
        {
            PointPlace.Building or PointPlace.Entrance => TruthLabels.None,
            PointPlace.Street => TruthLabels.PointOutside | TruthLabels.PointOffProperty,
            _ => TruthLabels.PointOutside,
        };
        string farm = FarmName(addressing);
        SampleAddress address = _draft.AddAddress(
            addressing.Kind, addressing.Area, farm, farm.Length > 0 ? 0 : addressing.Number, farm.Length > 0 ? "" : letter, addressing.Postal, point);
        building.Addresses.Add(address);
        return address;
    }

    private string FarmName(Addressing addressing) => addressing.Kind == AddressKind.Farm ? _draft.NextFarm() : "";

    private void OneDwelling(SampleBuilding building, SampleAddress? address) => _draft.AddDwelling(building, address, "", _random.Whole(60, 190), _random.Whole(3, 7));

    private double Step((double Low, double High) range) => _random.Between(range.Low, range.High, 0.5);
}
