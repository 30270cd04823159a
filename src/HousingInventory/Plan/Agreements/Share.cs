using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HousingInventory.Plan.Agreements;

/// <summary>
/// A share as an exact fraction: 0.09 is 9/100 and never the nearest binary number, so that a home is due at the 12th vacancy of 9 % and not at a 13th.
/// </summary>
/// <param name="Numerator">Between 0 and <paramref name="Denominator"/> when it is a share.</param>
/// <param name="Denominator">Above 0.</param>
/// <param name="Text">As it was written.</param>
public readonly record struct Share(long Numerator, long Denominator, string Text)
{
    /// <summary>Reads "0.09", "9e-2" or "1/3"; null when it is no number, or one with more than 15 digits.</summary>
    public static Share? Parse(string text)
    {
        string[] parts = text.Split('/');
        if (parts.Length == 2)
        {
            return long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long over) && over < 1_000_000_000
                && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long under) && under is > 0 and < 1_000_000_000
                ? Reduced(over, under, text) : null;
        }

        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) || value.Scale > 15 || Math.Abs(value) > 1_000_000)
        {
            return null;
        }

        BigInteger scale = BigInteger.Pow(10, value.Scale);
        BigInteger scaled = new(value * (decimal)scale);
        return scaled < long.MaxValue && scaled > long.MinValue ? Reduced((long)scaled, (long)scale, text) : null;
    }

    /// <summary>Whole homes in this share of a number of vacancies; never less for more vacancies.</summary>
    public long HomesOf(long vacancies, Rounding rounding)
    {
        Int128 product = (Int128)Numerator * vacancies;
        return (long)(rounding switch
        {
            Rounding.Down => product / Denominator,
            Rounding.Nearest => ((2 * product) + Denominator) / (2 * (Int128)Denominator),
            _ => (product + Denominator - 1) / Denominator,
        });
    }

    /// <summary>The exact part of a number of vacancies in hundredths of a home, rounded half up: what the account shows beside the whole homes.</summary>
    public decimal PartOf(long vacancies) => (decimal)((((Int128)Numerator * vacancies * 200) + Denominator) / (2 * (Int128)Denominator)) / 100;

    /// <summary>As a decimal, for an expectation.</summary>
    public double Value => (double)Numerator / Denominator;

    private static Share Reduced(long over, long under, string text)
    {
        long common = (long)BigInteger.GreatestCommonDivisor(over, under);
        return common == 0 ? new Share(0, 1, text) : new Share(over / common, under / common, text);
    }
}

/// <summary>Reads a share from the digits of a number, or from a text.</summary>
internal sealed class ShareConverter : JsonConverter<Share>
{
    public override Share Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? text = reader.TokenType switch
        {
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            JsonTokenType.String => reader.GetString(),
            _ => null,
        };
        return text is not null && Share.Parse(text) is { } share ? share : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, Share value, JsonSerializerOptions options)
    {
        if (value.Text.Contains('/', StringComparison.Ordinal))
        {
            writer.WriteStringValue(value.Text);
        }
        else
        {
            writer.WriteRawValue(value.Text);
        }
    }
}
