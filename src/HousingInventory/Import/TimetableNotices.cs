using HousingInventory.Diagnostics;

namespace HousingInventory.Import;

[Notice(Severity.Warning,
    "{File}: {What} ({Fate}; {Count} rader).",
    "{File}: {WhatEn} ({FateEn}; {Count} rows).",
    FixSv = "Ladda ner tidtabellen på nytt, eller säg till trafikhuvudmannen.",
    Fix = "Download the timetable again, or tell the operator.")]
public sealed record TimetableFault(string File, string What, string WhatEn, long Count, string Fate, string FateEn) : Notice;

[Notice(Severity.Info,
    "{Rows} rader i stop_times är zoner med tidsfönster (GTFS-Flex) och läses inte.",
    "{Rows} rows of stop_times are zones with time windows (GTFS-Flex) and are not read.",
    FixSv = "Lägg in zonerna som on-demand-zones om anropsstyrd trafik ska visas.",
    Fix = "Add the zones as on-demand-zones if booked traffic should be shown.")]
public sealed record FlexNotSupported(long Rows) : Notice;

[Notice(Severity.Info,
    "{Trips} turer räknas inte: linjetypen är inte vardagstrafik.",
    "{Trips} trips do not count: the route type is no everyday traffic.",
    FixSv = "Ändra transit.routeTypes om de ska räknas.",
    Fix = "Change transit.routeTypes if they should count.")]
public sealed record TripsLeftOut(int Trips) : Notice;

[Notice(Severity.Info,
    "{Trips} turer räknas inte: tiderna eller hållplatserna räcker inte.",
    "{Trips} trips do not count: their times or stops do not suffice.",
    FixSv = "Säg till trafikhuvudmannen om de borde gå.",
    Fix = "Tell the operator if they should run.")]
public sealed record TripsUnusable(int Trips) : Notice;

[Notice(Severity.Info,
    "{Trips} turer finns redan i en tidigare tidtabell och räknas en gång.",
    "{Trips} trips are in an earlier timetable already and count once.",
    FixSv = "Inget behöver göras.",
    Fix = "Nothing needs to be done.")]
public sealed record TimetablesOverlap(int Trips) : Notice;

[Notice(Severity.Info,
    "{Stops} hållplatslägen saknar plats på kartan; bussar kör igenom, men ingen går dit.",
    "{Stops} stop posts have no place on the map; buses ride through, but nobody walks there.",
    FixSv = "Säg till trafikhuvudmannen om de ligger i kommunen.",
    Fix = "Tell the operator if they lie in the municipality.")]
public sealed record StopsUnplaced(int Stops) : Notice;

[Notice(Severity.Info,
    "{Rows} rader i transfers.txt rör turer som går, men kan inte följas: de gäller linjer utan att nämna hållplats, eller turer som inte kan gå efter varandra.",
    "{Rows} rows of transfers.txt are about trips that run, but cannot be followed: they are for routes without a stop, or for trips that cannot follow each other.",
    FixSv = "Säg till trafikhuvudmannen om bytena är viktiga.",
    Fix = "Tell the operator if the changes matter.")]
public sealed record TransfersNotApplied(int Rows) : Notice;

[Notice(Severity.Warning,
    "{File} är tom, saknar rubrikrad eller saknar sina kolumner, och läses som om den inte fanns.",
    "{File} is empty, has no header, or lacks its columns, and is read as if it were not there.",
    FixSv = "Ladda ner tidtabellen på nytt, eller säg till trafikhuvudmannen.",
    Fix = "Download the timetable again, or tell the operator.")]
public sealed record TimetableTableOfNoUse(string File) : Notice;

[Notice(Severity.Info,
    "Tidtabellens tider gäller {Zone}; de räknas om till svensk tid för respektive dag.",
    "The times of the timetable are those of {Zone}; they are turned into Swedish time of the day.",
    FixSv = "Inget behöver göras.",
    Fix = "Nothing needs to be done.")]
public sealed record TimetableZoneShifted(string Zone) : Notice;

