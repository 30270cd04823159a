namespace HousingInventory.Export.Html;

/// <summary>What the work list's page says, by the key that its scripts use; # stands for a value.</summary>
internal static class WorkListWords
{
    public static IReadOnlyDictionary<string, object> Of(HtmlWords words)
    {
        Dictionary<string, object> said = new(StringComparer.Ordinal)
        {
            ["ticks"] = words.Language == Diagnostics.Language.Sv ? Sv : En,
        };
        foreach ((string key, string sv, string en) in Sentences)
        {
            said.Add(key, words.Say(sv, en));
        }

        return said;
    }

    private static readonly string[] Sv = ["Brevlåda", "Snöröjt", "El ansluten", "Någon på plats"];
    private static readonly string[] En = ["Letterbox", "Cleared of snow", "Electricity connected", "Somebody there"];

    private static readonly (string Key, string Sv, string En)[] Sentences =
    [
        ("homes", "hus", "homes"),
        ("found", "# av # hus", "# of # homes"),
        ("tied", "delad #", "shared #"),
        ("show", "Visa", "Show"),
        ("showOnMap", "Visa # på kartan", "Show # on the map"),
        ("onTheMap", "Visas på kartan: # (#)", "On the map: # (#)"),
        ("onMap", "Visa på kartan", "Show on the map"),
        ("previous", "Föregående", "Previous"),
        ("next", "Nästa", "Next"),
        ("close", "Stäng", "Close"),
        ("copyAddress", "Kopiera adressen", "Copy the address"),
        ("copied", "Adressen är kopierad.", "The address is copied."),
        ("copiedLines", "Raderna är kopierade.", "The lines are copied."),
        ("openMap", "Öppna i kartapp", "Open in a map app"),
        ("municipalMap", "Kommunens karta", "The municipality's map"),
        ("printThis", "Skriv ut husbladet", "Print this sheet"),
        ("pointsWord", "poäng", "points"),
        ("confidence", "Underlagets styrka:", "Strength of evidence:"),
        ("atMost", "Lägespoängen hade blivit högst # om allt hade kunnat mätas.", "The score had been at most # had all been measured."),
        ("barSays", "Poäng # av 100, kriterium för kriterium som i tabellen nedan", "Score # of 100, criterion by criterion as in the table below"),
        ("before", "Före", "Before"),
        ("after", "Efter", "After"),
        ("no", "nr", "no"),
        ("because", "för att:", "because:"),
        ("to", "mot", "against"),
        ("equal", "lika poäng; det uppmätta eller husets id avgör", "equal scores; what was measured, or the home's id, decides"),
        ("sumDiffers", "summan är högre", "the sum is higher"),
        ("inSpite", "trots", "in spite of"),
        ("musts", "det uppfyller kraven", "it meets the requirements"),
        ("mustNot", "det huset uppfyller kraven och det här inte", "that one meets the requirements and this one does not"),
        ("measures", "Buss och service", "Buses and services"),
        ("measure", "Mått", "Measure"),
        ("measured", "Uppmätt", "Measured"),
        ("points", "Poäng", "Points"),
        ("weight", "Vikt", "Weight"),
        ("gives", "Ger", "Gives"),
        ("more", "Mer", "More"),
        ("notScored", "räknas inte", "not scored"),
        ("nearestStop", "Närmaste hållplats", "Nearest stop"),
        ("stopWalk", ", # m att gå (#). Linje", ", a walk of # m (#). Line"),
        ("stopTraffic", " # avgångar en skolvardag, den första # och den sista #.", " # departures on a school day, the first at # and the last at #."),
        ("walk", "gå", "walk"),
        ("wait", "vänta", "wait"),
        ("leaveHome", "hemifrån", "leave home"),
        ("leaveThere", "därifrån", "leave"),
        ("home", "hemma", "home"),
        ("there", "framme", "there"),
        ("works", "Går: ", "Works: "),
        ("fails", "Går inte: ", "Does not work: "),
        ("suchDay", "Så kan en dag se ut:", "What a day can look like:"),
        ("visit", "Besök på platsen", "Visit"),
        ("condition", "Skick", "Condition"),
        ("conditionEnds", "1 fallfärdigt, 5 gott", "1 ruinous, 5 good"),
        ("copyVisit", "Kopiera som rad i uppföljningen", "Copy as a row of the follow-up"),
        ("copiedVisit", "Raden är kopierad; klistra in den i uppföljningen.", "The row is copied; paste it into the follow-up."),
        ("notKept", "Kryssen sparas inte på sidan.", "The page does not keep the ticks."),
        ("notes", "Anteckningar", "Notes"),
        ("ask", "Skriva ut # husblad, ett per sida?", "Print # home sheets, one a page?"),
        ("askPlaces", "Skriva ut # sidor, en per ort?", "Print # pages, one a locality?"),
        ("some", "De första # av # husblad. Alla skrivs ut med knappen på sidan.", "The first # of # home sheets. The button on the page prints them all."),
        ("moved", "Vikterna är ändrade: # av de # främsta är nya där.", "The weights are changed: # of the first # are new there."),
        ("movedAll", "Vikterna är ändrade: # av # hus har fått en annan plats.", "The weights are changed: # of # homes have another place."),
        ("unmoved", "Körningens vikter.", "The run's weights."),
    ];
}
