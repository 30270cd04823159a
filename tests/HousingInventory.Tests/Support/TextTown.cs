using HousingInventory.Routing.Transit;

namespace HousingInventory.Tests.Support;

/// <summary>A timetable text with one day of it searched, doors written as "S 450, K 600": posts and walking seconds.</summary>
public sealed class TextTown
{
    private readonly TransferWalks _walks;
    private readonly TransitOptions _options;

    /// <summary>A town.</summary>
    /// <param name="text">The timetable.</param>
    /// <param name="date">The day; null: <see cref="TimetableText.Day"/>.</param>
    /// <param name="walks">Walks for changes, both ways: "A B 240, B C 60".</param>
    /// <param name="options">Slack and times.</param>
    public TextTown(string text, DateOnly? date = null, string walks = "", TransitOptions? options = null)
    {
        Text = TimetableText.Read(text);
        Day = DayTrips.On(Text.Timetable, date ?? TimetableText.Day);
        _options = options ?? new TransitOptions();
        IEnumerable<(int A, int B, int S)> parsed = Words(walks)
            .Select(w => (Text.Post(w[0]), Text.Post(w[1]), int.Parse(w[2], System.Globalization.CultureInfo.InvariantCulture)));
        _walks = TransferWalks.From(Text.Timetable.Posts.Count, parsed.SelectMany(w => new[] { (w.A, w.B, w.S), (w.B, w.A, w.S) }));
    }

    /// <summary>The timetable.</summary>
    public TimetableText Text { get; }

    /// <summary>The day searched.</summary>
    public DayTrips Day { get; }

    /// <summary>All ways to a place.</summary>
    public WaysThere There(string place, bool withBooked = false)
        => new ProfileScan(new DayNetwork(Day, _walks, _options, withBooked)).WaysThere(new PlaceAccess(PostsOf(place), SecondsOf(place)), traced: true);

    /// <summary>All ways from a place.</summary>
    public WaysBack Back(string place, bool withBooked = false)
        => new ProfileScan(new DayNetwork(Day, _walks, _options, withBooked)).WaysBack(new PlaceAccess(PostsOf(place), SecondsOf(place)), traced: true);

    /// <summary>A home.</summary>
    public HomeAccess Home(string door, int walkAllSeconds = HomeAccess.TooFar) => new(PostsOf(door), SecondsOf(door), walkAllSeconds);

    /// <summary>Latest leave as a clock time, "never" if there is none.</summary>
    public string Leave(string home, string place, string by)
        => There(place).LatestLeave(Home(home), TimetableText.Time(by)) is { } s ? TimetableText.Clock(s) : "never";

    /// <summary>Earliest home as a clock time, "never" if there is none.</summary>
    public string Return(string home, string place, string from)
        => Back(place).EarliestHome(Home(home), TimetableText.Time(from)) is { } s ? TimetableText.Clock(s) : "never";

    private static IEnumerable<string[]> Words(string text)
        => text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private int[] PostsOf(string door) => [.. Words(door).Select(w => Text.Post(w[0]))];

    private static int[] SecondsOf(string door) => [.. Words(door).Select(w => int.Parse(w[1], System.Globalization.CultureInfo.InvariantCulture))];
}
