using HousingInventory.Formats;
using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Import;

/// <summary>
/// The building register: Byggnad Nedladdning (GeoPackage), the old GSD-Fastighetskartan (shapefile), the register's XML, a municipal layer, or OpenStreetMap.
/// Rows are read here one by one; Prepare makes buildings of them.
/// </summary>
public sealed record BuildingsSource : Source
{
    internal static readonly SourceVocabulary Known = new(
        [
            new("lantmateriet-byggnad", Carrier.Table, "objektidentitet", "andamal1"),
            new("gsd-fastighetskartan-by", Carrier.Table, "andamal_1t"),
            new("lantmateriet-byggnad-xml", Carrier.BuildingXml),
            new("openstreetmap-buildings", Carrier.OpenStreetMap),
            new("building-layer", Carrier.Table),
        ],
        [
            new("id", "objektidentitet", "objekt_id", "uuid", "uuid_byggn", "byggnads_id", "building_id", "id.lokalid", "lokalid", "kom_bid", "osm_id", "id") { Nouns = ColumnMap.BuildingNouns },
            // The text before the number: in the old property map ANDAMAL_1 is a code, and its name folds to that of today's text column.
            new("purpose", "andamal_1t", "andamal1", "andamal", "byggnadsandamal", "objekttyp", "byggnadstyp", "typ", "purpose", "building", "type"),
            new("purpose2", "andamal_2t", "andamal2"),
            new("purpose3", "andamal_3t", "andamal3"),
            new("purpose4", "andamal_4t", "andamal4"),
            new("purpose5", "andamal_5t", "andamal5"),
            new("status", "status", "objektstatus", "byggnadsstatus", "statusforbyggnad"),
            new("property", "registerenhetsreferens", "registerenhet_uuid", "fastighet_uuid", "fastighetsnyckel", "property_id") { Nouns = ColumnMap.PropertyNouns },
            new("municipality", "kommunkod", "kommun_kod", "kommunnr", "kommun", "municipality"),
        ]);

    internal override SourceVocabulary Vocabulary => Known;

    internal override void Read(SourceFile file, Batch into)
    {
        switch (file.Carrier)
        {
            case Carrier.OpenStreetMap:
                OsmBuildings.Read(file, into);
                break;
            case Carrier.BuildingXml:
                BuildingXml.ReadBuildings(file, into);
                break;
            default:
                ReadTable(file, into);
                break;
        }
    }

    private static void ReadTable(SourceFile file, Batch into)
    {
        using SaidCursor cursor = file.Open(static l => l.GeometryColumn is not null && (l.Name.StartsWith("byggnad", StringComparison.OrdinalIgnoreCase)
            || l.Name.StartsWith("by_", StringComparison.OrdinalIgnoreCase) || l.Name.Contains("building", StringComparison.OrdinalIgnoreCase)), "byggnad", "byggnader", "buildings");
        ColumnMap columns = file.Columns(cursor.Layer);
        RefuseTopography(file, columns);
        BuildingColumns layout = new(file, columns);
        PlaceReader places = file.Places(cursor);
        Dictionary<string, Purposes.Reading> read = new(StringComparer.Ordinal);
        Func<bool> next = cursor.Read;
        while (file.Guard(next))
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
                (string reason, Diagnostics.Notice notice) = places.Left;
                file.LeaveOut(reason, notice with { Feature = id }, cursor.Row);
                continue;
            }

            if (outline is not IPolygonal)
            {
                file.LeaveOut("not-an-area", new NotAnArea { Feature = id }, cursor.Row);
                continue;
            }

            if (Outlines.IsTooComplex(outline, ReadLimits.Current.OutlineCorners))
            {
                file.LeaveOut("outline-too-complex", new OutlineTooComplex { Feature = id }, cursor.Row);
                continue;
            }

            into.Buildings.Add(Make(file, cursor, layout, read, id, outline));
            file.Info.Used++;
        }

        places.Finish();
    }

    private static BuildingRow Make(
        SourceFile file, SaidCursor cursor, BuildingColumns layout, Dictionary<string, Purposes.Reading> read, string? id, Geometry outline)
    {
        bool isDwelling = layout.Purposes.Length == 0;
        bool isMulti = false;
        (string Label, BuildingKind Kind)? dwelling = null;
        (string Label, BuildingKind Kind)? first = null;
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

            first ??= (purpose.Label, purpose.Kind);
            isMulti |= purpose.IsMulti;
            if (purpose.IsDwelling)
            {
                isDwelling = true;
                dwelling ??= (purpose.Label, purpose.Kind);
            }
        }

        // A planned building must not be told empty: nobody can live there yet.
        bool planned = layout.Status >= 0 && IsPlanned(cursor.Text(layout.Status));
        (string label, BuildingKind kind) = dwelling ?? first ?? ("", isDwelling ? BuildingKind.Dwelling : BuildingKind.Other);
        return new BuildingRow(
            id ?? BuildingRow.IdOf(outline), outline, isDwelling && !planned, label, kind, isMulti,
            layout.Property >= 0 && Keyed.Of(cursor.Text(layout.Property)) is { } property ? [property] : [],
            file.Info.Id, cursor.Row)
        {
            Municipality = layout.Municipality < 0 ? null : file.MunicipalityOf(cursor.Text(layout.Municipality)),
        };
    }

    private static bool IsPlanned(string? status) => status is not null
        && (status.StartsWith("planerad", StringComparison.OrdinalIgnoreCase) || status.StartsWith("avregistrerad", StringComparison.OrdinalIgnoreCase)
            || status.StartsWith("bygglov", StringComparison.OrdinalIgnoreCase) || status.StartsWith("riven", StringComparison.OrdinalIgnoreCase));

    /// <summary>The topographic map has a layer of the same name and codes, in which small houses are points or missing.</summary>
    private static void RefuseTopography(SourceFile file, ColumnMap columns)
    {
        bool looksOfficial = columns.Has("objekttypnr") && columns.Has("objekttyp");
        if (looksOfficial && !columns.Has("andamal1") && !columns.Has("husnummer") && !columns.IsSaid("purpose"))
        {
            throw file.Refuse("is a topographic map product (it has no andamal1 and no husnummer), which lacks most houses; order Byggnad Nedladdning, vektor from Lantmäteriet.");
        }
    }

    private sealed class BuildingColumns
    {
        private static readonly string[] PurposeWords = ["purpose", "purpose2", "purpose3", "purpose4", "purpose5"];

        public BuildingColumns(SourceFile file, ColumnMap columns)
        {
            Id = columns.Find("id");
            if (Id < 0)
            {
                file.Notice(new BuildingIdsNotFound(columns.ProposedId is { } proposed ? $" ({proposed}?)" : ""));
            }

            Status = columns.Find("status");
            Property = columns.Find("property");
            Municipality = columns.Find("municipality");
            Purposes = [.. PurposeWords.Select(columns.Find).Where(static c => c >= 0)];
            if (Purposes.Length == 0)
            {
                file.Notice(new EveryBuildingIsHousing());
            }

            file.Info.Layout = columns.Layout;
        }

        public int Id { get; }

        public int Status { get; }

        public int Property { get; }

        public int Municipality { get; }

        public int[] Purposes { get; }
    }
}
