namespace HousingInventory.Sample;

/// <summary>Which municipality a sample is of, and where it lies: the land of Skellefteå, moved and, elsewhere, half as wide. Names and codes are those of real municipalities; nothing else of them is.</summary>
/// <param name="Number">Its number in the nation; 0 is Skellefteå where it is.</param>
/// <param name="Code">Four digits.</param>
/// <param name="Name">"Skellefteå".</param>
/// <param name="Centre">Where its largest locality lies.</param>
internal sealed record SamplePlace(int Number, string Code, string Name, Position Centre)
{
    /// <summary>Every sample that is of one municipality.</summary>
    public static SamplePlace Original { get; } = new(0, Skelleftea.MunicipalityCode, "Skellefteå", new Position(Skelleftea.Localities[0].East, Skelleftea.Localities[0].North));

    /// <summary>Numbers that are one of a kind in the whole country (keys of registers, ids of OpenStreetMap) begin so much higher in each municipality.</summary>
    public long FirstKey => Number * 10_000_000L;

    /// <summary>Where its person numbers begin among all that there are, so that nobody is in two municipalities of a nation; null outside of one.</summary>
    public int? FirstPerson { get; init; }

    public string CountyCode => Code[..2];

    /// <summary>The county of people who are registered elsewhere: in a nation one that there is not, since every other is somebody's.</summary>
    public string CountyElsewhere => Number == 0 ? CountyCode : "98";

    /// <summary>Where a locality lies that in Skellefteå has this position.</summary>
    public Position LocalityAt(int east, int north)
    {
        double scale = Number == 0 ? 1 : 0.5;
        (_, int fromEast, int fromNorth, _, _, _) = Skelleftea.Localities[0];
        return new Position(Centre.East + (scale * (east - fromEast)), Centre.North + (scale * (north - fromNorth)));
    }

    /// <summary>A locality's name: its own in Skellefteå, elsewhere the municipality's name and a number, so that no place stands where it does not lie.</summary>
    public string LocalityName(string name, int index) => Number == 0 ? name
        : index == 0 ? $"Exempel{Name}"
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Exempel{Name} {index + 1}");

    /// <summary>Postal codes are different everywhere: 24 for each municipality.</summary>
    public int PostalCode(int code, int index) => Number == 0 ? code : 10_000 + (24 * Number) + index;
}
