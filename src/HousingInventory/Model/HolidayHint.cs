namespace HousingInventory.Model;

/// <summary>What suggests that a house is a holiday home, the strongest sign last.</summary>
public enum HolidayHint : byte
{
    [Term("none", "Inga", "None")]
    None,

    [Term("in-scb-area", "I SCB:s fritidshusområde", "In a holiday-home area of SCB")]
    InScbArea,

    [Term("season-waste", "Säsongshämtning av avfall", "Seasonal waste collection")]
    SeasonWaste,

    [Term("old-tax-code", "Äldre typkod för fritidshus", "Old tax code for holiday homes")]
    OldTaxCode,

    [Term("owner-said", "Enligt ägaren", "The owner said so")]
    OwnerSaid,
}
