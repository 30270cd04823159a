using HousingInventory.Diagnostics;
using HousingInventory.Formats;

namespace HousingInventory.Export.Qgis;

/// <summary>The columns of a follow-up, for every table that holds one.</summary>
internal static class FollowUpColumns
{
    /// <summary>The columns by what they mean.</summary>
    public static IReadOnlyDictionary<string, GpkgColumn> Of(Language language)
    {
        string[] meanings = ["ref", "building_id", "state", "contacted_on", "inspected_on", "condition", "note"];
        return meanings.Select(m => ResultLayers.Fixed.First(c => c.Name == m)).ToDictionary(
            c => c.Name,
            c => new GpkgColumn(
                c.Name, c.Name == "note" ? "TEXT(200)" : c.Type == ResultType.Date ? "DATE" : "TEXT", c.Label(language), c.Description(language),
                c.Values.Count == 0 ? null : [.. c.Values.Select(v => new GpkgValue(v.Key, language == Language.Sv ? v.Sv : v.En))]),
            StringComparer.Ordinal);
    }

    /// <summary>An empty table for people to write in.</summary>
    public static GpkgTableDefinition Table(Language language) => new()
    {
        Name = "followup",
        Identifier = language == Language.Sv ? "Uppföljning" : "Follow-up",
        Description = language == Language.Sv ? "Vad som har gjorts med varje hus. En rad per hus." : "What has been done about each house. One row a house.",
        Columns = [.. Of(language).Values.Where(c => c.Name != "building_id")],
    };

    /// <summary>What was read, for the houses that may be shown.</summary>
    public static GpkgTableDefinition Copy(Language language) => Table(language) with { Columns = [.. Of(language).Values] };

    public static IEnumerable<object?[]> Rows(ResultTable table)
    {
        foreach (ResultRow row in table.Buildings)
        {
            if (row.FollowUp is { } said)
            {
                yield return [Model.Ref.Of(row.Building.Id), row.Building.Id, said.State, said.ContactedOn, said.InspectedOn, said.Condition, said.Note];
            }
        }
    }
}
