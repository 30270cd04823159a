namespace HousingInventory.Routing.Transit;

/// <summary>
/// A timetable that is being changed. Trips are numbered as in the timetable, added ones behind them; a trip that changes on some days only becomes two, of which the
/// new one runs on those days. What it is made from stays as it is. <see cref="Build"/> gives the changed timetable.
/// </summary>
public sealed class TimetableEdit
{
    private readonly Timetable _from;
    private readonly List<Trip> _trips = [];
    private readonly List<(string Id, string Name, int Source, double X, double Y, bool IsPlaced, int Stop)> _posts = [];
    private readonly List<(LineRow Row, int Source)> _lines = [];
    private readonly List<int> _lineGroup = [];
    private readonly List<(int Original, int Copy)> _copies = [];

    /// <summary>A copy of a timetable, to change.</summary>
    public TimetableEdit(Timetable from, DayTypes days)
    {
        ArgumentNullException.ThrowIfNull(from);
        (_from, Days) = (from, days);
        TripTable table = from.Trips;
        for (int trip = 0; trip < table.Count; trip++)
        {
            _trips.Add(new Trip(table.Line[trip], from.Services[table.Service[trip]], null) { Id = table.Id[trip], Direction = table.Direction[trip], Row = trip, Was = trip });
        }

        PostTable posts = from.Posts;
        for (int post = 0; post < posts.Count; post++)
        {
            _posts.Add((posts.Id[post], posts.Name[post], posts.Source[post], posts.X[post], posts.Y[post], posts.Placed[post], posts.Stop[post]));
        }

        for (int line = 0; line < from.Lines.Count; line++)
        {
            _lines.Add((from.Lines[line], from.Lines.SourceOf(line)));
            _lineGroup.Add(from.Lines.GroupOf(line));
        }
    }

    /// <summary>The types of dates.</summary>
    public DayTypes Days { get; }

    /// <summary>How many trips.</summary>
    public int TripCount => _trips.Count;

    /// <summary>How many posts.</summary>
    public int PostCount => _posts.Count;

    /// <summary>How many lines.</summary>
    public int LineCount => _lines.Count;

    /// <summary>How many posts the timetable had before.</summary>
    public int OldPostCount => _from.Posts.Count;

    /// <summary>Whether anything was changed.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Line of a trip.</summary>
    public int LineOf(int trip) => _trips[trip].Line;

    /// <summary>The line as passengers know it: the first with its agency and name.</summary>
    public int GroupOf(int line) => _lineGroup[line];

    /// <summary>Agency and name of a line.</summary>
    public LineRow Line(int line) => _lines[line].Row;

    /// <summary>Id of the source of a line.</summary>
    public int SourceOf(int line) => _lines[line].Source;

    /// <summary>Name of a post.</summary>
    public string NameOf(int post) => _posts[post].Name;

    /// <summary>Id of a post within its source.</summary>
    public string IdOf(int post) => _posts[post].Id;

    /// <summary>Merged stop of a post.</summary>
    public int StopOf(int post) => _posts[post].Stop;

    /// <summary>Where a post is, metres.</summary>
    public (double X, double Y) PlaceOf(int post) => (_posts[post].X, _posts[post].Y);

    /// <summary>Whether a post has a place on the map.</summary>
    public bool IsPlaced(int post) => _posts[post].IsPlaced;

    /// <summary>Metres from a post to a place; infinity where the post has none on the map.</summary>
    public double DistanceM(int post, double x, double y) => !IsPlaced(post) ? double.PositiveInfinity
        : Math.Sqrt(((_posts[post].X - x) * (_posts[post].X - x)) + ((_posts[post].Y - y) * (_posts[post].Y - y)));

    /// <summary>Whether two posts are of one stop.</summary>
    public bool IsOneStop(int one, int other) => one == other || (StopOf(one) >= 0 && StopOf(one) == StopOf(other));

    /// <summary>The trip of the timetable that a trip was made of; -1 for a new one.</summary>
    public int OriginOf(int trip) => _trips[trip].Was;

    /// <summary>Whether a trip's calls were changed, or it is new.</summary>
    public bool HasOwnCalls(int trip) => _trips[trip].Calls is not null;

    /// <summary>Direction 0 or 1 of a trip; null if not said.</summary>
    public int? DirectionOf(int trip) => _trips[trip].Direction < 0 ? null : _trips[trip].Direction;

    /// <summary>Whether a trip runs on the date that stands for a type.</summary>
    public bool Runs(int trip, ServiceDayType type) => Days.Chosen(type) is { } date && _trips[trip].Dates.Runs(date.DayNumber);

    /// <summary>Whether a trip runs on any date of the types.</summary>
    public bool RunsOnAny(int trip, IEnumerable<ServiceDayType> types) => _trips[trip].Dates.Meets(Days.Of(types));

