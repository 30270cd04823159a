namespace HousingInventory.Sample;

/// <summary>Builds a locality: public buildings and flats in the middle, then row houses and detached houses.</summary>
internal sealed class LocalityBuilder
{
    private const int PlotsARow = 7;
    private const double PlotWidthM = StreetGrid.RowLengthM / PlotsARow;

    private readonly TownDraft _draft;
    private readonly SampleRandom _random;
    private readonly PlotBuilder _plots;
    private readonly Deck<PlotProgram> _programs;
    private readonly Deck<bool> _occupied;
    private readonly Deck<(int Entrances, int Floors, int PerFloor)> _blocksOfFlats;

    public LocalityBuilder(TownDraft draft)
    {
        _draft = draft;
        _random = draft.Random.For("localities");
        _plots = new PlotBuilder(draft, "town plots");
        _programs = new(
            _random,
            (PlotProgram.OneHouse, 82),
            (PlotProgram.TwoDwellings, 3),
            (PlotProgram.FurtherWithoutAddress, 4),
            (PlotProgram.FurtherWithAddress, 3),
            (PlotProgram.SharedAddress, 1),
            (PlotProgram.ReservedOnly, 2),
            (PlotProgram.Garage, 4),
            (PlotProgram.AboveShop, 1));
        _occupied = new(_random, (true, 96), (false, 4));
        _blocksOfFlats = new(_random, ((1, 5, 1), 1), ((2, 3, 2), 2), ((3, 3, 2), 1), ((3, 4, 3), 1), ((2, 5, 2), 1), ((2, 4, 3), 1), ((4, 5, 2), 1), ((3, 2, 2), 1));
    }

    /// <summary>Builds about as many buildings with homes as asked and gives the grid, for roads to join.</summary>
    public StreetGrid Build(SampleLocality locality, int number, int homes)
    {
        (int a, int b, int c) = Skelleftea.Turns[number];
        int flats = (int)Math.Round(homes * 0.05);
        int rowHouses = (int)Math.Round(homes * 0.13);

        // Detached houses, seven to a row and some rows lost to empty plots; fourteen row houses, three blocks of flats, one row of public buildings.
        int rows = 2 + ((homes - flats - rowHouses) / PlotsARow) + ((rowHouses + 13) / 14) + ((flats + 2) / 3);
        StreetGrid grid = new(Frame.Turned(locality.Centre, a, b, c), (rows + 1) / 2);
        int left = homes;
        int rowNumber = 0;
        foreach ((int I, int J) block in grid.Blocks)
        {
            foreach (bool north in new[] { false, true })
            {
                if (left <= 0)
                {
                    continue;
                }

                string quarter = _draft.NextQuarter();
                Site site = new(grid.Row(block, north), SampleNames.Street(number, StreetGrid.StreetOf(block, north)), FirstNumber(grid, block, north), north, quarter, locality);
                if (rowNumber == 0)
                {
                    new PublicRow(_draft, _random).Build(site.Row, quarter, locality, number, site.Street, site.NumberOf(0));
                }
                else if (flats > 0)
                {
                    int built = Flats(site, Math.Min(3, flats));
                    flats -= built;
                    left -= built;
                }
                else if (rowHouses > 0 && rowNumber % 3 == 0)
                {
                    int built = RowHouses(site, Math.Min(14, rowHouses));
                    rowHouses -= built;
                    left -= built;
                }
                else
                {
                    left -= Houses(site, left);
                }

                rowNumber++;
            }
        }

        grid.AddStreets(_draft.Town.Roads, number);
        (double west, double south, double east, double northEnd) = grid.Bounds;
        locality.Outline = grid.Frame.Rectangle(west - 30, south - 30, east + 30, northEnd + 30);
        _draft.Land.TryClaim(number, grid.Frame, west - 130, south - 130, east + 130, northEnd + 130);
        return grid;
    }

