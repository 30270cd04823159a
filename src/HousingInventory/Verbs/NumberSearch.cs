using System.Buffers.Binary;

namespace HousingInventory.Verbs;

/// <summary>Looks for numbers of persons and for places of what is withheld in bytes that are no text, wherever they begin.</summary>
internal sealed class NumberSearch(SoughtValues sought, Action<ProofHit, string> found)
{
    /// <summary>Numbers as SQLite stores them, six bytes or a real, in bytes that no row owns.</summary>
    public void Remains(ReadOnlySpan<byte> bytes, string place)
    {
        for (int i = 0; i + 6 <= bytes.Length; i++)
        {
            long whole = ((long)BinaryPrimitives.ReadUInt16BigEndian(bytes[i..]) << 32) | BinaryPrimitives.ReadUInt32BigEndian(bytes[(i + 2)..]);
            if (whole is (> 180_000_000_000 and < 210_000_000_000) or (> 100_000_000 and < 10_000_000_000) && sought.Numbers.Contains(whole % 10_000_000_000))
            {
                found(ProofHit.Person, place);
            }

            if (i + 8 <= bytes.Length)
            {
                double real = BinaryPrimitives.ReadDoubleBigEndian(bytes[i..]);
                if (real is > 100_000_000 and < 210_000_000_000 && Math.Floor(real) == real && sought.Numbers.Contains((long)real % 10_000_000_000))
                {
                    found(ProofHit.Person, place);
                }
            }
        }
    }

    /// <summary>Coordinates of outlines and points, in either order of bytes, wherever they begin.</summary>
    public void Doubles(ReadOnlySpan<byte> bytes, string place)
    {
        if (!sought.HasPlaces)
        {
            return;
        }

        for (int i = 0; i + 16 <= bytes.Length; i++)
        {
            if (IsPlace(BinaryPrimitives.ReadDoubleLittleEndian(bytes[i..]), BinaryPrimitives.ReadDoubleLittleEndian(bytes[(i + 8)..]))
                || IsPlace(BinaryPrimitives.ReadDoubleBigEndian(bytes[i..]), BinaryPrimitives.ReadDoubleBigEndian(bytes[(i + 8)..])))
            {
                found(ProofHit.Withheld, place);
            }
        }
    }

    // A centimetre, or its part of a degree.
    private static double Slack(double value) => Math.Abs(value) < 200 ? 1e-7 : 0.01;

    private bool IsPlace(double a, double b) => IsCoordinate(a) && IsCoordinate(b) && (sought.MayBePlace(a) || sought.MayBePlace(b)) && sought.IsPlace(a, b, Slack(a), Slack(b));

    private static bool IsCoordinate(double value) => Math.Abs(value) is > 1 and < 1e8;
}
