using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace HousingInventory.Export;

/// <summary>The names that results have. Nothing else in a folder is ever moved, replaced or deleted.</summary>
internal static partial class ResultNames
{
    private const string OtherCrs = "candidates-epsg";

    [GeneratedRegex("^villages/([0-9]{2,6}-[a-z0-9-]{1,60}[.]html|return[.]csv)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfVillage();

    private static readonly HashSet<string> Fixed = new(StringComparer.OrdinalIgnoreCase)
    {
        ResultsFolder.Manifest, ResultsFolder.Timings, "notices.csv", MunicipalitiesTable.FileName,

        // Of a plan.
        "plan.html", "plan.xlsx", "supply.html", "plan.gpkg", "proposals.csv", "balance.csv", "agreement.csv", "agreement_dues.csv", "premises.csv", "landlords.csv", "introductions.csv",
        "support_due.csv", "to_delete.csv", "bus_talk.csv",

        // Of scenarios.
        "scenarios.csv", "scenario-homes.csv", "what-if.gpkg", "what-if.html", "proposals.json", "proposals.gpkg",
    };

    private static readonly HashSet<string> OfOutputs = new(
        typeof(Output).GetCustomAttributes<JsonDerivedTypeAttribute>().SelectMany(d => ((Output)Activator.CreateInstance(d.DerivedType)!).FileNames), StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The files of a folder by name, those in a folder within it by its name, a slash and theirs. A name with a slash is written and read with one on every system.
    /// </summary>
    public static IEnumerable<string> In(string folder) => Directory.EnumerateFiles(folder).Select(static f => Path.GetFileName(f)).Concat(
        InnerFolders.In(folder).SelectMany(inner => Directory.EnumerateFiles(Path.Combine(folder, inner)).Select(f => $"{inner}/{Path.GetFileName(f)}")));

    /// <summary>Whether the name of a file, as <see cref="In"/> gives it, is one.</summary>
    public static bool Has(string name) => InnerFolders.OfMunicipality(name) is { } folder ? IsResult(name[folder.Length..]) : IsResult(name);

    private static bool IsResult(string name) => Fixed.Contains(name) || OfOutputs.Contains(name) || IsOfVillage(name) || IsOfScenario(name, "timetable-", ".csv") || IsOfScenario(name, "lines-", ".gtfs.zip")
        || (name.StartsWith(OtherCrs, StringComparison.OrdinalIgnoreCase) && name.EndsWith(".geojson", StringComparison.OrdinalIgnoreCase)
            && int.TryParse(name.AsSpan()[OtherCrs.Length..^".geojson".Length], NumberStyles.None, CultureInfo.InvariantCulture, out _));

    private static bool IsOfVillage(string name) => OfVillage().IsMatch(name);

    /// <summary>A file of one scenario, whose name is made of lower-case letters, digits and _.</summary>
    private static bool IsOfScenario(string name, string before, string after) => name.StartsWith(before, StringComparison.Ordinal) && name.EndsWith(after, StringComparison.Ordinal)
        && name.Length > before.Length + after.Length && name[before.Length..^after.Length].All(static c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_');
}
