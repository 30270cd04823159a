namespace HousingInventory.Sample;

/// <summary>What stands on a plot.</summary>
internal enum PlotProgram
{
    OneHouse,

    /// <summary>A small house with two dwellings.</summary>
    TwoDwellings,

    /// <summary>A house without an address; people are registered on the property.</summary>
    NoAddress,

    /// <summary>Two houses, A and B.</summary>
    FurtherWithAddress,

    /// <summary>Two houses of which the further one has no address.</summary>
    FurtherWithoutAddress,

    /// <summary>Three houses: an address each for two of them.</summary>
    ThreeHouses,

    /// <summary>Two houses with one address point between them.</summary>
    SharedAddress,

    /// <summary>Two houses without any address: evidence ends at the property.</summary>
    TwoWithoutAddress,

    /// <summary>Nothing but a reserved address.</summary>
    ReservedOnly,

    /// <summary>A house, and a garage that the register calls a dwelling.</summary>
    Garage,

    /// <summary>Homes as second purpose of a shop.</summary>
    AboveShop,
}

/// <summary>How the addresses of a row of plots are made.</summary>
/// <param name="Kind">Kind of address.</param>
/// <param name="Area">Street or village.</param>
/// <param name="Number">Number of this plot; unused on farms.</param>
/// <param name="Postal">The locality whose postal codes hold here.</param>
internal readonly record struct Addressing(AddressKind Kind, string Area, int Number, SampleLocality Postal);

/// <summary>A plot: a piece of a row beside a road. x runs along the road, y away from it, both from the plot's front left corner.</summary>
internal readonly record struct Plot(Frame Row, double Left, double Width, double Depth, SampleProperty Property)
{
    public Position At(double x, double y) => Row.At(Left + x, y);

    public Position[] Rectangle(double x, double y, double width, double depth) => Row.Rectangle(Left + x, y, Left + x + width, y + depth);
}
