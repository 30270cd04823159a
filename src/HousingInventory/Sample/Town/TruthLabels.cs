using System.Text;

namespace HousingInventory.Sample;

/// <summary>What is special about a building of a sample; several may hold. In truth.csv they stand as words in this order.</summary>
[Flags]
internal enum TruthLabels : long
{
    None = 0,

    /// <summary>The only building with homes on its property.</summary>
    OneHouse = 1L << 0,

    /// <summary>Beside another building with homes on the same property, and not the main one.</summary>
    FurtherHouse = 1L << 1,

    /// <summary>No address of its own in the address register.</summary>
    NoAddress = 1L << 2,

    /// <summary>Two buildings share one address point, since A and B were dropped.</summary>
    SharedAddress = 1L << 3,

    /// <summary>On a farm, with a farm address.</summary>
    Farm = 1L << 4,

    RowHouse = 1L << 5,
    Flats = 1L << 6,

    /// <summary>Homes stand as second purpose of a building of another kind.</summary>
    SecondPurpose = 1L << 7,

    /// <summary>Not typed as dwelling, and people are registered in it.</summary>
    CareHome = 1L << 8,

    /// <summary>A garage that the register calls a dwelling.</summary>
    Garage = 1L << 9,

    /// <summary>One house on two properties, so two buildings of the register that touch.</summary>
    SplitAtBorder = 1L << 10,

    /// <summary>Several rows carry this id.</summary>
    SeveralRows = 1L << 11,

    Holiday = 1L << 12,

    /// <summary>Left by heirs: a permanent home without anybody registered.</summary>
    Inherited = 1L << 13,

    /// <summary>Somebody with protected identity lives here; the building must be treated as registered.</summary>
    Withheld = 1L << 14,

    /// <summary>On the same property as a withheld building.</summary>
    BesideWithheld = 1L << 15,

    /// <summary>A de-registered person's row points here, and nobody is registered here.</summary>
    DeregisteredHere = 1L << 16,

    /// <summary>A row of another municipality points here by its text, and nobody of this one is registered here.</summary>
    OtherMunicipalityHere = 1L << 17,

    /// <summary>An old registration in a Historik block points here, and nobody is registered here.</summary>
    HistoryHere = 1L << 18,

    /// <summary>The address point lies outside every outline.</summary>
    PointOutside = 1L << 19,

    /// <summary>The address point lies outside the property.</summary>
    PointOffProperty = 1L << 20,

    /// <summary>Over 500 m from every road.</summary>
    NoRoad = 1L << 21,

    /// <summary>On an island that no road of the mainland reaches.</summary>
    Island = 1L << 22,

    /// <summary>Only one row-less link leads here: the property, which holds several buildings with homes.</summary>
    PropertyOnly = 1L << 23,

    /// <summary>The written address of a household here was typed by hand.</summary>
    TypedAddress = 1L << 24,

    /// <summary>A household here lacks the address key.</summary>
    MissingKey = 1L << 25,

    /// <summary>A household here names a property designation that no longer exists.</summary>
    OldDesignation = 1L << 26,

    /// <summary>Somebody here is registered on the address without a dwelling.</summary>
    NoDwellingNumber = 1L << 27,
}

internal static class TruthLabelWords
{
    private static readonly (TruthLabels Label, string Word)[] Words =
        [.. Enum.GetValues<TruthLabels>().Where(l => l != TruthLabels.None).OrderBy(l => l).Select(l => (l, Kebab(l.ToString())))];

    /// <summary>"one-house|missing-key": the words of the labels, parted by a bar; empty for none.</summary>
    public static string Text(TruthLabels labels) => string.Join('|', Words.Where(w => labels.HasFlag(w.Label)).Select(w => w.Word));

    private static string Kebab(string name)
    {
        StringBuilder word = new();
        foreach (char c in name)
        {
            if (char.IsAsciiLetterUpper(c) && word.Length > 0)
            {
                word.Append('-');
            }

            word.Append(char.ToLowerInvariant(c));
        }

        return word.ToString();
    }
}
