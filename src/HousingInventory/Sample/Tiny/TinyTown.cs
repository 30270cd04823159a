using System.Globalization;

namespace HousingInventory.Sample;

/// <summary>
/// A town small enough to reckon with by hand. Local metres from the south-west corner at E 783 000, N 7 194 000. Streets every 100 m: x = 0, 100 ... 600
/// from y = 0 to 200, and y = 0, 100, 200 from x = 0 to 600. A straight road leads 4 km west along y = 0 to the centre at x = -4000. Houses are squares of 10 m
/// (100 m²) whose middles lie 20 m north of a street, at x = 40, 140 ... 540. The bus runs along y = 0 and stops at x = -4000, 0, 300 and 600.
/// </summary>
internal sealed class TinyTown
{
    private const double East0 = 783_000;
    private const double North0 = 7_194_000;

    private readonly SampleTown _town = new() { Title = "EXEMPELDATA Exempelby", Centre = At(-4000, 0), Settlements = (10, 12) };
    private readonly PersonIds _ids = new(new SampleRandom(3));
    private readonly SampleLocality _locality;

    private TinyTown()
    {
        _locality = new SampleLocality
        {
            Name = "Exempelby",
            Code = "2482TX999",
            Centre = At(300, 100),
            PostalCode = 93100,
            RuralPostalCode = 93100,
            Outline = Square(-20, -20, 620, 320),
        };
        _town.Localities.Add(_locality);
    }

    public static SampleTown Build()
    {
        TinyTown tiny = new();
        tiny.Streets();
        tiny.SouthRow();
        tiny.NorthRow();
        tiny.Forest();
        TinyBus.Fill(tiny._town.Timetable, At);
        tiny.Nowhere();
        tiny._town.Services.Add(new SampleServicePlace("grocery", "Exempellivs", At(0, 100)));
        tiny._town.Services.Add(new SampleServicePlace("school", "Exempelskolan", At(600, 200)));
        tiny._town.Services.Add(new SampleServicePlace("pharmacy", "Exempelapoteket", At(-4000, 0)));
        tiny._town.HolidayAreas.Add(Square(500, 200, 600, 300));
        tiny._locality.Population = tiny._town.Buildings.Sum(b => b.Residents);
        return tiny._town;
    }

    private static Position At(double x, double y) => new(East0 + x, North0 + y);

    private static Position[] Square(double x0, double y0, double x1, double y1) => [At(x0, y0), At(x1, y0), At(x1, y1), At(x0, y1), At(x0, y0)];

    private void Streets()
    {
        string[] names = ["Exempelstorgatan", "Exempelmellangatan", "Exempelnorrgatan"];
        for (int line = 0; line < 3; line++)
        {
            _town.Roads.Add("residential", names[line], [.. Enumerable.Range(0, 7).Select(i => At(i * 100, line * 100))]);
        }

        for (int line = 0; line < 7; line++)
        {
            _town.Roads.Add("residential", "", [.. Enumerable.Range(0, 3).Select(j => At(line * 100, j * 100))]);
        }

        _town.Roads.Add("secondary", "Exempelvägen", [At(-4000, 0), At(-2000, 0), At(0, 0)]);
    }

