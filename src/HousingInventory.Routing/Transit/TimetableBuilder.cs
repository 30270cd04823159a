namespace HousingInventory.Routing.Transit;

/// <summary>
/// Gathers the rows of one or several feeds and makes one <see cref="Timetable"/> of them. Every Add gives the index by which later rows refer to it; an
/// index that was never given is the caller's defect. What the data got wrong is counted in <see cref="SourceCounts"/>, and the timetable is made without
/// it.
/// </summary>
public sealed class TimetableBuilder
{
    private readonly TimetableOptions _options;
    private readonly List<SourceDraft> _sources = [];
    private readonly List<PostRow> _posts = [];
    private readonly List<int> _postSource = [];
    private readonly List<LineRow> _lines = [];
    private readonly List<int> _lineSource = [];
    private readonly List<ServiceDates> _services = [];
    private readonly List<int> _serviceSource = [];
    private readonly List<BookingRule> _bookingRules = [];
    private readonly List<TripRow> _trips = [];
    private readonly List<int> _tripFirstCall = [0];
    private readonly List<CallRow> _calls = [];
    private readonly List<FrequencyRow> _frequencies = [];
    private readonly List<(int Source, TransferRow Row)> _transfers = [];

    /// <summary>An empty timetable.</summary>
    public TimetableBuilder(TimetableOptions? options = null) => _options = options ?? new TimetableOptions();

    internal IReadOnlyList<PostRow> Posts => _posts;

    internal IReadOnlyList<int> PostSource => _postSource;

    internal IReadOnlyList<LineRow> Lines => _lines;

    internal IReadOnlyList<int> LineSource => _lineSource;

    internal List<ServiceDates> Services => _services;

    internal IReadOnlyList<TripRow> Trips => _trips;

    internal IReadOnlyList<FrequencyRow> Frequencies => _frequencies;

    internal IReadOnlyList<(int Source, TransferRow Row)> Transfers => _transfers;

    internal TimetableOptions Options => _options;

    /// <summary>A new source.</summary>
    /// <param name="id">Its name in the run.</param>
    /// <param name="firstValid">feed_start_date; null: the first date with service.</param>
    /// <param name="lastValid">feed_end_date; null: the last date with service.</param>
    public int AddSource(string id, DateOnly? firstValid = null, DateOnly? lastValid = null)
    {
        _sources.Add(new SourceDraft(id, firstValid, lastValid));
        return _sources.Count - 1;
    }

    /// <summary>A new post.</summary>
    public int AddPost(int source, PostRow post)
    {
        _sources[source].Counts.UnplacedPosts += post.Unplaced ? 1 : 0;
        _postSource.Add(source);
        _posts.Add(post);
        return _posts.Count - 1;
    }

    /// <summary>A new line.</summary>
    public int AddLine(int source, LineRow line)
    {
        _lineSource.Add(source);
        _lines.Add(line);
        return _lines.Count - 1;
    }

    /// <summary>A new way of ordering trips.</summary>
    public int AddBookingRule(BookingRule rule)
    {
        _bookingRules.Add(rule);
        return _bookingRules.Count - 1;
    }

    /// <summary>A new service, without dates yet.</summary>
    public int AddService(int source)
    {
        _serviceSource.Add(source);
        _services.Add(new ServiceDates());
        return _services.Count - 1;
    }

    /// <summary>
    /// One row of calendar: the service runs on the given weekdays from the first to the last date, both included. Call it before single dates.
    /// </summary>
    public void AddCalendar(int service, DateOnly first, DateOnly last, ReadOnlySpan<DayOfWeek> weekdays)
    {
        int from = Math.Max(first.DayNumber, ServiceDates.FirstHeld);
        int to = Math.Min(last.DayNumber, ServiceDates.LastHeld);
        for (int day = from; day <= to; day++)
        {
            if (weekdays.Contains(DateOnly.FromDayNumber(day).DayOfWeek))
            {
                _services[service].Add(day);
            }
        }
    }

    /// <summary>One row of calendar_dates with exception_type 1.</summary>
    public void AddDate(int service, DateOnly date)
    {
        if (!_services[service].Add(date.DayNumber))
        {
            _sources[_serviceSource[service]].Counts.ImpossibleDates++;
        }
    }

    /// <summary>One row of calendar_dates with exception_type 2.</summary>
    public void RemoveDate(int service, DateOnly date) => _services[service].Remove(date.DayNumber);

