using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace HousingInventory.SystemTests;

/// <summary>
/// Law 3: no person reaches a result. Every name and number of the sample's residents, none of which exists, is looked for in all that the command writes and
/// prints, from whole files and from broken ones.
/// </summary>
public sealed partial class PrivacyTests
{
    private static readonly Encoding Latin1 = Encoding.Latin1;

    [Fact]
    public void No_name_and_no_number_of_Navets_file_is_written_or_printed()
    {
        using SampleCopy town = new("tiny-town");
        string[] persons = [.. NavetValues(File.ReadAllText(town["navet.xml"]))];
        Assert.True(persons.Length > 40);
        LooksClean(town, persons, town["navet.xml"]);
    }

    [Fact]
    public void No_name_and_no_number_of_a_table_of_residents_is_written_or_printed()
    {
        using SampleCopy town = new("skelleftea-mini");
        string[] persons = [.. TableValues(File.ReadAllText(town["residents.csv"], Latin1))];
        Assert.True(persons.Length > 1000);
        LooksClean(town, persons, town["residents.csv"]);
    }

    [Fact]
    public void What_the_register_officer_is_told_is_in_Swedish_and_on_request_in_English()
    {
        using SampleCopy town = new("tiny-town");
        using TemporaryFolder other = new();
        Assert.Contains("Skyddade rader", HousingInventoryCommand.Run("reduce", town["navet.xml"], "--out", other.File("sv.csv"), "--no-withheld").Output, StringComparison.Ordinal);
        Assert.Contains("Rows of protected", HousingInventoryCommand.Run("reduce", town["navet.xml"], "--out", other.File("en.csv"), "--no-withheld", "--language", "en").Output, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(other.File("sv.csv")), File.ReadAllText(other.File("en.csv")));
        Assert.Contains("radnummer om personer", HousingInventoryCommand.Run("check", town.Config, "--register-officer", other.File("officer")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_file_of_Navet_is_refused_or_read_without_a_word_on_a_person()
    {
        using SampleCopy town = new("tiny-town");
        string whole = File.ReadAllText(town["navet.xml"]);
        string[] persons = [.. NavetValues(whole)];
        string name = NameElement().Match(whole).Groups[1].Value;
        (string Label, string Text)[] breakages =
        [
            ("cut in a name", whole[..(whole.IndexOf(name, StringComparison.Ordinal) + 3)]),
            ("cut in a number", whole[..(whole.LastIndexOf("<PersonNr>", StringComparison.Ordinal) + 16)]),
            ("cut between persons", whole[..whole.LastIndexOf("<Folkbokforingspost>", StringComparison.Ordinal)]),
            ("name without an end tag", whole.Replace("</Fornamn>", "", StringComparison.Ordinal)),
            ("end tag of another name", whole.Replace("</Fornamn>", "</" + name + ">", StringComparison.Ordinal)),
            ("element named after a person", whole.Replace("<Fornamn>", "<" + name + "/><Fornamn>", StringComparison.Ordinal)),
            ("letter and names in a number", whole.Replace("<PersonNr>", "<PersonNr>" + name, StringComparison.Ordinal)),
            ("name where the municipality stands", whole.Replace("<KommunKod>", "<KommunKod>" + name, StringComparison.Ordinal)),
            ("name where a date stands", whole.Replace("<Folkbokforingsdatum>", "<Folkbokforingsdatum>" + name, StringComparison.Ordinal)),
            ("name where an id stands", whole.Replace("<FastighetsId>", "<FastighetsId>" + name, StringComparison.Ordinal)),
            ("forbidden character in a name", whole.Replace(name, name + "\u0001", StringComparison.Ordinal)),
            ("unknown entity in a name", whole.Replace(name, "&" + name + ";", StringComparison.Ordinal)),
            ("document type that defines a name", "<!DOCTYPE x [<!ENTITY " + name + " \"" + name + "\">]>" + whole[(whole.IndexOf("?>", StringComparison.Ordinal) + 2)..]),
            ("another root", whole.Replace("Navetavisering>", name + ">", StringComparison.Ordinal)),
        ];
        foreach ((string label, string text) in breakages)
        {
            File.WriteAllText(town["navet.xml"], text);
            SaysNothing(town, town["navet.xml"], label, persons);
        }
    }

    [Fact]
    public void A_broken_table_of_residents_is_refused_or_read_without_a_word_on_a_person()
    {
        using SampleCopy town = new("skelleftea-mini");
        string whole = File.ReadAllText(town["residents.csv"], Latin1);
        string[] persons = [.. TableValues(whole)];
        string[] lines = whole.ReplaceLineEndings("\n").Split('\n');
        string header = lines[0];
        string rest = string.Join('\n', lines.Skip(1));
        (string Label, string Text)[] breakages =
        [
            ("no header", rest),
            ("empty header", "\n" + rest),
            ("one column only", string.Join('\n', lines.Select(l => l.Split(';')[0]))),
            ("names only", string.Join('\n', lines.Select(l => string.Join(';', l.Split(';').Skip(1).Take(2))))),
            ("header of one column", "Personnummer\n" + rest),
            ("headings turned round", string.Join(';', header.Split(';').Reverse()) + "\n" + rest),
            ("names under the municipality", header.Replace("Förnamn", "x", StringComparison.Ordinal).Replace("Kommunkod", "Förnamn", StringComparison.Ordinal).Replace("x", "Kommunkod", StringComparison.Ordinal) + "\n" + rest),
            ("names under the date", header.Replace("Förnamn", "Folkbokföringsdatum", StringComparison.Ordinal) + "\n" + rest),
            ("an open quote", header + "\n\"" + rest),
            ("quotes in the middle", whole.Replace(";2482;", ";\"2482;", StringComparison.Ordinal)),
            ("commas for semicolons", whole.Replace(';', ',')),
            ("tabs in the data only", header + "\n" + rest.Replace(';', '\t')),
            ("ragged rows", header + "\n" + rest.Replace(";2482;", ";2482", StringComparison.Ordinal)),
            ("null characters", whole.Replace(";2482;", ";\02482;", StringComparison.Ordinal)),
            ("cut in a row", whole[..(whole.Length / 2)]),
            ("written twice over", whole + whole),
        ];
        foreach ((string label, string text) in breakages)
        {
            File.WriteAllText(town["residents.csv"], text, Latin1);
            SaysNothing(town, town["residents.csv"], label, persons);
        }
    }

    [Fact]
    public void A_table_without_header_is_refused_without_its_first_row_even_where_columns_are_named()
    {
        using SampleCopy town = new("skelleftea-mini");
        string whole = File.ReadAllText(town["residents.csv"], Latin1);
        string[] persons = [.. TableValues(whole)];
        File.WriteAllText(town["residents.csv"], whole[(whole.IndexOf('\n', StringComparison.Ordinal) + 1)..], Latin1);
        town.Edit(config => SampleCopy.Source(config, "residents")["columns"] = new System.Text.Json.Nodes.JsonObject { ["address"] = "Adress" });
        ToolResult result = town.Run();
        Assert.Equal(2, result.ExitCode);
        Assert.Empty(Spoken(result, persons));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_zipped_table_of_residents_leaves_nothing_in_the_temporary_folder(bool isWhole)
    {
        using SampleCopy town = new("skelleftea-mini");
        string whole = File.ReadAllText(town["residents.csv"], Latin1);
        string[] persons = [.. TableValues(whole)];
        using (ZipArchive zip = ZipFile.Open(town["residents.zip"], ZipArchiveMode.Create))
        using (StreamWriter writer = new(zip.CreateEntry("residents.csv").Open(), Latin1))
        {
            // Without its headings no column can carry a link, and the file is refused.
            writer.Write(isWhole ? whole : whole[(whole.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        }

        town.Use("residents", "residents.zip");
        using TemporaryFolder temporary = new();
        ToolResult result = HousingInventoryCommand.RunWith(new Dictionary<string, string?> { ["TMPDIR"] = temporary.Path }, "run", town.Config, "--out", town.Out);
        Assert.Equal(isWhole ? 0 : 2, result.ExitCode);
        Assert.Empty(Spoken(result, persons));
        Assert.Empty(ResultFolder.FilesWith(temporary.Path, persons));
        Assert.Empty(Directory.EnumerateFileSystemEntries(temporary.Path, "housing-inventory-*"));
    }

    [Fact]
    public void Bytes_changed_at_random_leak_nothing_either()
    {
        using SampleCopy town = new("tiny-town");
        byte[] whole = File.ReadAllBytes(town["navet.xml"]);
        string[] persons = [.. NavetValues(Encoding.UTF8.GetString(whole))];
        Random random = new(20261110);
        for (int round = 0; round < 12; round++)
        {
            byte[] broken = [.. whole];
            for (int i = 0; i < 5; i++)
            {
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            }

            File.WriteAllBytes(town["navet.xml"], broken);
            SaysNothing(town, town["navet.xml"], $"round {round}", persons);
        }
    }

    /// <summary>Runs every verb that reads residents on whole files, and looks into all that comes out.</summary>
    private static void LooksClean(SampleCopy town, string[] persons, string residents)
    {
        using TemporaryFolder other = new();
        string[][] commands =
        [
            ["run", town.Config, "--out", town.Out],
            ["check", town.Config],
            ["check", town.Config, "--results", town.Out],
            ["check", town.Config, "--register-officer", other.File("officer")],
            ["explain", town.Config, "Exempelstorgatan 1"],
            ["inspect", residents],
            ["reduce", residents, "--out", other.File("reduced.csv")],
            ["init", other.File("new"), "--from", residents],
        ];
        foreach (string[] command in commands)
        {
            ToolResult result = HousingInventoryCommand.Run(command);
            Assert.True(result.ExitCode is 0 or 1, $"{command[0]}: {result.ExitCode}\n{result.Errors}");
            Assert.Empty(Spoken(result, persons));
        }

        Assert.Empty(ResultFolder.FilesWith(town.Out, persons));
        Assert.Empty(ResultFolder.FilesWith(other.Path, persons));
    }

    private static void SaysNothing(SampleCopy town, string residents, string label, string[] persons)
    {
        foreach (string[] command in (string[][])[["run", town.Config, "--out", town.Out], ["inspect", residents]])
        {
            ToolResult result = HousingInventoryCommand.Run(command);
            Assert.True(result.ExitCode is 0 or 1 or 2, $"{label}, {command[0]}: exit code {result.ExitCode}\n{result.Errors}");
            List<string> spoken = Spoken(result, persons);
            Assert.True(spoken.Count == 0, $"{label}, {command[0]}: {string.Join(", ", spoken)} in\n{result.Output}\n{result.Errors}");
        }

        if (Directory.Exists(town.Out))
        {
            IReadOnlyList<string> written = ResultFolder.FilesWith(town.Out, persons);
            Assert.True(written.Count == 0, $"{label}: {string.Join(", ", written)}");
        }
    }

    private static List<string> Spoken(ToolResult result, string[] persons)
    {
        string said = result.Output + result.Errors;
        return [.. persons.Where(p => said.Contains(p, StringComparison.OrdinalIgnoreCase))];
    }

    private static HashSet<string> NavetValues(string xml) =>
        [.. NameElement().Matches(xml).Select(m => m.Groups[1].Value), .. NumberElement().Matches(xml).SelectMany(m => Numbers(m.Groups[1].Value))];

    private static HashSet<string> TableValues(string csv)
    {
        HashSet<string> values = [];
        foreach (string[] cells in csv.Split('\n').Skip(1).Select(l => l.Split(';')).Where(c => c.Length > 3))
        {
            values.UnionWith(cells[1..3].Where(n => n.Length > 3));
            values.UnionWith(Numbers(cells[0]));
        }

        return values;
    }

    /// <summary>A number as it may be written: twelve digits, ten, and ten with a hyphen.</summary>
    private static IEnumerable<string> Numbers(string number) => number.Length == 12 ? [number, number[2..], number[2..8] + "-" + number[8..]] : [];

    [GeneratedRegex("<(?:Fornamn|Efternamn|Mellannamn)>([^<]{4,})<")]
    private static partial Regex NameElement();

    [GeneratedRegex("<PersonNr>([0-9]+)<")]
    private static partial Regex NumberElement();
}
