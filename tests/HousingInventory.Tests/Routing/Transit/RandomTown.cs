using System.Globalization;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Tests.Routing.Transit;

/// <summary>A trip of a made-up town: which days around the service day it runs (offset -2 to 1) and its calls.</summary>
internal sealed record TownTrip(string Id, int[] DayOffsets, CallRow[] Calls);

/// <summary>A door with the posts that can be walked to.</summary>
internal sealed record Door(int[] Posts, int[] WalkSeconds);

/// <summary>A small random timetable with every rule that the search knows, kept as rows so that tests can change one thing and compare.</summary>
internal sealed record RandomTown
{
    private const int Lines = 3;

    public static readonly DateOnly Day = new(2026, 11, 10);

    public required int Posts { get; init; }

    public required List<TownTrip> Trips { get; init; }

    public required List<TransferRow> Transfers { get; init; }

    /// <summary>Trip index, start, end, headway.</summary>
    public required List<(int Trip, int StartS, int EndS, int HeadwayS)> Frequencies { get; init; }

    public required List<(int From, int To, int Seconds)> Walks { get; init; }

    public required Door Place { get; init; }

    public required List<(Door Door, int WalkAllS)> Homes { get; init; }

    public TransitOptions Options { get; init; } = new();

    public static string PostId(int post) => "p" + post.ToString(CultureInfo.InvariantCulture);

    /// <summary>Makes a town.</summary>
    /// <param name="seed">The same seed makes the same town.</param>
    /// <param name="plain">No neighbouring days, no times near midnight, no transfer rules: for tests that shift or rearrange.</param>
    public static RandomTown Make(int seed, bool plain = false)
    {
        Random random = new(seed);
        int posts = random.Next(3, 7);
        List<TownTrip> trips = [];
        int count = random.Next(3, 11);
        for (int i = 0; i < count; i++)
        {
            trips.Add(MakeTrip(random, "t" + i.ToString(CultureInfo.InvariantCulture), posts, plain));
        }

        RandomTown town = new()
        {
            Posts = posts,
            Trips = trips,
            Transfers = [],
            Frequencies = [],
            Walks = MakeWalks(random, posts),
            Place = MakeDoor(random, posts, random.Next(1, 3)),
            Homes = [MakeHome(random, posts), MakeHome(random, posts)],
        };
        if (!plain)
        {
            AddRules(random, town);
        }

        return town;
    }

    /// <summary>The line of a trip, by the last letter of its id.</summary>
    public static string LineOf(string trip) => LineId(trip[^1] % Lines);

    private static string LineId(int line) => $"line {line}";

    public Timetable Build()
    {
        TimetableBuilder builder = new();
        int source = builder.AddSource("timetable");
        for (int post = 0; post < Posts; post++)
        {
            builder.AddPost(source, new PostRow(PostId(post), PostId(post), post * 1000, 0));
        }

        int[] lines = [.. Enumerable.Range(0, Lines).Select(l => builder.AddLine(source, new LineRow(LineId(l), "", LineId(l), 3)))];
        List<int> rows = [];
        foreach (TownTrip trip in Trips)
        {
            int service = builder.AddService(source);
            foreach (int offset in trip.DayOffsets)
            {
                builder.AddDate(service, Day.AddDays(offset));
            }

            rows.Add(builder.AddTrip(new TripRow(trip.Id, lines[Array.FindIndex(lines, l => LineId(l) == LineOf(trip.Id))], service), trip.Calls));
        }

        foreach ((int trip, int startS, int endS, int headwayS) in Frequencies)
        {
            builder.AddFrequency(new FrequencyRow(rows[trip], startS, endS, headwayS, true));
        }

        foreach (TransferRow transfer in Transfers)
        {
            builder.AddTransfer(source, transfer);
        }

        return builder.Build();
    }

    public DayNetwork Network(bool withBooked)
    {
        Timetable timetable = Build();
        return new DayNetwork(DayTrips.On(timetable, Day), TransferWalks.From(Posts, Walks), Options, withBooked);
    }

    public PlaceAccess FromPlace => new(Place.Posts, Place.WalkSeconds);

    public HomeAccess FromHome(int home) => new(Homes[home].Door.Posts, Homes[home].Door.WalkSeconds, Homes[home].WalkAllS);

    private static List<(int From, int To, int Seconds)> MakeWalks(Random random, int posts)
        => [.. Enumerable.Range(0, random.Next(0, 5)).Select(_ => (From: random.Next(posts), To: random.Next(posts), Seconds: random.Next(0, 8) * 60))
            .Where(w => w.From != w.To).DistinctBy(w => (w.From, w.To))];

