using System.Text;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Plan;
using HousingInventory.Plan.Placement;
using HousingInventory.Tests.Formats;

namespace HousingInventory.Tests.Plan.Whole;

/// <summary>
/// A folder with the tables of a plan written in the test, on 1 March 2026, and with addresses Exempelgatan 1 to 9, 100 m apart, in Exempelby. No register of persons is there.
/// </summary>
internal sealed class PlanTown : IDisposable
{
    public const string HouseholdHeader = "case;size;latest_on;status;needs;home;moved_in_on;current_home;must_move;adults;couples;children_0_5;children_6_12;children_13_17;closed_on;delete_on\n";

    public const string HomeHeader = "home;address;rooms;beds;free_from;rent;step_free;status;channel;landlord;free_until\n";

    private readonly TemporaryFolder _temporary = new();
    private readonly List<string> _sources = [];

    public string Folder => _temporary.Path;

    /// <summary>Members of the plan.</summary>
    public string Plan { get; set; } = "";

    /// <summary>Members of the configuration beside sources and plan, each followed by a comma.</summary>
    public string Members { get; set; } = """ "asOf": "2026-03-01", "purpose": "Prov", "responsible": "Ingen", "deleteAfter": "2027-05-31", """;

    public string File(string name) => _temporary.File(name);

    public void Dispose() => _temporary.Dispose();

    public PlanTown With(string type, string text, string? file = null, string more = "")
    {
        file ??= type + ".csv";
        System.IO.File.WriteAllBytes(File(file), Encoding.UTF8.GetBytes(text));
        return Named(type, file, more);
    }

    public PlanTown Named(string type, string file, string more = "")
    {
        _sources.Add($$"""{ "type": "{{type}}", "path": "{{file}}"{{more}} }""");
        return this;
    }

    /// <summary>Households of "number;size;latest", further columns after them.</summary>
    public PlanTown Households(params string[] rows) => With("households", HouseholdHeader + string.Concat(rows.Select(r => Padded(r, HouseholdHeader))));

    /// <summary>Homes of "id;address;rooms;beds;free_from", further columns after them.</summary>
    public PlanTown Homes(params string[] rows) => With("homes", HomeHeader + string.Concat(rows.Select(r => Padded(r, HomeHeader))));

    public LoadedConfig Load()
    {
        if (!_sources.Exists(s => s.Contains("\"addresses\"", StringComparison.Ordinal)))
        {
            string rows = string.Concat(Enumerable.Range(1, 9).Select(i => $"a{i};Exempelgatan {i};{700_000 + (100 * i)};7200000\n"));
            With("addresses", "address_id;adress;e;n\n" + rows, more: """, "crs": "EPSG:3006" """);
        }

        string path = File("inventory.json");
        System.IO.File.WriteAllText(path, $"{{ {Members} \"sources\": [ {string.Join(", ", _sources)} ], \"plan\": {{ {Plan} }} }}");
        return ConfigReader.Load(path);
    }

    public PlanResults Analyse(Run? run = null) => Sound(Planning.Analyse(Load(), run ?? new Run()));

    public PlanResults Run(string folder = "plan", Run? run = null) => Sound(Planning.Run(Load(), File(folder), run ?? new Run()));

    /// <summary>What holds of every plan: it proves itself, keeps the hard rules, and has used or left out each row that it read.</summary>
    public static PlanResults Sound(PlanResults results)
    {
        Assert.Null(results.Placement.Solved!.Fault());
        Assert.All(
            results.Placement.Proposals.Where(p => p.State == ProposalState.Proposed), p => Assert.Null(results.Placement.FailureOf(p.Household, p.Site!)));
        Assert.All(results.Books.Files, f => Assert.Equal(f.Read, f.Used + f.LeftOut.Values.Sum()));
        return results;
    }

    public string Refused() => Assert.Throws<InputException>(() => Analyse()).Message;

    /// <summary>The plan as "number:home", "-" for none.</summary>
    public string Told(Run? run = null) => string.Join(' ', Analyse(run).Placement.Proposals.Select(p => $"{p.Household.Case}:{p.Site?.Id ?? "-"}"));

    /// <summary>The books of a source as "read used reason=count ...".</summary>
    public string Books(string type, Run? run = null)
    {
        Model.InputFile info = Analyse(run).Books.Files.First(f => f.Type == type);
        return string.Join(' ', (string[])[$"{info.Read} {info.Used}", .. info.LeftOut.Select(l => $"{l.Key}={l.Value}")]);
    }

    /// <summary>A row with as many cells as the heading.</summary>
    private static string Padded(string row, string header) => row + new string(';', header.Count(c => c == ';') - row.Count(c => c == ';')) + "\n";

    public string Result(string name, string folder = "plan") => System.IO.File.ReadAllText(Path.Combine(File(folder), name));
}
