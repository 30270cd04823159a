using HousingInventory.Diagnostics;
using HousingInventory.Formats;

namespace HousingInventory.Export.Qgis;

/// <summary>The forms in which QGIS shows a house: what it is, how it lies, and what has been done about it.</summary>
internal static class HomeForm
{
    /// <summary>What shows when the pointer rests on a candidate.</summary>
    /// <remarks>A map tip is HTML, and an address is what somebody wrote: its signs are shown, not obeyed.</remarks>
    public const string MapTip = "<b>[% \"ref\" %]</b> &nbsp;[% \"score\" %]<br>"
        + "[% replace(coalesce(\"address\", \"property\", ''), map('&', '&amp;', '<', '&lt;', '>', '&gt;', '\"', '&quot;')) %]";

    private static readonly string[] House =
    [
        "ref", "rank", "score", "score_max", "rank_ties", "fails", "address", "address_source", "property", "candidates_on_property", "others_registered", "locality", "purpose", "footprint_m2",
        "status", "reason", "confidence", "holiday_home_hint", "left_out", "building_id",
    ];

    private static readonly string[] FollowedUp = ["state", "contacted_on", "inspected_on", "condition", "note"];

    public static QmlForm Candidate(IReadOnlyList<GpkgColumn> columns, Language language, FollowUpJoin? join)
    {
        bool sv = language == Language.Sv;
        return new()
        {
            Tabs =
            [
                new(sv ? "Huset" : "The house", Those(columns, c => House.Contains(c.Name))),
                new(sv ? "Läget" : "Access", Those(columns, c => !House.Contains(c.Name) && !FollowedUp.Contains(c.Name))),
                FollowUp(columns, language, join),
            ],
            Editable = join is { IsEditable: true } ? Names(join.Columns) : [],
            Hidden = join is { IsWhole: true } ? FollowedUp : [],
        };
    }

    public static QmlForm Building(IReadOnlyList<GpkgColumn> columns, Language language, FollowUpJoin? join) => new()
    {
        Tabs = [new(language == Language.Sv ? "Huset" : "The house", Those(columns, _ => true)), .. join is null ? [] : (QmlTab[])[new(Title(language), Names(join.Columns))]],
        Editable = [],
    };

    private static QmlTab FollowUp(IReadOnlyList<GpkgColumn> columns, Language language, FollowUpJoin? join) =>
        join is null ? new(Title(language), Those(columns, c => FollowedUp.Contains(c.Name)))
            : join.IsEditable ? new(Title(language), join.IsWhole ? [] : Those(columns, c => FollowedUp.Contains(c.Name)), join.Relation)
            : new(Title(language), Names(join.Columns));

    /// <summary>The columns of the run, told apart from the joined ones: no two have one heading.</summary>
    public static IEnumerable<GpkgColumn> Titled(IReadOnlyList<GpkgColumn> columns, Language language, FollowUpJoin? join) =>
        join is null ? columns
            : columns.Select(c => FollowedUp.Contains(c.Name) ? c with { Title = c.Title + (language == Language.Sv ? " (vid körningen)" : " (at the run)") } : c);

    private static string Title(Language language) => language == Language.Sv ? "Uppföljning" : "Follow-up";

    private static List<string> Those(IReadOnlyList<GpkgColumn> columns, Func<GpkgColumn, bool> which) => [.. columns.Where(which).Select(c => c.Name).Order(Comparer<string>.Create(ByHouse))];

    private static string[] Names(IReadOnlyList<GpkgColumn> columns) => [.. columns.Select(c => c.Name)];

    /// <summary>In the order of the list of house columns; a stable sort leaves all others as they were.</summary>
    private static int ByHouse(string a, string b) => Array.IndexOf(House, a).CompareTo(Array.IndexOf(House, b));
}