    private int Houses(Site site, int wanted)
    {
        int built = 0;
        for (int k = 0; k < PlotsARow && built < wanted; k++)
        {
            double x = k * PlotWidthM;
            SampleProperty property = _draft.AddProperty(site.Quarter, "", k + 1, site.Row.Rectangle(x, 0, x + PlotWidthM, StreetGrid.RowDepthM));
            Plot plot = new(site.Row, x, PlotWidthM, StreetGrid.RowDepthM, property);
            built += _plots.Build(
                plot, _programs.Deal(), PlotBuilder.Style.Town, new Addressing(AddressKind.Street, site.Street, site.NumberOf(k), site.Locality), _occupied);
        }

        return built;
    }

    private int RowHouses(Site site, int wanted)
    {
        const double width = PlotWidthM / 2;
        for (int k = 0; k < wanted; k++)
        {
            SampleProperty property = _draft.AddProperty(site.Quarter, "", k + 1, site.Row.Rectangle(k * width, 0, (k + 1) * width, StreetGrid.RowDepthM));
            SampleBuilding building = _draft.AddBuilding(
                SampleBuildingKind.RowHouse, property, TruthLabels.RowHouse | TruthLabels.OneHouse, site.Row.Rectangle(k * width, 7, (k + 1) * width, 16));
            building.Occupied = _occupied.Deal();
            building.Labels |= building.Occupied ? TruthLabels.None : TruthLabels.Inherited;
            SampleAddress address = _draft.AddAddress(
                AddressKind.Street, site.Street, "", site.NumberOf(k / 2), (k & 1) == 0 ? "A" : "B", site.Locality, building.Middle);
            building.Addresses.Add(address);
            _draft.AddDwelling(building, address, "", 98, 4);
            _draft.AddBuilding(SampleBuildingKind.Shed, property, TruthLabels.None, site.Row.Rectangle((k * width) + 1, 30, (k * width) + 4, 33));
        }

        return wanted;
    }

    private int Flats(Site site, int wanted)
    {
        const double share = StreetGrid.RowLengthM / 3;
        for (int k = 0; k < wanted; k++)
        {
            (int entrances, int floors, int perFloor) = _blocksOfFlats.Deal();
            Frame row = site.Row;
            double x = (k * share) + 1;
            SampleProperty property = _draft.AddProperty(site.Quarter, "", k + 1, row.Rectangle(k * share, 0, (k + 1) * share, StreetGrid.RowDepthM));
            SampleBuilding building = _draft.AddBuilding(
                SampleBuildingKind.Flats, property, TruthLabels.Flats | TruthLabels.OneHouse, row.Rectangle(x, 8, x + (entrances * 14), 20));
            building.Occupied = true;
            for (int e = 0; e < entrances; e++)
            {
                string letter = ((char)('A' + e)).ToString();
                SampleAddress address = _draft.AddAddress(
                    AddressKind.Street, site.Street, "", site.NumberOf(2 * k), letter, site.Locality, row.At(x + (e * 14) + 7, 8.5));
                building.Addresses.Add(address);
                for (int floor = 0; floor < floors; floor++)
                {
                    for (int door = 1; door <= perFloor; door++)
                    {
                        string name = ((10 + floor) * 100 + door).ToString(System.Globalization.CultureInfo.InvariantCulture);
                        _draft.AddDwelling(building, address, name, _random.Whole(28, 95), _random.Whole(1, 4));
                    }
                }
            }

            _draft.AddBuilding(SampleBuildingKind.Shed, property, TruthLabels.None, row.Rectangle(x, 27, x + 18, 33));
        }

        return wanted;
    }

    // Numbers rise from west to east; odd north of a street, even south of it.
    private static int FirstNumber(StreetGrid grid, (int I, int J) block, bool north) =>
        north ? (2 * PlotsARow * (block.I - grid.WestmostBlock)) + (2 * PlotsARow) : (2 * PlotsARow * (block.I - grid.WestmostBlock)) + 1;

    /// <summary>A row of plots: its frame, street, number of its first plot, whether numbers fall along it, quarter and locality.</summary>
    private readonly record struct Site(Frame Row, string Street, int First, bool Falling, string Quarter, SampleLocality Locality)
    {
        public int NumberOf(int plot) => Falling ? First - (2 * plot) : First + (2 * plot);
    }
}
