using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;

namespace HousingInventory.Export;

/// <summary>The names that results have. Nothing else in a folder is ever moved, replaced or deleted.</summary>
internal static class ResultNames
{
    private const string OtherCrs = "candidates-epsg";

    private static readonly HashSet<string> Fixed = new(StringComparer.OrdinalIgnoreCase)
    {
        ResultsFolder.Manifest, ResultsFolder.Timings, "notices.csv",

        // Of a plan.
        "plan.html", "plan.xlsx", "supply.html", "plan.gpkg", "proposals.csv", "balance.csv", "agreement.csv", "agreement_dues.csv", "premises.csv", "landlords.csv", "introductions.csv",
        "support_due.csv", "to_delete.csv", "bus_talk.csv",
    };

    private static readonly HashSet<string> OfOutputs = new(
        typeof(Output).GetCustomAttributes<JsonDerivedTypeAttribute>().SelectMany(d => ((Output)Activator.CreateInstance(d.DerivedType)!).FileNames), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a bare file name is one.</summary>
    public static bool Has(string name) => Fixed.Contains(name) || OfOutputs.Contains(name)
        || (name.StartsWith(OtherCrs, StringComparison.OrdinalIgnoreCase) && name.EndsWith(".geojson", StringComparison.OrdinalIgnoreCase)
            && int.TryParse(name.AsSpan()[OtherCrs.Length..^".geojson".Length], NumberStyles.None, CultureInfo.InvariantCulture, out _));
}
