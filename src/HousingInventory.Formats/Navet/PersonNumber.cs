using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace HousingInventory.Formats;

/// <summary>
/// A Swedish personal or coordination number with its century. It exists to compare numbers that are written in different forms; it never turns into
/// text.
/// </summary>
public readonly struct PersonNumber : IEquatable<PersonNumber>
{
    /// <summary>121212-1212, the number that forms show and that people type where they have none.</summary>
    private const long Specimen = 12_12_12_12_12;

    /// <summary>yyyyMMddNNNK as a number.</summary>
    private readonly long _value;

    private PersonNumber(long value) => _value = value;

    /// <summary>True for a coordination number, whose day is written plus 60. Its holder is normally not registered anywhere.</summary>
    public bool IsCoordinationNumber => Day >= 60;

    /// <summary>
    /// False for a birth date with noughts in the place of the last four digits, for what a spreadsheet's rounding left (its last two digits are noughts, and the
    /// check digit does not agree), and for 121212-1212, the specimen of every form.
    /// </summary>
    public bool IsWhole => _value % 10_000 != 0 && (_value % 100 != 0 || HasValidCheckDigit) && _value % 10_000_000_000 != Specimen;

    /// <summary>
    /// True when the last digit is the Luhn sum of the nine before it, the century left out: weights 2, 1, 2 ..., digits of the products added, up to the
    /// next ten.
    /// </summary>
    public bool HasValidCheckDigit
    {
        get
        {
            int sum = 0;
            long rest = _value / 10;
            for (int i = 0; i < 9; i++, rest /= 10)
            {
                int product = (int)(rest % 10) * (i % 2 == 0 ? 2 : 1);
                sum += (product / 10) + (product % 10);
            }

            return (10 - (sum % 10)) % 10 == _value % 10;
        }
    }

    private int Month => (int)(_value / 1_000_000 % 100);

    private int Day => (int)(_value / 10_000 % 100);

    public static bool operator ==(PersonNumber left, PersonNumber right) => left.Equals(right);

    public static bool operator !=(PersonNumber left, PersonNumber right) => !left.Equals(right);

    /// <summary>
    /// Reads yyyyMMddNNNK, yyyyMMdd-NNNK, yyMMddNNNK, yyMMdd-NNNK and, from the year somebody turns a hundred, yyMMdd+NNNK. Digits alone that have lost
    /// their leading zeros to a spreadsheet are read when the check digit agrees.
    /// </summary>
    /// <param name="text">The number as written, blanks around it allowed.</param>
    /// <param name="asOf">The day of the extract; it tells the century where the number has none.</param>
    /// <param name="number">The number.</param>
    /// <returns>
    /// False when the text has another form or its date cannot be one. A month of 00 and a day of 60 pass, as coordination numbers of unknown birth dates
    /// have them. The check digit is not part of the question.
    /// </returns>
    public static bool TryParse(ReadOnlySpan<char> text, DateOnly asOf, out PersonNumber number)
    {
        number = default;
        text = text.Trim();
        Span<char> digits = stackalloc char[12];
        char sign = text.Length is 11 or 13 ? text[^5] : '\0';
        int count = text.Length - (sign == '\0' ? 0 : 1);
        if (count is < 7 or > 12 || (sign != '\0' && sign is not ('-' or '+')))
        {
            return false;
        }

        digits.Fill('0');
        Span<char> written = digits[(12 - count)..];
        text[..^(sign == '\0' ? 4 : 5)].CopyTo(written);
        text[^4..].CopyTo(written[^4..]);
        if (!RegisterText.IsDigits(digits))
        {
            return false;
        }

        long value = long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        PersonNumber read = new(count == 12 ? value : WithCentury(value, sign, asOf));
        if (read.Month > 12 || read.Day is 0 or (> 31 and < 60) or > 91 || (count < 10 && !read.HasValidCheckDigit))
        {
            return false;
        }

        number = read;
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(PersonNumber other) => _value == other._value;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is PersonNumber other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    /// <summary>Says what it is and not which: the number of a person belongs in no text.</summary>
    public override string ToString() => "(person number)";

    /// <summary>The twelve digits for <see cref="PersonHasher"/>.</summary>
    internal long Value => _value;

    private static long WithCentury(long yyMMddNNNK, char sign, DateOnly asOf)
    {
        long born = yyMMddNNNK / 10_000;
        born -= born % 100 >= 60 ? 60 : 0;
        long today = (asOf.Year * 10_000L) + (asOf.Month * 100) + asOf.Day;
        long century = asOf.Year / 100;
        century -= (century * 1_000_000) + born > today ? 1 : 0;
        century -= sign == '+' ? 1 : 0;
        return (century * 10_000_000_000) + yyMMddNNNK;
    }
}
