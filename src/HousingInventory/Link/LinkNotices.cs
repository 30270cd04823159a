using HousingInventory.Diagnostics;

namespace HousingInventory.Link;

/// <summary>Too few registrations link for calling any home empty.</summary>
/// <param name="LinkedPercent">How many of a hundred link.</param>
/// <param name="NeededPercent">How many it takes.</param>
[Notice(
    Severity.Error,
    "Bara {LinkedPercent} av 100 folkbokförda gick att koppla till en byggnad. Därför kan inget hus utan koppling avgöras; minst {NeededPercent} krävs.",
    "Only {LinkedPercent} of 100 registered persons could be linked to a building. So no home without a link can be told; at least {NeededPercent} are needed.",
    FixSv = "Jämför datum och kommun för underlagen, och se i manifestets unlinked varför personer inte kopplades.",
    Fix = "Compare dates and municipality of the sources, and see under unlinked in the manifest why persons were not linked.")]
public sealed record LinkageTooLow(int LinkedPercent, int NeededPercent) : Notice;

/// <summary>Registrations that fit several places equally; counts only.</summary>
/// <param name="Persons">How many.</param>
[Notice(
    Severity.Info,
    "{Persons} folkbokförda passar lika bra på flera ställen. De hus som det kan gälla är satta till kan inte avgöras, om de är högst fem.",
    "{Persons} registered persons fit several places equally well. The homes it may concern are undetermined, where they are five at most.",
    FixSv = "Beställ utdraget med id för adress och lägenhet; då försvinner de flesta.",
    Fix = "Order the extract with ids of address and dwelling; then most of them go away.")]
public sealed record RegistrationsTied(long Persons) : Notice;

/// <summary>Homes that cannot be told from their neighbours are in no layer.</summary>
[Notice(
    Severity.Info,
    "Där flera hus delar fastighet eller adress säger utdraget sällan i vilket någon bor. De visas inte i något lager: annars syntes ett undantaget hem på att det saknades bland dem.",
    "Where several houses share a property or an address the extract seldom says in which somebody lives. They are in no layer: else a withheld home would stand out by missing among them.",
    FixSv = "Beställ utdraget med id för adress och lägenhet; då visas de. \"linkage\": { \"tellGroups\": true } visar dem ändå.",
    Fix = "Order the extract with ids of address and dwelling; then they are shown. \"linkage\": { \"tellGroups\": true } shows them all the same.")]
public sealed record GroupsLeftOut : Notice;

/// <summary>Registrations that no evidence leads anywhere; counts only.</summary>
/// <param name="Persons">How many.</param>
[Notice(
    Severity.Info,
    "{Persons} folkbokförda i kommunen kunde inte knytas till något hus. I byar där det gäller någon är underlaget svagare.",
    "{Persons} persons registered in the municipality could not be tied to any home. In villages where this is so the evidence is weaker.",
    FixSv = "Se i manifestets unlinked vad som saknas: adress, byggnad eller fastighet.",
    Fix = "See under unlinked in the manifest what is missing: address, building or property.")]
public sealed record RegistrationsUnlinked(long Persons) : Notice;

/// <summary>Registrations with an id that persons of many places share; counts only.</summary>
/// <param name="Persons">How many.</param>
[Notice(
    Severity.Warning,
    "{Persons} folkbokförda har ett id som folkbokförda på många olika gator eller fastigheter också har. Det säger inget om var de bor och används inte.",
    "{Persons} registered persons have an id that registered persons of many streets or properties have too. It says nothing of where they live and is not used.",
    FixSv = "Be om utdraget med id som text: ett kalkylprogram avrundar långa nummer, och ett system kan ha fyllt i ett och samma värde.",
    Fix = "Ask for the extract with ids as text: a spreadsheet rounds long numbers, and a system may have filled in one and the same value.")]
public sealed record ResidentKeysShared(long Persons) : Notice;

/// <summary>Registrations whose keys lead to different homes; counts only.</summary>
/// <param name="Persons">How many.</param>
/// <param name="Of">How many have keys that can be compared.</param>
[Notice(
    Severity.Error,
    "{Persons} av {Of} folkbokförda har uppgifter som leder till olika hus: id till ett, skriven adress eller fastighet till ett annat. Hus som kan vara deras är satta till kan inte avgöras, där de går att namnge.",
    "{Persons} of {Of} registered persons have keys that lead to different homes: an id to one, a written address or a property to another. Homes that may be theirs are undetermined, where they can be named.",
    FixSv = "Ta ut filen på nytt. En kolumn kan ha sorterats eller klistrats in för sig, eller vara från ett annat datum än de andra.",
    Fix = "Extract the file anew. A column may have been sorted or pasted by itself, or be of another day than the others.")]
