namespace HousingInventory.Model;

/// <summary>A location address (belägenhetsadress) of the address register. Values are as written in the register; comparing is Link's work.</summary>
public sealed class Address
{
    private readonly KeptId _key;
    private IReadOnlyList<string> _buildingKeys = [];

    /// <summary>Position in <see cref="Registers.Addresses"/>.</summary>
    public int Index { get; private set; } = -1;

    /// <summary>The register's identity of the address, normalised (lower case, no braces); null when the source has none.</summary>
    public string? Key { get => _key.Text; init => _key = KeptId.Of(value); }

    /// <summary>The same as it is kept.</summary>
    internal KeptId KeptKey { get => _key; init => _key = value; }

    /// <summary>Street, village or road (adressområde).</summary>
    public required string Area { get; init; }

    /// <summary>Farm name (gårdsadressområde), null when none.</summary>
    public string? Farm { get; init; }

    /// <summary>Number with its letter ("12A"), or the deviating label; null when none.</summary>
    public string? Number { get; init; }

    /// <summary>Position supplement ("UH 1"), null when none.</summary>
    public string? Supplement { get; init; }

    /// <summary>Five digits, null when missing.</summary>
    public string? PostalCode { get; init; }

    public string? PostTown { get; init; }

    /// <summary>Four digits, null when the source does not say.</summary>
    public string? Municipality { get; init; }

    /// <summary>District of the municipality (kommundel), null when none.</summary>
    public string? District { get; init; }

    /// <summary>Popular name, null when none.</summary>
    public string? PopularName { get; init; }

    /// <summary>False for reserved or proposed addresses: they are planned, nobody lives there yet.</summary>
    public bool InForce { get; init; } = true;

    /// <summary>Whether this is a village or farm address, whose number or name is often left out in writing.</summary>
    public bool IsVillage { get; init; }

    /// <summary>Easting in the working CRS; NaN when the source has no point.</summary>
    public double X { get; init; } = double.NaN;

    /// <summary>Northing in the working CRS; NaN when the source has no point.</summary>
    public double Y { get; init; } = double.NaN;

    /// <summary>Keys of the buildings that the register ties to it through entrances; empty when it does not say.</summary>
    public IReadOnlyList<string> BuildingKeys { get => _buildingKeys; init => _buildingKeys = value; }

    /// <summary>Key of the property that the register ties to it; null when it does not say.</summary>
    public string? PropertyKey { get; init; }

    /// <summary>The address as written on letters: "Exempelgatan 12A", "Exempelbyn Exempelgården".</summary>
    public string Text
    {
        get
        {
            string text = Area;
            foreach (string? part in (ReadOnlySpan<string?>)[Farm, Number, Supplement])
            {
                text = string.IsNullOrEmpty(part) ? text : text.Length == 0 ? part : string.Concat(text, " ", part);
            }

            return text;
        }
    }

    /// <summary>Whether a text is <see cref="Text"/>, in any letter case.</summary>
    public bool IsWritten(ReadOnlySpan<char> text)
    {
        bool begun = false;
        foreach (string? part in (ReadOnlySpan<string?>)[Area, Farm, Number, Supplement])
        {
            if (string.IsNullOrEmpty(part))
            {
                continue;
            }

            if (begun && text is not [' ', ..])
            {
                return false;
            }

            text = begun ? text[1..] : text;
            if (!text.StartsWith(part, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }

            text = text[part.Length..];
            begun = true;
        }

        return begun && text.IsEmpty;
    }

    /// <summary>The same, tied to these buildings.</summary>
    internal Address With(IReadOnlyList<string> buildingKeys)
    {
        Address copy = (Address)MemberwiseClone();
        copy._buildingKeys = buildingKeys;
        return copy;
    }

    /// <summary>The same at this position: itself where it had none yet.</summary>
    internal Address At(int index)
    {
        if (Index < 0 || Index == index)
        {
            Index = index;
            return this;
        }

        Address copy = (Address)MemberwiseClone();
        copy.Index = index;
        return copy;
    }
}
