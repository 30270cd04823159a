using System.Text.Json;
using HousingInventory.Score;

namespace HousingInventory.Export.Html;

/// <summary>What a criterion has to tell of a home, as the work list's page puts it into words: the stop and its lines, the journey, the errands.</summary>
internal static class WorkListTold
{
    /// <summary>Writes an object, or 0 where there is nothing to tell.</summary>
    public static void Write(Utf8JsonWriter json, Told? told, WorkListStrings strings, HtmlWords words)
    {
        if (told is null)
        {
            json.WriteNumberValue(0);
            return;
        }

        ErrandWords errands = new(words.Language);
        json.WriteStartObject();
        if (told.Stop is { } stop)
        {
            json.WriteStartArray("stop");
            json.WriteNumberValue(strings.Number(stop.Name));
            json.WriteNumberValue(Math.Round(stop.WalkM, 1));
            json.WriteStartArray();
            foreach (string line in stop.Lines)
            {
                json.WriteNumberValue(strings.Number(line));
            }

            json.WriteEndArray();
            json.WriteNumberValue(stop.Departures);
            json.WriteNumberValue(stop.FirstS);
            json.WriteNumberValue(stop.LastS);
            json.WriteEndArray();
        }

        if (told.Journey is { } journey)
        {
            json.WritePropertyName("journey");
            Journey(json, journey, strings);
        }

        if (told.Errands.Count > 0)
        {
            json.WriteStartArray("errands");
            foreach (ToldErrand errand in told.Errands.OrderByDescending(e => e.Works))
            {
                json.WriteStartArray();
                json.WriteNumberValue(strings.Number(errands.Title(errand)));
                json.WriteNumberValue(errand.Works ? -1 : strings.Number(errands.Why(errand)));
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        if (told.Errands.Count > 0 && told.Best is { } best)
        {
            json.WriteStartArray("best");
            json.WriteNumberValue(strings.Number(errands.Title(best)));
            foreach (ToldJourney way in ((ToldJourney?[])[best.There, best.Back]).OfType<ToldJourney>())
            {
                Journey(json, way, strings);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Journey(Utf8JsonWriter json, ToldJourney journey, WorkListStrings strings)
    {
        json.WriteStartArray();
        json.WriteNumberValue(journey.IsHomeward ? 1 : 0);
        json.WriteNumberValue(journey.LeaveS);
        json.WriteNumberValue(journey.FirstWalkS);
        json.WriteStartArray();
        foreach (ToldRide ride in journey.Rides)
        {
            json.WriteStartArray();
            json.WriteNumberValue(strings.Number(ride.Line));
            json.WriteNumberValue(strings.Number(ride.From));
            json.WriteNumberValue(ride.DepartS);
            json.WriteNumberValue(strings.Number(ride.To));
            json.WriteNumberValue(ride.ArriveS);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteNumberValue(journey.LastWalkS);
        json.WriteNumberValue(journey.ArriveS);
        json.WriteEndArray();
    }
}
