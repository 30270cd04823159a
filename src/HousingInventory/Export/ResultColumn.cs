using HousingInventory.Model;

namespace HousingInventory.Export;

/// <summary>What a result column holds.</summary>
public enum ResultType
{
    Text,
    Integer,
    Real,
    Date,
    Boolean,
}

/// <summary>
/// One result column, named once for every writer: GeoJSON, GeoPackage, CSV, XLSX, PostGIS, report and documentation.
/// </summary>
public sealed record ResultColumn
{
    /// <summary>The key, at most 63 bytes.</summary>
    public required string Name { get; init; }

    public required ResultType Type { get; init; }

    /// <summary>Heading for people. The unit belongs to it.</summary>
    public required string Sv { get; init; }

    public required string En { get; init; }

    public required string DescriptionSv { get; init; }

    public required string DescriptionEn { get; init; }

    /// <summary>Decimals shown and written, for <see cref="ResultType.Real"/>.</summary>
    public int Decimals { get; init; }

    /// <summary>The closed list that its values come from; empty when free.</summary>
    public IReadOnlyList<Term> Values { get; init; } = [];

    /// <summary>Reads the value of a row: string, long, decimal, DateOnly, bool or null, as <see cref="Type"/> says.</summary>
    public required Func<ResultRow, object?> Get { get; init; }

    /// <summary>The heading in a language.</summary>
    public string Label(Diagnostics.Language language) => language == Diagnostics.Language.Sv ? Sv : En;

    /// <summary>The description in a language.</summary>
    public string Description(Diagnostics.Language language) => language == Diagnostics.Language.Sv ? DescriptionSv : DescriptionEn;
}
