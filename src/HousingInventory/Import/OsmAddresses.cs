using HousingInventory.Formats;
using HousingInventory.Formats.OsmPbf;
using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>Addresses of OpenStreetMap: every element with a house number, as a point. A building that carries its own address is tied to it.</summary>
internal static class OsmAddresses
{
    public static void Read(SourceFile file, Batch into)
    {
        OsmData osm = file.Unpacked(path => OsmPbfReader.Read(path, new OsmSelection { Places = ["addr:housenumber"] }));
        file.Info.Layout = "openstreetmap-addresses";
        file.Info.Crs = CrsTable.Wgs84.ToString();
        file.Info.Extracted ??= osm.Timestamp is { } stamp ? DateOnly.FromDateTime(stamp.UtcDateTime) : null;
        CrsTransform transform = CrsTransform.Between(CrsTable.Wgs84, file.WorkingCrs);
        for (int i = 0; i < osm.Places.Count; i++)
        {
            file.Info.Read++;
            string id = OsmNames.Of(osm.Places.Types[i], osm.Places.Ids[i]);
            if ((osm.Places.Tags.Text(i, "addr:street") ?? osm.Places.Tags.Text(i, "addr:place")) is not { } street)
            {
                file.LeaveOut("no-address", new BrokenRecord("has a house number and no street") { Feature = id }, file.Info.Read);
                continue;
            }

            (double x, double y) = transform.Apply(osm.Places.Longitudes[i], osm.Places.Latitudes[i]);
            into.Addresses.Add(new Address
            {
                Key = Keyed.Of(id),
                Area = street,
                Number = osm.Places.Tags.Text(i, "addr:housenumber"),
                PostalCode = Texts.PostalCode(osm.Places.Tags.Text(i, "addr:postcode")),
                PostTown = osm.Places.Tags.Text(i, "addr:city"),
                IsVillage = osm.Places.Tags.Text(i, "addr:street") is null,
                X = x,
                Y = y,
                BuildingKeys = osm.Places.Tags.Text(i, "building") is null ? [] : [Keyed.Of(id)!],
            });
            file.Info.Used++;
        }

        file.Info.Read += osm.Counts.PlacesWithoutGeometry;
        file.Info.Leave("no-place", osm.Counts.PlacesWithoutGeometry);
    }
}
