using System.Globalization;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Tests.Support;

/// <summary>
/// A timetable written as text, one line a row:
/// <code>
/// source regional 2025-05-29..2025-08-17      # optional; ids below belong to it
/// rule R1 two hours before                    # or with "min=120", or "day=1 at=16:00", and "phone=0910" before the words
/// post S 0,0 name=Byn station=K               # metres; "post S -" has no position; "rule=R1": booked
/// line 31 700 name=31 agency=X
/// service wd 2025-06-02..2025-06-13 mon tue   # every day without weekdays; single dates too; -2025-06-06 takes one out
/// trip t1 31 wd dir=0 : S 06:35, K 06:50/06:52 no-alight, C -, D 07:10
/// every t1 06:00-07:00 1200 exact
/// transfer K K type=2 min=300 from=t1 to=t2
/// </code>
/// A trip of service "*" runs on <see cref="Day"/> only. Call words: no-board, no-alight, book-board, book-alight, ask (type 3), rule=R1.
/// </summary>
public sealed class TimetableText
{
    /// <summary>The Tuesday on which "*" runs.</summary>
    public static readonly DateOnly Day = new(2026, 11, 10);

    private readonly Dictionary<string, int> _posts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _services = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _trips = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _rules = new(StringComparer.Ordinal);
    private readonly TimetableBuilder _builder;
    private int _source = -1;

    private TimetableText(string text, TimetableOptions? options)
    {
        _builder = new TimetableBuilder(options);
        foreach (string line in text.Split('\n'))
        {
            string row = line.Split('#')[0].Trim();
            if (row.Length > 0)
            {
                Read(row);
            }
        }

        Timetable = _builder.Build();
    }

    /// <summary>What the text says.</summary>
    public Timetable Timetable { get; }

    /// <summary>Reads a text.</summary>
    public static TimetableText Read(string text, TimetableOptions? options = null) => new(text, options);

    /// <summary>Index of the post with this id; with several sources, of the last that has it.</summary>
    public int Post(string id) => _posts[id];

