namespace HousingInventory.Link;

/// <summary>One rung of the ladder: a way in which a registration is tied to a building.</summary>
/// <param name="Key">As it stands in the manifest.</param>
/// <param name="LabelSv">Swedish label.</param>
/// <param name="LabelEn">English label.</param>
/// <param name="Sv">What it means, one Swedish sentence.</param>
/// <param name="En">What it means, one English sentence.</param>
public sealed record LinkLevel(string Key, string LabelSv, string LabelEn, string Sv, string En)
{
    /// <summary>The ladder, strictest first.</summary>
    public static IReadOnlyList<LinkLevel> Ladder { get; } =
    [
        new(
            "dwelling-id",
            "Lägenhetens id",
            "Dwelling id",
            "Samma lägenhet i båda registren, utpekad med id.",
            "The same dwelling in both registers, named by its id."),
        new(
            "address-id",
            "Adressens id",
            "Address id",
            "Samma belägenhetsadress i båda registren, utpekad med id.",
            "The same address in both registers, named by its id."),
        new(
            "address-text",
            "Skriven adress",
            "Written address",
            "Adressen är lika i båda registren sedan stavning och förkortningar jämkats.",
            "The address is the same in both registers once spelling and short forms are evened out."),
        new(
            "address-spelling",
            "Skriven adress, nästan lika",
            "Written address, nearly the same",
            "En bokstav i namnet eller efter numret skiljer, och ingen annan adress ligger lika nära.",
            "One letter of the name or behind the number differs, and no other address is as near."),
        new(
            "property",
            "Fastighet med ett bostadshus",
            "Property with one dwelling",
            "Kopplad genom fastighetsbeteckningen, som bara har ett bostadshus.",
            "Linked through the property, which has one dwelling building only."),
    ];

    internal const int DwellingId = 0;
    internal const int AddressId = 1;
    internal const int AddressText = 2;
    internal const int AddressSpelling = 3;
    internal const int Property = 4;
}