[Notice(Severity.Warning,
    "Tidszonen {Zone} är okänd; tiderna används som de står.",
    "The time zone {Zone} is not known; the times are used as they stand.",
    FixSv = "Säg till trafikhuvudmannen: agency_timezone ska vara ett namn som Europe/Stockholm.",
    Fix = "Tell the operator: agency_timezone must be a name such as Europe/Stockholm.")]
public sealed record TimetableZoneUnknown(string Zone) : Notice;

[Notice(Severity.Info,
    "{Bans} svängförbud följs inte: de går över en väg, gäller vissa tider, eller är inte kompletta.",
    "{Bans} turn bans are not followed: they go over a way, hold at certain times, or are not complete.",
    FixSv = "Inget behöver göras; bilvägen kan vara något för kort där.",
    Fix = "Nothing needs to be done; the way by car may be somewhat short there.")]
public sealed record TurnBansNotFollowed(int Bans) : Notice;

[Notice(Severity.Info,
    "{Trips} turer har ungefärliga tider (turtäthet).",
    "{Trips} trips have approximate times (a headway).",
    FixSv = "Inget behöver göras.",
    Fix = "Nothing needs to be done.")]
public sealed record ApproximateTrips(int Trips) : Notice;

[Notice(Severity.Warning,
    "Tidtabellen börjar {First}, efter {AsOf}; dagarna väljs därifrån.",
    "The timetable starts {First}, after {AsOf}; days are chosen from there.",
    FixSv = "Hämta en tidtabell som gäller från {AsOf}.",
    Fix = "Fetch a timetable that is valid from {AsOf}.")]
public sealed record TimetableStartsAfter(string AsOf, string First) : Notice;

[Notice(Severity.Warning,
    "Skolvardagen {Date} har {Trips} turer, mot {BusiestTrips} den {Busiest}: den kan vara ett lov.",
    "The term day {Date} has {Trips} trips, against {BusiestTrips} on {Busiest}: it may be a holiday.",
    FixSv = "Ange skolans terminer i days, eller dagen i serviceDays.",
    Fix = "State the school terms in days, or the day in serviceDays.")]
public sealed record TermDayIsLow(string Date, int Trips, string Busiest, int BusiestTrips) : Notice;

[Notice(Severity.Warning,
    "Ingen vecka är säkert skolvecka: varje vardag räknas som skolvardag.",
    "No week is surely a school week: every weekday counts as a term day.",
    FixSv = "Ange skolans terminer i days.",
    Fix = "State the school terms in days.")]
public sealed record DayUncertain : Notice;

[Notice(Severity.Info,
    "{Trips} turer saknar linjesträckning; den dras längs vägnätet eller rakt mellan hållplatserna.",
    "{Trips} trips have no line geometry; it is drawn along the roads or straight between the stops.",
    FixSv = "Använd en tidtabell med shapes.txt.",
    Fix = "Use a timetable with shapes.txt.")]
public sealed record LineGeometryMissing(int Trips) : Notice;

[Notice(Severity.Info,
    "{References} hänvisningar i vägdata går till noder utanför utdraget; vägarna slutar där.",
    "{References} references in the road data lead to nodes outside the extract; the roads end there.",
    FixSv = "Klipp utdraget med hela vägar (osmium extract -s complete_ways) om det rör kommunens kant.",
    Fix = "Cut the extract with whole ways (osmium extract -s complete_ways) if it concerns the municipality's edge.")]
public sealed record NodesMissing(long References) : Notice;

[Notice(Severity.Info,
    "{Fragments} lösa stycken gångväg, {Metres} m i allt, är inte förbundna med resten och används inte.",
    "{Fragments} loose pieces of footway, {Metres} m in all, are not joined to the rest and are not used.",
    FixSv = "Sänk walking.fragmentM om de ska räknas.",
    Fix = "Lower walking.fragmentM if they should count.")]
public sealed record RoadFragmentsLeftOut(int Fragments, long Metres) : Notice;