public sealed record ResidentKeysDisagree(long Persons, long Of) : Notice;

/// <summary>Most addresses are at no building.</summary>
/// <param name="Addresses">How many.</param>
/// <param name="Of">How many have a place.</param>
[Notice(
    Severity.Warning,
    "{Addresses} av {Of} adresser ligger inte vid någon byggnad. Den som bara har en skriven adress kan då inte knytas till sitt hem, och hemmet ser ut att sakna folkbokförda.",
    "{Addresses} of {Of} addresses lie at no building. Whoever has a written address alone can then not be tied to the home, which looks as if nobody were registered there.",
    FixSv = "Kontrollera att adresser och byggnader är av samma kommun, i samma koordinatsystem (ange det med crs) och i meter.",
    Fix = "Check that addresses and buildings are of the same municipality, in the same coordinate system (state it with crs) and in metres.")]
public sealed record AddressesWithoutBuildings(int Addresses, int Of) : Notice;

/// <summary>Dwellings of the dwelling register that nothing leads to a building.</summary>
/// <param name="Dwellings">How many.</param>
/// <param name="Of">How many the register has.</param>
[Notice(
    Severity.Info,
    "{Dwellings} av {Of} lägenheter i lägenhetsregistret har varken en byggnad eller en adress som de andra registren känner, eller en adress som passar på flera ställen. De räknas inte, och den som är folkbokförd med deras id söks på sin adress.",
    "{Dwellings} of {Of} dwellings of the dwelling register have neither a building nor an address that the other registers know, or an address that fits several places. They are not counted, and whoever is registered by their ids is looked for by address.",
    FixSv = "Be om lägenhetsregistret med id för adress eller byggnad, från samma dag som de andra registren.",
    Fix = "Ask for the dwelling register with ids of address or building, of the same day as the other registers.")]
public sealed record DwellingsWithoutBuilding(int Dwellings, int Of) : Notice;

/// <summary>The address points lie beside the buildings.</summary>
/// <param name="EastM">How far to the east, metres; to the west where negative.</param>
/// <param name="NorthM">How far to the north, metres; to the south where negative.</param>
[Notice(
    Severity.Error,
    "Adresspunkterna ligger {EastM} m öster och {NorthM} m norr om byggnaderna (minustecken: väster, söder). Vad som bygger på läge går inte att lita på; hem utan folkbokförd kan inte avgöras.",
    "The address points lie {EastM} m east and {NorthM} m north of the buildings (minus: west, south). What rests on position cannot be trusted; homes without registration cannot be told.",
    FixSv = "Kontrollera koordinatsystemet för addresses, properties och buildings, och ange det med crs.",
    Fix = "Check the coordinate system of addresses, properties and buildings, and state it with crs.")]
public sealed record LayersDisplaced(int EastM, int NorthM) : Notice;

/// <summary>Withheld keys that lead to nothing. Told on the terminal and to the register officer alone: in a result it would tell of the list.</summary>
/// <param name="Keys">How many.</param>
/// <param name="Rows">Their rows in the list, parted by commas.</param>
[Notice(
    Severity.Error,
    "{Keys} nycklar i listan över undantagna hus (rad {FirstRows}) leder inte till någon byggnad eller fastighet. De hus som menas kan därför synas i resultatet.",
    "{Keys} keys in the list of withheld homes (row {FirstRows}) lead to no building and no property. The homes that are meant may therefore show in the result.",
    FixSv = "Be den som för listan att kontrollera nycklarna mot dagens byggnads-, adress- och fastighetsregister.",
    Fix = "Ask whoever keeps the list to check its keys against today's registers of buildings, addresses and properties.")]
public sealed record WithheldKeysLeadNowhere(int Keys, string Rows) : Notice
{
    private const int MostShown = 10;

    /// <summary>What the terminal shows; a list of the wrong municipality leads nowhere in all its rows, and the officer's file has them all.</summary>
    public string FirstRows => Rows.Split(", ") is { Length: > MostShown } all ? string.Join(", ", all.Take(MostShown)) + " ..." : Rows;
}
