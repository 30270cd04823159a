using System.Text.Json;

namespace HousingInventory.Model;

/// <summary>An earlier run, as its results folder tells it. Nothing of its registrations is in it: only what they were called and how many rows were read.</summary>
public sealed record PreviousRun
{
    /// <summary>Full path of its results folder.</summary>
    public required string Folder { get; init; }

    /// <summary>The day its answer was for.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The version of the tool that wrote it.</summary>
    public required string Version { get; init; }

    /// <summary>The number of the form of its results.</summary>
    public required int Contract { get; init; }

    /// <summary>When it is to be deleted; null when it does not say.</summary>
    public DateOnly? DeleteAfter { get; init; }

    /// <summary>What it read, in the order of its configuration.</summary>
    public required IReadOnlyList<PreviousInput> Inputs { get; init; }

    /// <summary>Its configuration with every default, as JSON.</summary>
    public required string Configuration { get; init; }

    /// <summary>Its candidates in rank order.</summary>
    public required IReadOnlyList<PreviousHome> Homes { get; init; }

    /// <summary>Codes of the municipalities that it was of; empty where its configuration does not say.</summary>
    public IReadOnlyList<string> Municipality
    {
        get
        {
            using JsonDocument config = JsonDocument.Parse(Configuration);
            return config.RootElement.TryGetProperty("municipality", out JsonElement codes) && codes.ValueKind == JsonValueKind.Array
                ? [.. codes.EnumerateArray().Select(static c => c.ToString())] : [];
        }
    }

    /// <summary>Whether it and a run of these municipalities have none in common, and both say which.</summary>
    public bool IsOfOthersThan(IReadOnlyList<string> municipality) =>
        Municipality is { Count: > 0 } own && municipality.Count > 0 && !own.Intersect(municipality, StringComparer.Ordinal).Any();
}

/// <summary>What an earlier run says of a source.</summary>
/// <param name="Type">Type of the source.</param>
/// <param name="Id">Its id.</param>
/// <param name="Path">Its path, as the configuration gave it.</param>
/// <param name="Sha256">Of its bytes; null for a table of a database and for withheld homes.</param>
/// <param name="Extracted">The day of the data; null when unknown.</param>
/// <param name="Read">Rows read; 0 for withheld homes, of which nothing is told.</param>
/// <param name="Used">Rows used.</param>
public sealed record PreviousInput(string Type, string Id, string Path, string? Sha256, DateOnly? Extracted, long Read, long Used);

/// <summary>A candidate of an earlier run.</summary>
/// <param name="Id">The building's id.</param>
/// <param name="Ref">Its short code.</param>
/// <param name="Rank">1-based.</param>
/// <param name="Score">0 to 100.</param>
/// <param name="Locality">Locality or village.</param>
/// <param name="Points">Points by the name of a criterion; null where not measured.</param>
public sealed record PreviousHome(string Id, string Ref, int Rank, decimal Score, string Locality, IReadOnlyDictionary<string, decimal?> Points);