    /// <summary>A new trip with all its calls in stop sequence.</summary>
    public int AddTrip(TripRow trip, ReadOnlySpan<CallRow> calls)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)trip.Line, (uint)_lines.Count, nameof(trip));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)trip.Service, (uint)_services.Count, nameof(trip));
        foreach (CallRow call in calls)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)call.Post, (uint)_posts.Count, nameof(calls));
        }

        _trips.Add(trip);
        _calls.AddRange(calls);
        _tripFirstCall.Add(_calls.Count);
        return _trips.Count - 1;
    }

    /// <summary>One row of frequencies.</summary>
    public void AddFrequency(FrequencyRow frequency)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)frequency.Trip, (uint)_trips.Count, nameof(frequency));
        _frequencies.Add(frequency);
    }

    /// <summary>One row of transfers. Stops and trips are named by their ids; unknown ones are counted.</summary>
    public void AddTransfer(int source, TransferRow transfer) => _transfers.Add((source, transfer));

    /// <summary>
    /// Makes the timetable: sorts out trips by route type and sense of their times, fills blank times, expands frequencies, drops what an earlier source
    /// has too, merges posts into stops, resolves transfers. The builder is spent afterwards.
    /// </summary>
    public Timetable Build()
    {
        TripDrafts drafts = TripDrafts.From(this);
        if (_sources.Count > 1)
        {
            OverlapFilter.Apply(this, drafts);
        }

        TripTable trips = drafts.ToTable();
        PostTable posts = MakePosts();
        return new Timetable
        {
            Sources = [.. _sources.Select((s, i) => s.Finish(_services.Where((_, service) => _serviceSource[service] == i)))],
            Posts = posts,
            Stops = MakeStops(posts),
            Lines = MakeLines(),
            Services = [.. _services],
            Trips = trips,
            Transfers = TransferResolver.Resolve(this, drafts, trips),
            BookingRules = _bookingRules,
        };
    }

    internal ReadOnlySpan<CallRow> CallsOf(int trip)
        => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_calls)[_tripFirstCall[trip].._tripFirstCall[trip + 1]];

    internal int SourceOfTrip(int trip) => _lineSource[_trips[trip].Line];

    internal SourceCounts CountsOf(int source) => _sources[source].Counts;

    internal int AddDerivedService(int original, ServiceDates dates)
    {
        _serviceSource.Add(_serviceSource[original]);
        _services.Add(dates);
        return _services.Count - 1;
    }

    private PostTable MakePosts() => new()
    {
        Id = [.. _posts.Select(p => p.Id)],
        Name = [.. _posts.Select(p => p.Name)],
        Source = [.. _postSource],
        X = [.. _posts.Select(p => p.X)],
        Y = [.. _posts.Select(p => p.Y)],
        Placed = [.. _posts.Select(p => !p.Unplaced)],
        Stop = StopMerger.Merge(_posts, _postSource, _options.MergeWithinM),
    };

    internal static StopTable MakeStops(PostTable posts)
    {
        int count = posts.Count == 0 ? 0 : posts.Stop.Max() + 1;
        int[] first = new int[count + 1];
        foreach (int stop in posts.Stop)
        {
            first[stop + 1]++;
        }

        for (int stop = 0; stop < count; stop++)
        {
            first[stop + 1] += first[stop];
        }

        int[] next = first[..count];
        int[] post = new int[posts.Count];
        for (int p = 0; p < posts.Count; p++)
        {
            post[next[posts.Stop[p]]++] = p;
        }

        int[][] members = [.. Enumerable.Range(0, count).Select(s => post[first[s]..first[s + 1]])];
        int[][] placed = [.. members.Select(m => m.Where(p => posts.Placed[p]).ToArray())];
        return new StopTable
        {
            Name = [.. members.Select(m => posts.Name[m[0]])],
            X = [.. placed.Select(m => m.Length == 0 ? 0 : m.Sum(p => posts.X[p]) / m.Length)],
            Y = [.. placed.Select(m => m.Length == 0 ? 0 : m.Sum(p => posts.Y[p]) / m.Length)],
            Placed = [.. placed.Select(m => m.Length > 0)],
            FirstPost = first,
            Post = post,
        };
    }

    private LineTable MakeLines()
    {
        Dictionary<(string Agency, string Name), int> groups = [];
        int[] group = new int[_lines.Count];
        for (int line = 0; line < group.Length; line++)
        {
            (string Agency, string Name) key = (_lines[line].Agency, _lines[line].Name);
            groups.TryAdd(key, line);
            group[line] = groups[key];
        }

        return new LineTable { Row = [.. _lines], Source = [.. _lineSource], Group = group };
    }

    private sealed record SourceDraft(string Id, DateOnly? FirstValid, DateOnly? LastValid)
    {
        public SourceCounts Counts { get; } = new();

        public TimetableFeed Finish(IEnumerable<ServiceDates> services)
        {
            ServiceDates[] running = [.. services.Where(s => !s.IsEmpty)];
            DateOnly? first = FirstValid ?? Date(running.Min(s => s.First));
            DateOnly? last = LastValid ?? Date(running.Max(s => s.Last));
            DateOnly? lastService = Date(running.Max(s => s.Last));
            if (last is { } end && lastService > end)
            {
                lastService = Enumerable.Range(0, ServiceDates.LastHeld - ServiceDates.FirstHeld)
                    .Select(back => end.DayNumber - back)
                    .Where(day => day >= ServiceDates.FirstHeld && running.Any(s => s.Runs(day)))
                    .Select(day => Date(day))
                    .FirstOrDefault();
            }

            return new TimetableFeed(Id, first, last, lastService, Counts);
        }

        private static DateOnly? Date(int? day) => day is { } number ? DateOnly.FromDayNumber(number) : null;
    }
}
