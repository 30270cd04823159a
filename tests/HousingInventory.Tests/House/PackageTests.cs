using System.Xml.Linq;

namespace HousingInventory.Tests.House;

/// <summary>Packages: each pin exact, used, and named in NOTICE.md with its version.</summary>
public sealed class PackageTests
{
    private static readonly (string Id, string Version)[] Pins =
    [
        .. XDocument.Load(Path.Combine(RepositoryRoot.Path, "Directory.Packages.props")).Descendants("PackageVersion")
            .Select(p => (p.Attribute("Include")!.Value, p.Attribute("Version")!.Value)),
    ];

    [Fact]
    public void Every_pin_is_a_version_and_no_range() =>
        Assert.All(Pins, pin => Assert.Matches(@"^\d+(\.\d+)+$", pin.Version));

    [Fact]
    public void Every_pin_is_used_by_a_project()
    {
        HashSet<string> used =
        [
            .. new[] { "src", "tests" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), "*.csproj", SearchOption.AllDirectories))
                .SelectMany(project => XDocument.Load(project).Descendants("PackageReference")).Select(r => r.Attribute("Include")!.Value),
        ];
        Assert.Equal(Pins.Select(p => p.Id).Where(id => !used.Contains(id)), []);
    }

    [Fact]
    public void The_notices_name_every_pin_with_its_version()
    {
        string[] rows = [.. File.ReadLines(Path.Combine(RepositoryRoot.Path, "NOTICE.md")).Where(line => line.StartsWith('|'))];
        Assert.All(Pins, pin => Assert.Contains(rows, row => Cells(row[1..]) is [string ids, string versions, ..] && Names(ids, versions).Contains(pin)));
    }

    /// <summary>"a, b | 1.0, 2.0" names two packages with a version each.</summary>
    private static IEnumerable<(string Id, string Version)> Names(string ids, string versions) =>
        ids.Split(',', StringSplitOptions.TrimEntries).Zip(versions.Split(',', StringSplitOptions.TrimEntries));

    private static string[] Cells(string row) => row.Split('|', StringSplitOptions.TrimEntries);
}