    // Exempelstorgatan, north side: numbers 1, 3 ... 11 at x = 40, 140 ... 540.
    private void SouthRow()
    {
        // 1: two persons, every key right. Behind the house a garage of 24 m² that the register calls a dwelling.
        SampleProperty one = Property(1, 0, 5);
        SampleBuilding house = House(one, 40, 20, TruthLabels.None);
        LiveIn(house, Entrance(house, "Exempelstorgatan", 1), 2);
        SampleBuilding garage = Add(SampleBuildingKind.Garage, one, TruthLabels.Garage | TruthLabels.FurtherHouse | TruthLabels.NoAddress, Square(60, 60, 66, 64));
        garage.Occupied = false;

        // 3: nobody. 160 m to the stop at x = 0: 20 to the street, 140 along it.
        House(Property(2, 1, 5), 140, 20, TruthLabels.OneHouse | TruthLabels.Inherited, "Exempelstorgatan", 3);

        // 5: three persons without any key and with a typed address; the outline lies on two rows of the register.
        SampleProperty three = Property(3, 2, 5);
        SampleBuilding typed = Add(SampleBuildingKind.House, three, TruthLabels.OneHouse | TruthLabels.SeveralRows, Square(235, 15, 240, 25), Square(240, 15, 245, 25));
        LiveIn(typed, Entrance(typed, "Exempelstorgatan", 5), 3, post => WithoutKeys(post) with { StreetLine = "EXEMPELSTORG. 5", Fault = TypingFault.AbbreviatedEnding });
        typed.Labels |= TruthLabels.TypedAddress | TruthLabels.MissingKey;

        // 7: nobody; the only post that points here is of somebody deceased. 60 m to the stop at x = 300.
        SampleBuilding left = House(Property(4, 3, 5), 340, 20, TruthLabels.OneHouse | TruthLabels.DeregisteredHere, "Exempelstorgatan", 7);
        _town.Registrations.Add(Post(left, left.Dwellings[0]) with
        {
            Kind = RegistrationKind.Deregistered,
            Home = null,
            Dwelling = null,
            DeregistrationCode = "AV",
            DeregistrationDate = new DateOnly(2026, 3, 1),
        });

        // 9: somebody protected, whose post has no place; the building is on the withheld list.
        SampleBuilding hidden = House(Property(5, 4, 5), 440, 20, TruthLabels.OneHouse | TruthLabels.Withheld, "Exempelstorgatan", 9);
        hidden.Occupied = true;
        hidden.Residents = hidden.Dwellings[0].Residents = 1;
        _town.Registrations.Add(Blank(RegistrationKind.Protected) with { Home = hidden, Dwelling = hidden.Dwellings[0], ProtectionMark = true });
        _town.Withheld.Add(new SampleWithheldKey(hidden.Id, "", ""));

        // 11: four persons; behind them, 60 m from the street, a further house without an address.
        SampleProperty six = Property(6, 5, 5);
        SampleBuilding main = House(six, 540, 20, TruthLabels.None);
        LiveIn(main, Entrance(main, "Exempelstorgatan", 11), 4);
        SampleBuilding further = House(six, 540, 60, TruthLabels.FurtherHouse | TruthLabels.NoAddress);
        Dwell(further, null, "");
    }

    // Exempelnorrgatan, north side.
    private void NorthRow()
    {
        // 1A: two persons. 1B behind it, 60 m from the street, with an address of its own and nobody.
        SampleProperty one = Property(7, 0, 205);
        SampleBuilding a = House(one, 40, 220, TruthLabels.None);
        LiveIn(a, Entrance(a, "Exempelnorrgatan", 1, "A"), 2);
        SampleBuilding b = House(one, 40, 260, TruthLabels.FurtherHouse);
        Dwell(b, Entrance(b, "Exempelnorrgatan", 1, "B"), "");

        // Two houses without address and one person who is registered on the property: nobody can say in which.
        SampleProperty two = Property(8, 1, 205);
        SampleBuilding which = House(two, 140, 220, TruthLabels.NoAddress | TruthLabels.PropertyOnly);
        LiveIn(which, null, 1);
        SampleBuilding other = House(two, 140, 260, TruthLabels.FurtherHouse | TruthLabels.NoAddress | TruthLabels.PropertyOnly);
        Dwell(other, null, "");

        // One house without address, two persons on the property: the property leads to it.
        SampleBuilding alone = House(Property(9, 2, 205), 240, 220, TruthLabels.OneHouse | TruthLabels.NoAddress);
        LiveIn(alone, null, 2);

        Flats(Property(10, 3, 205));
        SharedAddress(Property(11, 4, 205));

        // 11: a holiday home, nobody. 280 m to the stop at x = 600: 20 to the street, 60 along it, 200 down.
        SampleBuilding cabin = Add(SampleBuildingKind.HolidayHouse, Property(12, 5, 205), TruthLabels.OneHouse | TruthLabels.Holiday, Square(535, 215, 545, 225));
        Dwell(cabin, Entrance(cabin, "Exempelnorrgatan", 11), "");
    }