    /// <summary>Indexes of posts: "S K C".</summary>
    public int[] Posts(string ids) => [.. ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Post)];

    /// <summary>Index of the stop of a post.</summary>
    public int Stop(string post) => Timetable.Posts.StopOf(Post(post));

    /// <summary>Index of the first trip with this id.</summary>
    public int Trip(string id) => Enumerable.Range(0, Timetable.Trips.Count).First(t => Timetable.Trips.IdOf(t) == id);

    /// <summary>Seconds of "HH:MM" or "HH:MM:SS"; hours may pass 24, and a leading minus is the day before.</summary>
    public static int Time(string text)
    {
        int[] parts = [.. text.TrimStart('-').Split(':').Select(p => int.Parse(p, CultureInfo.InvariantCulture))];
        int seconds = (parts[0] * 3600) + (parts[1] * 60) + (parts.Length > 2 ? parts[2] : 0);
        return text.StartsWith('-') ? -seconds : seconds;
    }

    /// <summary>Seconds as "HH:MM:SS".</summary>
    public static string Clock(int seconds)
        => string.Create(
            CultureInfo.InvariantCulture,
            $"{(seconds < 0 ? "-" : "")}{Math.Abs(seconds) / 3600:00}:{Math.Abs(seconds) / 60 % 60:00}:{Math.Abs(seconds) % 60:00}");

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Option(string[] words, string name)
        => words.FirstOrDefault(w => w.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];

    private void Read(string row)
    {
        string[] words = row.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words[0] == "source")
        {
            string[] dates = words.Length > 2 ? words[2].Split("..") : [];
            _source = _builder.AddSource(words[1], dates.Length > 0 ? Date(dates[0]) : null, dates.Length > 1 ? Date(dates[1]) : null);
            _services.Clear();
            return;
        }

        if (_source < 0)
        {
            _source = _builder.AddSource("timetable");
        }

        switch (words[0])
        {
            case "rule": ReadRule(words); break;
            case "post": ReadPost(words); break;
            case "line": ReadLine(words); break;
            case "service": ReadService(words); break;
            case "trip": ReadTrip(row); break;
            case "every": ReadEvery(words); break;
            case "transfer": ReadTransfer(words); break;
            default: throw new FormatException("Not a row of a timetable text: " + row);
        }
    }

    private void ReadRule(string[] words)
    {
        int? day = Option(words, "day") is { } days ? int.Parse(days, CultureInfo.InvariantCulture) : null;
        _rules[words[1]] = _builder.AddBookingRule(new BookingRule(words[1], day is null ? 1 : 2)
        {
            PriorNoticeMin = Option(words, "min") is { } min ? int.Parse(min, CultureInfo.InvariantCulture) : null,
            PriorNoticeLastDay = day,
            PriorNoticeLastTimeS = Option(words, "at") is { } at ? Time(at) : null,
            Phone = Option(words, "phone") ?? "",
            Message = string.Join(' ', words[2..].Where(w => !w.Contains('='))),
        });
    }

    private void ReadLine(string[] words)
    {
        int routeType = int.Parse(words[2], CultureInfo.InvariantCulture);
        _lines[words[1]] = _builder.AddLine(_source, new LineRow(words[1], Option(words, "agency") ?? "", Option(words, "name") ?? words[1], routeType));
    }

    private void ReadPost(string[] words)
    {
        string[] at = words[2].Split(',');
        PostRow row = at.Length == 2
            ? new PostRow(words[1], Option(words, "name") ?? words[1], double.Parse(at[0], CultureInfo.InvariantCulture), double.Parse(at[1], CultureInfo.InvariantCulture))
            : new PostRow(words[1], Option(words, "name") ?? words[1], 0, 0) { Unplaced = true };
        _posts[words[1]] = _builder.AddPost(_source, row with { ParentStation = Option(words, "station"), Booked = Option(words, "rule") is not null });
    }

    private void ReadService(string[] words)
    {
        int service = _services[words[1]] = _builder.AddService(_source);
        DayOfWeek[] weekdays = [.. Enum.GetValues<DayOfWeek>().Where(d => words.Contains(d.ToString()[..3].ToLowerInvariant()))];
        foreach (string dates in words[2..].Where(w => char.IsDigit(w[0]) || w[0] == '-'))
        {
            if (dates[0] == '-')
            {
                _builder.RemoveDate(service, Date(dates[1..]));
            }
            else if (dates.Split("..") is [string first, string last])
            {
                _builder.AddCalendar(service, Date(first), Date(last), weekdays.Length > 0 ? weekdays : Enum.GetValues<DayOfWeek>());
            }
            else
            {
                _builder.AddDate(service, Date(dates));
            }
        }
    }

    private void ReadTrip(string row)
    {
        int colon = row.IndexOf(" : ", StringComparison.Ordinal);
        string[] words = row[..colon].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words[3] == "*" && !_services.ContainsKey("*"))
        {
            _builder.AddDate(_services["*"] = _builder.AddService(_source), Day);
        }

        CallRow[] calls = [.. row[(colon + 3)..].Split(',').Select(c => ReadCall(c.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
        int? direction = Option(words, "dir") is { } dir ? int.Parse(dir, CultureInfo.InvariantCulture) : null;
        _trips[words[1]] = _builder.AddTrip(new TripRow(words[1], _lines[words[2]], _services[words[3]]) { Direction = direction }, calls);
    }

    private CallRow ReadCall(string[] words)
    {
        string[] times = words[1] == "-" ? [] : words[1].Split('/');
        int arrivalS = times.Length > 0 ? Time(times[0]) : CallRow.NoTime;
        int departureS = times.Length > 0 ? Time(times[^1]) : CallRow.NoTime;
        int? rule = Option(words, "rule") is { } id ? _rules[id] : null;
        byte ask = (byte)(words.Contains("ask") ? 3 : 0);
        return new CallRow(_posts[words[0]], arrivalS, departureS)
        {
            Pickup = words.Contains("no-board") ? (byte)1 : words.Contains("book-board") ? (byte)2 : ask,
            DropOff = words.Contains("no-alight") ? (byte)1 : words.Contains("book-alight") ? (byte)2 : ask,
            PickupRule = rule,
            DropOffRule = rule,
        };
    }

    private void ReadEvery(string[] words)
    {
        string[] span = words[2].Split('-');
        _builder.AddFrequency(new FrequencyRow(_trips[words[1]], Time(span[0]), Time(span[1]), int.Parse(words[3], CultureInfo.InvariantCulture), words.Contains("exact")));
    }

    private void ReadTransfer(string[] words)
    {
        int? min = Option(words, "min") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
        TransferRow row = new(words[1], words[2], int.Parse(Option(words, "type")!, CultureInfo.InvariantCulture), min);
        _builder.AddTransfer(_source, row with { FromTrip = Option(words, "from"), ToTrip = Option(words, "to") });
    }
}