    /// <summary>The dates of a trip, ascending.</summary>
    public IEnumerable<DateOnly> DatesOf(int trip)
    {
        ServiceDates dates = _trips[trip].Dates;
        for (int day = dates.First ?? 1; day <= (dates.Last ?? 0); day++)
        {
            if (dates.Runs(day))
            {
                yield return DateOnly.FromDayNumber(day);
            }
        }
    }

    /// <summary>The calls of a trip.</summary>
    public TripCall[] CallsOf(int trip)
    {
        if (_trips[trip].Calls is { } own)
        {
            return (TripCall[])own.Clone();
        }

        TripTable table = _from.Trips;
        (int first, int end) = table.CallsOf(_trips[trip].Row);
        TripCall[] calls = new TripCall[end - first];
        for (int i = 0; i < calls.Length; i++)
        {
            int call = first + i;
            calls[i] = new TripCall(table.CallPost[call], table.CallArrivalS[call], table.CallDepartureS[call], table.CallBoard[call], table.CallAlight[call])
            {
                BoardRule = table.CallBoardRule[call],
                AlightRule = table.CallAlightRule[call],
                IsInterpolated = table.CallInterpolated[call],
            };
        }

        return calls;
    }

    /// <summary>A new post, which is a stop of its own whatever its name.</summary>
    public int AddPost(string id, string name, int source, double x, double y)
    {
        IsChanged = true;
        _posts.Add((id, name, source, x, y, true, -1));
        return _posts.Count - 1;
    }

    /// <summary>Moves a post.</summary>
    public void MovePost(int post, double x, double y)
    {
        IsChanged = true;
        _posts[post] = _posts[post] with { X = x, Y = y };
    }

    /// <summary>A new line.</summary>
    public int AddLine(LineRow row, int source)
    {
        IsChanged = true;
        int group = _lines.FindIndex(l => l.Row.Agency == row.Agency && l.Row.Name == row.Name);
        _lines.Add((row, source));
        _lineGroup.Add(group < 0 ? _lines.Count - 1 : _lineGroup[group]);
        return _lines.Count - 1;
    }

    /// <summary>A new trip on all dates of the types; its number.</summary>
    public int AddTrip(string id, int line, int? direction, IEnumerable<ServiceDayType> types, TripCall[] calls)
    {
        IsChanged = true;
        _trips.Add(new Trip(line, Days.Of(types), calls) { Id = id, Direction = (sbyte)(direction ?? -1), Row = -1, Was = -1 });
        return _trips.Count - 1;
    }

    /// <summary>Gives a trip other calls on the dates of the types; on others it stays. Its number, or that of the new trip; -1 if it has no such date.</summary>
    public int Replace(int trip, IEnumerable<ServiceDayType> types, TripCall[] calls)
    {
        ServiceDates days = Days.Of(types);
        Trip old = _trips[trip];
        if (!old.Dates.Meets(days))
        {
            return -1;
        }

        IsChanged = true;
        ServiceDates left = old.Dates.Without(days);
        Trip changed = old with { Calls = calls, Dates = old.Dates.Without(left) };
        if (left.IsEmpty)
        {
            _trips[trip] = changed;
            return trip;
        }

        _trips[trip] = old with { Dates = left };
        _trips.Add(changed with { Row = -1 });
        _copies.Add((trip, _trips.Count - 1));
        return _trips.Count - 1;
    }

    /// <summary>Takes the dates of the types from a trip.</summary>
    public void Withdraw(int trip, IEnumerable<ServiceDayType> types)
    {
        ServiceDates days = Days.Of(types);
        if (_trips[trip].Dates.Meets(days))
        {
            IsChanged = true;
            _trips[trip] = _trips[trip] with { Dates = _trips[trip].Dates.Without(days) };
        }
    }

    /// <summary>The changed timetable.</summary>
    public Timetable Build()
    {
        Timetable made = new()
        {
            Sources = _from.Sources,
            BookingRules = _from.BookingRules,
            Posts = MakePosts(),
            Lines = new LineTable { Row = [.. _lines.Select(l => l.Row)], Source = [.. _lines.Select(l => l.Source)], Group = [.. _lineGroup] },
            Services = [.. _trips.Select(t => t.Dates)],
            Trips = MakeTrips(),
        };
        return made.WithStopsAndTransfers(TimetableBuilder.MakeStops(made.Posts), Transfers(made.Trips));
    }

    private PostTable MakePosts()
    {
        int next = _posts.Count == 0 ? 0 : _posts.Max(p => p.Stop) + 1;
        return new PostTable
        {
            Id = [.. _posts.Select(p => p.Id)],
            Name = [.. _posts.Select(p => p.Name)],
            Source = [.. _posts.Select(p => p.Source)],
            X = [.. _posts.Select(p => p.X)],
            Y = [.. _posts.Select(p => p.Y)],
            Placed = [.. _posts.Select(p => p.IsPlaced)],
            Stop = [.. _posts.Select(p => p.Stop >= 0 ? p.Stop : next++)],
        };
    }

