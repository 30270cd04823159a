using HousingInventory.Diagnostics;

namespace HousingInventory.Analyses.WhatIf;

[Notice(Severity.Info,
    "Linje {Line} har redan turen {Time}; den läggs inte till igen.",
    "Line {Line} has the trip {Time} already; it is not added again.",
    FixSv = "Ta bort tiden ur scenariot.",
    Fix = "Take the time out of the scenario.")]
public sealed record DepartureExists(string Line, string Time) : Notice;

[Notice(Severity.Warning,
    "{Metres} m av den ritade sträckningen för linje {Line} ligger inte vid någon väg och räknas som rak väg i 30 km/h.",
    "{Metres} m of the course drawn for line {Line} lie at no road and count as straight road at 30 km/h.",
    FixSv = "Rita längs vägar, eller kontrollera att vägdata täcker området.",
    Fix = "Draw along roads, or see that the road data covers the area.")]
public sealed record DrawingOffRoad(string Line, long Metres) : Notice;

[Notice(Severity.Info,
    "Hållplatsen {Stop} ligger där en ny skulle ha hamnat och används i stället.",
    "The stop {Stop} lies where a new one would have been and is used instead.",
    FixSv = "Sätt whatIf.reuseStopsM till 0 om en ny hållplats ska räknas.",
    Fix = "Set whatIf.reuseStopsM to 0 if a new stop should count.")]
public sealed record StopReused(string Stop) : Notice;

[Notice(Severity.Warning,
    "Hållplatsen {Stop} flyttas {Metres} m.",
    "The stop {Stop} is moved {Metres} m.",
    FixSv = "Kontrollera platsen; tider och körväg ändras inte.",
    Fix = "Check the place; times and course do not change.")]
public sealed record StopFarMoved(string Stop, long Metres) : Notice;

[Notice(Severity.Warning,
    "Linje {Line}: turen {Time} skulle köra om nästa tur.",
    "Line {Line}: the trip {Time} would overtake the next one.",
    FixSv = "Flytta också nästa tur, eller välj andra turer.",
    Fix = "Move the next trip too, or choose other trips.")]
public sealed record TripOvertakes(string Line, string Time) : Notice;

[Notice(Severity.Info,
    "Körtider för linje {Line} räknas med faktor {Factor}, så att linjens egna turer stämmer.",
    "Driving times of line {Line} are taken {Factor} times, so that the line's own trips come out right.",
    FixSv = "Sätt whatIf.calibrate till false för att räkna utan.",
    Fix = "Set whatIf.calibrate to false to reckon without.")]
public sealed record SpeedCalibrated(string Line, decimal Factor) : Notice;

[Notice(Severity.Info,
    "Scenariot ger samma lista och poäng som i dag.",
    "The scenario gives the same list and scores as today.",
    FixSv = "Inget behöver göras, om det var väntat.",
    Fix = "Nothing needs to be done, if that was expected.")]
public sealed record ScenarioWithoutEffect : Notice;

[Notice(Severity.Warning,
    "Mängden {Members} ger {Found}, mot {Predicted} om scenarierna räknas var för sig: de påverkar varandra.",
    "The set {Members} gives {Found}, against {Predicted} if the scenarios are counted one by one: they affect each other.",
    FixSv = "Räkna med det funna talet.",
    Fix = "Use the found number.")]
public sealed record SetInteracts(string Members, long Found, long Predicted) : Notice;

[Notice(Severity.Warning,
    "Mängden {Members} går inte att göra tillsammans: någon ändring är inte längre möjlig efter de andra. Talet är vad scenarierna ger var för sig.",
    "The set {Members} cannot be made together: some change is no longer possible after the others. The number is what the scenarios give one by one.",
    FixSv = "Skriv dem som ett scenario med \"of\"; what-if säger då vilken ändring det är.",
    Fix = "Write them as one scenario with \"of\"; what-if then says which change it is.")]
public sealed record SetConflicts(string Members) : Notice;

[Notice(Severity.Info,
    "Förslag av slagen {Kinds} söks inte: {Why}.",
    "Proposals of the kinds {Kinds} are not sought: {WhyEn}.",
    FixSv = "Lägg till det i konfigurationen om de ska sökas.",
    Fix = "Add it to the configuration if they should be sought.")]
public sealed record ProposalsLeftOut(string Kinds, string Why, string WhyEn) : Notice;

[Notice(Severity.Info,
    "Inga kostnader är angivna; kilometer, timmar och bussar skrivs ut, men inga kronor.",
    "No costs are given; kilometres, hours and buses are printed, but no money.",
    FixSv = "Fråga trafikhuvudmannen om pris per kilometer, timme och buss, och skriv dem i costs med källa och år.",
    Fix = "Ask the transport authority for the price of a kilometre, an hour and a bus, and write them in costs with source and year.")]
public sealed record CostsMissing : Notice;

[Notice(Severity.Info,
    "Trafikdagar per år är antagna: {Days}.",
    "Days of traffic a year are assumed: {Days}.",
    FixSv = "Ange skolans terminer i days för hela året, eller dagarna i whatIf.daysPerYear.",
    Fix = "State the school terms in days for the whole year, or the days in whatIf.daysPerYear.")]
public sealed record DaysAssumed(string Days) : Notice;
