using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Export;

/// <summary>The follow-up: the columns of every table that holds one, and what was read, as a copy beside the results.</summary>
internal static class FollowUpRows
{
    public const string Name = "followup";

    private const int LongestNote = 200;

    /// <summary>The columns of the copy.</summary>
    public static IReadOnlyList<LayerColumn> Columns { get; } =
    [
        .. ((string[])["ref", "building_id", "state", "contacted_on", "inspected_on", "condition"]).Select(Fixed),
        Fixed("note") with { MaxLength = LongestNote },
    ];

    /// <summary>A table for people to write in: without the building's id, which nobody types.</summary>
    public static ResultLayer Empty { get; } = new()
    {
        Title = new(Name, "Uppföljning", "Follow-up"),
        DescriptionSv = "Vad som har gjorts med varje hus. En rad per hus.",
        DescriptionEn = "What has been done about each house. One row a house.",
        IsResult = false,
        Columns = [.. Columns.Where(c => c.Name != "building_id")],
        Rows = [],
    };

    /// <summary>What was read, for the houses that may be shown; nothing without a follow-up.</summary>
    public static IEnumerable<ResultLayer> Of(ResultTable table) =>
        table.Results.Books.Has(Name) ? [Empty with { Columns = Columns, Rows = Rows(table).Select(v => ((Geometry?)null, v)) }] : [];

    private static LayerColumn Fixed(string name) => ResultLayers.Fixed.First(c => c.Name == name);

    private static IEnumerable<object?[]> Rows(ResultTable table)
    {
        foreach (ResultRow row in table.Buildings)
        {
            if (row.FollowUp is { } said)
            {
                yield return [Ref.Of(row.Building.Id), row.Building.Id, Term.Of(said.State).Key, said.ContactedOn, said.InspectedOn, said.Condition, said.Note];
            }
        }
    }
}
