using System.Globalization;

namespace HousingInventory.Tests.Towns;

/// <summary>The situations, one method each.</summary>
internal sealed partial class HardTown
{
    private Action<Place>[] Situations() =>
    [
        GuestHouse, EstateOfVillas, SocietyWithOneAddress, SocietyOfCabins, FarmWithTwoHouses, FarmWithOneAddress, FarmWithoutNumber, RowHouses, RowHousesInOneOutline,
        StraddlesABorder, SplitByABorder, LeasedPlot, LeasedPlotInTheOwnersName, AboveTheShop, RenumberedStreet, RenamedStreet, VillageBecomesStreet, SameNameTwice,
        NameOfAnotherPlace, SplitProperty, NewHomeOnOldMap, NewHomeWithoutBuilding, MovedInYesterday, AddressTwice, BuildingTwice, ReservedBeside, CareHome, Flats,
        BehindTheShop, GarageTypedAsDwelling, HolidayHouses, WithoutAddress, NearlyTheSameName, PointOnTheNeighboursGround, LettersDropped, ManorWithWings, JointUnit,
        TwoHousesTwoAddressesAtTheRoad,
    ];

    private void GuestHouse(Place p)
    {
        Plot plot = Ground(p);
        bool lived = Lived();
        string n = p.NextNumber();
        Home(plot.X + 8, plot.Y + 15, lived, "main beside guest house");
        House(plot.X + 30, plot.Y + 30, "secondary", "guest house", 6, 6);
        People(lived, p, $"{p.Area} {n}", Address(p, n, plot.X + 14, plot.Y + 20), plot.Designation);
    }

    // A housing company's villas: one property, each house with its address.
    private void EstateOfVillas(Place p)
    {
        Plot plot = Ground(p, 600, 120);
        for (int i = 0; i < 24; i++)
        {
            double x = plot.X + 5 + (i % 12 * 48);
            double y = plot.Y + 10 + (i / 12 * 60);
            bool lived = Lived();
            string n = p.NextNumber();
            Home(x, y, lived, "estate of villas");
            People(lived, p, $"{p.Area} {n}", Address(p, n, x + 6, y + 5), plot.Designation);
        }
    }

    // Ten houses of a society share the society's address.
    private void SocietyWithOneAddress(Place p)
    {
        Plot plot = Ground(p, 300, 60);
        string n = p.NextNumber();
        string a = Address(p, n, plot.X + 2, plot.Y + 2);
        for (int i = 0; i < 10; i++)
        {
            bool lived = Lived();
            House(plot.X + 5 + (i * 29), plot.Y + 20, lived ? "registered" : i == 0 ? "nobody-registered" : "secondary", "society with one address");
            People(lived, p, $"{p.Area} {n}", a, plot.Designation);
        }
    }

    // Cabins of a society, some of them lived in all the year; the register has no addresses there.
    private void SocietyOfCabins(Place p)
    {
        Plot plot = Ground(p, 400, 60);
        for (int i = 0; i < 8; i++)
        {
            bool lived = Chance(0.3);
            Home(plot.X + 5 + (i * 32), plot.Y + 20, lived, "society of cabins", 9, 7);
            People(lived, p, p.Area, null, plot.Designation);
        }
    }

    private void FarmWithTwoHouses(Place p)
    {
        Plot plot = Ground(p, 120, 100);
        for (int i = 0; i < 2; i++)
        {
            bool lived = Lived();
            string n = p.NextNumber();
            Home(plot.X + 10 + (i * 55), plot.Y + 40, lived, "farm with two houses");
            People(lived, p, $"{p.Area} {n}", Address(p, n, plot.X + 16 + (i * 55), i == 0 ? plot.Y + 45 : plot.Y + 32), plot.Designation);
        }

        Town.Other(Id("e"), plot.X + 5, plot.Y + 75, 30, 14, "Ekonomibyggnad");
    }

    // The old couple's house and the son's have one address.
    private void FarmWithOneAddress(Place p)
    {
        Plot plot = Ground(p, 120, 100);
        bool old = Lived();
        bool young = Lived();
        string n = p.NextNumber();
        Home(plot.X + 10, plot.Y + 40, old, "farm with one address, first");
        House(plot.X + 65, plot.Y + 40, young ? "registered" : "secondary", "farm with one address, second", 11, 10);
        string a = Address(p, n, plot.X + 16, plot.Y + 45);
        People(old, p, $"{p.Area} {n}", a, plot.Designation);
        People(young, p, $"{p.Area} {n}", a, plot.Designation);
    }

