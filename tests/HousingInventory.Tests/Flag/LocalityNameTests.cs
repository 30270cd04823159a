using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Flag;
using HousingInventory.Model;
using HousingInventory.Tests.Score;
using HousingInventory.Tests.Towns;
using NetTopologySuite.Geometries;

namespace HousingInventory.Tests.Flag;

public sealed class LocalityNameTests
{
    [Fact]
    public void The_locality_that_holds_the_house_goes_before_everything()
    {
        Town town = new Town().WithManyOthers().House("h", 0, 0).Address("a", "Exempelbyn", "1", 5, 5, village: true);
        town.More.Add(given =>
        {
            given.Localities.Add(new Locality("Exempelregionen", Town.Rectangle(-500, -500, 1000, 1000), null));
            given.Localities.Add(new Locality("Exempelstad", Town.Rectangle(-50, -50, 100, 100), null));
        });
        Assert.Equal("Exempelstad", town.Ask().Locality("h"));
    }

    [Fact]
    public void Two_localities_of_one_name_are_two_places()
    {
        Town town = new Town().WithManyOthers().House("west", 0, 0).House("east", 1000, 0).House("outside", 2000, 0);
        town.More.Add(given => given.Localities.AddRange(
            [new Locality("Nyby", Town.Rectangle(990, -50, 100, 100), null), new Locality("Nyby", Town.Rectangle(-50, -50, 100, 100), null)]));
        Answer answer = town.Ask();
        Assert.Equal(("Nyby", 1), (answer.Locality("west"), answer.Flags.LocalityOf[answer.Index("west")]));
        Assert.Equal(("Nyby", 0), (answer.Locality("east"), answer.Flags.LocalityOf[answer.Index("east")]));
        Assert.Equal(-1, answer.Flags.LocalityOf[answer.Index("outside")]);

        Run run = new();
        Results results = Sheet.Results("a b c", Language.Sv, run, Sheet.Of("x", 1, "1 2 3"));
        results = results with { Surroundings = answer.Answers.Question.Surroundings };
        ((int[])[0, 1, 1]).CopyTo(results.Flags.LocalityOf, 0);
        ResultLayer layer = LocalityLayer.Of(results, new GeometryFactory());
        Assert.Equal([("Nyby", 1L), ("Nyby", 2L)], layer.Rows.Select(r => ((string)r.Values[0]!, (long)r.Values[1]!)));
    }

    [Fact]
    public void Outside_it_is_the_village_then_the_district_then_the_tract()
    {
        Town town = new Town().WithManyOthers().Property("EXEMPELTRÄSK 1:1", (0, 0, 50, 50)).House("h", 10, 10);
        Assert.Equal("Exempelträsk", town.Copy().Ask().Locality("h"));
        Assert.Equal("Exempelbyn", town.Copy().Address("near", "Exempelbyn", "9", 700, 0, village: true).Ask().Locality("h"));
        Assert.Equal("Exempelträsk", town.Copy().Address("own", "Exempelvägen", "9", 15, 15).Ask().Locality("h"));
        Assert.Equal("Egenbyn", town.Copy().Address("own", "Egenbyn", "9", 15, 15, village: true).Address("near", "Exempelbyn", "9", 60, 0, village: true).Ask().Locality("h"));
    }

    [Fact]
    public void No_dwelling_is_without_a_name()
    {
        Answer answer = new Town().WithManyOthers().House("h", 0, 0).Other("shed", 20, 0, 5, 5, "Komplementbyggnad").Ask();
        Assert.NotEqual("", answer.Locality("h"));
        Assert.Equal("", answer.Locality("shed"));
        Assert.Equal("Exempelvägen", new Town().WithManyOthers().House("h", 0, 0).Address("a", "Exempelvägen", "1", 5, 5).Ask().Locality("h"));
    }

    [Fact]
    public void Of_localities_over_each_other_the_first_by_name_and_place_is_taken_whatever_the_order_of_the_file()
    {
        // Two of one size over each other: the name decides. Two of one name: the western one, then the southern one.
        Locality[] named =
        [
            new("Betaby", Town.Rectangle(0, 0, 100, 100), null), new("Alfaby", Town.Rectangle(0, 0, 100, 100), null),
            new("Nyby", Town.Rectangle(1010, 0, 100, 100), null), new("Nyby", Town.Rectangle(1000, 0, 100, 100), null),
            new("Söderby", Town.Rectangle(2000, 10, 100, 100), null), new("Söderby", Town.Rectangle(2000, 0, 100, 100), null),
        ];
        LocalityNames names = new([], named);
        (string Name, int Locality) At(double x, double y) => names.At(Town.At(x, y).X, Town.At(x, y).Y, [], null);
        Assert.Equal(("Alfaby", 1), At(50, 50));
        Assert.Equal(("Nyby", 3), At(1050, 50));
        Assert.Equal(("Söderby", 5), At(2050, 50));
    }

    [Fact]
    public void A_village_is_near_within_a_kilometre_and_any_street_within_five()
    {
        LocalityNames names = new([At("Exempelbyn", 0, 0, village: true), At("Exempelvägen", 3000, 0, village: false), At("Distriktsvägen", 20_000, 0, village: false, district: "Distriktet")], []);
        string Name(double x, params Address[] own) => names.At(x, 0, [.. own], null).Name;
        Assert.Equal("Exempelbyn", Name(-1000));
        Assert.Equal("Exempelbyn", Name(-1001)); // as the nearest address of any kind
        Assert.Equal("Exempelvägen", Name(1501));
        Assert.Equal("Exempelvägen", Name(8000));
        Assert.Equal("–", Name(8001));
        Assert.Equal("Distriktet", Name(19_000));

        // Own addresses go before those around: the village, then the district, then the street.
        Assert.Equal("Egenvägen", Name(0, At("Egenvägen", 0, 0, village: false)));
        Assert.Equal("Egendistriktet", Name(0, At("Egenvägen", 0, 0, village: false, district: " "), At("Egenvägen", 0, 0, village: false, district: "Egendistriktet")));
        Assert.Equal("Egenbyn", Name(0, At("Egenvägen", 0, 0, village: false, district: "Egendistriktet"), At("Egenbyn", 0, 0, village: true)));

        static Address At(string area, double x, double y, bool village, string? district = null) =>
            new() { Key = area, Area = area, Number = "1", IsVillage = village, InForce = true, District = district, X = x, Y = y, BuildingKeys = [] };
    }

    [Fact]
    public void A_tract_in_capitals_is_written_as_a_name_and_any_other_as_it_is()
    {
        LocalityNames names = new([], []);
        string Name(string? tract, string designation) =>
            names.At(0, 0, [], new Property { Key = "p", Designation = designation, Tract = tract!, Area = Town.Rectangle(0, 0, 1, 1) }).Name;
        Assert.Equal("Västra Exempelträsk", Name(" VÄSTRA EXEMPELTRÄSK ", "VÄSTRA EXEMPELTRÄSK 1:1"));
        Assert.Equal("Västra exempelträsk", Name("Västra exempelträsk", "VÄSTRA EXEMPELTRÄSK 1:1"));
        Assert.Equal("EXEMPEL 1:1", Name(" ", "EXEMPEL 1:1"));
    }
}
