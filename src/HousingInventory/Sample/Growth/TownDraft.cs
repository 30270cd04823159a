using System.Buffers.Binary;

namespace HousingInventory.Sample;

/// <summary>A town while it grows: hands out ids and keeps what belongs together in step.</summary>
internal sealed class TownDraft(SampleTown town, SampleRandom random)
{
    private readonly SampleRandom _ids = random.For("ids");
    private int _quarters;
    private int _villages;
    private int _farms;

    public SampleTown Town { get; } = town;

    public SampleRandom Random { get; } = random;

    public Land Land { get; } = new();

    public string NextQuarter() => SampleNames.Quarter(_quarters++);

    public string NextVillage() => SampleNames.Village(_villages++);

    public string NextFarm() => SampleNames.Farm(_farms++);

    /// <summary>The locality whose centre is nearest.</summary>
    public SampleLocality NearestLocality(Position position) => Town.Localities.MinBy(l => l.Centre.DistanceM(position))!;

    public SampleProperty AddProperty(string tract, string block, int unit, params ReadOnlySpan<Position[]> areas)
    {
        SampleProperty property = new()
        {
            Id = NextId(),
            Key = 240_000_001 + Town.Place.FirstKey + (Town.Properties.Count * 17L),
            Tract = tract.ToUpperInvariant(),
            Block = block,
            Unit = unit,
        };
        foreach (Position[] area in areas)
        {
            property.AreaIds.Add(NextId());
            property.Areas.Add(area);
        }

        Town.Properties.Add(property);
        return property;
    }

    /// <summary>Gives an address its id and puts it in the register.</summary>
    public SampleAddress AddAddress(AddressKind kind, string area, string farm, int number, string letter, SampleLocality postal, Position point, bool reserved = false)
    {
        SampleAddress address = new()
        {
            Id = NextId(),
            Key = 510_000_003 + Town.Place.FirstKey + (Town.Addresses.Count * 13L),
            Kind = kind,
            Area = area,
            Farm = farm,
            Number = number,
            Letter = letter,
            PostalCode = kind == AddressKind.Street ? postal.PostalCode : postal.RuralPostalCode,
            PostTown = postal.Name,
            Point = point,
            Reserved = reserved,
        };
        Town.Addresses.Add(address);
        return address;
    }

    public SampleBuilding AddBuilding(SampleBuildingKind kind, SampleProperty property, TruthLabels labels, params ReadOnlySpan<Position[]> rows)
    {
        (int type, string[] purposes) = PurposeOf(kind);
        return AddBuilding(kind, property, labels, type, purposes, rows);
    }

    public SampleBuilding AddBuilding(
        SampleBuildingKind kind, SampleProperty property, TruthLabels labels, int type, string[] purposes, params ReadOnlySpan<Position[]> rows)
    {
        int draw = Random.Below(100);
        SampleBuilding building = new()
        {
            Id = NextId(),
            Kind = kind,
            TypeNumber = type,
            Purposes = purposes,
            Rows = [.. rows],
            Property = property,
            HouseNumber = draw < 80 ? property.Homes.Count + 1 : null,
            CapturePosition = draw < 55 ? "Takkant" : draw < 90 ? "Fasad" : draw < 98 ? "Ospecificerad" : "Illustrativt läge",
            UncertaintyM = draw < 55 ? 0.5 : draw < 90 ? 0.02 : draw < 98 ? 2 : 10,
            Labels = labels | (rows.Length > 1 ? TruthLabels.SeveralRows : TruthLabels.None),
        };
        Town.Buildings.Add(building);
        if (building.IsDwelling || kind == SampleBuildingKind.CareHome)
        {
            property.Homes.Add(building);
        }

        return building;
    }

    public SampleDwelling AddDwelling(SampleBuilding building, SampleAddress? address, string number, double areaM2, int rooms)
    {
        SampleDwelling dwelling = new()
        {
            Id = NextId(),
            Key = 770_000_009 + Town.Place.FirstKey + (Town.Dwellings.Count * 11L),
            Number = number,
            Building = building,
            Address = address,
            AreaM2 = areaM2,
            Rooms = rooms,
        };
        building.Dwellings.Add(dwelling);
        Town.Dwellings.Add(dwelling);
        return dwelling;
    }

    private static (int Type, string[] Purposes) PurposeOf(SampleBuildingKind kind) => kind switch
    {
        SampleBuildingKind.House or SampleBuildingKind.FurtherHouse or SampleBuildingKind.HolidayHouse or SampleBuildingKind.Garage => (2061, ["Bostad;Småhus friliggande"]),
        SampleBuildingKind.RowHouse => (2061, ["Bostad;Småhus radhus"]),
        SampleBuildingKind.Flats => (2061, ["Bostad;Flerfamiljshus"]),
        SampleBuildingKind.HomeAboveShop => (2064, ["Verksamhet;", "Bostad;Småhus med flera lägenheter"]),
        SampleBuildingKind.CareHome => (2063, ["Samhällsfunktion;Ospecificerad"]),
        SampleBuildingKind.Shed => (2066, ["Komplementbyggnad;"]),
        SampleBuildingKind.Barn => (2065, ["Ekonomibyggnad;"]),
        SampleBuildingKind.Public => (2063, ["Samhällsfunktion;Skola"]),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    // A random UUID as RFC 9562 writes version 4.
    private string NextId()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, _ids.Next());
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], _ids.Next());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }
}