    private void FarmWithoutNumber(Place p)
    {
        string farm = "Nils-" + Roman(_strip).ToLowerInvariant() + "gården";
        Plot plot = Ground(p, 100, 80);
        bool lived = Lived();
        Home(plot.X + 20, plot.Y + 30, lived, "farm without number");
        People(lived, p, $"{p.Area} {farm}", Address(p, null, plot.X + 26, plot.Y + 35, farm: farm), plot.Designation);
    }

    private void RowHouses(Place p)
    {
        for (int i = 0; i < 6; i++)
        {
            Plot plot = Ground(p, 8);
            bool lived = Lived();
            string n = p.NextNumber();
            Home(plot.X, plot.Y + 15, lived, "row house", 8, 10, "Småhus radhus");
            People(lived, p, $"{p.Area} {n}", Address(p, n, plot.X + 4, plot.Y + 20), plot.Designation);
        }
    }

    private void RowHousesInOneOutline(Place p)
    {
        double x = p.X;
        bool any = false;
        for (int i = 0; i < 5; i++)
        {
            Plot plot = Ground(p, 8);
            bool lived = Chance(0.4);
            any |= lived;
            string n = p.NextNumber();
            People(lived, p, $"{p.Area} {n}", Address(p, n, plot.X + 4, plot.Y + 20), plot.Designation);
        }

        Home(x, p.Y + 15, any, "row houses in one outline", 40, 10, "Småhus radhus");
    }

    // One building, a third of it on the neighbouring property; the people are registered on that one.
    private void StraddlesABorder(Place p)
    {
        Plot west = Ground(p, 30);
        Plot east = Ground(p, 30);
        bool lived = Lived();
        string n = p.NextNumber();
        Home(east.X - 8, west.Y + 15, lived, "straddles a border");
        People(lived, p, $"{p.Area} {n}", Address(p, n, west.X + 15, west.Y + 1), Chance(0.5) ? west.Designation : east.Designation);
    }

    private void SplitByABorder(Place p)
    {
        Plot west = Ground(p, 30);
        Ground(p, 30);
        bool lived = Lived();
        string n = p.NextNumber();
        Home(west.X + 23, west.Y + 15, lived, "split by a border, west", 7);
        Home(west.X + 30, west.Y + 15, lived, "split by a border, east", 5);
        People(lived, p, $"{p.Area} {n}", Address(p, n, west.X + 26, west.Y + 20), west.Designation);
    }

    // A house with an address of its own on the farmer's land.
    private void LeasedPlot(Place p)
    {
        Plot plot = Ground(p, 140, 80);
        bool owner = Lived();
        bool tenant = Lived();
        string n = p.NextNumber();
        string m = p.NextNumber();
        Home(plot.X + 10, plot.Y + 30, owner, "owner beside leased plot");
        Home(plot.X + 100, plot.Y + 30, tenant, "leased plot");
        People(owner, p, $"{p.Area} {n}", Address(p, n, plot.X + 16, plot.Y + 35), plot.Designation);
        People(tenant, p, $"{p.Area} {m}", Address(p, m, plot.X + 106, plot.Y + 22), plot.Designation);
    }

    // As above, registered on the tenant's own property elsewhere.
    private void LeasedPlotInTheOwnersName(Place p)
    {
        Plot plot = Ground(p, 140, 80);
        Plot other = Ground(p, 60);
        bool owner = Lived();
        bool tenant = Lived();
        string n = p.NextNumber();
        string m = p.NextNumber();
        Home(plot.X + 10, plot.Y + 30, owner, "owner beside leased plot");
        Home(plot.X + 100, plot.Y + 30, tenant, "leased plot, another property stated");
        People(owner, p, $"{p.Area} {n}", Address(p, n, plot.X + 16, plot.Y + 35), plot.Designation);
        People(tenant, p, $"{p.Area} {m}", Address(p, m, plot.X + 106, plot.Y + 35), other.Designation);
    }

