using HousingInventory.Diagnostics;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Import;

/// <summary>
/// Tables of addresses with a count, as municipalities head them. One that is not known as such counts its noughts as people, and asks for no list of withheld homes.
/// </summary>
public sealed class CountHeadingsTests
{
    [Theory]
    [InlineData("Antal")]
    [InlineData("Antal boende")]
    [InlineData("ANTAL_BOENDE_2026")]
    [InlineData("Antal personer")]
    [InlineData("Antal pers.")]
    [InlineData("Antal folkbokförda 2026-11-01")]
    [InlineData("Antal fb")]
    [InlineData("Antal invånare")]
    [InlineData("Antal mantalsskrivna")]
    [InlineData("Antal av Personnummer")]
    [InlineData("Summa av Antal")]
    [InlineData("Summa av Antal personer")]
    [InlineData("Folkmängd")]
    [InlineData("Invånare")]
    [InlineData("Personer")]
    [InlineData("Totalt")]
    [InlineData("Summa")]
    [InlineData("Bef")]
    public void A_count_is_known_by_its_heading(string heading)
    {
        Run run = new();
        using Workshop workshop = new Workshop().With("residents", "r.csv", $"Adress;{heading}\nA 1;2\nB 1;0\nC 1;3\n");
        Imported inputs = workshop.Import(run);
        Assert.Equal(5, inputs.Registrations!.Persons);
        Assert.Contains("withheld_list_missing", run.Notices.Counts.Keys);
    }

    [Theory]
    [InlineData("Antal lägenheter")]
    [InlineData("Antal rum")]
    [InlineData("Antal hushåll")]
    public void Another_count_is_none_of_persons(string heading)
    {
        using Workshop workshop = new Workshop().With("residents", "r.csv", $"Adress;{heading}\nA 1;2\nB 1;0\n");
        Assert.Equal(2, workshop.Import().Registrations!.Persons);
    }

    [Theory]
    [InlineData("-1", 1)]
    [InlineData("<5", 1)]
    [InlineData("0,4", 1)]
    [InlineData("2,4", 2)]
    [InlineData("0", 0)]
    [InlineData("0,0", 0)]
    public void A_mark_or_a_part_of_a_person_stands_for_somebody(string count, int persons)
    {
        using Workshop workshop = new Workshop().With("residents", "r.csv", $"Adress;Antal\nA 1;{count}\nB 1;1\n");
        Assert.Equal(1 + persons, workshop.Import().Registrations!.Persons);
    }
}
