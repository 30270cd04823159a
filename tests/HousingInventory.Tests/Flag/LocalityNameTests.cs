using HousingInventory.Diagnostics;
using HousingInventory.Export;
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
}