    // A property in the air above another: both have the same ground.
    private void AboveTheShop(Place p)
    {
        Plot plot = Ground(p);
        string above = p.NextDesignation();
        Town.Property(above, (plot.X, plot.Y, plot.Width, plot.Depth));
        bool lived = Lived();
        string n = p.NextNumber();
        Home(plot.X + 5, plot.Y + 5, lived, "property above a property", 30, 20, "Flerfamiljshus");
        People(lived, p, $"{p.Area} {n}", Address(p, n, plot.X + 15, plot.Y + 15), above);
    }

    // The register has the new numbers; the extract still writes the old ones.
    private void RenumberedStreet(Place p)
    {
        for (int i = 0; i < 8; i++)
        {
            Plot plot = Ground(p);
            bool lived = Lived();
            string old = (200 + (2 * i)).ToString(CultureInfo.InvariantCulture);
            string now = (300 + (2 * i)).ToString(CultureInfo.InvariantCulture);
            Home(plot.X + 10, plot.Y + 15, lived, "renumbered street");
            People(lived, p, $"{p.Area} {old}", Address(p, now, plot.X + 15, plot.Y + 20), plot.Designation);
        }
    }

    private void RenamedStreet(Place p)
    {
        string now = "Nya " + p.Area;
        for (int i = 1; i <= 8; i++)
        {
            Plot plot = Ground(p);
            bool lived = Lived();
            string n = i.ToString(CultureInfo.InvariantCulture);
            Home(plot.X + 10, plot.Y + 15, lived, "renamed street");
            People(lived, p, $"Gamla Mosstorpsvägen {n}", Address(p, n, plot.X + 15, plot.Y + 20, area: now), plot.Designation);
        }
    }

    private void VillageBecomesStreet(Place p)
    {
        for (int i = 1; i <= 6; i++)
        {
            Plot plot = Ground(p, 60, 60);
            bool lived = Lived();
            string old = (500 + i).ToString(CultureInfo.InvariantCulture);
            Home(plot.X + 10, plot.Y + 15, lived, "village became street");
            People(lived, p, $"{p.Area} {old}", Address(p, (i * 11).ToString(CultureInfo.InvariantCulture), plot.X + 15, plot.Y + 20, area: p.Area + "vägen"), plot.Designation);
        }
    }

    // The same street with the same numbers in two post towns.
    private void SameNameTwice(Place p)
    {
        foreach (Place where in (Place[])[p, NewPlace()])
        {
            for (int i = 1; i <= 6; i++)
            {
                Plot plot = Ground(where);
                bool lived = Lived();
                string n = i.ToString(CultureInfo.InvariantCulture);
                Home(plot.X + 10, plot.Y + 15, lived, "same name twice");
                string area = "Kungsgatan " + Roman(p.Y >= 0 ? (int)(p.Y / StripM) : 0);
                People(lived, where, $"{area} {n}", Address(where, n, plot.X + 15, plot.Y + 20, area: area), plot.Designation);
            }
        }
    }

    // A place without a single address in the register has a street of this name too.
    private void NameOfAnotherPlace(Place p)
    {
        Place bare = NewPlace() with { PostTown = "UTBY" + Roman(_strip), Code = (95_000 + _strip).ToString(CultureInfo.InvariantCulture) };
        string area = "Parkvägen " + Roman(_strip);
        for (int i = 1; i <= 6; i++)
        {
            string n = i.ToString(CultureInfo.InvariantCulture);
            Plot plot = Ground(p);
            bool lived = Lived();
            Home(plot.X + 10, plot.Y + 15, lived, "shares its name with a place that is missing");
            People(lived, p, $"{area} {n}", Address(p, n, plot.X + 15, plot.Y + 20, area: area), plot.Designation);
            Plot other = Ground(bare);
            bool there = Lived();
            Home(other.X + 10, other.Y + 15, there, "in a place that is missing");
            People(there, bare, $"{area} {n}", null, other.Designation);
        }
    }

    // The extract still names the property that was split.
    private void SplitProperty(Place p)
    {
        string parent = p.NextDesignation();
        for (int i = 0; i < 3; i++)
        {
            Plot plot = Ground(p);
            bool lived = Lived();
            string n = p.NextNumber();
            Home(plot.X + 10, plot.Y + 15, lived, "split property");
            People(lived, p, $"{p.Area} {n}", Address(p, n, plot.X + 15, plot.Y + 20), parent);
        }
    }

