using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Export;

/// <summary>
/// What a test of the funnel removes, in words that follow a number: "834 för långt till hållplats". A test's own name says what stays ("Nära hållplats"), which
/// behind a count of what went would read as its opposite.
/// </summary>
public static class FunnelWords
{
    private static readonly Dictionary<string, (string Sv, string En)> Words = new(StringComparer.Ordinal)
    {
        [Term.Of(FunnelTest.Dwelling).Key] = ("inte bostad", "no dwelling"),
        [Term.Of(FunnelTest.NobodyRegistered).Key] = ("med någon folkbokförd, eller som inte kan avgöras", "with somebody registered, or undetermined"),
        [Term.Of(FunnelTest.HousePart).Key] = ("del av ett annat hus", "part of another house"),
        [Term.Of(FunnelTest.Planned).Key] = ("med bara en reserverad adress", "with a reserved address only"),
        [Term.Of(FunnelTest.Footprint).Key] = ("för små eller för stora", "too small or too large"),
        [Term.Of(FunnelTest.Stop).Key] = ("för långt till hållplats", "too far from a stop"),
        [Term.Of(FunnelTest.Confidence).Key] = ("med för svagt underlag", "with too weak evidence"),
        [Term.Of(FunnelTest.HolidayHome).Key] = ("bortvalda som fritidshus eller inte", "left out as holiday homes, or for being none"),
        [Term.Of(FunnelTest.FollowUp).Key] = ("avslutade i uppföljningen", "closed in the follow-up"),
    };

    /// <summary>What did not pass the test.</summary>
    public static string Removed(Term test, Language language)
    {
        if (Words.TryGetValue(test.Key, out (string Sv, string En) said))
        {
            return language == Language.Sv ? said.Sv : said.En;
        }

        // Settlements are the run's own; their names begin with what stays.
        string name = test.In(language);
        return !test.Key.StartsWith("settlement", StringComparison.Ordinal) ? name
            : language == Language.Sv
                ? name.Replace("I bebyggelse: ", "utanför bebyggelse (", StringComparison.Ordinal) + ")"
                : name.Replace("In a settlement: ", "outside settlements (", StringComparison.Ordinal) + ")";
    }
}
