namespace HousingInventory.Model;

/// <summary>A dwelling of the dwelling register (lägenhetsregistret).</summary>
public sealed class Dwelling
{
    /// <summary>The register's identity of the dwelling, normalised; null when the source has none.</summary>
    public string? Key { get; init; }

    /// <summary>Four-digit dwelling number; null when it is the only one at its address.</summary>
    public string? Number { get; init; }

    /// <summary>Key of its address; null when unknown.</summary>
    public string? AddressKey { get; init; }

    /// <summary>Written address, null when the source gives a key instead.</summary>
    public string? AddressText { get; init; }

    /// <summary>Key of its building; null when unknown.</summary>
    public string? BuildingKey { get; init; }
}
