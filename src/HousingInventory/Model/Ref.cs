using System.Security.Cryptography;
using System.Text;

namespace HousingInventory.Model;

/// <summary>
/// The short reference of a home: six letters and digits without 0 O 1 I, made from the building id alone, so it is the same in every run and on every
/// machine. It never both begins and ends with a digit, so no spreadsheet takes it for a number. Nearly thirty bits: among 2,500 candidates two share a ref with a chance of about 0.3 %; then the building id tells them apart.
/// </summary>
public static class Ref
{
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Digits = 8;

    /// <summary>Whether a text is written as a reference, in any letter case.</summary>
    public static bool Is(string text) => text.Length == 6 && text.All(static c => Alphabet.Contains(char.ToUpperInvariant(c), StringComparison.Ordinal));

    /// <summary>The reference of a building id.</summary>
    public static string Of(string buildingId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(buildingId), hash);
        Span<char> text = stackalloc char[6];
        ulong bits = System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(hash);
        for (int i = 0; i < text.Length; i++)
        {
            text[i] = Alphabet[(int)(bits >> (59 - (5 * i))) & 31];
        }

        // A spreadsheet takes 234567, 2345E6 and 2MAR23 for numbers and days, and writes them back as such.
        if (char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1]))
        {
            text[^1] = Alphabet[Digits + (3 * Alphabet.IndexOf(text[^1], StringComparison.Ordinal))];
        }

        return new string(text);
    }
}
