using System.Globalization;

namespace HousingInventory.Tests.Towns;

/// <summary>What stands on a plot, and how the registers show it.</summary>
internal sealed partial class OtherTown
{
    private bool Lived() => Chance(0.82);

    private void House(OtherPlot p)
    {
        Property(p);
        (double x, double y, double w, double d) = MainHouse(p);
        bool lived = Lived();
        (double X, double Y, string Kind) at = Point(p, x, y, w, d);
        string house = Dwelling(x, y, w, d, lived, "house, point " + at.Kind);
        string a = Address(p, p.NumberText(), at);
        PeopleOrProtected(lived, p, a, house);
        if (Chance(0.5))
        {
            Town.Other(Id("g"), p.X + p.Width - 8, p.North ? p.Y + p.Depth - 8 : p.Y + 2, 6, 6, "Komplementbyggnad");
        }
    }

    private void GuestHouse(OtherPlot p)
    {
        Property(p);
        (double x, double y, double w, double d) = MainHouse(p);
        bool lived = Lived();
        (double X, double Y, string Kind) at = Point(p, x, y, w, d);
        string house = Dwelling(x, y, w, d, lived, "main beside guest house, point " + at.Kind);
        string guest = Dwelling(p.X + 2, p.North ? p.Y + p.Depth - 9 : p.Y + 2, _random.Next(5, 9), 6, false, "guest house", further: true);
        string a = Address(p, p.NumberText(), at);
        PeopleOrProtected(lived, p, a, house, guest);
    }

    private void TwoAddresses(OtherPlot p)
    {
        Property(p);
        (double x, double y, double w, double d) = MainHouse(p);
        double back = p.North ? p.Y + p.Depth - 14 : p.Y + 3;
        foreach ((string letter, double hy) in (ReadOnlySpan<(string, double)>)[(Pick("", "A"), y), ("B", back)])
        {
            bool lived = Lived();
            (double X, double Y, string Kind) at = Chance(0.8) ? (x + (w / 2), hy + (d / 2), "in") : (x + (w / 2), hy - 1, "wall");
            Dwelling(x, hy, w, d, lived, "A and B");
            People(lived, p, Address(p, p.NumberText(letter), at), p.NumberText(letter));
        }
    }

    // One address for two houses of about the same size; who lives there lives in the first. The second is told by nothing.
    private void SharedAddress(OtherPlot p)
    {
        Property(p);
        (double x, double y, double w, double d) = MainHouse(p);
        bool lived = Lived();
        (double X, double Y, string Kind) at = Point(p, x, y, w, d);
        Dwelling(x, y, w, d, lived, "shares address, point " + at.Kind);
        Dwelling(x, p.North ? p.Y + p.Depth - 14 : p.Y + 3, w - 1, d, false, "shares address, second", further: true);
        People(lived, p, Address(p, p.NumberText(), at), p.NumberText());
    }

    private void Split(OtherPlot p)
    {
        (double x, double y, double w, double d) = MainHouse(p);
        double border = x + (w * 0.6);
        Town.Property(p.Designation, (p.X, p.Y, border - p.X, p.Depth));
        Town.Property(p.Designation + "1", (border, p.Y, p.X + p.Width - border, p.Depth));
        bool lived = Lived();
        Dwelling(x, y, border - x, d, lived, "split house, west");
        Dwelling(border, y, w - (border - x), d, lived, "split house, east");
        People(lived, p, Address(p, p.NumberText(), (x + 2, y + 2, "in")), p.NumberText());
    }

    private void Flats(OtherPlot p)
    {
        Property(p);
        bool lived = Chance(0.97);
        string id = Dwelling(p.X + 2, p.Y + 10, p.Width - 4, 12, lived, "flats", purpose: "Flerfamiljshus");
        foreach (string letter in (ReadOnlySpan<string>)["A", "B"])
        {
            string a = Address(p, p.NumberText(letter), letter == "A" ? (p.X + 5, p.Y + 11, "in") : (p.X + p.Width - 6, p.Y + 8.5, "wall"));
            for (int flat = 0; flat < 4; flat++)
            {
                string number = (1001 + (flat / 2 * 100) + (flat % 2)).ToString(CultureInfo.InvariantCulture);
                string key = Id("l");
                if (_keys.Dwellings)
                {
                    Town.Dwelling(key, number, a, Chance(0.5) ? id : null);
                }

                People(lived && Chance(0.9), p, a, p.NumberText(letter), flat: Chance(0.97) ? number : null, dwelling: _keys.Dwellings && Chance(0.9) ? key : null);
            }
        }
    }

    // Row houses on plots of their own that share walls; now and then one register building for the whole row.
    private void RowHouses(OtherPlot p)
    {
        double unit = p.Width / 4;
        bool one = Chance(0.3);
        bool any = false;
        List<(bool Lived, double X, string Letter)> units = [.. Enumerable.Range(0, 4).Select(i => (Lived(), p.X + (i * unit), ((char)('A' + i)).ToString()))];
        foreach ((bool lived, double x, string letter) in units)
        {
            Town.Property(p.Designation + letter.Replace("A", "1", StringComparison.Ordinal).Replace("B", "2", StringComparison.Ordinal).Replace("C", "3", StringComparison.Ordinal).Replace("D", "4", StringComparison.Ordinal), (x, p.Y, unit, p.Depth));
            if (!one)
            {
                Dwelling(x, p.Y + 15, unit, 10, lived, "row house", purpose: Chance(0.7) ? "Småhus radhus" : "Småhus kedjehus");
            }

            any |= lived;
            string suffix = letter switch { "A" => "1", "B" => "2", "C" => "3", _ => "4" };
            People(lived, p with { Designation = p.Designation + suffix }, Address(p, p.NumberText(letter), (x + (unit / 2), p.Y + 20, "in")), p.NumberText(letter));
        }

        if (one)
        {
            Dwelling(p.X, p.Y + 15, p.Width, 10, any, "row of houses, one building", purpose: "Småhus radhus");
        }
    }