    private static (Door Door, int WalkAllS) MakeHome(Random random, int posts)
        => (MakeDoor(random, posts, random.Next(1, 4)), random.Next(4) == 0 ? random.Next(600, 3000) : HomeAccess.TooFar);

    private static Door MakeDoor(Random random, int posts, int count)
    {
        int[] near = [.. Enumerable.Range(0, count).Select(_ => random.Next(posts)).Distinct()];
        return new Door(near, [.. near.Select(_ => random.Next(0, 900))]);
    }

    private static TownTrip MakeTrip(Random random, string id, int posts, bool plain)
    {
        // Whole minutes and few of them, so that equal times, zero-minute hops and missed changes are common.
        int calls = random.Next(2, 6);
        int minute = (plain ? 9 : random.Next(0, 10)) switch
        {
            0 => Math.Max(0, random.Next(-20, 20)),
            1 => random.Next(1380, 1460),
            2 => random.Next(2860, 2900),
            _ => random.Next(360, 420),
        };
        int timeS = minute * 60;
        CallRow[] rows = new CallRow[calls];
        for (int i = 0; i < calls; i++)
        {
            int arrivalS = timeS;
            int departureS = arrivalS + (random.Next(3) == 0 ? random.Next(0, 3) * 60 : 0);
            bool blank = i > 0 && i < calls - 1 && random.Next(8) == 0;
            CallRow times = blank ? new CallRow(random.Next(posts), CallRow.NoTime, CallRow.NoTime) : new CallRow(random.Next(posts), arrivalS, departureS);
            rows[i] = times with { Pickup = Rule(random), DropOff = Rule(random) };
            timeS = departureS + (random.Next(4) == 0 ? 0 : random.Next(1, 12) * 60);
        }

        int[] offsets = plain ? [0] : random.Next(4) switch { 0 => [-1, 0, 1], 1 => [-2, -1, 0], _ => [0] };
        return new TownTrip(id, offsets, rows);
    }

    private static byte Rule(Random random) => random.Next(8) switch { 0 => 1, 1 => 2, 2 => 3, _ => 0 };

    private static void AddRules(Random random, RandomTown town)
    {
        for (int i = random.Next(0, 4); i > 0; i--)
        {
            town.Transfers.Add(new TransferRow(PostId(random.Next(town.Posts)), PostId(random.Next(town.Posts)), random.Next(0, 4), random.Next(0, 6) * 60));
        }

        for (int i = random.Next(0, 3); i > 0; i--)
        {
            TownTrip from = town.Trips[random.Next(town.Trips.Count)];
            TownTrip to = town.Trips[random.Next(town.Trips.Count)];
            TransferRow row = new(PostId(from.Calls[^1].Post), PostId(to.Calls[0].Post), random.Next(2) == 0 ? 1 : 4, null);
            town.Transfers.Add(row with { FromTrip = from.Id, ToTrip = to.Id });
        }

        for (int i = random.Next(0, 4); i > 0; i--)
        {
            // A change that may well happen, for a trip or a line on either side, with any rule.
            TownTrip from = town.Trips[random.Next(town.Trips.Count)];
            TownTrip to = town.Trips[random.Next(town.Trips.Count)];
            TransferRow row = new(PostId(from.Calls[^1].Post), PostId(to.Calls[random.Next(to.Calls.Length)].Post), random.Next(0, 4), random.Next(0, 9) * 60);
            int sides = random.Next(1, 16);
            town.Transfers.Add(row with
            {
                FromTrip = (sides & 1) != 0 ? from.Id : null,
                ToTrip = (sides & 2) != 0 ? to.Id : null,
                FromRoute = (sides & 4) != 0 ? LineOf(from.Id) : null,
                ToRoute = (sides & 8) != 0 ? LineOf(to.Id) : null,
            });
        }

        if (random.Next(3) == 0)
        {
            int startS = random.Next(350, 400) * 60;
            town.Frequencies.Add((random.Next(town.Trips.Count), startS, startS + (random.Next(1, 30) * 60), random.Next(5, 15) * 60));
        }

        if (random.Next(3) == 0)
        {
            // A trip split in two whose halves are joined: the second starts when and where the first ends.
            TownTrip first = town.Trips[random.Next(town.Trips.Count)];
            CallRow end = first.Calls[^1];
            CallRow last = new(random.Next(town.Posts), end.DepartureS + (random.Next(0, 9) * 60), end.DepartureS + 600);
            town.Trips.Add(new TownTrip("joined", first.DayOffsets, [new CallRow(end.Post, end.DepartureS, end.DepartureS), last]));
            town.Transfers.Add(new TransferRow(PostId(end.Post), PostId(end.Post), 4, null) { FromTrip = first.Id, ToTrip = "joined" });
        }
    }
}
