using System.Globalization;
using System.Text;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Verbs;

/// <summary>
/// What <c>check --reviewed</c> prints: how right the answers are on homes that somebody looked at, for one's own municipality, in the figures of the project's
/// own bench, and whether the strength of evidence holds what it says.
/// </summary>
public static class Reviewing
{
    /// <summary>Counts below this are not told of registered homes alone.</summary>
    private const int FewestTold = 5;

    private static readonly Status[] Others = [Status.Undetermined, Status.Secondary, Status.NotHousing];

    /// <summary>The report, as lines.</summary>
    /// <param name="loaded">The configuration.</param>
    /// <param name="path">The table: a building's id or ref, and the verdict, a row.</param>
    /// <param name="run">Progress.</param>
    /// <exception cref="InputException">The table cannot be read.</exception>
    public static string Report(LoadedConfig loaded, string path, Run run)
    {
        if (!File.Exists(path))
        {
            throw new InputException($"{path} does not exist; check the path.");
        }

        (Question question, Linkage linkage, Flags flags) = Pipeline.Answer(Pipeline.Deliver(loaded, run), loaded, run);
        return Text(Review.Of(path, question.Registers, linkage, flags), linkage, loaded.Config.Language);
    }

    private static string Text(Review review, Linkage linkage, Language language)
    {
        bool sv = language == Language.Sv;
        StringBuilder text = new();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        string left = Export.LeftOutWords.Told(review.LeftOut.Select(static l => KeyValuePair.Create(l.Key, (long)l.Value)), language);
        Line($"{(sv ? "Granskade hus" : "Reviewed homes")}");
        Line($"  {review.Read} {(sv ? "rader" : "rows")}, {review.Reviewed} {(sv ? "använda" : "used")}{(left.Length > 0 ? (sv ? "; utelämnade: " : "; left out: ") + left : "")}");
        Line($"{(sv ? "Verktygets svar: granskningen säger någon folkbokförd, ingen folkbokförd, inte bostad" : "The tool's answer: the review says somebody registered, nobody registered, not a home")}");
        bool fewRegistered = IsFew(review.Said(Status.Registered).Sum());
        foreach ((string label, string counts) in Rows(review, language))
        {
            Line($"  {label}: {counts}");
        }

        int[] said = review.Said(Status.NobodyRegistered);
        int right = said[(int)Verdict.Empty];
        int empty = right + Others.Append(Status.Registered).Sum(s => review.Said(s)[(int)Verdict.Empty]);
        int undetermined = review.Said(Status.Undetermined).Sum();
        Line($"{(sv ? "Träffsäkerhet" : "Quality")}");
        Line($"  {(sv ? "precision (av dem som sägs sakna folkbokförda)" : "precision (of those said to have nobody registered)")}: {Of(new Wilson(right, said.Sum()), sv)}");
        Line($"  {(sv ? "täckning (av dem som saknar folkbokförda)" : "recall (of those that have nobody registered)")}: {Of(new Wilson(right, empty), sv, IsFew(review.Said(Status.Registered)[(int)Verdict.Empty]))}");
        Line($"  {(sv ? "kan inte avgöras" : "undetermined")}: {Of(new Wilson(undetermined, review.Reviewed), sv, fewRegistered)}");
        Line($"{(sv ? "Per skäl" : "By reason")}");
        foreach ((Term reason, int[] counts) in review.ByReason.Where(_ => !fewRegistered))
        {
            Line($"  {reason.In(language)}: {string.Join(", ", counts)}");
        }

        if (fewRegistered)
        {
            Line($"  {(sv ? "visas inte: färre än fem granskade hus har någon folkbokförd enligt verktyget" : "not shown: under five of the reviewed homes have somebody registered by the tool")}");
        }

        Line($"{(sv ? "Underlagets styrka: andel som verkligen saknar folkbokförda" : "Strength of evidence: share that truly has nobody registered")}");
        foreach (Confidence confidence in (Confidence[])[Confidence.Strong, Confidence.Medium, Confidence.Weak])
        {
            (int reviewed, int held) = review.Strength(confidence);
            Line($"  {Term.Of(confidence).In(language)}: {Of(new Wilson(held, reviewed), sv)}");
        }

        Line($"{(sv ? "Så kopplades folkbokföringen till husen, hela körningen" : "How registrations were linked, the whole run")}");
        foreach ((string level, long persons) in linkage.Levels)
        {
            Line($"  {level}: {persons}");
        }

        Line($"{(sv
            ? "Inom hakparentes: 95 procents intervall enligt Wilson. Talen gäller bara om husen lottades: bland dem på listan för precisionen, bland alla bostadshus för täckningen."
            : "In brackets: 95 per cent intervals by Wilson. The figures hold only if the homes were drawn by lot: among those listed for precision, among all dwellings for recall.")}");
        return text.ToString();
    }

    // Of homes that the tool calls registered no count is told that is about a few of them, nor one from which it could be reckoned.
    private static IEnumerable<(string Label, string Counts)> Rows(Review review, Language language)
    {
        bool sv = language == Language.Sv;
        yield return (Label(Status.NobodyRegistered), string.Join(", ", review.Said(Status.NobodyRegistered)));
        int[] registered = review.Said(Status.Registered);
        if (Array.Exists(registered, IsFew))
        {
            int all = registered.Sum() + Others.Sum(s => review.Said(s).Sum());
            yield return (sv ? "Alla andra svar, tillsammans" : "All other answers, together", all.ToString(CultureInfo.InvariantCulture));
            yield break;
        }

        yield return (Label(Status.Registered), string.Join(", ", registered));
        foreach (Status status in Others)
        {
            yield return (Label(status), string.Join(", ", review.Said(status)));
        }

        string Label(Status status) => Term.Of(status).In(language);
    }

    private static bool IsFew(int count) => count is > 0 and < FewestTold;

    private static string Of(Wilson share, bool sv, bool roughly = false) => share.Of == 0 ? "–"
        : roughly ? string.Create(CultureInfo.InvariantCulture, $"{(sv ? "omkring" : "about")} {share.Share:0.00}")
        : string.Create(CultureInfo.InvariantCulture, $"{share.Share:0.000} [{share.Low:0.000}–{share.High:0.000}] ({share.Right} {(sv ? "av" : "of")} {share.Of})");
}
