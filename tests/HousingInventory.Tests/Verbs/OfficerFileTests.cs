using HousingInventory.Diagnostics;
using HousingInventory.Tests.Support;
using HousingInventory.Verbs;

namespace HousingInventory.Tests.Verbs;

/// <summary>Files for the register officer: whole or not at all, for their owner alone, and nothing of anybody else's is touched.</summary>
public sealed class OfficerFileTests
{
    private const string Extract = "personnummer;adress;fastighetsbeteckning;sekretess\n196408233234;Exempelgatan 1;EXEMPELBY 1:1;\n196408833231;Exempelgatan 2;EXEMPELBY 1:2;J\n";

    [Fact]
    public void Both_files_are_for_their_owner_alone_and_nothing_else_is_left()
    {
        using Workshop workshop = Delivered();
        Reducing.Reduce(workshop.File("kir.csv"), workshop.File("red.csv"), workshop.File("withheld.csv"), null, new Run());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(workshop.File("red.csv")));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(workshop.File("withheld.csv")));
        }

        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(workshop.File("x"))!, "*pending*"));
    }

    [Theory]
    [InlineData("red.csv")]
    [InlineData("withheld.csv")]
    [InlineData("red.csv.pending")]
    [InlineData("withheld.csv.pending")]
    [InlineData(".red.csv.pending")]
    public void A_file_that_is_there_is_never_touched(string name)
    {
        using Workshop workshop = Delivered();
        File.WriteAllText(workshop.File(name), "mine");
        try
        {
            Reducing.Reduce(workshop.File("kir.csv"), workshop.File("red.csv"), workshop.File("withheld.csv"), null, new Run());
        }
        catch (InputException e)
        {
            Assert.Contains("exists already", e.Message, StringComparison.Ordinal);
            Assert.Equal(name == "red.csv", File.Exists(workshop.File("red.csv")));
        }

        Assert.Equal("mine", File.ReadAllText(workshop.File(name)));
    }

    [Fact]
    public void A_link_in_the_place_of_the_file_is_never_followed()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using Workshop workshop = Delivered();
        File.CreateSymbolicLink(workshop.File("red.csv"), workshop.File("elsewhere.csv"));
        Assert.Throws<InputException>(() => Reducing.Reduce(workshop.File("kir.csv"), workshop.File("red.csv"), null, null, new Run()));
        Assert.False(File.Exists(workshop.File("elsewhere.csv")));
    }

    [Fact]
    public void After_a_try_that_was_killed_between_the_two_files_the_next_one_works()
    {
        using Workshop workshop = Delivered();
        Reducing.Reduce(workshop.File("kir.csv"), workshop.File("red.csv"), workshop.File("withheld.csv"), null, new Run());
        string whole = File.ReadAllText(workshop.File("red.csv"));

        // Killed: the list is in its place, the reduced file still has its helper name.
        string left = Path.Combine(Path.GetDirectoryName(workshop.File("x"))!, $".red.csv.{Guid.NewGuid():N}.officer-pending");
        File.Move(workshop.File("red.csv"), left);
        Reducing.Reduce(workshop.File("kir.csv"), workshop.File("red.csv"), workshop.File("withheld.csv"), null, new Run());
        Assert.Equal(whole, File.ReadAllText(workshop.File("red.csv")));
        Assert.False(File.Exists(left));
    }

    [Fact]
    public void The_officer_folder_takes_the_place_of_its_own_files_only()
    {
        using Workshop workshop = new();
        string rows = Path.Combine(workshop.File("officer"), "resident-rows.csv");
        OfficerNotices.Write(workshop.Load(), workshop.File("officer"), new Run());
        OfficerNotices.Write(workshop.Load(), workshop.File("officer"), new Run());
        File.WriteAllText(rows, "mine");
        Assert.Contains("no file of this command", Assert.Throws<InputException>(() => OfficerNotices.Write(workshop.Load(), workshop.File("officer"), new Run())).Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(rows));
        Assert.Empty(Directory.EnumerateFiles(workshop.File("officer"), "*pending*"));
    }

    private static Workshop Delivered()
    {
        Workshop workshop = new();
        File.WriteAllText(workshop.File("kir.csv"), Extract);
        return workshop;
    }
}
