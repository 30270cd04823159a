namespace HousingInventory.Link;

/// <summary>
/// What the other keys of a linked registration say. A row whose keys lead to different homes lives in one of them, and nothing tells in which: columns that were
/// sorted each by itself, or ids of another day.
/// </summary>
/// <param name="Text">Whether the written address names a home clearly.</param>
/// <param name="ByText">That home, where it is another one; else none.</param>
/// <param name="Property">Whether the stated property has homes.</param>
/// <param name="ByProperty">They, where the home is none of them and they are few; else null.</param>
internal readonly record struct Disagreement(bool Text, HouseIndex ByText, bool Property, HouseIndex[]? ByProperty)
{
    /// <summary>Nothing to compare.</summary>
    public static readonly Disagreement None = new(false, HouseIndex.None, false, null);
}

/// <summary>Counts disagreements; sums and marks only.</summary>
internal sealed class Disagreements(int houses)
{
    /// <summary>More rows than this whose id and written address lead to different homes are no slips of single rows. On ordinary extracts it is under one in a hundred.</summary>
    private const double MostByText = 0.03;

    /// <summary>As <see cref="MostByText"/>, against the property: a house on leased land is registered on the land's, or on an old designation.</summary>
    private const double MostByProperty = 0.15;

    /// <summary>Fewer persons that can be compared than this tell nothing.</summary>
    private const int FewestCompared = 20;

    private readonly bool[] _byProperty = new bool[houses];
    private long _texts, _otherTexts, _properties, _otherProperties;

    /// <summary>Persons whose keys lead to different homes, and all whose keys could be compared; zeros where it is few.</summary>
    public (long Persons, long Of) TooMany => IsMany(_otherTexts, _texts, MostByText) ? (_otherTexts, _texts) : ByPropertyCounts ? (_otherProperties, _properties) : default;

    private bool ByPropertyCounts => IsMany(_otherProperties, _properties, MostByProperty);

    /// <summary>Enters what a linked registration says besides.</summary>
    public void Enter(in Disagreement other, int persons)
    {
        _texts += other.Text ? persons : 0;
        _otherTexts += other.ByText.IsNone ? 0 : persons;
        _properties += other.Property ? persons : 0;
        _otherProperties += other.ByProperty is null ? 0 : persons;
        foreach (HouseIndex house in other.ByProperty ?? [])
        {
            _byProperty[house.At] = true;
        }
    }

    /// <summary>Adds what another thread entered.</summary>
    public void Add(Disagreements other)
    {
        (_texts, _otherTexts, _properties, _otherProperties) =
            (_texts + other._texts, _otherTexts + other._otherTexts, _properties + other._properties, _otherProperties + other._otherProperties);
        for (int h = 0; h < _byProperty.Length; h++)
        {
            _byProperty[h] |= other._byProperty[h];
        }
    }

    /// <summary>Whether somebody who was linked elsewhere may live in a house, because too many keys disagree with the property.</summary>
    public bool IsDoubted(int house) => _byProperty[house] && ByPropertyCounts;

    private static bool IsMany(long other, long of, double most) => of >= FewestCompared && other > most * of;
}