    private void GarageTypedDwelling(OtherPlot p)
    {
        Property(p);
        (double x, double y, double w, double d) = MainHouse(p);
        bool lived = Lived();
        (double X, double Y, string Kind) at = Point(p, x, y, w, d);
        Dwelling(x, y, w, d, lived, "main beside garage, point " + at.Kind);
        Dwelling(p.X + p.Width - 7, p.North ? p.Y + 1 : p.Y + p.Depth - 7, 4, 6, false, "garage typed dwelling", further: true);
        People(lived, p, Address(p, p.NumberText(), at), p.NumberText());
    }

    private void CareHome(OtherPlot p)
    {
        Property(p);
        Town.Other(Id("c"), p.X + 2, p.Y + 8, p.Width - 4, 20, Pick("Samhällsfunktion ospecificerad", "Verksamhet"));
        string a = Address(p, p.NumberText(), (p.X + (p.Width / 2), p.Y + 15, "in"));
        for (int i = 0; i < 5; i++)
        {
            People(true, p, a, p.NumberText(), flat: (1001 + i).ToString(CultureInfo.InvariantCulture));
        }
    }

    // The property map has a hole; the people name a property that it lacks.
    private void NoProperty(OtherPlot p)
    {
        (double x, double y, double w, double d) = MainHouse(p);
        bool lived = Lived();
        Dwelling(x, y, w, d, lived, "no property in the map");
        People(lived, p, Address(p, p.NumberText(), (x + (w / 2), y + (d / 2), "in")), p.NumberText());
    }

    // A condominium: three houses with an address each on one property.
    private void SharedProperty(OtherPlot p)
    {
        Property(p);
        double unit = p.Width / 3;
        for (int i = 0; i < 3; i++)
        {
            bool lived = Lived();
            string letter = ((char)('A' + i)).ToString();
            (double X, double Y, string Kind) at = Chance(0.7)
                ? (p.X + (i * unit) + (unit / 2), p.Y + 16, "in") : (p.X + (i * unit) + (unit / 2), p.North ? p.Y + 1 : p.Y + p.Depth - 1, "driveway");
            Dwelling(p.X + (i * unit) + 1, p.Y + 10, unit - 2, 12, lived, "three houses on one property");
            People(lived, p, Address(p, p.NumberText(letter), at), p.NumberText(letter));
        }
    }

    // The address lies in the shop; the family lives in the house behind it.
    private void Shop(OtherPlot p)
    {
        Property(p);
        (double x, double y, double w, double d) = MainHouse(p);
        bool lived = Lived();
        Town.Other(Id("s"), x, y, w, d, "Verksamhet");
        Dwelling(x, p.North ? p.Y + p.Depth - 14 : p.Y + 3, w, d, lived, "house behind shop");
        People(lived, p, Address(p, p.NumberText(), (x + (w / 2), y + (d / 2), "in")), p.NumberText());
    }

    // Generations: two homes with an address each, and a cottage without.
    private void Farm(OtherPlot p)
    {
        Property(p);
        bool any = false;
        for (int i = 0; i < 2; i++)
        {
            bool lived = Lived();
            any |= lived;
            double x = p.X + 5 + (i * (p.Width / 2));
            double y = p.Y + 30 + _random.Next(35);
            string? number = p.Number == 0 ? null : p.NumberText(i == 0 ? "" : "A");
            string? farm = p.Farm is null ? null : i == 0 ? p.Farm : "Lill" + p.Farm.ToLowerInvariant();
            (double X, double Y, string Kind) at = _random.Next(4) switch
            {
                0 => (x + 6, y - 12, "plot"),
                1 => (x + 3, y - 3, "wall"),
                _ => (x + 6, y + 5, "in"),
            };
            Dwelling(x, y, 12, 10, lived, "farm home, point " + at.Kind);
            People(lived, p with { Farm = farm }, Address(p, number, at, farm), number);
        }

        _lived = any;
        Dwelling(p.X + (p.Width / 2), p.Y + 2, 6, 7, false, "cottage on farm", further: true);
        Town.Other(Id("e"), p.X + 2, p.Y + 75, 30, 12, "Ekonomibyggnad");
    }

    // Sparse areas: the register has no address; the people are written on village and property.
    private void NoAddress(OtherPlot p)
    {
        Property(p);
        bool lived = Chance(0.5);
        Dwelling(p.X + 10, p.Y + 20, 10, 9, lived, "no address");
        People(lived, p with { Number = 0, Farm = null }, null, null);
    }

    // The house stands on the landowner's ground: the people's property is that of the owner's own farm in another village, or the ground's.
    private void Leased(OtherPlot p)
    {
        Property(p);
        bool lived = Lived();
        Dwelling(p.X + 10, p.Y + 20, 10, 9, lived, "leased ground");
        People(lived, p with { Designation = Chance(0.5) ? p.Designation : "ÄGARBYN 1:" + _random.Next(1, 9) }, Address(p, p.NumberText(), (p.X + 15, p.Y + 25, "in")), p.NumberText());
    }

    private void HolidayPair(OtherPlot p)
    {
        Property(p);
        bool lived = Chance(0.15);
        Dwelling(p.X + 10, p.Y + 20, 9, 8, lived, "holiday house");
        Dwelling(p.X + 30, p.Y + 22, 6, 5, false, "holiday guest house", further: true);
        People(lived, p, Address(p, p.NumberText(), (p.X + 14, p.Y + 24, "in")), p.NumberText());
    }
}
