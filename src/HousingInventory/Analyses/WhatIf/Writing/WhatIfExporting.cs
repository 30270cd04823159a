using HousingInventory.Diagnostics;
using HousingInventory.Export;

namespace HousingInventory.Analyses.WhatIf.Writing;

/// <summary>The last stage of what-if: results become files, all of them or none, in a folder of their own.</summary>
internal static class WhatIfExporting
{
    /// <summary>Writes everything into the folder.</summary>
    /// <returns>What was written.</returns>
    /// <exception cref="InputException">The folder cannot be written to, or a file in it is open elsewhere.</exception>
    public static IReadOnlyList<WrittenFile> Export(WhatIfResults results, string folderPath, Run run) =>
        Exporting.Into(folderPath, folder => Write(results, folder, run));

    private static List<WrittenFile> Write(WhatIfResults results, ResultsFolder folder, Run run)
    {
        Language language = results.Baseline.Frame.Language;
        WhatIfTables tables = new(results);
        List<WrittenFile> written = [tables.Scenarios.WriteCsv(folder.Pending, language), tables.Homes.WriteCsv(folder.Pending, language)];
        written.Add(WhatIfGeoPackage.Write(results, folder.Pending));
        File.WriteAllBytes(Path.Combine(folder.Pending, "what-if.html"), new WhatIfPage(results, tables).ToBytes());
        written.Add(WrittenFile.Of("what-if.html", 1));
        foreach (ScenarioState state in results.Scenarios.Select(s => s.State).OfType<ScenarioState>().Where(s => s.Edit.IsChanged))
        {
            written.Add(PoleTimetable.Write(state, folder.Pending, language));
            if (results.Config.Gtfs)
            {
                written.Add(OperatorFeed.Write(state, results.Baseline.Frame.Crs, folder.Pending));
            }
        }

        written.Add(NoticesFile.Write(language, folder.Pending, run));
        WhatIfManifest.Write(results, ResultsFolder.WhatIfJob, written.Select(f => Exporting.Described(f, folder.Pending)), Path.Combine(folder.Pending, ResultsFolder.Manifest), run);
        TimingsFile.Write(Path.Combine(folder.Pending, ResultsFolder.Timings), run.Clock);
        folder.Commit();
        return written;
    }
}
