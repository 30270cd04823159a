using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace HousingInventory.Formats;

/// <summary>
/// Makes the identities of persons comparable for one run without keeping them: HMAC-SHA-256 under a random key, the first 128 bits. The key lives as long
/// as this object, so nobody can try numbers against hashes afterwards. Hashes differ from run to run and may only be asked whether they are equal.
/// </summary>
/// <remarks>With 10 million persons the chance of any two colliding is 2·10⁻²⁵. One thread at a time.</remarks>
public sealed class PersonHasher : IDisposable
{
    private const int MaxTextBytes = 256;

    /// <summary>A number with its signs, blanks and quotes.</summary>
    private const int LongestNumber = 24;

    /// <summary>Nobody who lives was born earlier, so that such digits are a number and no day.</summary>
    private const int EarliestBirth = 1880_00_00;

    /// <summary>With fewer digits a pseudonym is one of few, such as an age.</summary>
    private const int FewestDigits = 3;

    /// <summary>So long is no age and no sex.</summary>
    private const int LongIdentity = 16;

    private readonly IncrementalHash _keyed;

    /// <summary>Draws a key.</summary>
    public PersonHasher()
    {
        Span<byte> key = stackalloc byte[32];
        RandomNumberGenerator.Fill(key);
        _keyed = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        CryptographicOperations.ZeroMemory(key);
    }

    /// <summary>
    /// The hash of a person's identity: of the number, in whichever form it is written (<see cref="PersonNumber"/>), else of the text as it stands where it is a
    /// pseudonym: letters and digits. Null when the text identifies nobody: empty, a number that is no whole one (a birth date, masked or rounded digits), a word.
    /// </summary>
    public UInt128? Hash(ReadOnlySpan<char> identity, DateOnly asOf)
    {
        identity = identity.Trim();
        Span<char> tidy = stackalloc char[LongestNumber];
        bool isNumber = PersonNumber.TryParse(identity, asOf, out PersonNumber number) || PersonNumber.TryParse(Tidy(identity, tidy), asOf, out number);
        if (isNumber ? !number.IsWhole : !IsPseudonym(identity, asOf))
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[MaxTextBytes + 1];
        int length;
        if (isNumber)
        {
            bytes[0] = 1;
            BinaryPrimitives.WriteInt64LittleEndian(bytes[1..], number.Value);
            length = 1 + sizeof(long);
        }
        else
        {
            bytes[0] = 2;
            length = 1 + (Encoding.UTF8.TryGetBytes(identity, bytes[1..], out int written) ? written : HashLong(identity, bytes[1..]));
        }

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        _keyed.AppendData(bytes[..length]);
        _keyed.GetHashAndReset(hash);
        CryptographicOperations.ZeroMemory(bytes);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    /// <summary>Wipes the key.</summary>
    public void Dispose() => _keyed.Dispose();

    /// <summary>A number as a person means it: without the quotes that keep it text in a spreadsheet, blanks, and the noughts behind the point of a program that knows no whole numbers.</summary>
    private static ReadOnlySpan<char> Tidy(ReadOnlySpan<char> identity, Span<char> into)
    {
        int point = identity.LastIndexOfAny('.', ',');
        identity = point > 0 && !identity[(point + 1)..].ContainsAnyExcept('0') ? identity[..point] : identity;
        if (identity.Length > into.Length)
        {
            return [];
        }

        int length = 0;
        foreach (char c in identity)
        {
            if (!char.IsWhiteSpace(c) && c is not ('\'' or '"' or '=' or '\u2019' or '\u200B'))
            {
                into[length++] = c is (>= '\u2010' and <= '\u2015') or '\u2212' ? '-' : c;
            }
        }

        return into[..length];
    }

    /// <summary>
    /// Letters and digits in one word that are neither a birth date with something behind it (19640823K, 19640823-XXXX, 640823****, 1964-aug-23), nor an age, nor a number
    /// in scientific form (1,96408E+11).
    /// </summary>
    private static bool IsPseudonym(ReadOnlySpan<char> identity, DateOnly asOf)
    {
        Span<char> digits = stackalloc char[8];
        int count = 0;
        bool hasLetter = false;
        foreach (char c in identity)
        {
            if (c is '*' or '?' or '#' or '•' or '+' or '<' or '>' || char.IsWhiteSpace(c))
            {
                return false;
            }

            if (char.IsAsciiDigit(c))
            {
                if (count < digits.Length)
                {
                    digits[count] = c;
                }

                count++;
            }

            hasLetter |= char.IsLetter(c) && c is not ('X' or 'x' or 'N' or 'n');
        }

        bool isDay = count is 4 or 6 or 8 && DayText.Sortable(digits[..count], asOf.Year) is > EarliestBirth and int day && day / 10_000 <= asOf.Year;
        return (count >= FewestDigits || (count > 0 && identity.Length >= LongIdentity)) && hasLetter && !isDay && DayText.Sortable(identity, asOf.Year) <= 0 && NumberText.Parse(identity) is null;
    }

    private static int HashLong(ReadOnlySpan<char> identity, Span<byte> bytes) => SHA256.HashData(Encoding.UTF8.GetBytes(identity.ToString()), bytes);
}
