using System.Text.RegularExpressions;
using System.Xml.Linq;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Export.Qgis;
using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Tests.Export.Qgis;

public sealed partial class RunProjectTests(SampleRun sample) : IClassFixture<SampleRun>
{
    [Fact]
    public void Every_source_is_a_relative_way_and_themes_name_only_layers_that_are_there()
    {
        XElement project = Project(sample.Results);
        Assert.All(project.Descendants("datasource"), s => Assert.Matches(@"^\./inventory\.gpkg\|layername=[a-z_]+$", s.Value));
        Assert.DoesNotMatch(AbsolutePath(), project.ToString());
        HashSet<string> ids = [.. project.Descendants("maplayer").Select(l => l.Element("id")!.Value)];
        Assert.All(project.Descendants("visibility-preset").Elements("layer"), l => Assert.Contains(l.Attribute("id")!.Value, ids));
        foreach (XElement named in project.Descendants("visibility-preset").Elements("layer"))
        {
            XElement layer = project.Descendants("maplayer").Single(l => l.Element("id")!.Value == named.Attribute("id")!.Value);
            Assert.Contains(named.Attribute("style")!.Value, layer.Element("map-layer-style-manager")!.Elements("map-layer-style").Select(s => s.Attribute("name")!.Value));
        }
    }

    [Theory]
    [InlineData(Language.Sv, "Kandidater", "Hållplatser och linjer", "Bakgrund")]
    [InlineData(Language.En, "Candidates", "Stops and lines", "Background")]
    public void Groups_and_layers_are_called_in_the_language_of_the_run(Language language, params string[] groups)
    {
        ResultTable table = sample.Table(c => c with { Language = language });
        IEnumerable<string> found = Project(table.Results).Element("layer-tree-group")!.Elements("layer-tree-group").Select(g => g.Attribute("name")!.Value);
        Assert.Superset(groups.ToHashSet(), found.ToHashSet());
    }

    [Fact]
    public void A_follow_up_in_a_GeoPackage_is_joined_editable_by_the_way_to_it()
    {
        FollowUpTable own = new("/data/kommun/uppföljning/followup.gpkg", "hus", new Dictionary<string, string> { ["ref"] = "Referens", ["state"] = "Läge", ["note"] = "note" });
        FollowUpJoin join = Joined(own, "/data/kommun/out")!;
        Assert.Equal("../uppföljning/followup.gpkg|layername=hus", join.Source);
        Assert.True(join.IsEditable);
        Assert.Equal(("ref", "Referens"), (join.Key, join.ToJoin().Column));
        Assert.Equal(["followup_Läge", "followup_note"], join.Columns.Select(c => c.Name));
        Assert.Equal("./followup.gpkg|layername=hus", Joined(own with { FullPath = "/data/kommun/out/followup.gpkg" }, "/data/kommun/out")!.Source);
    }

    [Fact]
    public void Beside_another_follow_up_the_words_of_the_run_are_shown_too()
    {
        FollowUpTable own = new("/data/kommun/followup.gpkg", "followup", new Dictionary<string, string> { ["ref"] = "ref", ["state"] = "state" });
        FollowUpJoin alone = Joined(own, "/data/kommun/out")!;
        GpkgColumn[] columns = [new("ref", "TEXT", "Referens"), new("state", "TEXT", "Uppföljning")];
        QmlStyle StyleOf(FollowUpJoin join, int number) => LayerStyles.Of("candidates", columns, sample.Results, join)[number].Style;
        Assert.Contains("state", StyleOf(alone, 0).Form!.Hidden);
        Assert.Equal("coalesce(\"followup_state\", 'not-started')", StyleOf(alone, 1).ClassifiedBy);
        FollowUpJoin beside = alone with { IsWhole = false };
        Assert.Empty(StyleOf(beside, 0).Form!.Hidden);
        Assert.Equal(["Referens", "Uppföljning (vid körningen)", "Uppföljning"], StyleOf(beside, 0).Columns.Select(c => c.Title));
        Assert.Equal("coalesce(\"followup_state\", \"state\", 'not-started')", StyleOf(beside, 1).ClassifiedBy);
    }

    [Fact]
    public void Any_other_follow_up_is_joined_from_the_copy_in_the_file_and_cannot_be_changed()
    {
        FollowUpJoin join = FollowUpJoin.Of(sample.Results, "/data/out")!;
        Assert.Equal(("./inventory.gpkg|layername=followup", false, "building_id"), (join.Source, join.IsEditable, join.Key));
        Assert.All(Project(sample.Results).Descendants("maplayer"), l => Assert.Equal("1", l.Attribute("readOnly")!.Value));
    }

    [Fact]
    public void Style_names_fit_the_table_of_styles_and_are_unique()
    {
        foreach (ResultLayer layer in ResultLayers.All(new ResultTable(sample.Results), new Run()))
        {
            string[] names = [.. LayerStyles.Of(layer.Name, GpkgTables.Of(layer, sample.Results.Frame).Columns, sample.Results, null).Select(s => s.Name)];
            Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
            Assert.All(names, n => Assert.InRange(n.Length, 1, 30));
        }
    }

    [Fact]
    public void Terms_are_those_of_the_configuration_else_those_known_of_the_layout()
    {
        InputFile file = new() { Id = "a", Type = "roads", Path = "a", Layout = "openstreetmap-roads" };
        Assert.Equal("© OpenStreetMap contributors, ODbL 1.0", DataTerms.Of(file, Language.En));
        Assert.Equal("Eget material", DataTerms.Of(new() { Id = "a", Type = "roads", Path = "a", Layout = "openstreetmap-roads", Licence = "Eget material" }, Language.Sv));
        Assert.Null(DataTerms.Of(new() { Id = "a", Type = "timetable", Path = "a", Layout = "gtfs" }, Language.Sv));
    }

    [Fact]
    public void The_layers_of_an_analysis_have_a_group_of_their_own()
    {
        ResultLayer stops = ResultLayers.All(new ResultTable(sample.Results), new Run()).Single(l => l.Name == "stops");
        AnalysisResult analysis = new("more", "other-weights") { Layers = [stops with { Title = new("more_stops", "Fler hållplatser", "More stops") }] };
        XElement tree = Project(sample.Results with { Analyses = [analysis] }).Element("layer-tree-group")!;
        XElement group = Assert.Single(tree.Elements("layer-tree-group"), g => g.Attribute("name")!.Value == "Analyser");
        Assert.Equal(["Fler hållplatser"], group.Elements("layer-tree-layer").Select(l => l.Attribute("name")!.Value));
    }

    private static XElement Project(Results results) =>
        XDocument.Parse(RunProject.Of(ResultLayers.All(new ResultTable(results), new Run()), results, FollowUpJoin.Of(results, "/data/out")).ToXml()).Root!;

    private static FollowUpJoin? Joined(FollowUpTable own, string folder)
    {
        LoadedConfig loaded = ConfigReader.Load(Path.Combine(RepositoryRoot.Path, "data-samples", "tiny-town", "inventory.json"));
        Results results = Pipeline.Analyse(loaded, new Run());
        return FollowUpJoin.Of(results with { Papers = results.Papers with { FollowUpTables = [.. results.Papers.FollowUpTables, own] } }, folder);
    }

    [GeneratedRegex(@"(^|[""'>\s])(/[a-z]+/|[A-Za-z]:[\\/]|file:)")]
    private static partial Regex AbsolutePath();
}
