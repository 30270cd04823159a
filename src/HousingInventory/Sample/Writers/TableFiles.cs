using System.Globalization;

namespace HousingInventory.Sample;

/// <summary>The small tables of a sample.</summary>
internal static class TableFiles
{
    /// <summary>The dwelling register, without holiday homes and without what has no address, as it is kept.</summary>
    public static string Dwellings(SampleTown town)
    {
        DelimitedText text = new(
            ';', "\r\n", "objektidentitet", "lagenhetsnummer", "bostadsarea", "antal_rum", "kokstyp", "lagenhetskategori", "belagenhetsadress_objektidentitet", "byggnad_objektidentitet", "registerenhetsreferens");
        foreach (SampleDwelling dwelling in town.Dwellings.Where(d => d.Address is not null && d.Building.Kind != SampleBuildingKind.HolidayHouse))
        {
            bool care = dwelling.Building.Kind == SampleBuildingKind.CareHome;
            text.Add(dwelling.Id).Add(dwelling.Number).Add(dwelling.AreaM2.ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ','));
            text.Add(dwelling.Rooms).Add(care ? "Kokskåp" : "Kök").Add(care ? "Specialbostad för äldre eller funktionshindrade" : "Vanlig bostad");
            text.Add(dwelling.Address!.Id).Add(dwelling.Building.Id).Add(dwelling.Building.Property.Id).EndRow();
        }

        return text.ToString();
    }

    /// <summary>One key a row: building, address or property.</summary>
    public static string Withheld(SampleTown town)
    {
        DelimitedText text = new(';', "\n", "key");
        foreach (SampleWithheldKey key in town.Withheld)
        {
            text.Add(key.BuildingId + key.AddressId + key.PropertyId).EndRow();
        }

        return text.ToString();
    }

    /// <summary>No home has been looked at yet.</summary>
    public static string FollowUp() => new DelimitedText(';', "\n", "ref", "building_id", "state", "contacted_on", "inspected_on", "condition", "note").ToString();

    /// <summary>What is true of every building, in the order of their ids.</summary>
    public static string Truths(SampleTown town)
    {
        DelimitedText text = new(
            ',', "\n", "building_id", "status", "kind", "residents", "residents_in_extract", "dwellings", "dwellings_without_residents", "property", "address", "labels");
        foreach (SampleBuilding building in town.Buildings.OrderBy(b => b.Id, StringComparer.Ordinal))
        {
            text.Add(building.Id).Add(Truth.Status(building)).Add(building.Kind.ToString()).Add(building.Residents).Add(building.ResidentsInExtract);
            text.Add(building.Dwellings.Count).Add(building.Dwellings.Count(d => d.Residents == 0)).Add(building.Property.Designation);
            text.Add(building.Addresses.Count > 0 ? building.Addresses[0].Written : "").Add(TruthLabelWords.Text(building.Labels)).EndRow();
        }

        return text.ToString();
    }
}
