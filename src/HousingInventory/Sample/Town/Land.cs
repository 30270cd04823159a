namespace HousingInventory.Sample;

/// <summary>
/// Who has taken which land, in squares of 100 m: keeps villages, roads and farms off each other. Not the property map.
/// </summary>
internal sealed class Land
{
    private const double SquareM = 100;
    private readonly Dictionary<(int East, int North), int> _owners = [];

    /// <summary>
    /// Takes every square that a rectangle of a frame touches, if each is free or belongs to <paramref name="owner"/>; else takes none.
    /// </summary>
    public bool TryClaim(int owner, Frame frame, double x0, double y0, double x1, double y1)
    {
        List<(int East, int North)> squares = [];
        for (double x = x0; ; x = Math.Min(x + 25, x1))
        {
            for (double y = y0; ; y = Math.Min(y + 25, y1))
            {
                Position p = frame.At(x, y);
                (int East, int North) square = ((int)Math.Floor(p.East / SquareM), (int)Math.Floor(p.North / SquareM));
                if (_owners.TryGetValue(square, out int other) && other != owner)
                {
                    return false;
                }

                squares.Add(square);
                if (y >= y1)
                {
                    break;
                }
            }

            if (x >= x1)
            {
                break;
            }
        }

        foreach ((int East, int North) square in squares)
        {
            _owners[square] = owner;
        }

        return true;
    }

    /// <summary>Takes the strip beside a straight road whether it is free or not: main roads come first.</summary>
    public void Claim(int owner, Position from, Position to, double halfWidthM)
    {
        Frame frame = Frame.Between(from, to);
        double length = from.DistanceM(to);
        for (double x = 0; x <= length; x += 25)
        {
            for (double y = -halfWidthM; y <= halfWidthM; y += 25)
            {
                Position p = frame.At(x, y);
                _owners.TryAdd(((int)Math.Floor(p.East / SquareM), (int)Math.Floor(p.North / SquareM)), owner);
            }
        }
    }
}