    // 7: four flats of which one is empty; one person is registered on the address without a dwelling.
    private void Flats(SampleProperty property)
    {
        SampleBuilding flats = Add(SampleBuildingKind.Flats, property, TruthLabels.OneHouse | TruthLabels.Flats | TruthLabels.NoDwellingNumber, Square(325, 214, 355, 226));
        flats.Occupied = true;
        SampleAddress address = Entrance(flats, "Exempelnorrgatan", 7);
        foreach ((string number, int persons, bool numbered) in new[] { ("1001", 2, true), ("1002", 1, true), ("1101", 1, false), ("1102", 0, true) })
        {
            SampleDwelling dwelling = Dwell(flats, address, number);
            for (int k = 0; k < persons; k++)
            {
                Registration post = Post(flats, dwelling);
                Register(numbered ? post : post with { DwellingNumber = "", DwellingId = "", DwellingKey = "" });
            }
        }
    }

    // 9: two houses, one address point between them; the person's post names the address and no dwelling.
    private void SharedAddress(SampleProperty property)
    {
        SampleAddress address = NewAddress("Exempelnorrgatan", 9, "", At(450, 240));
        foreach ((double y, string number, int persons) in new[] { (220.0, "1001", 1), (260.0, "1002", 0) })
        {
            SampleBuilding house = House(property, 440, y, TruthLabels.SharedAddress | TruthLabels.PointOutside | (persons == 0 ? TruthLabels.FurtherHouse : TruthLabels.None));
            house.Addresses.Add(address);
            SampleDwelling dwelling = Dwell(house, address, number);
            for (int k = 0; k < persons; k++)
            {
                Register(Post(house, dwelling) with { DwellingNumber = "", DwellingId = "", DwellingKey = "" });
            }
        }
    }

    // 700 m north of the last street, so off the network; and a reserved address where nothing stands yet.
    private void Forest()
    {
        SampleProperty property = NewProperty(13, Square(280, 880, 320, 920));
        SampleBuilding cabin = Add(SampleBuildingKind.House, property, TruthLabels.OneHouse | TruthLabels.NoRoad | TruthLabels.Inherited, Square(295, 895, 305, 905));
        Dwell(cabin, Entrance(cabin, "Exempelskogen", 1, kind: AddressKind.Village), "");
        NewAddress("Exempelmellangatan", 2, "", At(250, 120), reserved: true);
    }

    // One person registered on the municipality, one of another municipality, one who stands twice with an old home.
    private void Nowhere()
    {
        SampleBuilding three = _town.Buildings.First(b => b.Addresses.Exists(a => a.Written == "Exempelstorgatan 3"));
        _town.Registrations.Add(Blank(RegistrationKind.Unplaced) with { Designation = "PÅ KOMMUNEN SKRIVEN" });
        _town.Registrations.Add(WithoutKeys(Post(three, three.Dwellings[0])) with
        {
            Kind = RegistrationKind.OtherMunicipality,
            Home = null,
            Dwelling = null,
            MunicipalityCode = "80",
        });
        three.Labels |= TruthLabels.OtherMunicipalityHere | TruthLabels.HistoryHere;
        Registration first = _town.Registrations[0];
        _town.Registrations[0] = first with
        {
            History = [new PastRegistration(new DateOnly(1999, 5, 1), three.Property.Designation, "EXEMPELSTORGATAN 3", "93100", "EXEMPELBY")],
        };
        _town.Registrations.Add(_town.Registrations[0] with { Kind = RegistrationKind.Duplicate });
    }

    private static string Id(char kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}0000000-0000-4000-8000-{number:D12}");

    // A plot of 90 m by 90 m in column 0 to 5.
    private SampleProperty Property(int unit, int column, double y) => NewProperty(unit, Square((column * 100) + 5, y, (column * 100) + 95, y + 90));

    private SampleProperty NewProperty(int unit, Position[] area)
    {
        SampleProperty property = new() { Id = Id('f', unit), Key = 240_000_000 + unit, Tract = "EXEMPELBY", Block = "1", Unit = unit };
        property.AreaIds.Add(Id('e', unit));
        property.Areas.Add(area);
        _town.Properties.Add(property);
        return property;
    }

    private SampleBuilding House(SampleProperty property, double x, double y, TruthLabels labels) => Add(
        labels.HasFlag(TruthLabels.FurtherHouse) ? SampleBuildingKind.FurtherHouse : SampleBuildingKind.House, property, labels, Square(x - 5, y - 5, x + 5, y + 5));

    private SampleBuilding House(SampleProperty property, double x, double y, TruthLabels labels, string street, int number)
    {
        SampleBuilding house = House(property, x, y, labels);
        Dwell(house, Entrance(house, street, number), "");
        return house;
    }

