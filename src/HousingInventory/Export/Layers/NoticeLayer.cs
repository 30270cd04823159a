using HousingInventory.Diagnostics;
using NetTopologySuite.Geometries;

namespace HousingInventory.Export;

/// <summary>The notices, with a point where they have one.</summary>
internal static class NoticeLayer
{
    public const string Name = "notices";

    public static ResultLayer Of(Results results, Run run)
    {
        Language language = results.Frame.Language;
        return new()
        {
            Title = new(Name, "Anmärkningar", "Notices"),
            DescriptionSv = "Brister i underlaget och hur de rättas.",
            DescriptionEn = "What is wrong in the data and how to mend it.",
            GeometryType = "POINT",
            Columns =
            [
                LayerColumn.Of("code", ResultType.Text, "Kod", "Code"),
                LayerColumn.Of("severity", ResultType.Text, "Allvar", "Severity"),
                LayerColumn.Of("source", ResultType.Text, "Källa", "Source"),
                LayerColumn.Of("row_number", ResultType.Integer, "Rad", "Row"),
                LayerColumn.Of("feature", ResultType.Text, "Objekt", "Feature"),
                LayerColumn.Of("text", ResultType.Text, "Vad", "What"),
                LayerColumn.Of("remedy", ResultType.Text, "Gör så här", "What to do"),
            ],
            Rows = run.Notices.Samples.Select(n => (
                (Geometry?)n.Place,
                (object?[])[n.Code, NoticesFile.Word(n.Severity, language), n.Source, (long?)n.Row, n.Feature, n.Text(language), n.Remedy(language)])),
        };
    }
}
