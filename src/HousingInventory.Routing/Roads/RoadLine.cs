namespace HousingInventory.Routing.Roads;

/// <summary>Puts the line of a path together from stretches of edges.</summary>
internal sealed class RoadLine(RoadGraph graph)
{
    private readonly List<int> _edges = [];
    private readonly List<double> _x = [];
    private readonly List<double> _y = [];

    /// <summary>Length of all stretches, in steps of <see cref="Exact"/>.</summary>
    public double Length { get; private set; }

    /// <summary>The stretch of an edge from one place along it to another, in that direction. A stretch without length adds its place only.</summary>
    public void Add(int edge, double fromM, double toM)
    {
        if (fromM != toM)
        {
            _edges.Add(edge);
        }

        Length += Math.Abs(Exact.Steps(toM) - Exact.Steps(fromM));
        AddPlace(edge, fromM);
        int first = graph.EdgeFirstPoint[edge];
        int last = graph.EdgeFirstPoint[edge + 1] - 1;
        if (fromM < toM)
        {
            for (int p = first; p <= last; p++)
            {
                AddIfBetween(p, fromM, toM);
            }
        }
        else
        {
            for (int p = last; p >= first; p--)
            {
                AddIfBetween(p, toM, fromM);
            }
        }

        AddPlace(edge, toM);
    }

    public RoadPath ToPath(double cost, double distanceM)
    {
        if (_x.Count == 1)
        {
            // A line has two points, even where there is nothing between them.
            _x.Add(_x[0]);
            _y.Add(_y[0]);
        }

        return new RoadPath(cost, distanceM, _edges, [.. _x], [.. _y]);
    }

    private void AddIfBetween(int point, double lowM, double highM)
    {
        if (graph.PointM[point] > lowM && graph.PointM[point] < highM)
        {
            AddPoint(graph.PointX[point], graph.PointY[point]);
        }
    }

    private void AddPlace(int edge, double alongM)
    {
        int p = graph.EdgeFirstPoint[edge];
        while (p < graph.EdgeFirstPoint[edge + 1] - 2 && graph.PointM[p + 1] < alongM)
        {
            p++;
        }

        double lengthM = graph.PointM[p + 1] - graph.PointM[p];
        double t = lengthM > 0 ? Math.Clamp((alongM - graph.PointM[p]) / lengthM, 0, 1) : 0;
        double x = graph.PointX[p];
        double y = graph.PointY[p];
        AddPoint(t < 1 ? x + (t * (graph.PointX[p + 1] - x)) : graph.PointX[p + 1], t < 1 ? y + (t * (graph.PointY[p + 1] - y)) : graph.PointY[p + 1]);
    }

    private void AddPoint(double x, double y)
    {
        if (_x.Count == 0 || _x[^1] != x || _y[^1] != y)
        {
            _x.Add(x);
            _y.Add(y);
        }
    }
}
