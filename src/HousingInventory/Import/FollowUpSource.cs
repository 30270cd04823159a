using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>What planners have written about the homes. Only ever read.</summary>
public sealed record FollowUpSource : Source
{
    /// <summary>The planner's sheet of the shortlist, by language: a saved copy of the workbook is a follow-up.</summary>
    internal const string PlannersSheetSv = "Urvalslista";
    internal const string PlannersSheetEn = "Shortlist";

    private const int LongestNote = 200;

    internal static readonly SourceVocabulary Known = new(
        [
            new("followup", Carrier.Table),
        ],
        [
            new("ref", "ref", "referens", "reference"),
            new("building_id", "building_id", "byggnads_id", "objektidentitet"),
            new("state", "state", "status", "lage", "uppfoljning"),
            new("contacted_on", "contacted_on", "kontaktad", "kontaktad_den"),
            new("inspected_on", "inspected_on", "besiktigad", "besiktigad_den"),
            new("condition", "condition", "skick"),
            new("note", "note", "anteckning", "notering"),
            new("attachment", "attachment", "bild", "bilaga", "foto"),
            new("free_from", "free_from", "ledig_fran", "tilltrade"),
            new("free_until", "free_until", "till_och_med", "avtal_till"),
            new("rooms", "rooms", "rum", "antal_rum"),
            new("beds", "beds", "baddar", "platser"),
            new("step_free", "step_free", "stegfri"),
            new("rent", "rent", "hyra", "manadshyra"),
        ]);

    internal override SourceVocabulary Vocabulary => Known;

    internal override void Read(SourceFile file, Batch into)
    {
        using SaidCursor cursor = file.Open(
            static l => l.Name.Contains("followup", StringComparison.OrdinalIgnoreCase) || l.Name.Contains("uppf", StringComparison.OrdinalIgnoreCase) || IsPlannersSheet(l.Name),
            "followup", "uppfoljning");

        // The day of the last note is no day of the data.
        file.Info.Extracted = Extracted;
        ColumnMap columns = file.Columns(cursor.Layer);
        int[] found = [.. Known.Columns.Select(k => columns.Find(k.Target))];
        (int reference, int building, int state, int contacted, int inspected, int condition, int note) = (found[0], found[1], found[2], found[3], found[4], found[5], found[6]);
        if (!file.IsTable && file.Format == DataFormat.GeoPackage && file.FullPath.EndsWith(".gpkg", StringComparison.OrdinalIgnoreCase))
        {
            into.FollowUpTables.Add(new FollowUpTable(
                file.FullPath, cursor.Layer.Name,
                Known.Columns.Zip(found).Take(8).Where(k => k.Second >= 0).ToDictionary(k => k.First.Target, k => cursor.Layer.Columns[k.Second].Name, StringComparer.Ordinal)));
        }

        file.Info.Layout = "followup";
        if (reference < 0 && building < 0)
        {
            throw file.Refuse("has neither a column 'ref' nor 'building_id'; make an empty one with 'housing-inventory init DIR' and copy its header.");
        }

        TableScan.Rows(file, cursor, () =>
        {
            if ((cursor.TextAt(building) ?? cursor.TextAt(reference)) is not { } key)
            {
                return ("no-key", new FollowUpWithoutKey());
            }

            string word = WordOf(cursor.TextAt(state));
            if (StateOf(word) is not { } said)
            {
                return ("unknown-state", new UnknownState(word));
            }

            into.FollowUps.Add(new FollowUp(
                key.Trim(), said, Day(file, cursor, contacted), Day(file, cursor, inspected), cursor.TextAt(condition), Note(file, cursor, note), file.Info.Id, cursor.Row)
            {
                Offer = Offer(file, cursor, found.AsSpan(8)),
            });
            return null;
        });
    }

    /// <summary>Whether a sheet is the planner's of the shortlist.</summary>
    internal static bool IsPlannersSheet(string name) => name is PlannersSheetSv or PlannersSheetEn;

    /// <summary>What the owner has agreed to; null without a first day.</summary>
    private static HomeOffer? Offer(SourceFile file, SaidCursor cursor, ReadOnlySpan<int> columns)
    {
        if (Day(file, cursor, columns[0]) is not { } from)
        {
            return null;
        }

        int? Whole(int column) => cursor.NumberAt(column) is { } number and >= 0 and < 1_000_000 ? (int)Math.Round(number, MidpointRounding.AwayFromZero) : null;
        int? rooms = cursor.TextAt(columns[2]) is { } text ? RoomText.Parse(text) : null;
        bool? stepFree = cursor.TextAt(columns[4])?.Trim().ToLowerInvariant() switch
        {
            "ja" or "j" or "x" or "yes" or "1" or "true" => true,
            "nej" or "n" or "no" or "0" or "false" => false,
            _ => null,
        };
        return new HomeOffer(from, Day(file, cursor, columns[1]), rooms, Whole(columns[3]), stepFree, Whole(columns[5]));
    }

    /// <summary>The note, cut to what a result holds; that it was cut is a notice.</summary>
    private static string? Note(SourceFile file, SaidCursor cursor, int column)
    {
        string? words = cursor.TextAt(column);
        if (words is not { Length: > LongestNote })
        {
            return words;
        }

        file.Notice(new FollowUpNoteCut { Row = cursor.Row });
        return words[..(char.IsHighSurrogate(words[LongestNote - 1]) ? LongestNote - 1 : LongestNote)];
    }

    /// <summary>A word as it is compared: in small letters, without signs that cannot be seen.</summary>
    internal static string WordOf(string? said) => said is null ? "" : Words.Plain(Unseen(said)).Trim('.', '!', ',', ';', ':', '"', '\'', '*', ' ').ToLowerInvariant();

    // Every blank is a blank, and what has no width is nothing.
    private static string Unseen(string said) => string.Concat(said.Where(static c => char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format).Select(static c => char.IsWhiteSpace(c) ? ' ' : c));

    // Whatever stands between its words, and with å, ä and ö or without.
    private static string Alike(string word) => ColumnMap.Fold(word);

    /// <summary>The state that a word of <see cref="WordOf"/> is the key or a label of; blank is not started, null any other word.</summary>
    internal static FollowUpState? StateOf(string word) =>
        word.Length == 0 ? FollowUpState.NotStarted
            : Enum.GetValues<FollowUpState>().Select(s => (FollowUpState?)s).FirstOrDefault(s => Term.Of(s!.Value) is { } term && ((string[])[term.Key, term.Sv, term.En]).Any(known => Alike(known) == Alike(word)))
            ?? (Alike(word) is "kontaktaej" or "farejkontaktas" or "farintekontaktas" or "nocontact" ? FollowUpState.DoNotContact : null);

    /// <summary>A day in any of the forms that tables have (<see cref="DayText"/>). Anything else is a notice, and the row counts without it.</summary>
    private static DateOnly? Day(SourceFile file, SaidCursor cursor, int column)
    {
        if (cursor.TextAt(column)?.Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        if (DayText.Sortable(text, file.AsOfGuess.Year) is > 0 and int day && day % 100 > 0)
        {
            return new DateOnly(day / 10_000, day / 100 % 100, day % 100);
        }

        file.Notice(new FollowUpDateUnclear { Row = cursor.Row });
        return null;
    }
}
