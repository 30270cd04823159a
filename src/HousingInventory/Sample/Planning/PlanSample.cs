using System.Globalization;
using System.Text;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Plan;
using HousingInventory.Plan.Placement;

namespace HousingInventory.Sample;

/// <summary>Writes a synthetic year of a plan beside a synthetic municipality, and the optimum.</summary>
public static class PlanSample
{
    private static readonly string[] Tables = ["households", "homes", "vacancies", "premises", "owners", "landlords", "decisions", "support"];

    /// <summary>Sources that a plan does not open.</summary>
    private static readonly string[] Closed = ["residents", "withheld", "dwellings"];

    /// <summary>Writes a municipality with the plan's tables into a folder, and names them in its configuration.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static SampleSummary Write(string folder, SampleOptions options, CancellationToken cancel = default)
    {
        SampleTown town = TownBuilder.Build(options);
        SampleSummary made = SampleFiles.Write(folder, town, options.ResidentsFormat, cancel);
        string configuration = Path.Combine(folder, "inventory.json");
        string text = File.ReadAllText(configuration);
        int end = text.IndexOf("\n  ],", StringComparison.Ordinal);
        File.WriteAllText(configuration, text[..end] + Sources(",") + text[end..].TrimEnd()[..^1].TrimEnd() + ",\n" + Member() + "}\n", new UTF8Encoding(false));
        return made with { Files = [.. made.Files, .. WriteTables(folder, town, options.Seed)] };
    }

    /// <summary>Writes the tables with a configuration of their own that takes the open registers from another folder: no register of persons is named in it.</summary>
    /// <param name="registers">The folder of the municipality, relative to <paramref name="folder"/>.</param>
    public static SampleSummary WriteBeside(string folder, string registers, SampleOptions options)
    {
        Directory.CreateDirectory(folder);
        SampleTown town = TownBuilder.Build(options);
        string whole = InventoryFile.Text(town, "residents.csv", p => Formats.CrsTransform.Between(Formats.CrsTable.Sweref99Tm, Formats.CrsTable.Wgs84).Apply(p.East, p.North));
        IEnumerable<string> lines = whole.Split('\n').Where(l => !Closed.Any(t => l.Contains($"\"type\": \"{t}\"", StringComparison.Ordinal)));
        string text = string.Join('\n', lines).Replace("\"path\": \"", $"\"path\": \"{registers}/", StringComparison.Ordinal);
        int end = text.IndexOf("\n  ],", StringComparison.Ordinal);
        text = text[..end].TrimEnd().TrimEnd(',') + Sources(",") + text[end..].TrimEnd()[..^1].TrimEnd() + ",\n" + Member() + "}\n";
        File.WriteAllText(Path.Combine(folder, "inventory.json"), text, new UTF8Encoding(false));
        return new SampleSummary(0, 0, 0, ["inventory.json", .. WriteTables(folder, town, options.Seed)]);
    }

    private static IEnumerable<string> WriteTables(string folder, SampleTown town, ulong seed)
    {
        PlanTablesSample tables = new(town, seed);
        string[] texts = [tables.Households, tables.Homes, tables.Vacancies, tables.Premises, tables.Owners, tables.Landlords, tables.Decisions, tables.Support];
        for (int i = 0; i < texts.Length; i++)
        {
            File.WriteAllText(Path.Combine(folder, Tables[i] + ".csv"), texts[i], new UTF8Encoding(true));
        }

        PlanResults results = Planning.Analyse(ConfigReader.Load(Path.Combine(folder, "inventory.json")), new Run());
        DelimitedText optimum = new(',', "\n", "case", "home", "state");
        foreach (Proposal proposal in results.Placement.Proposals)
        {
            optimum.Add(proposal.Household.Case).Add(proposal.Site?.Id ?? "").Add(Terms.Key(proposal.State)).EndRow();
        }

        File.WriteAllText(Path.Combine(folder, "optimum.csv"), optimum.ToString(), new UTF8Encoding(false));
        return [.. Tables.Select(t => t + ".csv"), "optimum.csv"];
    }

    private static string Sources(string separator) => string.Concat(Tables.Select(t => $"{separator}\n    {{ \"type\": \"{t}\", \"path\": \"{t}.csv\" }}"));

    private static string Member() => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
          "plan": {
            // Hushåll med skyddade personuppgifter ska inte stå i filerna: deras bostad planeras inte här. EXEMPELDATA.
            "rentMax": { "1": 6000, "2": 7500, "3": 8500, "5": 9500 },
            "needs": { "near-care": { "criterion": "grocery", "atMost": 5000 } },
            "caps": { "default": 8 },
            "need": { "years": [ { "year": 2026, "persons": 94, "decidedOn": "2025-11-14" } ] },
            "agreements": [ { "id": "exempelbo-2026", "landlord": "exempelbo", "share": 0.09, "from": "2025-12-01", "until": "2027-11-30" } ]
          }

        """).ReplaceLineEndings("\n");
}
