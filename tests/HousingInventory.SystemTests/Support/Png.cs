using System.Buffers.Binary;
using System.IO.Compression;

namespace HousingInventory.SystemTests;

/// <summary>Colours of a picture, for tests that ask what is to be seen in it. Reads what Chromium writes: 8 bits a channel, RGB or RGBA, not interlaced.</summary>
public static class Png
{
    /// <summary>How many pixels have which colour, as 0xRRGGBB.</summary>
    public static IReadOnlyDictionary<int, int> Colours(string file)
    {
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(file);
        Assert.True(bytes[1..4].SequenceEqual("PNG"u8), $"{file} is no PNG.");
        (int width, int height) = (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]));
        int channels = bytes[25] == 6 ? 4 : 3;
        using MemoryStream packed = new();
        for (int at = 8; at < bytes.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);
            if (bytes[(at + 4)..(at + 8)].SequenceEqual("IDAT"u8))
            {
                packed.Write(bytes.Slice(at + 8, length));
            }

            at += 12 + length;
        }

        packed.Position = 0;
        using ZLibStream unpacked = new(packed, CompressionMode.Decompress);
        Dictionary<int, int> colours = [];
        byte[] above = new byte[width * channels];
        byte[] line = new byte[width * channels];
        for (int y = 0; y < height; y++)
        {
            int filter = unpacked.ReadByte();
            unpacked.ReadExactly(line);
            Unfilter(filter, line, above, channels);
            for (int x = 0; x < line.Length; x += channels)
            {
                int colour = (line[x] << 16) | (line[x + 1] << 8) | line[x + 2];
                colours[colour] = colours.GetValueOrDefault(colour) + 1;
            }

            (above, line) = (line, above);
        }

        return colours;
    }

    private static void Unfilter(int filter, byte[] line, byte[] above, int channels)
    {
        for (int i = 0; i < line.Length; i++)
        {
            int left = i < channels ? 0 : line[i - channels];
            int corner = i < channels ? 0 : above[i - channels];
            int guess = filter switch
            {
                1 => left,
                2 => above[i],
                3 => (left + above[i]) / 2,
                4 => Paeth(left, above[i], corner),
                _ => 0,
            };
            line[i] = (byte)(line[i] + guess);
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        int guess = left + up - corner;
        (int a, int b, int c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
