using System.Globalization;

namespace HousingInventory.Sample;

/// <summary>
/// Personal identity numbers with a right check digit that nobody holds: births of 1800 to 1839, while the numbers began in 1947.
/// </summary>
internal sealed class PersonIds(SampleRandom random, int? first = null)
{
    private const int Days = 40 * 365;

    /// <summary>How many there are: 999 for each day.</summary>
    public const int Most = Days * 999;

    private static readonly DateOnly Start = new(1800, 1, 1);
    private readonly int _offset = first is null ? random.Below(Days) : 0;
    private int _next = first ?? 0;

    /// <summary>Twelve digits, different at every call up to 14 million.</summary>
    public string Next()
    {
        // 7,919 is prime to 40 · 365 = 2³ · 5² · 73, so that every day comes up once in a round; then the serial number rises.
        int day = (int)((_offset + (_next * 7919L)) % Days);
        int serial = 1 + (_next / Days);
        _next++;
        string digits = string.Create(CultureInfo.InvariantCulture, $"{Start.AddDays(day):yyyyMMdd}{serial:D3}");
        return digits + CheckDigit(digits.AsSpan(2));
    }

    // Luhn on the nine digits after the century: weights 2, 1, 2 ..., digits of the products added.
    private static char CheckDigit(ReadOnlySpan<char> nine)
    {
        int sum = 0;
        for (int i = 0; i < nine.Length; i++)
        {
            int product = (nine[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product > 9 ? product - 9 : product;
        }

        return (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
