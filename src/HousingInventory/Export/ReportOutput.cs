using HousingInventory.Diagnostics;
using HousingInventory.Export.Html;

namespace HousingInventory.Export;

/// <summary>
/// report.html for committees, without address or point, and worklist.html for those who work with the homes. Each is one file that opens without network.
/// </summary>
public sealed record ReportOutput : Output
{
    internal override IReadOnlyList<WrittenFile> Write(ResultTable table, string folder, Run run)
    {
        File.WriteAllBytes(Path.Combine(folder, "report.html"), new CommitteeReport(table.Results, run.Notices).ToBytes());
        File.WriteAllBytes(Path.Combine(folder, "worklist.html"), new WorkList(table).ToBytes());
        return [WrittenFile.Of("report.html", table.Candidates.Count), WrittenFile.Of("worklist.html", table.Candidates.Count)];
    }
}
