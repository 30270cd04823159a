using HousingInventory.Diagnostics;
using HousingInventory.Export.Html;

namespace HousingInventory.Export;

/// <summary>
/// report.html for committees, without address or point, and worklist.html for those who work with the homes. Each is one file that opens without network.
/// </summary>
public sealed record ReportOutput : Output
{
    private const string Report = "report.html", Worklist = "worklist.html";

    internal override IReadOnlyList<string> FileNames => [Report, Worklist];

    internal override IReadOnlyList<WrittenFile> Write(ResultTable table, string folder, Run run)
    {
        File.WriteAllBytes(Path.Combine(folder, Report), new CommitteeReport(table.Results, run.Notices).ToBytes());
        File.WriteAllBytes(Path.Combine(folder, Worklist), new WorkList(table).ToBytes());
        return [WrittenFile.Of(Report, table.Candidates.Count), WrittenFile.Of(Worklist, table.Candidates.Count)];
    }
}
