using HousingInventory.Diagnostics;
using HousingInventory.Flag;
using HousingInventory.Formats;
using HousingInventory.Import;
using HousingInventory.Model;

namespace HousingInventory.Verbs;

/// <summary>What a review found about a home: on the day of the answer, in the register or by asking.</summary>
internal enum Verdict
{
    /// <summary>Somebody is registered there.</summary>
    Registered,

    /// <summary>Nobody is registered there.</summary>
    Empty,

    /// <summary>It is no home: a garage, a shop, gone.</summary>
    NoHome,
}

/// <summary>
/// The verdicts of a review held against the tool's answers. It counts houses and keeps none, so that nothing about a single home can be asked of it; a withheld
/// home counts in every figure as one where somebody is registered.
/// </summary>
internal sealed class Review
{
    private static readonly SourceVocabulary Known = new(
        [
            new("reviewed", Carrier.Table),
        ],
        [
            new("building", "building", "building_id", "byggnad", "byggnads_id", "objektidentitet", "ref", "referens", "reference", "hus", "home"),
            new("verdict", "verdict", "utfall", "bedomning", "omdome", "resultat", "result", "status", "granskning", "review"),
        ]);

    // Folded as column names are: no case, blanks and hyphens, å and ä as a, ö as o.
    private static readonly Dictionary<string, Verdict?> Words = new(StringComparer.Ordinal)
    {
        ["registered"] = Verdict.Registered,
        ["somebody"] = Verdict.Registered,
        ["somebodyregistered"] = Verdict.Registered,
        ["inhabited"] = Verdict.Registered,
        ["occupied"] = Verdict.Registered,
        ["folkbokford"] = Verdict.Registered,
        ["folkbokforda"] = Verdict.Registered,
        ["nagon"] = Verdict.Registered,
        ["nagonfolkbokford"] = Verdict.Registered,
        ["bebodd"] = Verdict.Registered,
        ["bebott"] = Verdict.Registered,
        ["empty"] = Verdict.Empty,
        ["vacant"] = Verdict.Empty,
        ["nobody"] = Verdict.Empty,
        ["nobodyregistered"] = Verdict.Empty,
        ["notregistered"] = Verdict.Empty,
        ["unregistered"] = Verdict.Empty,
        ["ingen"] = Verdict.Empty,
        ["ingenfolkbokford"] = Verdict.Empty,
        ["ingafolkbokforda"] = Verdict.Empty,
        ["ejfolkbokford"] = Verdict.Empty,
        ["tom"] = Verdict.Empty,
        ["tomt"] = Verdict.Empty,
        ["obebodd"] = Verdict.Empty,
        ["obebott"] = Verdict.Empty,
        ["nothousing"] = Verdict.NoHome,
        ["nohome"] = Verdict.NoHome,
        ["notahome"] = Verdict.NoHome,
        ["intebostad"] = Verdict.NoHome,
        ["ejbostad"] = Verdict.NoHome,
        ["ingenbostad"] = Verdict.NoHome,
        ["rivet"] = Verdict.NoHome,
        ["demolished"] = Verdict.NoHome,
        [""] = null,
        ["?"] = null,
        ["unknown"] = null,
        ["undetermined"] = null,
        ["okant"] = null,
        ["oklart"] = null,
        ["vetej"] = null,
        ["kaninteavgoras"] = null,
    };

    private readonly Dictionary<Status, int[]> _byStatus = [];
    private readonly SortedDictionary<Term, int[]> _byReason = new(Comparer<Term>.Create(static (a, b) => string.CompareOrdinal(a.Key, b.Key)));
    private readonly Dictionary<Confidence, (int Reviewed, int Right)> _byConfidence = [];
    private readonly SortedDictionary<string, int> _leftOut = new(StringComparer.Ordinal);

    /// <summary>Rows of the table.</summary>
    public int Read { get; private set; }

    /// <summary>Houses with a verdict.</summary>
    public int Reviewed => _byStatus.Values.Sum(static v => v.Sum());