    private SampleBuilding Add(SampleBuildingKind kind, SampleProperty property, TruthLabels labels, params Position[][] rows)
    {
        SampleBuilding building = new()
        {
            Id = Id('b', _town.Buildings.Count + 1),
            Kind = kind,
            TypeNumber = 2061,
            Purposes = [kind == SampleBuildingKind.Flats ? "Bostad;Flerfamiljshus" : "Bostad;Småhus friliggande"],
            Rows = [.. rows],
            Property = property,
            Labels = labels,
        };
        _town.Buildings.Add(building);
        property.Homes.Add(building);
        return building;
    }

    // In the middle of the house.
    private SampleAddress Entrance(SampleBuilding building, string street, int number, string letter = "", AddressKind kind = AddressKind.Street)
    {
        SampleAddress address = NewAddress(street, number, letter, building.Rows[0][0].Towards(building.Rows[^1][2], 0.5), kind);
        building.Addresses.Add(address);
        return address;
    }

    private SampleAddress NewAddress(string street, int number, string letter, Position point, AddressKind kind = AddressKind.Street, bool reserved = false)
    {
        SampleAddress address = new()
        {
            Id = Id('a', _town.Addresses.Count + 1),
            Key = 510_000_001 + _town.Addresses.Count,
            Kind = kind,
            Area = street,
            Number = number,
            Letter = letter,
            PostalCode = 93100,
            PostTown = "Exempelby",
            Point = point,
            Reserved = reserved,
        };
        _town.Addresses.Add(address);
        return address;
    }

    private SampleDwelling Dwell(SampleBuilding building, SampleAddress? address, string number)
    {
        SampleDwelling dwelling = new()
        {
            Id = Id('d', _town.Dwellings.Count + 1),
            Key = 770_000_001 + _town.Dwellings.Count,
            Number = number,
            Building = building,
            Address = address,
            AreaM2 = 80,
            Rooms = 4,
        };
        building.Dwellings.Add(dwelling);
        _town.Dwellings.Add(dwelling);
        return dwelling;
    }

    private void LiveIn(SampleBuilding building, SampleAddress? address, int persons, Func<Registration, Registration>? spoil = null)
    {
        SampleDwelling dwelling = Dwell(building, address, "");
        for (int k = 0; k < persons; k++)
        {
            Registration post = Post(building, dwelling);
            Register(spoil is null ? post : spoil(post));
        }
    }

    private void Register(Registration post)
    {
        post.Home!.Occupied = true;
        post.Home.Residents++;
        post.Home.ResidentsInExtract++;
        post.Dwelling!.Residents++;
        _town.Registrations.Add(post);
    }

    private Registration Post(SampleBuilding home, SampleDwelling dwelling) => Blank(RegistrationKind.Current) with
    {
        Home = home,
        Dwelling = dwelling,
        Designation = home.Property.Designation,
        DwellingNumber = dwelling.Number,
        StreetLine = dwelling.Address?.Written.ToUpperInvariant() ?? "",
        PostalCode = "93100",
        PostTown = "EXEMPELBY",
        PropertyKey = home.Property.Key.ToString(CultureInfo.InvariantCulture),
        PropertyId = home.Property.Id,
        AddressKey = dwelling.Address?.Key.ToString(CultureInfo.InvariantCulture) ?? "",
        AddressId = dwelling.Address?.Id ?? "",
        DwellingKey = dwelling.Address is null ? "" : dwelling.Key.ToString(CultureInfo.InvariantCulture),
        DwellingId = dwelling.Address is null ? "" : dwelling.Id,
    };

    private Registration Blank(RegistrationKind kind) => new()
    {
        Kind = kind,
        Home = null,
        Dwelling = null,
        CountyCode = Skelleftea.CountyCode,
        MunicipalityCode = Skelleftea.MunicipalityCode[2..],
        PersonNumber = _ids.Next(),
        FirstName = SampleNames.FirstName(_town.Registrations.Count),
        Surname = SampleNames.Surname(40_000 + _town.Registrations.Count),
        RegisteredOn = new DateOnly(2015, 1, 1),
    };

    private static Registration WithoutKeys(Registration post) => post with
    {
        PropertyKey = "",
        PropertyId = "",
        AddressKey = "",
        AddressId = "",
        DwellingKey = "",
        DwellingId = "",
    };
}
