using System.ComponentModel;
using System.Text.Json.Serialization;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Score;

/// <summary>An errand of the useful day: between fixed times (start, end), or a visit of some length within opening hours (from, until, stayMin).</summary>
public sealed record ErrandConfig
{
    [Description("Short name.")]
    public string Name { get; init; } = "";

    [Description("What people see, by language: { \"sv\": ..., \"en\": ... }.")]
    public IReadOnlyDictionary<string, string>? Label { get; init; }

    [Description("Fixed times: be there by this time, HH:mm.")]
    public string? Start { get; init; }

    [Description("Fixed times: leave at this time or later, HH:mm.")]
    public string? End { get; init; }

    [Description("Visit: opening, HH:mm.")]
    public string? From { get; init; }

    [Description("Visit: closing, HH:mm, by which the stay must be over.")]
    public string? Until { get; init; }

    [Description("Visit: length of the stay, minutes.")]
    public int? StayMin { get; init; }

    [Description("Types of day: term, holiday, friday, saturday, sunday. The weight is split evenly over them.")]
    public IReadOnlyList<ServiceDayType> Days { get; init; } = [ServiceDayType.Term];

    [Description("Its share of the useful day.")]
    public double Weight { get; init; } = 1;

    [JsonConverter(typeof(DestinationConverter))]
    [Description("Where: [longitude, latitude], or { \"category\": ..., \"nearest\": ... }. Default: the configuration's centre.")]
    public Destination? To { get; init; }

    [Description("Fixed times: longest time from leaving home to the start, minutes. Default: the criterion's.")]
    public int? MaxAheadMin { get; init; }

    [Description("Fixed times: longest time from the end to being home, minutes. Default: the criterion's.")]
    public int? MaxAfterMin { get; init; }

    [Description("Visit: longest time away from home beyond the stay, minutes. Default: the criterion's.")]
    public int? MaxTravelMin { get; init; }

    /// <summary>"08:30–12:00".</summary>
    internal string Hours => $"{Start ?? From}–{End ?? Until}";

    /// <summary>What is wrong with it, as a path in the errand and a sentence; null when nothing is.</summary>
    internal Sentence? Fault()
    {
        bool isFixed = Start is not null || End is not null;
        bool isVisit = From is not null || Until is not null || StayMin is not null;
        (string first, string last) = isFixed ? ("start", "end") : ("from", "until");
        return string.IsNullOrWhiteSpace(Name) ? ".name is missing"
            : isFixed == isVisit ? " needs either start and end, or from, until and stayMin"
            : (Start ?? From) is not { } begin || Clock.Seconds(begin) is not { } beginS ? Sentence.Of($".{first} must be a time written \"HH:mm\"")
            : (End ?? Until) is not { } end || Clock.Seconds(end) is not { } endS ? Sentence.Of($".{last} must be a time written \"HH:mm\"")
            : beginS >= endS ? Sentence.Of($".{last} must be after {first}")
            : isVisit && !(StayMin > 0 && StayMin * 60 <= endS - beginS) ? ".stayMin must be above 0 and fit between from and until"
            : Days is not { Count: > 0 } || Days.Distinct().Count() != Days.Count ? ".days must name each day once, and at least one"
            : Weight is not (>= 0 and < 1e9) ? ".weight must not be negative, and below 1000000000"
            : MaxAheadMin is <= 0 or > 1440 || MaxAfterMin is <= 0 or > 1440 || MaxTravelMin is <= 0 or > 1440 ? " has a limit that is not above 0 and at most 1440 minutes"
            : !Criterion.IsLabel(Label) ? ".label must have texts by language: { \"sv\": ..., \"en\": ... }"
            : To?.Fault() is { } fault ? Sentence.Of($".to{fault}")
            : null;
    }
}

/// <summary>What people do in a week, where the configuration says nothing: to the centre unless a category is named.</summary>
public static class StandardErrands
{
    private static readonly ServiceDayType[] SchoolAndHolidays = [ServiceDayType.Term, ServiceDayType.Holiday];

    /// <summary>Nine errands with 13 of weight together.</summary>
    public static IReadOnlyList<ErrandConfig> All { get; } =
    [
        new() { Name = "sfi_morning", Label = Said("SFI på förmiddagen", "SFI in the morning"), Start = "08:30", End = "12:00", Weight = 2 },
        new() { Name = "sfi_afternoon", Label = Said("SFI på eftermiddagen", "SFI in the afternoon"), Start = "12:15", End = "15:30", Weight = 2 },
        new() { Name = "work_day", Label = Said("Arbete på dagen", "Work in the day"), Start = "07:00", End = "16:00", Days = SchoolAndHolidays, Weight = 2 },
        new() { Name = "work_evening", Label = Said("Arbete på kvällen", "Work in the evening"), Start = "14:00", End = "21:30", Days = SchoolAndHolidays, Weight = 1 },
        new()
        {
            Name = "shop", Label = Said("Matinköp", "Food shopping"), From = "09:00", Until = "19:00", StayMin = 40, Days = SchoolAndHolidays, Weight = 2,
            To = new Destination { Category = ["grocery"], Nearest = 3 },
        },
        new()
        {
            Name = "health", Label = Said("Vårdcentral", "Health centre"), From = "08:00", Until = "16:30", StayMin = 60, Weight = 1,
            To = new Destination { Category = ["health_centre"], Nearest = 3 },
        },
        new() { Name = "leisure", Label = Said("Fritid på kvällen", "Leisure in the evening"), Start = "17:30", End = "20:00", Weight = 1 },
        new() { Name = "friday_evening", Label = Said("Fredagskväll", "Friday evening"), Start = "18:00", End = "22:00", Days = [ServiceDayType.Friday], Weight = 1 },
        new() { Name = "saturday", Label = Said("Lördagsärenden", "Saturday errands"), From = "10:00", Until = "16:00", StayMin = 120, Days = [ServiceDayType.Saturday], Weight = 1 },
    ];

    private static Dictionary<string, string> Said(string sv, string en) => new(StringComparer.Ordinal) { ["sv"] = sv, ["en"] = en };
}
