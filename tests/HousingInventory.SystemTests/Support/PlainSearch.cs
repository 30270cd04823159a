using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests;

/// <summary>
/// The measures of candidates in a result, against scripts that work them out anew over the raw files: drives to a category, travel times to a category, and
/// whether errands to a category can be done.
/// </summary>
/// <param name="geoPackage">The result.</param>
/// <param name="extract">The roads, OpenStreetMap data in PBF.</param>
/// <param name="epsg">CRS of the run.</param>
internal sealed class PlainSearch(string geoPackage, string extract, int epsg)
{
    /// <summary>Ours are shown with one decimal; the rest of the tolerance is for lengths, which add up to a millimetre otherwise.</summary>
    private const double ToleranceM = 0.1;
    private const double ToleranceMin = 0.0501;

    private readonly string _epsg = epsg.ToString(CultureInfo.InvariantCulture);

    /// <summary>Every home's length of the quickest way by car to a category. Returns the homes.</summary>
    public int Drives(string criterion, string category)
    {
        JsonObject question = new() { ["points"] = Homes(), ["targets"] = Places(category), ["maxToRoadM"] = 500, ["fragmentM"] = 1000, ["metresPerMinute"] = 80 };
        JsonArray plain = Ask("drive_distances.py", question, extract, _epsg).AsArray();
        IReadOnlyList<string[]> ours = Database.Rows(geoPackage, $"select building_id, {criterion} from candidate_points order by rank");
        Assert.Equal(ours.Count, plain.Count);
        for (int i = 0; i < ours.Count; i++)
        {
            Same(ours[i][0], criterion, ours[i][1], plain[i]?[0]?.GetValue<double>(), ToleranceM);
        }

        return ours.Count;
    }

    /// <summary>Every home's travel time to a category, and which errands it can do there. Returns the homes, and how many can do each.</summary>
    /// <param name="timetable">The feed.</param>
    /// <param name="day">yyyyMMdd.</param>
    /// <param name="category">The category.</param>
    /// <param name="time">Name of the criterion that is a travel time.</param>
    /// <param name="errands">Names of criteria with one errand each.</param>
    /// <param name="question">What the script is to know beside homes and places.</param>
    public (int Homes, int[] Work) Journeys(string timetable, string day, string category, string time, string[] errands, JsonObject question)
    {
        (question["homes"], question["places"]) = (Homes(), Places(category));
        JsonNode plain = Ask("journeys.py", question, extract, _epsg, timetable, day);
        IReadOnlyList<string[]> ours = Database.Rows(geoPackage, $"select building_id, {time}, {string.Join(", ", errands)} from candidate_points order by rank");
        int[] work = new int[errands.Length];
        Assert.Equal(ours.Count, plain["seconds"]!.AsArray().Count);
        for (int i = 0; i < ours.Count; i++)
        {
            Same(ours[i][0], time, ours[i][1], plain["seconds"]![i]?.GetValue<double>() / 60, ToleranceMin);
            for (int e = 0; e < errands.Length; e++)
            {
                bool? works = plain["works"]![i]?[e]!.GetValue<bool>();
                Same(ours[i][0], errands[e], ours[i][2 + e], works is null ? null : works.Value ? 100 : 0, 0);
                work[e] += works is true ? 1 : 0;
            }
        }

        return (ours.Count, work);
    }

    private static void Same(string home, string criterion, string ours, double? expected, double tolerance)
    {
        double? actual = ours.Length == 0 ? null : double.Parse(ours, CultureInfo.InvariantCulture);
        Assert.True(actual is null == expected is null && !(Math.Abs((actual - expected) ?? 0) > tolerance), $"{home}: {criterion} is {ours}, a plain search finds {expected}");
    }

    private static JsonNode Ask(string script, JsonObject question, params string[] arguments)
    {
        using TemporaryFolder folder = new();
        string input = folder.File("question.json");
        File.WriteAllText(input, question.ToJsonString(new JsonSerializerOptions()));
        return JsonNode.Parse(Tool.Output(Tool.Python, [Tool.Program(script), .. arguments, input]))!;
    }

    private JsonArray Homes() => Points("select geom from candidate_points order by rank");

    private JsonArray Places(string category) => Points($"select geom from services where category = '{category}' order by rowid");

    /// <summary>The last 16 bytes of a GeoPackage's point are its x and y.</summary>
    private JsonArray Points(string sql) =>
        [.. Database.Blobs(geoPackage, sql).Select(b => (JsonNode)new JsonArray(BitConverter.ToDouble(b, b.Length - 16), BitConverter.ToDouble(b, b.Length - 8)))];
}