    private TripTable MakeTrips()
    {
        TripCall[][] calls = [.. Enumerable.Range(0, _trips.Count).Select(CallsOf)];
        int[] first = new int[calls.Length + 1];
        for (int i = 0; i < calls.Length; i++)
        {
            first[i + 1] = first[i] + calls[i].Length;
        }

        TripCall[] all = [.. calls.SelectMany(c => c)];
        return new TripTable
        {
            Id = [.. _trips.Select(t => t.Id)],
            Line = [.. _trips.Select(t => t.Line)],
            Service = [.. Enumerable.Range(0, _trips.Count)],
            Direction = [.. _trips.Select(t => t.Direction)],
            Shape = [.. _trips.Select(t => t.Calls is null && t.Row >= 0 ? _from.Trips.Shape[t.Row] : -1)],
            Approximate = [.. _trips.Select(t => t.Was >= 0 && _from.Trips.Approximate[t.Was])],
            LatestS = calls.Length == 0 ? 0 : calls.Max(c => c[^1].ArrivalS),
            FirstCall = first,
            CallPost = [.. all.Select(c => c.Post)],
            CallArrivalS = [.. all.Select(c => c.ArrivalS)],
            CallDepartureS = [.. all.Select(c => c.DepartureS)],
            CallBoard = [.. all.Select(c => c.Board)],
            CallAlight = [.. all.Select(c => c.Alight)],
            CallBoardRule = [.. all.Select(c => c.BoardRule)],
            CallAlightRule = [.. all.Select(c => c.AlightRule)],
            CallInterpolated = [.. all.Select(c => c.IsInterpolated)],
        };
    }

    /// <summary>Copies have the rules of what they were copied from; passengers stay seated where the bus still ends where the next trip begins, in time.</summary>
    private TransferTable Transfers(TripTable trips)
    {
        TransferTable old = _from.Transfers;
        ILookup<int, int> copies = _copies.ToLookup(c => c.Original, c => c.Copy);
        List<int> ChangeOf(int trip) => trip < 0 ? [trip] : [trip, .. copies[trip].SelectMany(ChangeOf)];
        int[] change = new int[_posts.Count];
        Array.Fill(change, TransferTable.Default);
        old.ChangeS.CopyTo(change, 0);
        return new TransferTable
        {
            ChangeS = change,
            Pairs = old.Pairs,
            Rules = _copies.Count == 0 ? old.Rules
                : [.. old.Rules.SelectMany(r => ChangeOf(r.FromTrip).SelectMany(f => ChangeOf(r.ToTrip).Select(t => r with { FromTrip = f, ToTrip = t })))],
            Joins = [.. old.Joins.SelectMany(j => ChangeOf(j.FromTrip).SelectMany(f => ChangeOf(j.ToTrip).Select(t => (f, t)))).Where(j => Joins(trips, j.f, j.t))],
        };
    }

    private bool Joins(TripTable trips, int from, int to)
    {
        (int post, int arrivalS) = (trips.CallPost[trips.FirstCall[from + 1] - 1], trips.CallArrivalS[trips.FirstCall[from + 1] - 1]);
        bool isAsBefore = _trips[from].Calls is null && _trips[to].Calls is null;
        return isAsBefore || (arrivalS <= trips.CallDepartureS[trips.FirstCall[to]] && _from.Trips.CallPost[_from.Trips.FirstCall[_trips[from].Was + 1] - 1] == post
            && _from.Trips.CallPost[_from.Trips.FirstCall[_trips[to].Was]] == trips.CallPost[trips.FirstCall[to]]);
    }

    private sealed record Trip(int Line, ServiceDates Dates, TripCall[]? Calls)
    {
        public string Id { get; init; } = "";

        public sbyte Direction { get; init; } = -1;

        /// <summary>Row of the timetable that holds its calls, unless it has its own.</summary>
        public int Row { get; init; }

        /// <summary>Row that it was made of.</summary>
        public int Was { get; init; }
    }
}

/// <summary>One call of a trip that is being changed.</summary>
/// <param name="Post">Its post.</param>
/// <param name="ArrivalS">Seconds of the service day.</param>
/// <param name="DepartureS">Likewise.</param>
/// <param name="Board">Whether one may board, and how.</param>
/// <param name="Alight">Whether one may alight, and how.</param>
public readonly record struct TripCall(int Post, int ArrivalS, int DepartureS, TrafficKind Board = TrafficKind.Ordinary, TrafficKind Alight = TrafficKind.Ordinary)
{
    internal int BoardRule { get; init; } = -1;

    internal int AlightRule { get; init; } = -1;

    internal bool IsInterpolated { get; init; }

    /// <summary>The same so many seconds later.</summary>
    public TripCall Later(int seconds) => this with { ArrivalS = ArrivalS + seconds, DepartureS = DepartureS + seconds };

    /// <summary>The same without having to order it.</summary>
    public TripCall Unbooked() => this with { Board = Plain(Board), Alight = Plain(Alight), BoardRule = -1, AlightRule = -1 };

    private static TrafficKind Plain(TrafficKind kind) => kind == TrafficKind.Booked ? TrafficKind.Ordinary : kind;
}
