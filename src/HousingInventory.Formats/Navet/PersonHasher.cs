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
        bool isNumber = PersonNumber.TryParse(identity, asOf, out PersonNumber number);
        if (isNumber ? !number.IsWhole : !IsPseudonym(identity))
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

    /// <summary>Letters and digits that are neither digits with a mask (19640823-XXXX, 640823****) nor a number in scientific form (1,96408E+11).</summary>
    private static bool IsPseudonym(ReadOnlySpan<char> identity)
    {
        bool hasDigit = false;
        bool hasLetter = false;
        foreach (char c in identity)
        {
            if (c is '*' or '?' or '#' or '•' or '+')
            {
                return false;
            }

            hasDigit |= char.IsAsciiDigit(c);
            hasLetter |= char.IsLetter(c) && c is not ('X' or 'x' or 'N' or 'n');
        }

        return hasDigit && hasLetter && NumberText.Parse(identity) is null;
    }

    private static int HashLong(ReadOnlySpan<char> identity, Span<byte> bytes) => SHA256.HashData(Encoding.UTF8.GetBytes(identity.ToString()), bytes);
}
