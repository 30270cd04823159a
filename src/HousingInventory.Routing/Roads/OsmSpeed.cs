using System.Buffers;
using System.Globalization;

namespace HousingInventory.Routing.Roads;

/// <summary>Reads the values of OpenStreetMap's <c>maxspeed</c> and <c>duration</c>.</summary>
public static class OsmSpeed
{
    private const double WalkingPaceKmh = 7;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    /// <summary>
    /// km/h: "50", "50 km/h", "30 mph", "10 knots", "walk", "SE:urban", "SE:30". Of several numbers ("70;50") the lowest. Null for "none", "signals", and what
    /// cannot be read: then the road's class decides.
    /// </summary>
    public static double? Parse(string? value)
    {
        double? lowest = null;
        foreach (string part in (value ?? "").Split([';', '|', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            double? kmh = ParseOne(part);
            lowest = kmh is null || lowest < kmh ? lowest : kmh;
        }

        return lowest;
    }

    /// <summary>Seconds: "00:10", "1:30:00" (hours first), "25" (minutes), "PT25M", "PT1H30M". Null for what cannot be read.</summary>
    public static double? ParseDurationSeconds(string? value)
    {
        string text = (value ?? "").Trim();
        double seconds;
        if (text.StartsWith("PT", StringComparison.OrdinalIgnoreCase))
        {
            seconds = PeriodSeconds(text.AsSpan(2));
        }
        else
        {
            string[] parts = text.Split(':');
            double[] numbers = [.. parts.Select(p => Number(p) ?? double.NaN)];
            seconds = numbers.Length switch
            {
                1 => numbers[0] * 60,
                2 => (numbers[0] * 3600) + (numbers[1] * 60),
                3 => (numbers[0] * 3600) + (numbers[1] * 60) + numbers[2],
                _ => double.NaN,
            };
        }

        return seconds > 0 && double.IsFinite(seconds) ? seconds : null;
    }

    private static double? ParseOne(string part)
    {
        int colon = part.LastIndexOf(':');
        if (colon >= 0)
        {
            // A country's rule: SE:urban. A zone says its number: SE:zone:30, SE:zone30.
            string rule = part[(colon + 1)..].ToLowerInvariant();
            return rule switch
            {
                "urban" => 50,
                "rural" when part.StartsWith("SE", StringComparison.OrdinalIgnoreCase) => 70,
                "motorway" when part.StartsWith("SE", StringComparison.OrdinalIgnoreCase) => 110,
                "living_street" or "walk" or "pedestrian_zone" => WalkingPaceKmh,
                _ => Positive(Number(rule.StartsWith("zone", StringComparison.Ordinal) ? rule[4..] : rule)),
            };
        }

        if (part is "walk" or "walking")
        {
            return WalkingPaceKmh;
        }

        int unit = 0;
        while (unit < part.Length && (char.IsAsciiDigit(part[unit]) || part[unit] == '.'))
        {
            unit++;
        }

        double? perUnit = part[unit..].Trim().ToLowerInvariant() switch
        {
            "" or "km/h" or "kmh" or "kph" => 1,
            "mph" => 1.609344,
            "knots" or "kn" => 1.852,
            _ => null,
        };
        return Positive(Number(part[..unit]) * perUnit);
    }

    private static double PeriodSeconds(ReadOnlySpan<char> text)
    {
        double seconds = 0;
        while (!text.IsEmpty)
        {
            int letter = text.IndexOfAnyExcept(Digits);
            double? number = letter < 0 ? null : Number(text[..letter].ToString());
            if (number is null)
            {
                return double.NaN;
            }

            seconds += number.Value * (char.ToUpperInvariant(text[letter]) switch { 'H' => 3600, 'M' => 60, 'S' => 1, _ => double.NaN });
            text = text[(letter + 1)..];
        }

        return seconds;
    }

    private static double? Positive(double? kmh) => kmh > 0 && double.IsFinite(kmh.Value) ? kmh : null;

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) ? number : null;
}
