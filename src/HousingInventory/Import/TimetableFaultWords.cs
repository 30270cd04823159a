namespace HousingInventory.Import;

/// <summary>The Swedish of what the timetable reader says of broken rows; it says it in English, as the file formats' own words are.</summary>
internal static class TimetableFaultWords
{
    private static readonly Dictionary<string, string> Swedish = new(StringComparer.Ordinal)
    {
        ["a booking rule is not in booking_rules.txt"] = "en bokningsregel finns inte i booking_rules.txt",
        ["a coordinate or the sequence is missing or unreadable"] = "en koordinat eller ordningsnumret saknas eller går inte att läsa",
        ["a date is unreadable"] = "ett datum går inte att läsa",
        ["a number is unreadable"] = "ett tal går inte att läsa",
        ["a quotation mark is never closed, so that the rest of the file is lost"] = "ett citattecken avslutas aldrig, så resten av filen går förlorad",
        ["a time is missing or unreadable, or the headway is 0"] = "en tid saknas eller går inte att läsa, eller turtätheten är 0",
        ["a time is unreadable"] = "en tid går inte att läsa",
        ["a shape point lies at 0,0, where no bus runs"] = "en punkt på linjen ligger vid 0,0, där ingen buss går",
        ["agency_id is not in agency.txt"] = "agency_id finns inte i agency.txt",
        ["departure_time is before arrival_time; the arrival is taken for both"] = "departure_time ligger före arrival_time; ankomsten används för båda",
        ["direction_id is neither 0 nor 1"] = "direction_id är varken 0 eller 1",
        ["end_time is not after start_time"] = "end_time ligger inte efter start_time",
        ["exception_type is neither 1 nor 2"] = "exception_type är varken 1 eller 2",
        ["it has no time and is the first or last call of its trip"] = "tiden saknas, fast raden är turens första eller sista hållplats",
        ["it is a zone or a group of stops with a time window (GTFS-Flex), which is not supported"] = "raden är en zon eller en grupp hållplatser med tidsfönster (GTFS-Flex), som inte läses",
        ["it names a stop, route or trip that is not there, or whose row was left out"] = "raden nämner en hållplats, linje eller tur som saknas eller vars rad har utelämnats",
        ["it names nothing to change from, or nothing to change to"] = "raden säger inte varifrån eller vart bytet går",
        ["location_type is not 0 to 4"] = "location_type är inte 0 till 4",
        ["min_transfer_time is no number"] = "min_transfer_time är inget tal",
        ["parent_station is not in stops.txt"] = "parent_station finns inte i stops.txt",
        ["parent_station is the stop itself"] = "parent_station är hållplatsen själv",
        ["pickup_type or drop_off_type is not 0 to 3"] = "pickup_type eller drop_off_type är inte 0 till 3",
        ["route_id is not in routes.txt"] = "route_id finns inte i routes.txt",
        ["route_type is missing"] = "route_type saknas",
        ["route_type is no number"] = "route_type är inget tal",
        ["service_id is in neither calendar.txt nor calendar_dates.txt"] = "service_id finns varken i calendar.txt eller calendar_dates.txt",
        ["stop_id is not in stops.txt"] = "stop_id finns inte i stops.txt",
        ["stop_id is not in stops.txt, or its row was left out"] = "stop_id finns inte i stops.txt, eller så har dess rad utelämnats",
        ["stop_lat is no latitude"] = "stop_lat är ingen latitud",
        ["stop_lon is no longitude"] = "stop_lon är ingen longitud",
        ["stop_sequence is missing or no number"] = "stop_sequence saknas eller är inget tal",
        ["stop_sequence stands there twice in the trip; the first row counts"] = "stop_sequence finns två gånger i turen; den första raden gäller",
        ["the id is missing"] = "id saknas",
        ["the id stands there twice; the first row counts"] = "samma id finns två gånger; den första raden gäller",
        ["the time is before that of the call before it"] = "tiden ligger före tiden på hållplatsen innan",
        ["the trip has fewer than two usable calls"] = "turen har färre än två användbara hållplatser",
        ["there is more than one row"] = "det finns mer än en rad",
        ["transfer_type is not 0 to 5"] = "transfer_type är inte 0 till 5",
        ["trip_id is not in trips.txt, or its row was left out"] = "trip_id finns inte i trips.txt, eller så har dess rad utelämnats",
    };

    /// <summary>The Swedish of a fault; null for one that has none, which a test sees to that there is not.</summary>
    public static string? Find(string what) => Swedish.GetValueOrDefault(what);
}
