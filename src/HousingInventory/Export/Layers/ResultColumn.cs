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

/// <summary>A column of a result layer, named once for every writer: GeoPackage, PostGIS, GeoJSON, CSV, XLSX, report and documentation.</summary>
public record LayerColumn
{
    /// <summary>The key, at most 63 bytes.</summary>
    public required string Name { get; init; }

    public required ResultType Type { get; init; }

    /// <summary>Heading for people. The unit belongs to it.</summary>
    public required string Sv { get; init; }

    public required string En { get; init; }

    /// <summary>Meaning in a sentence; empty where the heading says all.</summary>
    public required string DescriptionSv { get; init; }

    public required string DescriptionEn { get; init; }

    /// <summary>Decimals shown and written, for <see cref="ResultType.Real"/>.</summary>
    public int Decimals { get; init; }

    /// <summary>The most characters of a text; 0 for any number.</summary>
    public int MaxLength { get; init; }

    /// <summary>The closed list that its values come from; empty when free.</summary>
    public IReadOnlyList<Term> Values { get; init; } = [];

    /// <summary>A column whose heading says all.</summary>
    public static LayerColumn Of(string name, ResultType type, string sv, string en) => new() { Name = name, Type = type, Sv = sv, En = en, DescriptionSv = "", DescriptionEn = "" };

    /// <summary>The heading in a language.</summary>
    public string Label(Diagnostics.Language language) => language == Diagnostics.Language.Sv ? Sv : En;

    /// <summary>The description in a language.</summary>
    public string Description(Diagnostics.Language language) => language == Diagnostics.Language.Sv ? DescriptionSv : DescriptionEn;
}

/// <summary>A column of the buildings' layers, which tells its value of any row.</summary>
public sealed record ResultColumn : LayerColumn
{
    /// <summary>Reads the value of a row: string, long, decimal, DateOnly, bool or null, as <see cref="LayerColumn.Type"/> says.</summary>
    public required Func<ResultRow, object?> Get { get; init; }
}
