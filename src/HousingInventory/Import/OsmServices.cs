using HousingInventory.Formats;
using HousingInventory.Formats.OsmPbf;
using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>
/// Services of OpenStreetMap in our categories. The tag advice is general knowledge, so a configuration may say <c>"columns": { "grocery": "shop=..." }</c> to
/// replace the tags of a category.
/// </summary>
internal static class OsmServices
{
    private static readonly (string Category, string[] Tags)[] Categories =
    [
        ("grocery", ["shop=supermarket", "shop=convenience"]),
        ("school", ["amenity=school"]),
        ("preschool", ["amenity=kindergarten"]),
        ("pharmacy", ["amenity=pharmacy"]),
        ("health_centre", ["amenity=clinic", "amenity=doctors", "healthcare=centre"]),
        ("hospital", ["amenity=hospital"]),
        ("library", ["amenity=library"]),
        ("post", ["amenity=post_office", "amenity=parcel_locker"]),
        ("fuel", ["amenity=fuel"]),
        ("bank", ["amenity=bank", "amenity=atm"]),
    ];

    /// <summary>The categories, which are the words that <c>columns</c> may use.</summary>
    public static IReadOnlyList<string> CategoryNames { get; } = [.. Categories.Select(static c => c.Category)];

    public static void Read(SourceFile file, Batch into)
    {
        IReadOnlyDictionary<string, string> said = file.SaidColumns;
        (string Category, string[] Tags)[] categories =
            [.. Categories.Select(c => said.TryGetValue(c.Category, out string? tags) ? (c.Category, tags.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)) : c)];
        OsmData osm = file.Unpacked(path => OsmPbfReader.Read(path, new OsmSelection { Places = [.. categories.SelectMany(c => c.Tags)] }));
        file.Info.Layout = "openstreetmap-services";
        file.Info.Crs = CrsTable.Wgs84.ToString();
        file.Info.Extracted ??= osm.Timestamp is { } stamp ? DateOnly.FromDateTime(stamp.UtcDateTime) : null;
        CrsTransform transform = CrsTransform.Between(CrsTable.Wgs84, file.WorkingCrs);
        for (int i = 0; i < osm.Places.Count; i++)
        {
            file.Info.Read++;
            (double x, double y) = transform.Apply(osm.Places.Longitudes[i], osm.Places.Latitudes[i]);
            foreach ((string category, string[] tags) in categories)
            {
                // One place may be of several categories, as a post office in a shop is.
                if (tags.Any(tag => Carries(osm.Places.Tags, i, tag)))
                {
                    into.Services.Add(new ServicePlace(OsmNames.Of(osm.Places.Types[i], osm.Places.Ids[i]), category, osm.Places.Tags.Text(i, "name"), x, y));
                }
            }

            file.Info.Used++;
        }

        file.Info.Read += osm.Counts.PlacesWithoutGeometry;
        file.Info.Leave("no-place", osm.Counts.PlacesWithoutGeometry);
    }

    private static bool Carries(OsmTags tags, int element, string tag)
    {
        int split = tag.IndexOf('=', StringComparison.Ordinal);
        return split < 0 ? tags.Text(element, tag) is not null : tags.Text(element, tag[..split]) == tag[(split + 1)..];
    }
}
