using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using HousingInventory.Model.Supply;

namespace HousingInventory.Plan.Agreements;

/// <summary>A landlord's promise of a share of its vacancies.</summary>
public sealed record AgreementConfig
{
    [Description("The agreement's own name; used_for of a vacancy says it.")]
    public string Id { get; init; } = "";

    [Description("Code of the landlord whose vacancies count.")]
    public string Landlord { get; init; } = "";

    [JsonConverter(typeof(ShareConverter))]
    [Description("The promised share, between 0 and 1: a decimal, read exactly, or a text such as \"1/3\".")]
    public Share Share { get; init; } = new(0, 1, "0");

    [Description("First day on which vacancies count.")]
    public DateOnly From { get; init; }

    [Description("Last day on which vacancies count; null for no end.")]
    public DateOnly? Until { get; init; }

    [Description("The day on which a vacancy counts: free-from, notice or let.")]
    public VacancyBasis Basis { get; init; } = VacancyBasis.FreeFrom;

    [Description("Kinds of vacancy that do not count.")]
    public IReadOnlyList<VacancyKind> Excludes { get; init; } =
    [
        VacancyKind.Exchange, VacancyKind.New, VacancyKind.Student, VacancyKind.Senior, VacancyKind.Evacuation, VacancyKind.Repair, VacancyKind.Demolition,
        VacancyKind.Blocked,
    ];

    [Description("Which vacancies count at all.")]
    public VacancyFilter Only { get; init; } = new();

    [Description("What becomes of a part of a home: down, nearest or up.")]
    public Rounding Rounding { get; init; } = Rounding.Down;

    [Description("What carries over: cumulative, calendar-year or rolling.")]
    public AccountKind Account { get; init; } = AccountKind.Cumulative;

    [Description("For calendar-year: whether homes that are owed at the end of a year are owed in the next.")]
    public bool CarryShortfall { get; init; } = true;

    [Description("For rolling: how many months count.")]
    public int WindowMonths { get; init; } = 12;

    [Description("Whether deliveries ahead of time pay for later dues: counts or lost.")]
    public Surplus Surplus { get; init; } = Surplus.Counts;

    [Description("What a home is that the municipality refused: not-delivered or delivered.")]
    public Refused Refused { get; init; } = Refused.NotDelivered;

    [Description("Whether a home of a kind that does not count (bought, converted) pays for a due.")]
    public bool Substitutes { get; init; } = true;

    [Description("Days from the vacancy to the day on which the home is due.")]
    public int DueAfterDays { get; init; }

    [Description("Days after which an open due is overdue.")]
    public int GraceDays { get; init; } = 60;

    [JsonConverter(typeof(OpeningConverter))]
    [Description("Whole homes owed on the first day; or { \"carryFrom\": id } of an agreement before it, whose open dues are owed then.")]
    public Opening Opening { get; init; }
}

/// <summary>What is owed on the first day of an agreement.</summary>
/// <param name="Homes">Whole homes.</param>
/// <param name="CarryFrom">Id of an agreement whose open dues are owed; null for none.</param>
public readonly record struct Opening(int Homes, string? CarryFrom = null);

/// <summary>Reads a number of homes, or an object that names the agreement before.</summary>
internal sealed class OpeningConverter : JsonConverter<Opening>
{
    public override Opening Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int homes))
        {
            return new Opening(homes);
        }

        using JsonDocument carried = JsonDocument.ParseValue(ref reader);
        return carried.RootElement is { ValueKind: JsonValueKind.Object } members
            && members.EnumerateObject().ToArray() is [{ Name: "carryFrom", Value.ValueKind: JsonValueKind.String } from]
            ? new Opening(0, from.Value.GetString()) : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, Opening value, JsonSerializerOptions options)
    {
        if (value.CarryFrom is { } from)
        {
            writer.WriteStartObject();
            writer.WriteString("carryFrom", from);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNumberValue(value.Homes);
        }
    }
}

/// <summary>Which vacancies an agreement is about; empty lists let all pass.</summary>
public sealed record VacancyFilter
{
    [Description("Rooms, for example [1, 2].")]
    public IReadOnlyList<int> Rooms { get; init; } = [];

    [Description("Smallest area in square metres.")]
    public double? MinM2 { get; init; }

    [Description("Largest area in square metres.")]
    public double? MaxM2 { get; init; }
}

/// <summary>The day on which a vacancy counts.</summary>
public enum VacancyBasis
{
    FreeFrom,
    Notice,
    Let,
}

/// <summary>What becomes of a part of a home.</summary>
public enum Rounding
{
    Down,
    Nearest,
    Up,
}

/// <summary>What an account carries over.</summary>
public enum AccountKind
{
    Cumulative,
    CalendarYear,
    Rolling,
}

/// <summary>Whether deliveries ahead pay later dues.</summary>
public enum Surplus
{
    Counts,
    Lost,
}

/// <summary>What a refused home is.</summary>
public enum Refused
{
    NotDelivered,
    Delivered,
}
