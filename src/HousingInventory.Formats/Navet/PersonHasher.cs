using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace HousingInventory.Formats;

/// <summary>
/// Makes the identities of persons comparable for one run without keeping them: HMAC-SHA-256 under a random key, the first 128 bits. The key lives as long
/// as this object, so nobody can try numbers against hashes afterwards. Hashes differ from run to run and may only be asked whether they are equal.
/// </summary>
/// <remarks>With 10 million persons the chance of any two colliding is 2·10⁻²⁵.</remarks>
public sealed class PersonHasher : IDisposable
{
    private const int MaxTextBytes = 256;

    private readonly byte[] _key = GC.AllocateArray<byte>(32, pinned: true);

    /// <summary>Draws a key.</summary>
    public PersonHasher() => RandomNumberGenerator.Fill(_key);

    /// <summary>
    /// The hash of a person's identity: of the number, in whichever form it is written (<see cref="PersonNumber"/>), else of the text as it stands, for
    /// extracts whose numbers were replaced by pseudonyms. Null when the text identifies nobody: empty, or one character over and over, as in a number
    /// masked with asterisks or zeros.
    /// </summary>
    public UInt128? Hash(ReadOnlySpan<char> identity, DateOnly asOf)
    {
        identity = identity.Trim();
        if (identity.Trim('-').Length < 2 || !identity.Trim('-').ContainsAnyExcept(identity.Trim('-')[0], '-'))
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[MaxTextBytes + 1];
        int length;
        if (PersonNumber.TryParse(identity, asOf, out PersonNumber number))
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
        HMACSHA256.HashData(_key, bytes[..length], hash);
        CryptographicOperations.ZeroMemory(bytes);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    /// <summary>Wipes the key.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(_key);

    private static int HashLong(ReadOnlySpan<char> identity, Span<byte> bytes) => SHA256.HashData(Encoding.UTF8.GetBytes(identity.ToString()), bytes);
}
