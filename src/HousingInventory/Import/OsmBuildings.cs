using HousingInventory.Formats;
using HousingInventory.Formats.OsmPbf;
using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Import;

/// <summary>
/// Buildings of OpenStreetMap, for places where no register is at hand. The id is the element's ("way/123"). A building cut by the edge of the extract is
/// left out, since its footprint is unknown.
/// </summary>
internal static class OsmBuildings
{
    private static readonly HashSet<string> Multi = new(StringComparer.Ordinal) { "apartments", "dormitory", "residential" };

    private static readonly HashSet<string> Single = new(StringComparer.Ordinal)
    {
        "house", "detached", "semidetached_house", "terrace", "bungalow", "cabin", "farm", "villa", "houseboat", "static_caravan", "hut", "duplex", "summer_cottage",
    };

    private static readonly HashSet<string> WallToWall = new(StringComparer.Ordinal) { "semidetached_house", "terrace" };

    private static readonly HashSet<string> Outbuildings = new(StringComparer.Ordinal)
    {
        "garage", "garages", "carport", "shed", "outbuilding", "barn", "farm_auxiliary", "stable", "cowshed", "sty", "greenhouse",
    };

    private static readonly string[] OtherUses = ["amenity", "shop", "office", "industrial", "craft", "tourism", "leisure", "man_made", "railway", "public_transport", "power", "historic"];

    public static void Read(SourceFile file, Batch into)
    {
        OsmData osm = file.Unpacked(path => OsmPbfReader.Read(path, new OsmSelection { Areas = ["building"] }));
        file.Info.Layout = "openstreetmap-buildings";
        file.Info.Crs = CrsTable.Wgs84.ToString();
        file.Info.Extracted ??= osm.Timestamp is { } stamp ? DateOnly.FromDateTime(stamp.UtcDateTime) : null;
        CrsTransform transform = CrsTransform.Between(CrsTable.Wgs84, file.WorkingCrs);
        GeometryFactory factory = GeometryFactory.Default;
        long guessed = 0;
        for (int i = 0; i < osm.Areas.Count; i++)
        {
            file.Info.Read++;
            string id = OsmNames.Of(osm.Areas.Types[i], osm.Areas.Ids[i]);
            Geometry outline = osm.Areas.IsCut[i] ? Polygon.Empty : osm.Areas.Geometry(i, factory);
            if (outline.IsEmpty || outline is not IPolygonal)
            {
                file.LeaveOut("not-an-area", new NotAnArea { Feature = id }, file.Info.Read);
                continue;
            }

            if (Outlines.IsTooComplex(outline, ReadLimits.Current.OutlineCorners))
            {
                file.LeaveOut("outline-too-complex", new OutlineTooComplex { Feature = id }, file.Info.Read);
                continue;
            }

            string kind = osm.Areas.Tags.Text(i, "building") ?? "yes";
            bool guess = kind == "yes" && !OtherUses.Any(use => osm.Areas.Tags.Text(i, use) is not null);
            guessed += guess ? 1 : 0;
            bool multi = Multi.Contains(kind);
            bool isDwelling = multi || guess || Single.Contains(kind);
            BuildingKind means = WallToWall.Contains(kind) ? BuildingKind.RowHouse : isDwelling ? BuildingKind.Dwelling : Outbuildings.Contains(kind) ? BuildingKind.Outbuilding : BuildingKind.Other;
            into.Buildings.Add(new BuildingRow(id, transform.Apply(outline), isDwelling, "building=" + kind, means, multi, [], file.Info.Id, file.Info.Read));
            file.Info.Used++;
        }

        // What the reader could not make an area of, for missing nodes or an open outline, was a record of the file as well.
        long open = osm.Counts.AreaWays + osm.Counts.AreaRelations - osm.Areas.Count;
        file.Info.Read += open;
        file.Info.Leave("not-an-area", open);
        if (guessed > 0)
        {
            file.Notice(new PurposeGuessed(guessed));
        }
    }
}
