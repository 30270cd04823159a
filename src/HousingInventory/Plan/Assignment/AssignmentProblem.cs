namespace HousingInventory.Plan.Assignment;

/// <summary>
/// Who can go where, and what it is worth; knows no housing. A household is a unit that is never split, a home takes one, a village at most its cap, and every
/// household may stay unplaced at a loss. The order of households and of homes is the canonical one: of equally good plans the lexicographic first is taken.
/// </summary>
public sealed class AssignmentProblem
{
    /// <summary>The cap of a village that has none.</summary>
    public const int NoCap = int.MaxValue;

    /// <param name="loss">What is lost when household h stays unplaced, at least 0; so large that gains cannot outweigh it where levels must not mix.</param>
    /// <param name="villageOf">The village of home n, an index into <paramref name="caps"/>.</param>
    /// <param name="caps">Most households a village can take, at least 0; <see cref="NoCap"/> for any number.</param>
    /// <param name="firstArc">The pairs of household h are firstArc[h] up to firstArc[h + 1]; one entry more than households.</param>
    /// <param name="arcHome">The home of a pair; ascending within a household, none twice.</param>
    /// <param name="arcGain">What the pair gains; may be negative.</param>
    public AssignmentProblem(long[] loss, int[] villageOf, int[] caps, int[] firstArc, int[] arcHome, int[] arcGain)
    {
        (Loss, VillageOf, Caps, FirstArc, ArcHome, ArcGain) = (loss, villageOf, caps, firstArc, arcHome, arcGain);
    }

    public long[] Loss { get; }

    public int[] VillageOf { get; }

    public int[] Caps { get; }

    public int[] FirstArc { get; }

    public int[] ArcHome { get; }

    public int[] ArcGain { get; }

    public int Households => Loss.Length;

    public int Homes => VillageOf.Length;

    public int Villages => Caps.Length;

    /// <summary>The pair of a household and a home; -1 when they do not go together.</summary>
    public int ArcOf(int household, int home)
    {
        int at = Array.BinarySearch(ArcHome, FirstArc[household], FirstArc[household + 1] - FirstArc[household], home);
        return at < 0 ? -1 : at;
    }

    /// <summary>What a plan is worth: gains of the placed less losses of the unplaced.</summary>
    /// <param name="homeOf">The home of each household, -1 for none.</param>
    public long Worth(ReadOnlySpan<int> homeOf)
    {
        long worth = 0;
        for (int h = 0; h < homeOf.Length; h++)
        {
            worth += homeOf[h] < 0 ? -Loss[h] : ArcGain[ArcOf(h, homeOf[h])];
        }

        return worth;
    }

    /// <summary>The same households and homes with some of the pairs.</summary>
    internal AssignmentProblem Only(bool[] kept)
    {
        int[] first = new int[FirstArc.Length];
        int count = kept.Count(static k => k);
        int[] home = new int[count];
        int[] gain = new int[count];
        int next = 0;
        for (int h = 0; h < Households; h++)
        {
            for (int arc = FirstArc[h]; arc < FirstArc[h + 1]; arc++)
            {
                if (kept[arc])
                {
                    (home[next], gain[next]) = (ArcHome[arc], ArcGain[arc]);
                    next++;
                }
            }

            first[h + 1] = next;
        }

        return new AssignmentProblem(Loss, VillageOf, Caps, first, home, gain);
    }
}
