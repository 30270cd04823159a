namespace HousingInventory.Model;

/// <summary>What was read from one source: rows in = rows used + rows left out.</summary>
public sealed class InputFile
{
    /// <summary>What stands for the reasons of so few rows that they are not told apart.</summary>
    public const string Few = "few";

    private const long FewestTold = 5;

    /// <summary>Id of the source in notices.</summary>
    public required string Id { get; init; }

    /// <summary>The source's type: buildings, residents ...</summary>
    public required string Type { get; init; }

    /// <summary>Path as the configuration gives it.</summary>
    public required string Path { get; init; }

    /// <summary>Recognised layout in the words of <c>inspect</c>: lantmateriet-byggnad, navet-xml ...</summary>
    public string? Layout { get; set; }

    /// <summary>
    /// SHA-256 of the bytes in lower-case hex; null for a database table. Of residents it is that of all residents' bytes and the withheld list's after one another, in the
    /// order of the configuration, so that none of them can be recognised by it.
    /// </summary>
    public string? Sha256 { get; set; }

    /// <summary>The day of the data: from the configuration, else from the file; null when unknown.</summary>
    public DateOnly? Extracted { get; set; }

    /// <summary>CRS that was used for reading, null for a table without places.</summary>
    public string? Crs { get; set; }

    /// <summary>Whose the data are and under which terms, as the configuration says; null when it says nothing.</summary>
    public string? Licence { get; init; }

    public long Read { get; set; }

    public long Used { get; set; }

    /// <summary>Rows left out by reason, in the order of the reasons' names. Residents: deregistered, other-municipality, duplicate and not-placeable only.</summary>
    public SortedDictionary<string, long> LeftOut { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// <see cref="LeftOut"/> as it may be told: of residents the reasons with fewer than five rows stand as one sum, since so few are somebody.
    /// </summary>
    public IReadOnlyDictionary<string, long> LeftOutTold => Type == "residents" ? WithoutFew(LeftOut) : LeftOut;

    /// <summary>Counts by reason, those under five as one sum.</summary>
    internal static IReadOnlyDictionary<string, long> WithoutFew(IReadOnlyDictionary<string, long> counts)
    {
        SortedDictionary<string, long> told = new(StringComparer.Ordinal);
        foreach ((string reason, long count) in counts)
        {
            string key = count < FewestTold ? Few : reason;
            told[key] = told.GetValueOrDefault(key) + count;
        }

        return told;
    }

    /// <summary>Counts rows left out.</summary>
    public void Leave(string reason, long count = 1)
    {
        if (count > 0)
        {
            LeftOut[reason] = LeftOut.GetValueOrDefault(reason) + count;
        }
    }

    /// <summary>Counts a row that was used until something in another row, or the day of the answer, told otherwise.</summary>
    public void LeaveAfterAll(string reason)
    {
        Used--;
        Leave(reason);
    }
}
