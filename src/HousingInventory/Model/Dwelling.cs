namespace HousingInventory.Model;

/// <summary>A dwelling of the dwelling register (lägenhetsregistret).</summary>
public sealed class Dwelling
{
    private readonly KeptId _key;
    private readonly KeptId _addressKey;
    private readonly KeptId _buildingKey;

    /// <summary>The register's identity of the dwelling, normalised; null when the source has none.</summary>
    public string? Key { get => _key.Text; init => _key = KeptId.Of(value); }

    /// <summary>The same as it is kept.</summary>
    internal KeptId KeptKey { get => _key; init => _key = value; }

    /// <summary>Four-digit dwelling number; null when it is the only one at its address.</summary>
    public string? Number { get; init; }

    /// <summary>Key of its address; null when unknown.</summary>
    public string? AddressKey { get => _addressKey.Text; init => _addressKey = KeptId.Of(value); }

    /// <summary>The same as it is kept.</summary>
    internal KeptId KeptAddressKey { get => _addressKey; init => _addressKey = value; }

    /// <summary>Written address, null when the source gives a key instead.</summary>
    public string? AddressText { get; init; }

    /// <summary>Key of its building; null when unknown.</summary>
    public string? BuildingKey { get => _buildingKey.Text; init => _buildingKey = KeptId.Of(value); }

    /// <summary>The same as it is kept.</summary>
    internal KeptId KeptBuildingKey { get => _buildingKey; init => _buildingKey = value; }
}