    /// <summary>Rows left out, by reason.</summary>
    public IReadOnlyDictionary<string, int> LeftOut => _leftOut;

    /// <summary>Houses by reason of an answer other than registered, by verdict.</summary>
    public IReadOnlyDictionary<Term, int[]> ByReason => _byReason;

    /// <summary>Houses that the tool answers so, by <see cref="Verdict"/>.</summary>
    public int[] Said(Status status) => _byStatus.GetValueOrDefault(status) ?? new int[3];

    /// <summary>Of the homes called without registration with this strength of evidence: how many were reviewed, and how many truly have none.</summary>
    public (int Reviewed, int Right) Strength(Confidence confidence) => _byConfidence.GetValueOrDefault(confidence);

    /// <summary>Reads a table of verdicts and holds it against the answers.</summary>
    /// <exception cref="InputException">The table cannot be read, or lacks a column.</exception>
    public static Review Of(string path, Registers registers, Linkage linkage, Flags flags)
    {
        Review review = new();
        Dictionary<int, HashSet<Verdict>> verdicts = [];
        try
        {
            using IFeatureCursor cursor = DataFile.Open(path, ReadOptions.Recognise, static layers => layers[0].Name);
            ColumnMap columns = new(cursor.Layer, Known);
            (int building, int verdict) = (columns.Find("building"), columns.Find("verdict"));
            if (building < 0 || verdict < 0)
            {
                throw new InputException($"{path} needs the columns 'building' (id or ref) and 'verdict' (registered or empty); give it that header.");
            }

            HomeKeys homes = new(registers, linkage);
            while (cursor.Read())
            {
                review.Read++;
                review.Enter(cursor, building, verdict, homes, linkage, verdicts);
            }
        }
        catch (DataFormatException e)
        {
            throw new InputException($"{path}: {e.Said}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be opened: close it in other programs and check that you may read it.", e);
        }

        foreach ((int house, HashSet<Verdict> said) in verdicts)
        {
            if (said.Count > 1)
            {
                review.Leave("contradictory");
            }
            else
            {
                review.Count(flags, house, said.Single());
            }
        }

        return review;
    }

    private void Enter(IFeatureCursor cursor, int building, int verdict, HomeKeys homes, Linkage linkage, Dictionary<int, HashSet<Verdict>> verdicts)
    {
        string key = cursor.TextAt(building) ?? "";
        int found = cursor.Fault is null ? homes.FindHome(key) : -1;
        if (cursor.Fault is not null || !Words.TryGetValue(ColumnMap.Fold(cursor.TextAt(verdict)?.Trim() ?? ""), out Verdict? said))
        {
            Leave(cursor.Fault is not null ? "broken" : "unknown-verdict");
        }
        else if (said is not { } clear)
        {
            Leave("no-verdict");
        }
        else if (found < 0)
        {
            Leave("not-found");
        }
        else if (verdicts.TryGetValue(linkage.HouseOf[found], out HashSet<Verdict>? before))
        {
            before.Add(clear);
            Leave("repeated");
        }
        else
        {
            verdicts.Add(linkage.HouseOf[found], [clear]);
        }
    }

    private void Leave(string reason) => _leftOut[reason] = _leftOut.GetValueOrDefault(reason) + 1;

    private void Count(Flags flags, int house, Verdict verdict)
    {
        Status status = flags.Status[house];
        Add(_byStatus.TryGetValue(status, out int[]? counts) ? counts : _byStatus[status] = new int[3]);
        if (flags.Reason[house] is { } reason)
        {
            Term term = Term.Of(reason);
            Add(_byReason.TryGetValue(term, out int[]? reasons) ? reasons : _byReason[term] = new int[3]);
        }

        if (status == Status.NobodyRegistered)
        {
            (int reviewed, int right) = Strength(flags.Confidence[house]);
            _byConfidence[flags.Confidence[house]] = (reviewed + 1, right + (verdict == Verdict.Empty ? 1 : 0));
        }

        void Add(int[] of) => of[(int)verdict]++;
    }
}
