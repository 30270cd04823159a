using System.Globalization;
using System.Text;

namespace HousingInventory.Sample;

/// <summary>Service points as GeoJSON in WGS 84.</summary>
internal static class ServiceFile
{
    public static string Text(SampleTown town, Func<Position, (double Longitude, double Latitude)> toWgs84)
    {
        StringBuilder text = new("{\n\"type\": \"FeatureCollection\",\n\"name\": \"EXEMPELDATA services\",\n\"features\": [\n");
        for (int k = 0; k < town.Services.Count; k++)
        {
            SampleServicePlace place = town.Services[k];
            (double longitude, double latitude) = toWgs84(place.Position);

            // Names and categories are letters, digits, blanks and hyphens: nothing to escape.
            text.Append(CultureInfo.InvariantCulture, $"{{ \"type\": \"Feature\", \"id\": {k + 1}, \"properties\": {{ \"category\": \"{place.Category}\", \"name\": \"{place.Name}\" }}, ");
            text.Append(CultureInfo.InvariantCulture, $"\"geometry\": {{ \"type\": \"Point\", \"coordinates\": [{longitude:0.0000000}, {latitude:0.0000000}] }} }}");
            text.Append(k + 1 < town.Services.Count ? ",\n" : "\n");
        }

        return text.Append("]\n}\n").ToString();
    }
}
