namespace HousingInventory.Plan.Placement;

/// <summary>What the whole plan loses by a change, level by level. A higher level outweighs every lower one.</summary>
/// <param name="DueHouseholds">Households with little time left that would go without a home.</param>
/// <param name="Persons">Persons fewer; may be negative below a loss on the level above.</param>
/// <param name="Points">Points; may be negative below a loss on the levels above.</param>
public readonly record struct ChangePrice(int DueHouseholds, int Persons, long Points)
{
    /// <summary>What a household that is due outweighs: more than the persons of any plan.</summary>
    public const long Due = 1_000_000_000_000;

    /// <summary>What a person outweighs: more than the points of any plan.</summary>
    public const long Person = 10_000_000;

    /// <summary>Takes the levels apart again.</summary>
    public static ChangePrice Of(long worth)
    {
        long due = Nearest(worth, Due);
        long persons = Nearest(worth - (due * Due), Person);
        return new ChangePrice((int)due, (int)persons, worth - (due * Due) - (persons * Person));
    }

    // A negative rest belongs to the level above: two persons fewer and 300 points more is 2 and -300.
    private static long Nearest(long worth, long unit) => (long)Math.Floor((decimal)(worth + (unit / 2)) / unit);
}
