using HousingInventory.Diagnostics;

namespace HousingInventory.Flag;

/// <summary>No timetable, so nothing is known about stops.</summary>
[Notice(
    Severity.Warning,
    "Provet på avstånd till hållplats är avstängt, eftersom ingen tidtabell är angiven.",
    "The test of the distance to a stop is off, since no timetable is given.",
    FixSv = "Lägg till en källa av typen timetable, eller sätt candidates.stopWithinM till null.",
    Fix = "Add a source of type timetable, or set candidates.stopWithinM to null.")]
public sealed record StopTestOff : Notice;

/// <summary>A row of the follow-up that means no building. It is named by its number alone: what stands in it may be anything.</summary>
[Notice(
    Severity.Warning,
    "Uppföljningens rad gäller ingen byggnad i underlaget.",
    "The row of the follow-up is about no building of the sources.",
    FixSv = "Rätta referensen eller byggnads-id:t i raden; byggnaden kan också ha utgått ur registret.",
    Fix = "Mend the ref or building id in that row; the building may also have left the register.")]
public sealed record UnknownFollowUp : Notice;

/// <summary>A row of a review that means no building. It is named by its number alone: what stands in it may be anything.</summary>
[Notice(
    Severity.Warning,
    "Granskningens rad gäller ingen byggnad i underlaget.",
    "The row of the review is about no building of the sources.",
    FixSv = "Rätta referensen i raden; byggnaden kan också ha utgått ur registret.",
    Fix = "Mend the ref in that row; the building may also have left the register.")]
public sealed record UnknownReview : Notice;

/// <summary>A second row of the follow-up about one house, which may be a registered one: no notice names it.</summary>
[Notice(
    Severity.Warning,
    "Uppföljningen har flera rader om samma hus; den här gäller.",
    "The follow-up has several rows about one house; this one counts.",
    FixSv = "Ta bort den äldre raden.",
    Fix = "Delete the older row.")]
public sealed record FollowUpTwice : Notice;

/// <summary>Registrations that no home could take may be those of listed homes; counts only.</summary>
/// <param name="AtMost">Listed homes that may be lived in.</param>
/// <param name="Listed">Homes told to have nobody registered.</param>
/// <param name="Persons">Persons whom no home could take.</param>
[Notice(
    Severity.Error,
    "Upp till omkring {AtMost} av {Listed} hem utan folkbokförd kan vara bebodda, eftersom {Persons} personer inte kunde placeras eller saknas. Inget underlag kallas starkt.",
    "At most about {AtMost} of {Listed} homes without registration may be lived in, because {Persons} persons could not be placed or are missing. No evidence is called strong.",
    FixSv = "Beställ utdraget med id för adress eller fastighet, och se i manifestets unlinked varför personer inte kopplades.",
    Fix = "Order the extract with ids of address or property, and see under unlinked in the manifest why persons were not linked.")]
public sealed record HomesThatMayBeLivedIn(int AtMost, int Listed, long Persons) : Notice;

/// <summary>A place in hardly any home of which somebody is registered.</summary>
/// <param name="Where">Locality, postal code or street.</param>
/// <param name="Homes">How many homes it has that do not look like holiday homes.</param>
[Notice(
    Severity.Error,
    "I {Where} är nästan ingen folkbokförd i något av {Homes} hem. Utdraget verkar sakna platsen, och dess hem kan inte avgöras.",
    "In {Where} hardly any of {Homes} homes has anybody registered. The extract seems to lack the place, and its homes cannot be told.",
    FixSv = "Kontrollera att utdraget omfattar hela kommunen. Är det ett fritidshusområde: lägg till en källa av typen holiday-areas.",
    Fix = "Check that the extract covers the whole municipality. If it is an area of holiday homes: add a source of type holiday-areas.")]
public sealed record PlaceWithoutRegistrations(string Where, int Homes) : Notice;

/// <summary>A locality in which far fewer are registered than its published population.</summary>
/// <param name="Where">Name of the locality.</param>
/// <param name="Percent">Persons linked to buildings there in 100 of its population, down to whole tens, so that no household can be read out of it.</param>
/// <param name="Population">Its published population.</param>
[Notice(
    Severity.Error,
    "I {Where}, som har {Population} invånare, är bara omkring {Percent} % så många kopplade till en byggnad. Platsens hem kan inte avgöras.",
    "In {Where}, with a population of {Population}, only about {Percent} % as many are linked to a building. Its homes cannot be told.",
    FixSv = "Kontrollera att utdraget och byggnaderna omfattar hela orten, och att folkmängden är av samma år.",
    Fix = "Check that the extract and the buildings cover the whole place, and that the population is of the same year.")]
public sealed record PlaceWithFewerThanItsPopulation(string Where, long Percent, int Population) : Notice;

/// <summary>The extract holds more or fewer persons than the official figure.</summary>
/// <param name="Read">Persons in the extract.</param>
/// <param name="Expected">The official figure.</param>
[Notice(
    Severity.Error,
    "Utdraget har {Read} folkbokförda, men {Expected} väntades. Saknas någon kan bebodda hem se tomma ut, och hem utan folkbokförd sätts till kan inte avgöras där det behövs.",
    "The extract holds {Read} registered persons, but {Expected} were expected. If some are missing, inhabited homes look empty; homes without registration are undetermined where it matters.",
    FixSv = "Jämför utdragets dag, urval och kommun med den officiella siffran i expected.persons.",
    Fix = "Compare day, selection and municipality of the extract with the official figure in expected.persons.")]
public sealed record PersonsNotAsExpected(long Read, int Expected) : Notice;
