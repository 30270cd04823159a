using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Export;

/// <summary>What the run of one municipality came to, for the table of all. Sums only.</summary>
/// <param name="Code">Four digits.</param>
/// <param name="AsOf">The day that its answer is for.</param>
/// <param name="Statuses">Buildings by status.</param>
/// <param name="LinkedShare">Share of its registrations that linked, 0 to 1.</param>
/// <param name="Candidates">Candidates.</param>
/// <param name="Listed">Of them in the shortlist.</param>
/// <param name="Notices">Notices by code.</param>
/// <param name="Files">What it wrote, with names from the folder of all.</param>
public sealed record MunicipalityPart(
    string Code, DateOnly AsOf, IReadOnlyList<KeyValuePair<string, long>> Statuses, double LinkedShare, long Candidates, long Listed, IReadOnlyDictionary<string, long> Notices,
    IReadOnlyList<ManifestOutput> Files)
{
    /// <summary>Its name; the code where there is no such municipality.</summary>
    public string Name => Municipalities.NameOf(Code) ?? Code;

    /// <summary>The part that these results are.</summary>
    public static MunicipalityPart Of(string code, Results results, NoticeLog notices, IReadOnlyList<ManifestOutput> files) => new(
        code, results.Frame.AsOf, [.. Manifest.Statuses(results)], results.Linkage.LinkedShare, results.Flags.Candidates.Count, results.Listed.Count, notices.Counts, files);
}

/// <summary>municipalities.csv: a row a municipality of a run that is split, in the order of the configuration.</summary>
internal static class MunicipalitiesTable
{
    public const string FileName = "municipalities.csv";

    public static WrittenFile Write(IReadOnlyList<MunicipalityPart> parts, Language language, string folder)
    {
        bool sv = language == Language.Sv;
        using FileStream stream = File.Create(Path.Combine(folder, FileName));
        using CsvTableWriter csv = new(stream, sv ? CsvDialect.Swedish : CsvDialect.English,
            sv ? ["Kommunkod", "Kommun", "Ingen folkbokförd", "Kan inte avgöras", "Kopplade folkbokförda (%)", "Kandidater", "I urvalslistan", "Anmärkningar", "Mapp"]
            : ["Municipality code", "Municipality", "Nobody registered", "Undetermined", "Linked registrations (%)", "Candidates", "In the shortlist", "Notices", "Folder"]);
        foreach (MunicipalityPart part in parts)
        {
            csv.Text(part.Code);
            csv.Text(part.Name);
            csv.Integer(Count(part, Status.NobodyRegistered));
            csv.Integer(Count(part, Status.Undetermined));
            csv.Number(100 * part.LinkedShare, 1);
            csv.Integer(part.Candidates);
            csv.Integer(part.Listed);
            csv.Integer(part.Notices.Values.Sum());
            csv.Text($"{InnerFolders.Municipalities}/{part.Code}");
            csv.EndRow();
        }

        return WrittenFile.Of(FileName, parts.Count);
    }

    private static long Count(MunicipalityPart part, Status status) => part.Statuses.First(s => s.Key == Term.Of(status).Key).Value;
}
