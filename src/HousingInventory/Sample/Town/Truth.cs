namespace HousingInventory.Sample;

/// <summary>What a perfect inventory would say about a building.</summary>
internal static class Truth
{
    /// <summary>
    /// One of the contract's statuses; never undetermined, for the truth is known. A building with a withheld resident is registered. The half of a house that
    /// is cut by a property border shares the status of its other half. A building beside a withheld one has its true status here and the label
    /// <see cref="TruthLabels.BesideWithheld"/>: with an address of its own the tool must call it registered all the same.
    /// </summary>
    public static string Status(SampleBuilding building)
    {
        if (!building.IsDwelling)
        {
            return "not-housing";
        }

        if (building.Residents > 0 || building.Half is { Residents: > 0 })
        {
            return "registered";
        }

        bool further = building.Addresses.Count == 0
            && building.Property.Homes.Exists(b => b != building && b.IsDwelling && (b.Addresses.Count > 0 || b.Residents > 0));
        return further ? "secondary" : "nobody-registered";
    }
}
