namespace HousingInventory.Sample;

/// <summary>
/// Lakes on land that nobody has taken, so that maps have water. They come last and take nothing from anybody: the town is the same without them. Directions are
/// Pythagorean, so that no sine is needed.
/// </summary>
internal static class Lakes
{
    private const int Tries = 120;
    private const double MarginM = 12_000;

    // Once round in twelve exact directions.
    private static readonly (double East, double North)[] Round =
        [(1, 0), (0.8, 0.6), (0.6, 0.8), (0, 1), (-0.6, 0.8), (-0.8, 0.6), (-1, 0), (-0.8, -0.6), (-0.6, -0.8), (0, -1), (0.6, -0.8), (0.8, -0.6)];

    public static void Fill(TownDraft draft)
    {
        SampleRandom random = draft.Random.For("lakes");
        List<SampleLocality> localities = draft.Town.Localities;
        (double west, double east) = (localities.Min(l => l.Centre.East) - MarginM, localities.Max(l => l.Centre.East) + MarginM);
        (double south, double north) = (localities.Min(l => l.Centre.North) - MarginM, localities.Max(l => l.Centre.North) + MarginM);
        for (int k = 0; k < Tries; k++)
        {
            (int a, int b, int c) = random.Pick(Skelleftea.Turns);
            Frame frame = Frame.Turned(new Position(random.Between(west, east, 1), random.Between(south, north, 1)), a, b, c);
            double length = random.Between(300, 2600, 10);
            double width = length * random.Between(0.25, 0.6, 0.01);
            Position[] corners = [.. Round.Select(d => frame.At(d.East * length * random.Between(0.7, 1, 0.01), d.North * width * random.Between(0.6, 1, 0.01)))];
            if (draft.Land.TryClaim(-1 - k, frame, -length, -width, length, width))
            {
                draft.Town.Lakes.Add(Ring(corners));
            }
        }
    }

    /// <summary>A closed ring with every corner cut twice at a quarter of its sides (Chaikin).</summary>
    private static Position[] Ring(Position[] corners)
    {
        for (int cut = 0; cut < 2; cut++)
        {
            Position[] sharp = corners;
            corners = [.. sharp.SelectMany((p, i) => (Position[])[p.Towards(sharp[(i + 1) % sharp.Length], 0.25), p.Towards(sharp[(i + 1) % sharp.Length], 0.75)])];
        }

        return [.. corners, corners[0]];
    }
}
