using System.ComponentModel;
using System.Text.Json.Serialization;
using HousingInventory.Formats;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Analyses.WhatIf.Changes;

/// <summary>
/// One change of the timetable. To add a kind: one file with a derived record, and one line here. It finds what it is about in the timetable as the changes before it
/// left it, and says what it cannot find.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(NewLine), "new-line")]
[JsonDerivedType(typeof(ExtendLine), "extend-line")]
[JsonDerivedType(typeof(Detour), "detour")]
[JsonDerivedType(typeof(AddDepartures), "add-departures")]
[JsonDerivedType(typeof(ShiftDepartures), "shift-departures")]
[JsonDerivedType(typeof(WithdrawTrips), "withdraw")]
[JsonDerivedType(typeof(MakeOrdinary), "make-ordinary")]
[JsonDerivedType(typeof(AddStop), "add-stop")]
[JsonDerivedType(typeof(MoveStop), "move-stop")]
[JsonDerivedType(typeof(RemoveStop), "remove-stop")]
public abstract record Change
{
    [Description("Types of day: term, holiday, friday, saturday, sunday, or weekdays (the first three), school-days (term and friday), daily.")]
    public IReadOnlyList<DayWord> Days { get; init; } = [DayWord.Weekdays];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("For people; nothing looks at it.")]
    public string? Note { get; init; }

    /// <summary>Whether it follows a drawing along the roads.</summary>
    [JsonIgnore]
    internal virtual bool NeedsRoads => false;

    /// <summary>The types of day, each once, in their order.</summary>
    [JsonIgnore]
    internal IReadOnlyList<ServiceDayType> DayTypes =>
        [.. Enum.GetValues<ServiceDayType>().Where(t => Days.Any(d => Includes(d, t)))];

    /// <summary>The types of day in the user's words, for messages.</summary>
    [JsonIgnore]
    internal Sentence DayText => Days.Select(Plain).Aggregate(static (all, day) => Sentence.Of($"{all} and {day}"));

    /// <summary>What is wrong with its members, as a path and a sentence; null when nothing is.</summary>
    internal virtual Sentence? Fault() => Days.Count == 0 ? Sentence.Of(".days must name at least one type of day") : null;

    /// <summary>Makes the change.</summary>
    /// <exception cref="ChangeException">What it is about is not there, or it cannot be done.</exception>
    internal abstract void Apply(ScenarioState state);

    private static bool Includes(DayWord word, ServiceDayType type) => word switch
    {
        DayWord.Daily => true,
        DayWord.Weekdays => type is ServiceDayType.Term or ServiceDayType.Holiday or ServiceDayType.Friday,
        DayWord.SchoolDays => type is ServiceDayType.Term or ServiceDayType.Friday,
        _ => (int)word == (int)type,
    };

    private static Sentence Plain(DayWord word) => word switch
    {
        DayWord.Weekdays => Sentence.Of("weekdays"),
        DayWord.SchoolDays => Sentence.Of("school days"),
        DayWord.Daily => Sentence.Of("any day"),
        DayWord.Friday => Sentence.Of("fridays"),
        DayWord.Saturday => Sentence.Of("saturdays"),
        DayWord.Sunday => Sentence.Of("sundays"),
        DayWord.Holiday => Sentence.Of("holiday days"),
        _ => Sentence.Of("term days"),
    };
}

/// <summary>Types of day as a user writes them; the first five are those of the service days.</summary>
public enum DayWord
{
    Term,
    Holiday,
    Friday,
    Saturday,
    Sunday,
    Weekdays,
    SchoolDays,
    Daily,
}

/// <summary>A change of trips of one line that is there.</summary>
public abstract record LineChange : Change
{
    [Description("The line as it is printed; agency and name where two share it.")]
    public string Line { get; init; } = "";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Id of the timetable source, where several have the line.")]
    public string? Source { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("to-centre, from-centre, 0 or 1. Default: both.")]
    public string? Direction { get; init; }

    [JsonConverter(typeof(TripChoiceConverter))]
    [Description("Which trips: all, first, last, a list of departures at their first stop, or { \"between\": [\"06:00\", \"09:00\"] }.")]
    public TripChoice Trips { get; init; } = TripChoice.All;

    internal override Sentence? Fault() => base.Fault() ?? (Line.Length == 0 ? Sentence.Of(".line is missing") : Trips.Fault is { } fault ? Sentence.Of($".trips {fault}")
        : Direction is not (null or "to-centre" or "from-centre" or "0" or "1") ? Sentence.Of($".direction is '{Direction}'; it may be to-centre, from-centre, 0 or 1") : null);
}

/// <summary>Something that a change is about and that is not there, in a sentence that begins behind the path of the change.</summary>
internal sealed class ChangeException(Sentence said) : Exception(said.ToString())
{
    /// <summary>The sentence.</summary>
    public Sentence Said => said;
}
