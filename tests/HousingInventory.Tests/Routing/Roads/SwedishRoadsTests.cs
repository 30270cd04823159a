using HousingInventory.Routing.Roads;

namespace HousingInventory.Tests.Routing.Roads;

/// <summary>Classes of NVDB and of Lantmäteriet's Topografi.</summary>
public sealed class SwedishRoadsTests
{
    private const RoadFlags Both = RoadFlags.Foot | RoadFlags.Car;

    [Theory]
    [InlineData("Vagtr_474=1", Both)]
    [InlineData("Vagtr_474=2", RoadFlags.Foot)]
    [InlineData("Vagtr_474=4", RoadFlags.Foot)]
    [InlineData("Vagtr_474=1 Motorvag=-1", RoadFlags.Car | RoadFlags.Motorway)]
    [InlineData("Vagtr_474=1 Motortrafikled=true", RoadFlags.Car | RoadFlags.Motorway)]
    [InlineData("Vagtr_474=1 Motorvag=0", Both)]
    [InlineData("Vagtr_474=1 Kateg_380=4", Both | RoadFlags.Major)]
    [InlineData("Vagtr_474=1 Kateg_380=5", Both)]
    [InlineData("Vagtr_474=1 B_ForbjudenFardriktning=-1", RoadFlags.Foot | RoadFlags.CarForward)]
    [InlineData("Vagtr_474=1 F_ForbjudenFardriktning=1", RoadFlags.Foot | RoadFlags.CarBackward)]
    [InlineData("Vagtr_474=1 F_ForbudTrafik=-1 B_ForbudTrafik=-1", RoadFlags.Foot)]
    [InlineData("Vagtr_474=1 Farjeled=-1", RoadFlags.Car | RoadFlags.Ferry)]
    [InlineData("Vagtr_474=2 Typ_369=27", RoadFlags.None)]
    [InlineData("Vagtr_474=Bilnät", Both)]
    [InlineData("Vagtr_474=Gångnät", RoadFlags.Foot)]
    [InlineData("Klass_181=7", Both)]
    [InlineData("Typ_369=11", RoadFlags.Foot)]
    [InlineData("Vagtr_474=9", RoadFlags.None)]
    public void Nvdb_links_are_for_whom_their_columns_say(string values, RoadFlags expected) =>
        Assert.Equal(expected, NvdbRoads.Classify(Values(values)).Flags);

    [Theory]
    [InlineData("Vagtr_474=1 F_Hogst_225=50 B_Hogst_225=70", 50, 70)]
    [InlineData("Vagtr_474=1 F_Hogst_225=80.0", 80, 80)]
    [InlineData("Vagtr_474=1", 70, 70)]
    [InlineData("Vagtr_474=1 Tattbebyggt_omrade=-1", 50, 50)]
    [InlineData("Vagtr_474=1 Gangfartsomrade=-1", 7, 7)]
    [InlineData("Vagtr_474=1 Slitl_152=2", 60, 60)]
    public void Nvdb_speeds_are_limits_else_the_general_rule(string values, double forwardKmh, double backwardKmh)
    {
        RoadTraits traits = NvdbRoads.Classify(Values(values));
        Assert.Equal((forwardKmh, backwardKmh), (traits.ForwardKmh, traits.BackwardKmh));
    }

    [Fact]
    public void Nvdb_columns_are_found_in_any_case_and_cut_to_ten_letters()
    {
        string[] shapefile = ["route_id", "vagtr_474", "f_hogst_22", "b_hogst_22", "f_forbjude", "f_forbudtr"];
        Assert.Equal(1, NvdbRoads.FindColumn(shapefile, "Vagtr_474"));
        Assert.Equal(2, NvdbRoads.FindColumn(shapefile, "F_Hogst_225"));
        Assert.Equal(4, NvdbRoads.FindColumn(shapefile, "F_ForbjudenFardriktning"));
        Assert.Equal(5, NvdbRoads.FindColumn(shapefile, "F_ForbudTrafik"));
        Assert.Equal(-1, NvdbRoads.FindColumn(shapefile, "Farjeled"));
        Assert.Equal(1, NvdbRoads.FindColumn(["F_Hogst_22", "F_HOGST_225"], "F_Hogst_225"));
        Assert.Contains("Vagtr_474", NvdbRoads.Columns);
    }

    [Theory]
    [InlineData("objekttypnr=1801", RoadFlags.Car | RoadFlags.Motorway | RoadFlags.Major)]
    [InlineData("objekttypnr=1802", RoadFlags.Car | RoadFlags.Motorway | RoadFlags.Major)]
    [InlineData("objekttypnr=1803", Both | RoadFlags.Major)]
    [InlineData("objekttypnr=1805", Both | RoadFlags.Major)]
    [InlineData("objekttypnr=1807", Both)]
    [InlineData("objekttypnr=1815", Both)]
    [InlineData("objekttypnr=1816", RoadFlags.None)]
    [InlineData("objekttypnr=1811 gagata=Ja", RoadFlags.Foot)]
    [InlineData("objekttypnr=1810 bussgata=Ja", RoadFlags.Foot)]
    [InlineData("objekttypnr=1623", RoadFlags.Foot)]
    [InlineData("objekttypnr=1628", RoadFlags.Foot)]
    [InlineData("objekttyp=Motortrafikled", RoadFlags.Car | RoadFlags.Motorway | RoadFlags.Major)]
    [InlineData("objekttyp=Småväg", Both)]
    [InlineData("objekttyp=GÅNGSTIG", RoadFlags.Foot)]
    [InlineData("objekttyp=Färjeled", RoadFlags.Car | RoadFlags.Ferry)]
    [InlineData("objekttyp=Järnväg", RoadFlags.None)]
    [InlineData("objekttypnr=", RoadFlags.None)]
    public void Topografi_lines_are_for_whom_their_type_says(string values, RoadFlags expected) =>
        Assert.Equal(expected, TopografiRoads.Classify(Values(values)).Flags);

    [Fact]
    public void Topografi_speeds_come_from_the_type()
    {
        Assert.Equal(80, TopografiRoads.Classify(Values("objekttypnr=1804")).ForwardKmh);
        Assert.Equal(40, TopografiRoads.Classify(Values("objekttypnr=1814")).BackwardKmh);
    }

    private static Func<string, string?> Values(string text)
    {
        Dictionary<string, string> values = text.Split(' ').Select(t => t.Split('=')).ToDictionary(t => t[0], t => t[1]);
        return key => values.GetValueOrDefault(key);
    }
}
