using HousingInventory.Diagnostics;

namespace HousingInventory.Score;

[Notice(Severity.Warning,
    "Kriteriet '{Criterion}' har inget underlag alls och räknas inte: {Why}.",
    "The criterion '{Criterion}' has no data at all and does not count: {WhyEn}.",
    FixSv = "Kontrollera källan, eller kategorins stavning.",
    Fix = "Check the source, or the spelling of the category.")]
public sealed record CriterionWithoutData(string Criterion, string Why, string WhyEn) : Notice;

[Notice(Severity.Info,
    "Kriteriet '{Criterion}' är av: källan {Needs} saknas.",
    "The criterion '{Criterion}' is off: the source {Needs} is missing.",
    FixSv = "Lägg till källan om kriteriet ska räknas.",
    Fix = "Add the source if the criterion should count.")]
public sealed record CriterionOff(string Criterion, string Needs) : Notice;

[Notice(Severity.Info,
    "Kriteriet '{Criterion}' är av: konfigurationen har ingen mittpunkt.",
    "The criterion '{Criterion}' is off: the configuration has no centre.",
    FixSv = "Ange \"centre\": [longitud, latitud] om kriteriet ska räknas.",
    Fix = "State \"centre\": [longitude, latitude] if the criterion should count.")]
public sealed record CriterionWithoutCentre(string Criterion) : Notice;

[Notice(Severity.Warning,
    "Resärendet '{Errand}' i kriteriet '{Criterion}' har ingen plats att gå till och räknas inte: {Why}.",
    "The errand '{Errand}' of the criterion '{Criterion}' has no place to go to and does not count: {WhyEn}.",
    FixSv = "Lägg till en källa med sådan service, eller ange resärendets \"to\".",
    Fix = "Add a source with such services, or state the errand's \"to\".")]
public sealed record ErrandWithoutPlace(string Criterion, string Errand, string Why, string WhyEn) : Notice;

[Notice(Severity.Warning,
    "Kriteriet '{Criterion}' räknar inte resärendena {Errands}: konfigurationen har ingen mittpunkt.",
    "The criterion '{Criterion}' does not count the errands {Errands}: the configuration has no centre.",
    FixSv = "Ange \"centre\": [longitud, latitud], eller resärendets \"to\".",
    Fix = "State \"centre\": [longitude, latitude], or the errand's \"to\".")]
public sealed record ErrandsWithoutCentre(string Criterion, string Errands) : Notice;

[Notice(Severity.Warning,
    "Kriterierna '{One}' och '{Other}' säger nästan samma sak (rangkorrelation {Rho}).",
    "The criteria '{One}' and '{Other}' say nearly the same (rank correlation {Rho}).",
    FixSv = "Ge det ena vikt 0, så räknas närheten inte två gånger.",
    Fix = "Give one of them weight 0, so that access is not counted twice.")]
public sealed record CriteriaOverlap(string One, string Other, decimal Rho) : Notice;

[Notice(Severity.Info,
    "Kriteriet '{Criterion}' ger alla kandidater samma poäng och påverkar inte ordningen.",
    "The criterion '{Criterion}' gives all candidates the same points and does not affect the order.",
    FixSv = "Ändra dess gränser, eller låt det vara.",
    Fix = "Change its limits, or leave it.")]
public sealed record CriterionWithoutEffect(string Criterion) : Notice;
