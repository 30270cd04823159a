using System.ComponentModel;
using System.Globalization;
using System.Text;
using HousingInventory.Diagnostics;
using HousingInventory.Export.Html;
using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Export;

/// <summary>
/// A page a village to walk with, for people whom the municipality trusts: a map with numbered dots, a table with boxes to tick, and one file for the answers. No
/// address, designation, score or status stands in it; but a dot on a map is as telling as an address.
/// </summary>
public sealed record VillagesOutput : Output
{
    /// <summary>Answers in the order of the boxes; the file that comes back holds these words and no other.</summary>
    public static readonly IReadOnlyList<Term> Answers =
    [
        new("used", "används", "used"),
        new("summer", "sommar", "summer"),
        new("ruin", "ruin", "ruin"),
        new("gone", "borta", "gone"),
        new("looks-unused", "ser oanvänt ut", "looks unused"),
        new("unknown", "vet ej", "unknown"),
    ];

    [Description("Fewest candidates that give a place a page of its own; the others stand together on the last.")]
    public int AtLeast { get; init; } = 3;

    internal override IReadOnlyList<string> FileNames => [InnerFolders.Villages + "/return.csv"];

    internal override Sentence? Fault() => AtLeast >= 1 ? null : ".atLeast must be at least 1";

    internal override IReadOnlyList<WrittenFile> Write(ResultTable table, string folder, Run run)
    {
        Language language = table.Results.Frame.Language;
        Directory.CreateDirectory(Path.Combine(folder, InnerFolders.Villages));
        (string? Name, ResultRow[] Homes)[] villages = Villages(table);
        int digits = Math.Max(2, villages.Length.ToString(CultureInfo.InvariantCulture).Length);
        List<WrittenFile> written = [];
        for (int i = 0; i < villages.Length; i++)
        {
            string name = villages[i].Name ?? (language == Language.Sv ? "Övriga" : "Others");
            string file = $"{InnerFolders.Villages}/{(i + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0')}-{Plain(name)}.html";
            File.WriteAllBytes(Path.Combine(folder, file), VillagePage.Of(table.Results, name, villages[i].Homes));
            written.Add(WrittenFile.Of(file, villages[i].Homes.Length));
        }

        written.Add(Return(table, folder, villages.SelectMany(static v => v.Homes), language));
        return written;
    }

    /// <summary>Candidates by place, the places by name, those with few together at the end; within a place by reference, so that the order tells nothing.</summary>
    private (string? Name, ResultRow[] Homes)[] Villages(ResultTable table)
    {
        ILookup<bool, (string? Name, ResultRow[] Homes)> places = table.Candidates.GroupBy(r => table.Results.Flags.Locality[r.Index], StringComparer.Ordinal)
            .Select(static g => ((string?)g.Key, g.OrderBy(Reference, StringComparer.Ordinal).ToArray())).ToLookup(p => p.Item2.Length >= AtLeast);
        ResultRow[] others = [.. places[false].SelectMany(static p => p.Homes).OrderBy(Reference, StringComparer.Ordinal)];
        return [.. places[true].OrderBy(static p => p.Name, StringComparer.Ordinal), .. others.Length == 0 ? Array.Empty<(string?, ResultRow[])>() : [(null, others)]];
    }

    private static string Reference(ResultRow row) => Ref.Of(row.Building.Id);

    private static WrittenFile Return(ResultTable table, string folder, IEnumerable<ResultRow> homes, Language language)
    {
        const string file = InnerFolders.Villages + "/return.csv";
        using FileStream stream = File.Create(Path.Combine(folder, file));
        using CsvTableWriter csv = new(
            stream, language == Language.Sv ? CsvDialect.Swedish : CsvDialect.English, language == Language.Sv ? ["ref", "svar", "datum"] : ["ref", "answer", "date"]);
        foreach (ResultRow row in homes)
        {
            csv.Text(Reference(row));
            csv.EndRow();
        }

        return WrittenFile.Of(file, table.Candidates.Count);
    }

    /// <summary>A name as part of a file's: a to z, 0 to 9 and hyphens.</summary>
    private static string Plain(string name)
    {
        StringBuilder plain = new();
        foreach (char c in name.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                plain.Append(c);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && plain.Length > 0 && plain[^1] != '-')
            {
                plain.Append('-');
            }
        }

        string text = plain.ToString()[..Math.Min(plain.Length, 40)].Trim('-');
        return text.Length == 0 ? "ort" : text;
    }
}
