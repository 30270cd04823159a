using System.ComponentModel;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;

namespace HousingInventory.Export;

/// <summary>
/// candidates.geojson: ranked candidates by RFC 7946 (WGS 84), in rank order. On request a second file in another CRS, with the older <c>crs</c> member that
/// GIS software reads.
/// </summary>
public sealed record GeoJsonOutput : Output
{
    private const string Name = "candidates.geojson";

    [Description("Also writes the candidates in this CRS, for example EPSG:3006.")]
    public string? Crs { get; init; }

    internal override Sentence? Fault() => Crs is null || CrsTable.FindByText(Crs) is not null ? null : ".crs is not a CRS that this tool knows";

    internal override IReadOnlyList<string> FileNames => [Name];

    internal override IReadOnlyList<WrittenFile> Write(ResultTable table, string folder, Run run)
    {
        List<WrittenFile> written = [WriteOne(table, folder, Name, CrsTable.Wgs84)];
        if (Crs is not null && CrsTable.FindByText(Crs) is { } other && other != CrsTable.Wgs84)
        {
            written.Add(WriteOne(table, folder, FormattableString.Invariant($"candidates-epsg{other.Epsg}.geojson"), other));
        }

        return written;
    }

    private static WrittenFile WriteOne(ResultTable table, string folder, string name, Crs crs)
    {
        IReadOnlyList<ResultColumn> columns = ResultLayers.Candidates(table.Results);
        CrsTransform transform = CrsTransform.Between(table.Results.Frame.Crs, crs);
        using FileStream stream = File.Create(Path.Combine(folder, name));
        using GeoJsonWriter json = new(stream, [.. columns.Select(c => c.Name)], new GeoJsonOptions { Crs = crs });
        object?[] values = new object?[columns.Count];
        foreach (ResultRow row in table.Candidates)
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = columns[i].Get(row);
            }

            json.Write(row.Building.Id, transform.IsIdentity ? row.Building.Outline : transform.Apply(row.Building.Outline), values);
        }

        json.Complete();
        return WrittenFile.Of(name, table.Candidates.Count);
    }
}
