namespace HousingInventory.Routing.Transit;

/// <summary>Boarding points, by post index.</summary>
public sealed class PostTable
{
    internal string[] Id { get; init; } = [];

    internal string[] Name { get; init; } = [];

    internal int[] Source { get; init; } = [];

    internal double[] X { get; init; } = [];

    internal double[] Y { get; init; } = [];

    internal bool[] Placed { get; init; } = [];

    internal int[] Stop { get; init; } = [];

    /// <summary>How many.</summary>
    public int Count => Id.Length;

    /// <summary>Id within its source.</summary>
    public string IdOf(int post) => Id[post];

    /// <summary>Name for passengers; may be empty.</summary>
    public string NameOf(int post) => Name[post];

    /// <summary>Index of its source.</summary>
    public int SourceOf(int post) => Source[post];

    /// <summary>Index of the stop that it is merged into.</summary>
    public int StopOf(int post) => Stop[post];

    /// <summary>Metres east, north in the working CRS; meaningless if not placed.</summary>
    public (double X, double Y) PositionOf(int post) => (X[post], Y[post]);

    /// <summary>Whether one can walk there: false for posts at 0,0 or outside the working area.</summary>
    public bool IsPlaced(int post) => Placed[post];
}

/// <summary>Merged posts, by stop index; stops are numbered by their first post.</summary>
public sealed class StopTable
{
    internal string[] Name { get; init; } = [];

    internal double[] X { get; init; } = [];

    internal double[] Y { get; init; } = [];

    internal bool[] Placed { get; init; } = [];

    internal int[] FirstPost { get; init; } = [];

    internal int[] Post { get; init; } = [];

    /// <summary>How many.</summary>
    public int Count => Name.Length;

    /// <summary>Name of its first post.</summary>
    public string NameOf(int stop) => Name[stop];

    /// <summary>Mean of its placed posts, metres in the working CRS; meaningless if none is placed.</summary>
    public (double X, double Y) MidpointOf(int stop) => (X[stop], Y[stop]);

    /// <summary>Whether any of its posts is placed.</summary>
    public bool IsPlaced(int stop) => Placed[stop];

    /// <summary>Its posts, ascending.</summary>
    public ReadOnlySpan<int> PostsOf(int stop) => Post.AsSpan(FirstPost[stop]..FirstPost[stop + 1]);
}

/// <summary>Lines, by line index. Lines of equal agency and name share a group.</summary>
public sealed class LineTable
{
    internal LineRow[] Row { get; init; } = [];

    internal int[] Source { get; init; } = [];

    internal int[] Group { get; init; } = [];

    /// <summary>How many.</summary>
    public int Count => Row.Length;

    /// <summary>The row as given.</summary>
    public LineRow this[int line] => Row[line];

    /// <summary>Index of its source.</summary>
    public int SourceOf(int line) => Source[line];

    /// <summary>The first line with the same agency and name: what passengers call one line.</summary>
    public int GroupOf(int line) => Group[line];
}

/// <summary>Trips by trip index, and their calls by call index.</summary>
public sealed class TripTable
{
    internal string[] Id { get; init; } = [];

    internal int[] Line { get; init; } = [];

    internal int[] Service { get; init; } = [];

    internal sbyte[] Direction { get; init; } = [];

    internal int[] Shape { get; init; } = [];

    internal bool[] Approximate { get; init; } = [];

    internal int[] FirstCall { get; init; } = [];

    internal int[] CallPost { get; init; } = [];

    internal int[] CallArrivalS { get; init; } = [];

    internal int[] CallDepartureS { get; init; } = [];

    internal TrafficKind[] CallBoard { get; init; } = [];

    internal TrafficKind[] CallAlight { get; init; } = [];

    internal int[] CallBoardRule { get; init; } = [];

    internal int[] CallAlightRule { get; init; } = [];

    internal bool[] CallInterpolated { get; init; } = [];

    /// <summary>Latest arrival of any trip, seconds of its service day.</summary>
    internal int LatestS { get; init; }

    /// <summary>How many trips.</summary>
    public int Count => Id.Length;

    /// <summary>How many calls.</summary>
    public int CallCount => CallPost.Length;

    /// <summary>Id within its source; copies made from frequencies share it.</summary>
    public string IdOf(int trip) => Id[trip];

    /// <summary>Index of its line.</summary>
    public int LineOf(int trip) => Line[trip];

    /// <summary>The caller's index of its shape, -1 if none.</summary>
    public int ShapeOf(int trip) => Shape[trip];

    /// <summary>Whether its times come from a headway that is only a promise.</summary>
    public bool IsApproximate(int trip) => Approximate[trip];

    /// <summary>The calls of a trip: first index, and one past the last.</summary>
    public (int First, int End) CallsOf(int trip) => (FirstCall[trip], FirstCall[trip + 1]);

    /// <summary>Post of a call.</summary>
    public int PostOf(int call) => CallPost[call];

    /// <summary>Arrival, seconds of the service day; interpolated where the feed had none.</summary>
    public int ArrivalS(int call) => CallArrivalS[call];

    /// <summary>Departure, likewise.</summary>
    public int DepartureS(int call) => CallDepartureS[call];

    /// <summary>Whether one may board here, and how. The last call of a trip is not a departure, whatever this says.</summary>
    public TrafficKind BoardingAt(int call) => CallBoard[call];

    /// <summary>Whether one may alight here, and how.</summary>
    public TrafficKind AlightingAt(int call) => CallAlight[call];

    /// <summary>Index of the booking rule for boarding, else for alighting here; -1 if none.</summary>
    public int BookingRuleAt(int call) => CallBoardRule[call] >= 0 ? CallBoardRule[call] : CallAlightRule[call];

    /// <summary>Whether the feed left both times blank.</summary>
    public bool IsInterpolated(int call) => CallInterpolated[call];

    /// <summary>
    /// Direction 0 or 1 of each trip, comparable within its line: direction_id where all trips of the line have one, else by the ids of the first and last
    /// stop.
    /// </summary>
    internal sbyte[] SidesByLine(Timetable timetable)
    {
        bool[] unsaid = new bool[timetable.Lines.Count];
        for (int trip = 0; trip < Count; trip++)
        {
            unsaid[timetable.Lines.Group[Line[trip]]] |= Direction[trip] < 0;
        }

        sbyte[] sides = new sbyte[Count];
        for (int trip = 0; trip < Count; trip++)
        {
            string first = timetable.Posts.Id[CallPost[FirstCall[trip]]];
            string last = timetable.Posts.Id[CallPost[FirstCall[trip + 1] - 1]];
            sides[trip] = unsaid[timetable.Lines.Group[Line[trip]]] ? (sbyte)(string.CompareOrdinal(first, last) <= 0 ? 0 : 1) : Direction[trip];
        }

        return sides;
    }

    /// <summary>The trip that a call is of.</summary>
    public int TripOfCall(int call)
    {
        int found = Array.BinarySearch(FirstCall, call);
        return found >= 0 ? found : ~found - 1;
    }
}