    private void NewHomeOnOldMap(Place p)
    {
        Plot plot = Ground(p, mapped: false);
        bool lived = Lived();
        string n = p.NextNumber();
        Home(plot.X + 10, plot.Y + 15, lived, "new home on old map");
        People(lived, p, $"{p.Area} {n}", Address(p, n, plot.X + 15, plot.Y + 20), plot.Designation);
    }

    private void NewHomeWithoutBuilding(Place p)
    {
        Plot plot = Ground(p);
        string n = p.NextNumber();
        People(true, p, $"{p.Area} {n}", Address(p, n, plot.X + 15, plot.Y + 20), plot.Designation);
        Plain(p, "in");
    }

    // The address is in the population register before it is in the address register.
    private void MovedInYesterday(Place p)
    {
        Plot plot = Ground(p);
        string n = p.NextNumber();
        Home(plot.X + 10, plot.Y + 15, true, "moved in yesterday");
        People(true, p, $"{p.Area} {n}", Id("a"), plot.Designation);
    }

    private void AddressTwice(Place p)
    {
        Plot plot = Ground(p);
        bool lived = Lived();
        string n = p.NextNumber();
        Home(plot.X + 10, plot.Y + 15, lived, "address twice");
        Address(p, n, plot.X + 15, plot.Y + 20);
        People(lived, p, $"{p.Area} {n}", Address(p, n, plot.X + 16, plot.Y + 21), plot.Designation);
    }

    // The map has the old outline of the house besides the new one.
    private void BuildingTwice(Place p)
    {
        Plot plot = Ground(p);
        bool lived = Lived();
        string n = p.NextNumber();
        Home(plot.X + 10, plot.Y + 15, lived, "building twice, new", 14, 11);
        House(plot.X + 11, plot.Y + 16, "secondary", "building twice, old", 11, 9);
        People(lived, p, $"{p.Area} {n}", Address(p, n, plot.X + 17, plot.Y + 20), plot.Designation);
    }

    private void ReservedBeside(Place p)
    {
        Plot plot = Ground(p, 60);
        bool lived = Lived();
        string n = p.NextNumber();
        Home(plot.X + 10, plot.Y + 15, lived, "reserved address beside");
        People(lived, p, $"{p.Area} {n}", Address(p, n, plot.X + 15, plot.Y + 20), plot.Designation);
        Address(p, n + "A", plot.X + 45, plot.Y + 20, inForce: false);
    }

    private void CareHome(Place p)
    {
        Plot plot = Ground(p, 60);
        string n = p.NextNumber();
        Town.Other(Id("c"), plot.X + 5, plot.Y + 10, 50, 20, "Samhällsfunktion ospecificerad");
        string a = Address(p, n, plot.X + 30, plot.Y + 20);
        for (int i = 0; i < 4; i++)
        {
            People(true, p, $"{p.Area} {n}", a, plot.Designation);
        }
    }

    private void Flats(Place p)
    {
        Plot plot = Ground(p, 60);
        bool lived = Chance(0.95);
        Home(plot.X + 5, plot.Y + 10, lived, "flats", 50, 14, "Flerfamiljshus");
        foreach (string letter in (string[])["A", "B"])
        {
            string n = p.NextNumber();
            string a = Address(p, n + letter, plot.X + (letter == "A" ? 10 : 45), plot.Y + 12);
            for (int i = 0; i < 4; i++)
            {
                People(lived && Chance(0.9), p, $"{p.Area} {n}{letter}", a, plot.Designation);
            }
        }
    }

    private void BehindTheShop(Place p)
    {
        Plot plot = Ground(p, 50);
        bool lived = Lived();
        string n = p.NextNumber();
        Town.Other(Id("s"), plot.X + 10, plot.Y + 3, 14, 10, "Verksamhet");
        Home(plot.X + 10, plot.Y + 25, lived, "behind the shop");
        People(lived, p, $"{p.Area} {n}", Address(p, n, plot.X + 15, plot.Y + 8), plot.Designation);
    }

    private void GarageTypedAsDwelling(Place p)
    {
        Plot plot = Ground(p);
        bool lived = Lived();
        string n = p.NextNumber();
        Home(plot.X + 8, plot.Y + 15, lived, "main beside garage");
        House(plot.X + 30, plot.Y + 2, "secondary", "garage typed as dwelling", 5, 6);
        People(lived, p, $"{p.Area} {n}", Address(p, n, plot.X + 14, plot.Y + 20), plot.Designation);
    }

