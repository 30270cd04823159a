using HousingInventory.Link;

namespace HousingInventory.Tests.Link;

/// <summary>Boxes by place, against asking every box.</summary>
public sealed class BoxIndexTests
{
    // From a point to 40 km, on both sides of nought, some twice, some with their edges on the borders of cells, and some that are no boxes.
    private static BoxIndex.Box[] Boxes(Random random)
    {
        List<BoxIndex.Box> boxes = [new(5, 0, 4, 1), new(double.NaN, 0, 1, 1), new(0, 0, double.PositiveInfinity, 1), new(-1e9, 0, 1, 1), new(0, -1e9, 1, 1), new(0, 0, 1, 1e9), new(0, 1, 1, 0)];
        for (int i = 0; i < 150; i++)
        {
            double size = random.Next(5) == 0 ? 0 : Math.Pow(2, random.Next(-2, 16)), deep = random.Next(3) == 0 ? size : size * random.NextDouble();
            (double x, double y) = random.Next(4) == 0 ? (64 * random.Next(-40, 40), 64 * random.Next(-40, 40)) : (random.Next(-4000, 4000), random.Next(-4000, 4000));
            boxes.Add(new BoxIndex.Box(x, y, x + size, y + deep));
            if (random.Next(10) == 0)
            {
                boxes.Add(boxes[^1]);
            }
        }

        return [.. boxes];
    }

    private static IEnumerable<int> All(BoxIndex.Box[] boxes, BoxIndex.Box area) =>
        Enumerable.Range(0, boxes.Length).Where(i => boxes[i] is { MinX: var minX, MinY: var minY, MaxX: var maxX, MaxY: var maxY }
            && minX <= maxX && minY <= maxY && minX > -1e8 && minY > -1e8 && maxX < 1e8 && maxY < 1e8
            && minX <= area.MaxX && maxX >= area.MinX && minY <= area.MaxY && maxY >= area.MinY);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_is_found_is_what_asking_every_box_finds(int seed)
    {
        Random random = new(seed);
        BoxIndex.Box[] boxes = Boxes(random);
        BoxIndex index = new(boxes);
        for (int k = 0; k < 400; k++)
        {
            // What was in the list before stays, also where it has the same numbers.
            List<int> found = [boxes.Length, 7, 7];
            double size = random.Next(6) switch { 0 => 0, 1 => 1e6, 2 => 20_000, _ => random.Next(1, 900) };
            BoxIndex.Box area = random.Next(3) switch
            {
                0 => boxes[random.Next(7, boxes.Length)],
                1 => new(64 * random.Next(-40, 40), 64 * random.Next(-40, 40), 3000, 3000),
                _ => new(random.Next(-5000, 5000), random.Next(-5000, 5000), 0, 0),
            };
            area = new(Math.Min(area.MinX, area.MaxX), Math.Min(area.MinY, area.MaxY), Math.Max(area.MinX, area.MinX + size), Math.Max(area.MinY, area.MinY + (size * random.NextDouble())));
            index.Find(area, found);
            Assert.Equal([boxes.Length, 7, 7, .. All(boxes, area)], found);
        }
    }

    [Fact]
    public void Around_a_place_and_beside_a_box_the_distance_is_taken_along_both_axes()
    {
        Random random = new(4);
        BoxIndex.Box[] boxes = Boxes(random);
        BoxIndex index = new(boxes);
        for (int k = 0; k < 300; k++)
        {
            (double x, double y, double distance) = (random.Next(-4500, 4500), random.Next(-4500, 4500), random.Next(4) == 0 ? 0 : random.Next(300));
            List<int> found = [];
            index.Find(x, y, distance, found);
            Assert.Equal(All(boxes, new(x - distance, y - distance, x + distance, y + distance)), found);
            int box = random.Next(boxes.Length);
            Assert.Equal(boxes[box].MinX <= x && x <= boxes[box].MaxX && boxes[box].MinY <= y && y <= boxes[box].MaxY, index.Holds(box, x, y));
            found.Clear();
            index.FindBeside(box, distance, found);
            BoxIndex.Box b = boxes[box];
            Assert.Equal(box < 7 ? [] : All(boxes, new(b.MinX - distance, b.MinY - distance, b.MaxX + distance, b.MaxY + distance)), found);
        }
    }

    /// <summary>Two that touch at a corner meet; a hair apart they do not.</summary>
    [Theory]
    [InlineData(10, 10, true)]
    [InlineData(10.001, 10, false)]
    [InlineData(10, 10.001, false)]
    [InlineData(-5, -5, true)]
    [InlineData(-5.001, -5, false)]
    [InlineData(-5, -5.001, false)]
    public void Boxes_meet_at_their_edges(double x, double y, bool meet)
    {
        BoxIndex.Box one = new(0, 0, 10, 10), other = new(x, y, x + 5, y + 5);
        Assert.Equal((meet, meet), (one.Meets(other), other.Meets(one)));
        List<int> found = [];
        new BoxIndex([one]).Find(other, found);
        Assert.Equal(meet ? [0] : [], found);
    }

    [Fact]
    public void Without_boxes_nothing_is_found()
    {
        List<int> found = [];
        new BoxIndex([]).Find(0, 0, 1e5, found);
        new BoxIndex([new(double.NaN, 0, 1, 1)]).Find(0, 0, 1e5, found);
        Assert.Empty(found);
    }
}
