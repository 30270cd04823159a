using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;

namespace HousingInventory.Model;

/// <summary>
/// A register identity in 16 bytes, so that millions of them compare fast and take little room. A GUID is kept exactly; any other identity becomes a 128-bit
/// hash, where two different ones meet with a chance below 10⁻²⁴ among a hundred million. Braces, dashes, blanks and case do not count.
/// </summary>
/// <param name="High">Upper 64 bits.</param>
/// <param name="Low">Lower 64 bits.</param>
public readonly record struct IdKey(ulong High, ulong Low)
{
    /// <summary>No identity.</summary>
    public static readonly IdKey None;

    /// <summary>Whether there is no identity.</summary>
    public bool IsNone => (High | Low) == 0;

    /// <summary>The key of an identity; <see cref="None"/> for null and blank.</summary>
    public static IdKey Of(ReadOnlySpan<char> id) => Guid(id) is { IsNone: false } guid ? guid : Hash(id);

    // Nearly every identity is a GUID in plain writing; None for everything else.
    private static IdKey Guid(ReadOnlySpan<char> id)
    {
        if (id.Length is not (32 or 36))
        {
            return None;
        }

        // As registers write it: four dashes in their places, the rest digits.
        if (id.Length == 36 && id[8] == '-' && id[13] == '-' && id[18] == '-' && id[23] == '-')
        {
            Span<char> plain = stackalloc char[32];
            id[..8].CopyTo(plain);
            id[9..13].CopyTo(plain[8..]);
            id[14..18].CopyTo(plain[12..]);
            id[19..23].CopyTo(plain[16..]);
            id[24..].CopyTo(plain[20..]);
            Span<byte> bytes = stackalloc byte[16];
            return Convert.FromHexString(plain, bytes, out _, out _) == OperationStatus.Done
                ? new IdKey(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..])) : None;
        }

        ulong high = 0;
        ulong low = 0;
        int digits = 0;
        foreach (char c in id)
        {
            int letter = c | 0x20;
            int digit = c is >= '0' and <= '9' ? c - '0' : letter is >= 'a' and <= 'f' ? letter - 'a' + 10 : -1;
            if (digit >= 0)
            {
                high = (high << 4) | (low >> 60);
                low = (low << 4) | (uint)digit;
                digits++;
            }
            else if (c != '-')
            {
                return None;
            }
        }

        return digits == 32 ? new IdKey(high, low) : None;
    }

    private static IdKey Hash(ReadOnlySpan<char> id)
    {
        ulong high = 0;
        ulong low = 0;
        ulong one = 14695981039346656037;
        ulong two = 0x9E3779B97F4A7C15;
        int length = 0;
        bool hex = true;
        foreach (char raw in id)
        {
            if (raw is '-' or '{' or '}' || char.IsWhiteSpace(raw))
            {
                continue;
            }

            char c = char.ToLowerInvariant(raw);
            one = (one ^ c) * 1099511628211;
            two = (BitOperations.RotateLeft(two, 23) ^ c) * 0xD6E8FEB86659FD93;
            int digit = char.IsAsciiHexDigit(c) ? (c <= '9' ? c - '0' : c - 'a' + 10) : -1;
            hex &= digit >= 0;
            if (hex)
            {
                high = (high << 4) | (low >> 60);
                low = (low << 4) | (uint)digit;
            }

            length++;
        }

        return length switch
        {
            0 => None,
            32 when hex => new IdKey(high, low),
            _ => new IdKey(Mix(one ^ (ulong)length), Mix(two) | 1),
        };
    }

    /// <inheritdoc/>
    public override int GetHashCode() => (int)((Low ^ (High * 0x9E3779B97F4A7C15)) >> 17);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
