using HousingInventory.Formats;
using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Import;

/// <summary>
/// The building register: Byggnad Nedladdning (GeoPackage), the old GSD-Fastighetskartan (shapefile), the register's XML, a municipal layer, or OpenStreetMap.
/// Rows are read here one by one; <see cref="BuildingJoin"/> makes buildings of them.
/// </summary>
public sealed record BuildingsSource : Source
{
    internal override void Read(SourceFile file, Inputs into)
    {
        if (!file.IsTable && file.Format == DataFormat.OsmPbf)
        {
            OsmBuildings.Read(file, into);
        }
        else if (!file.IsTable && BuildingXml.Is(file))
        {
            BuildingXml.ReadBuildings(file, into);
        }
        else
        {
            ReadTable(file, into);
        }
    }

    private static void ReadTable(SourceFile file, Inputs into)
    {
        using IFeatureCursor cursor = file.Open(static l => l.GeometryColumn is not null && (l.Name.StartsWith("byggnad", StringComparison.OrdinalIgnoreCase)
            || l.Name.StartsWith("by_", StringComparison.OrdinalIgnoreCase) || l.Name.Contains("building", StringComparison.OrdinalIgnoreCase)));
        ColumnMap columns = file.Columns(cursor.Layer);
        RefuseTopography(file, columns);
        BuildingColumns layout = new(file, cursor.Layer, columns);
        PlaceReader places = file.Places(cursor);
        Dictionary<string, Purposes.Reading> read = new(StringComparer.Ordinal);
        while (file.Guard(cursor.Read))
        {
            file.Info.Read++;
            if (cursor.Fault is { } fault)
            {
                file.LeaveOut("broken", new BrokenRecord(fault), cursor.Row);
                continue;
            }

            string? id = layout.Id < 0 ? null : Texts.Id(cursor.Text(layout.Id));
            Geometry? outline = places.Read();
            if (outline is null)
            {
                file.LeaveOut("no-place", new NoPlace { Feature = id }, cursor.Row);
                continue;
            }

            if (outline is not IPolygonal)
            {
                file.LeaveOut("not-an-area", new NotAnArea { Feature = id }, cursor.Row);
                continue;
            }

            into.Buildings.Add(Make(file, cursor, layout, read, id, outline));
            file.Info.Used++;
        }

        places.Finish();
    }

    private static Building Make(
        SourceFile file, IFeatureCursor cursor, BuildingColumns layout, Dictionary<string, Purposes.Reading> read, string? id, Geometry outline)
    {
        bool isDwelling = layout.Purposes.Length == 0;
        bool isMulti = false;
        string? label = null;
        string? first = null;
        foreach (int column in layout.Purposes)
        {
            if (cursor.Text(column) is not { } text)
            {
                continue;
            }

            if (!read.TryGetValue(text, out Purposes.Reading purpose))
            {
                read.Add(text, purpose = Purposes.Read(text));
                if (!purpose.IsKnown)
                {
                    file.Notice(new UnknownPurpose(text) { Row = cursor.Row, Feature = id });
                }
            }

            first ??= purpose.Label;
            isMulti |= purpose.IsMulti;
            if (purpose.IsDwelling)
            {
                isDwelling = true;
                label ??= purpose.Label;
            }
        }

        // A planned building must not be told empty: nobody can live there yet.
        bool planned = layout.Status >= 0 && IsPlanned(cursor.Text(layout.Status));
        return BuildingJoin.Row(
            id, outline, isDwelling && !planned, label ?? first ?? "", isMulti,
            layout.Year >= 0 && cursor.Number(layout.Year) is >= 1000 and <= 2200 and double year ? (int)year : null,
            layout.Property >= 0 && Keyed.Of(cursor.Text(layout.Property)) is { } property ? [property] : [],
            file.Info.Id, cursor.Row);
    }

    private static bool IsPlanned(string? status) => status is not null
        && (status.StartsWith("planerad", StringComparison.OrdinalIgnoreCase) || status.StartsWith("avregistrerad", StringComparison.OrdinalIgnoreCase)
            || status.StartsWith("bygglov", StringComparison.OrdinalIgnoreCase) || status.StartsWith("riven", StringComparison.OrdinalIgnoreCase));

    /// <summary>The topographic map has a layer of the same name and codes, in which small houses are points or missing.</summary>
    private static void RefuseTopography(SourceFile file, ColumnMap columns)
    {
        bool looksOfficial = columns.Has("objekttypnr") && columns.Has("objekttyp");
        if (looksOfficial && !columns.Has("andamal1") && !columns.Has("husnummer") && columns.Find("purpose") < 0)
        {
            throw file.Refuse("is a topographic map product (it has no andamal1 and no husnummer), which lacks most houses; order Byggnad Nedladdning, vektor from Lantmäteriet.");
        }
    }

    private sealed class BuildingColumns
    {
        public BuildingColumns(SourceFile file, LayerInfo layer, ColumnMap columns)
        {
            Id = columns.Find("id", "objektidentitet", "objekt_id", "uuid", "uuid_byggn", "byggnads_id", "building_id", "lokalid", "kom_bid", "fid", "osm_id", "id");
            Status = columns.Find("status", "status", "objektstatus", "byggnadsstatus", "statusforbyggnad");
            Year = columns.Find("year", "nybyggnadsar", "byggnadsar", "byggar", "year");
            Property = columns.FindKey("property", ColumnMap.PropertyNouns, "registerenhetsreferens", "registerenhet_uuid", "fastighet_uuid", "fastighetsnyckel", "property_id");
            // The text before the number: in the old property map ANDAMAL_1 is a code, and its name folds to that of today's text column.
            Purposes = [.. Enumerable.Range(1, 5).Select(i => columns.Find(FormattableString.Invariant($"purpose{(i == 1 ? "" : i)}"), FormattableString.Invariant($"andamal_{i}t"), FormattableString.Invariant($"andamal{i}"))).Where(c => c >= 0)];
            if (Purposes.Length == 0)
            {
                Purposes = [.. new[] { columns.Find("purpose", "andamal", "byggnadsandamal", "objekttyp", "byggnadstyp", "typ", "purpose", "building", "type") }.Where(c => c >= 0)];
            }

            if (Purposes.Length == 0)
            {
                file.Notice(new EveryBuildingIsHousing());
            }

            file.Info.Layout = columns.Has("andamal1") && columns.Has("objektidentitet") ? "lantmateriet-byggnad"
                : columns.Has("andamal_1t") ? "gsd-fastighetskartan-by" : "building-layer:" + layer.Name;
        }

        public int Id { get; }

        public int Status { get; }

        public int Year { get; }

        public int Property { get; }

        public int[] Purposes { get; }
    }
}
