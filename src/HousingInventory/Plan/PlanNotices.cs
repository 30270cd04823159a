using HousingInventory.Diagnostics;

namespace HousingInventory.Plan;

[Notice(Severity.Warning, "Kommuntalet för {Year} är {Number} personer, men {Assigned} är redan anvisade: inga fler väntas.",
    "The number of {Year} is {Number} persons, but {Assigned} are assigned already: no more are expected.",
    FixSv = "Se efter att det senaste beslutet om kommuntalet står i plan.need.years.",
    Fix = "See that the newest decision on the number stands in plan.need.years.")]
public sealed record NumberIsPassed(int Year, int Assigned, int Number) : Notice;

[Notice(Severity.Warning, "Överenskommelsen {Agreement} upphör om {Days} dagar.", "The agreement {Agreement} ends in {Days} days.",
    FixSv = "Förnya den, eller räkna med att inga fler bostäder förfaller.", Fix = "Renew it, or count on no more homes falling due.")]
public sealed record AgreementEnds(string Agreement, int Days) : Notice;

[Notice(Severity.Warning, "En rad är märkt som levererad till {Agreement}, som inte finns: den räknas inte.",
    "A row is marked as delivered to {Agreement}, which is not configured: it does not count.",
    FixSv = "Rätta used_for, eller lägg till överenskommelsen i plan.agreements.", Fix = "Mend used_for, or add the agreement to plan.agreements.")]
public sealed record AgreementUnknown(string Agreement) : Notice;

[Notice(Severity.Warning, "En leverans till {Agreement} ligger utanför överenskommelsens tid: den räknas inte.",
    "A delivery to {Agreement} lies outside the time of the agreement: it does not count.",
    FixSv = "Rätta dagen, eller flytta leveransen till rätt överenskommelse.", Fix = "Mend the day, or move the delivery to the right agreement.")]
public sealed record DeliveryOutsideAgreement(string Agreement) : Notice;

[Notice(Severity.Info, "Normen {Norm} behöver veta ålder och par, som saknas för ett hushåll: norm2 används för det.",
    "The norm {Norm} needs to know ages and couples, which a household lacks: norm2 is used for it.", FixSv = "Fyll i vuxna, par och barn per åldersklass.",
    Fix = "Fill in adults, couples and children by age class.")]
public sealed record CompositionMissing(string Norm) : Notice;

[Notice(Severity.Warning, "Ett hushåll behåller sin bostad trots att den är för liten enligt normen.",
    "A household keeps its home although it is too small by the norm.", FixSv = "Sätt must_move till ja om hushållet ska få en annan bostad.",
    Fix = "Set must_move to yes if the household is to have another home.")]
public sealed record KeepsCrowdedHome : Notice;

[Notice(Severity.Warning, "En nuvarande bostad finns inte bland bostäderna: hushållet räknas som utan bostad.",
    "A current home is not among the homes: the household counts as without a home.", FixSv = "Lägg till bostaden i homes, eller rätta current_home.",
    Fix = "Add the home to homes, or mend current_home.")]
public sealed record CurrentHomeUnknown : Notice;

[Notice(Severity.Warning, "Ett beslut gäller ett hushåll, en bostad eller en by som inte finns i planen: raden lämnas ute.",
    "A decision is about a household, a home or a village that is not in the plan: the row is left out.",
    FixSv = "Rätta numret eller namnet, eller ta bort raden.", Fix = "Mend the number or name, or delete the row.")]
public sealed record DecisionWithoutObject : Notice;

[Notice(Severity.Warning, "plan.caps nämner {Village}, där ingen bostad ligger.", "plan.caps names {Village}, where no home lies.",
    FixSv = "Rätta namnet: det ska vara ortens namn som i planen.", Fix = "Mend the name: it is the locality's name as the plan gives it.")]
public sealed record CapWithoutHomes(string Village) : Notice;

[Notice(Severity.Warning, "Ett behov har en kod som plan.needs inte beskriver: det räknas inte. Närmast är {Nearest}.",
    "A need has a code that plan.needs does not describe: it does not count. The nearest is {Nearest}.",
    FixSv = "Lägg till koden i plan.needs, eller rätta den.", Fix = "Add the code to plan.needs, or mend it.")]
public sealed record NeedUnknown(string Nearest) : Notice;

[Notice(Severity.Warning, "I {Village} blir det {Pupils} barn i skolålder, fler än {Most}.",
    "In {Village} there will be {Pupils} children of school age, more than {Most}.",
    FixSv = "Fråga skolan, eller flytta ett förslag: listan visar vad varje byte kostar.",
    Fix = "Ask the school, or move a proposal: the list shows what each change costs.")]
public sealed record VillageOverPupils(string Village, int Pupils, int Most) : Notice;

[Notice(Severity.Warning, "I {Village} blir det {Persons} personer, fler än {Most}.", "In {Village} there will be {Persons} persons, more than {Most}.",
    FixSv = "Flytta ett förslag: listan visar vad varje byte kostar.", Fix = "Move a proposal: the list shows what each change costs.")]
public sealed record VillageOverPersons(string Village, int Persons, int Most) : Notice;

[Notice(Severity.Warning, "En bostads plats hittades inte: den räknas i balansen men föreslås inte.",
    "The place of a home was not found: it counts in the balance and is not proposed.",
    FixSv = "Rätta adressen så som den står i adressregistret, eller ge x och y.", Fix = "Mend the address as the address register has it, or give x and y.")]
public sealed record HomeWithoutPlace : Notice;

[Notice(Severity.Info, "Det finns inga bostäder i underlaget: planen visar bara behovet.", "The sources hold no homes: the plan shows the need alone.",
    FixSv = "Lägg till en källa av typen homes.", Fix = "Add a source of type homes.")]
public sealed record NoHomesAtAll : Notice;

[Notice(Severity.Warning, "Raden har samma nyckel som en tidigare rad och är utelämnad.", "The row has the key of an earlier row and is left out.",
    FixSv = "Ta bort den ena raden, eller ge den en egen nyckel.", Fix = "Delete one of the rows, or give it a key of its own.")]
public sealed record KeyTwice : Notice;

[Notice(Severity.Info, "Fördelningen av hushållens storlek är ett antagande.", "The distribution of household sizes is an assumption.",
    FixSv = "Ange de två senaste årens fördelning i plan.need.sizes.", Fix = "State the distribution of the last two years in plan.need.sizes.")]
public sealed record SizesAreAssumed : Notice;

[Notice(Severity.Warning, "Den förra planen {Previous} kan inte läsas: inga förändringar visas.",
    "The plan before this one, {Previous}, cannot be read: no changes are shown.", FixSv = "Rätta plan.previous till mappen med förra veckans plan.",
    Fix = "Mend plan.previous to name the folder of last week's plan.")]
public sealed record PreviousUnreadable(string Previous) : Notice;