    private void HolidayHouses(Place p)
    {
        for (int i = 0; i < 4; i++)
        {
            Plot plot = Ground(p);
            string n = p.NextNumber();
            Home(plot.X + 10, plot.Y + 15, false, "holiday house", 9, 8);
            Address(p, n, plot.X + 14, plot.Y + 18);
        }
    }

    // Sparse areas: people are written on village and property.
    private void WithoutAddress(Place p)
    {
        for (int i = 0; i < 3; i++)
        {
            Plot plot = Ground(p, 80, 80);
            bool lived = Chance(0.5);
            Home(plot.X + 20, plot.Y + 20, lived, "without address");
            People(lived, p, p.Area, null, plot.Designation);
        }
    }

    private void NearlyTheSameName(Place p)
    {
        string near = p.Area + "n";
        for (int i = 1; i <= 5; i++)
        {
            Plot plot = Ground(p);
            bool lived = Lived();
            string n = i.ToString(CultureInfo.InvariantCulture);
            Home(plot.X + 10, plot.Y + 15, lived, "nearly the same name");
            People(lived, p, $"{near} {n}", Address(p, n, plot.X + 15, plot.Y + 20, area: near), plot.Designation);
        }
    }

    private void PointOnTheNeighboursGround(Place p)
    {
        Plot mine = Ground(p);
        Plot theirs = Ground(p);
        bool lived = Lived();
        bool there = Lived();
        string n = p.NextNumber();
        string m = p.NextNumber();
        Home(mine.X + 25, mine.Y + 15, lived, "point on the neighbour's ground");
        Home(theirs.X + 20, theirs.Y + 15, there, "neighbour of a stray point");
        People(lived, p, $"{p.Area} {n}", Address(p, n, theirs.X + 1, theirs.Y + 20), mine.Designation);
        People(there, p, $"{p.Area} {m}", Address(p, m, theirs.X + 26, theirs.Y + 20), theirs.Designation);
    }

    // 12A and 12B; the extract writes 12 for both.
    private void LettersDropped(Place p)
    {
        Plot plot = Ground(p, 60);
        string n = p.NextNumber();
        for (int i = 0; i < 2; i++)
        {
            bool lived = Lived();
            string letter = i == 0 ? "A" : "B";
            Home(plot.X + 8 + (i * 26), plot.Y + 15, lived, "letters dropped");
            People(lived, p, $"{p.Area} {n}", Address(p, n + letter, plot.X + 14 + (i * 26), plot.Y + 20), plot.Designation);
        }
    }

    private void ManorWithWings(Place p)
    {
        Plot plot = Ground(p, 120, 100);
        for (int i = 0; i < 3; i++)
        {
            bool lived = Lived();
            string n = p.NextNumber();
            double x = plot.X + 10 + (i * 35);
            Home(x, plot.Y + 40, lived, "manor with wings", i == 1 ? 22 : 10, i == 1 ? 14 : 9);
            People(lived, p, $"{p.Area} {n}", Address(p, n, x + 4, plot.Y + 44), plot.Designation);
        }
    }

    private void JointUnit(Place p)
    {
        string designation = p.Tract + " S:1";
        Town.Property(designation, (p.X, p.Y, 60, 60));
        bool lived = Lived();
        string n = p.NextNumber();
        Home(p.X + 20, p.Y + 20, lived, "joint unit");
        People(lived, p, $"{p.Area} {n}", Address(p, n, p.X + 26, p.Y + 25), designation);
        p.X += 60;
    }

    // Both points stand at the road, before the gates.
    private void TwoHousesTwoAddressesAtTheRoad(Place p)
    {
        Plot plot = Ground(p, 100, 60);
        for (int i = 0; i < 2; i++)
        {
            bool lived = Lived();
            string n = p.NextNumber();
            Home(plot.X + 15 + (i * 55), plot.Y + 30, lived, "two houses, both points at the road");
            People(lived, p, $"{p.Area} {n}", Address(p, n, plot.X + 18 + (i * 55), plot.Y + 1), plot.Designation);
        }
    }
}
