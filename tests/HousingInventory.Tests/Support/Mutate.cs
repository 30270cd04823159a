namespace HousingInventory.Tests.Formats;

/// <summary>Damages bytes the way transfers, disks and editors do.</summary>
internal static class Mutate
{
    /// <summary>A copy that is cut, or has some bytes flipped, replaced by telling values, doubled or removed.</summary>
    public static byte[] Bytes(byte[] original, Random random)
    {
        List<byte> bytes = [.. original];
        int changes = random.Next(1, 6);
        for (int i = 0; i < changes && bytes.Count > 0; i++)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 3:
                    bytes[at] = new byte[] { 0, 0xFF, 0x7F, 0x80, (byte)'"', (byte)'\n' }[random.Next(6)];
                    break;
                case 4:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 9), bytes.Count - at));
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 9), bytes.Count - at)));
                    break;
            }
        }

        return [.. bytes];
    }
}
