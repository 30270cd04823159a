using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Model;
using HousingInventory.Score;

namespace HousingInventory.Export;

/// <summary>The closed lists, with what people read. Nobody registered is never called vacant.</summary>
public static class ResultWords
{
    public static IReadOnlyList<ResultValue> Statuses { get; } =
    [
        new("registered", "Någon folkbokförd", "Somebody registered"),
        new("nobody-registered", "Ingen folkbokförd", "Nobody registered"),
        new("secondary", "Ytterligare bostadshus", "Further dwelling"),
        new("undetermined", "Kan inte avgöras", "Undetermined"),
        new("not-housing", "Inte bostad", "Not housing"),
    ];

    public static IReadOnlyList<ResultValue> Reasons { get; } =
    [
        new("no-registration-found", "Ingen träff i folkbokföringen", "No registration found"),
        new("unplaced-on-property", "Folkbokförd på fastigheten, oklart i vilket hus", "On the property, house unknown"),
        new("shared-address", "Flera hus har samma adress", "Address shared by buildings"),
        new("uncertain-address", "Adressen är inte entydig", "Address not unique"),
        new("out-of-reach", "Ingen uppgift kan leda hit", "Nothing in the sources could lead here"),
        new("unlinked-nearby", "Någon i trakten kunde inte kopplas och kan höra hit", "Somebody nearby stayed unlinked and may belong here"),
        new("extract-has-a-hole", "Utdraget saknar platsens folkbokförda", "The extract lacks the place"),
        new("in-use", "Annat underlag visar att huset används", "Other evidence shows that the house is used"),
        new("linkage-too-low", "För få folkbokförda kunde kopplas", "Too few registrations linked"),
    ];

    public static IReadOnlyList<ResultValue> AddressSources { get; } =
    [
        new("own", "Huset självt", "The house itself"),
        new("property", "Fastigheten", "The property"),
        new("none", "Ingen adress", "No address"),
    ];

    public static IReadOnlyList<ResultValue> HolidayHints { get; } =
    [
        new("none", "Inga", "None"),
        new("in-scb-area", "I SCB:s fritidshusområde", "In a holiday-home area of SCB"),
        new("season-waste", "Säsongshämtning av avfall", "Seasonal waste collection"),
        new("old-tax-code", "Äldre typkod för fritidshus", "Old tax code for holiday homes"),
        new("owner-said", "Enligt ägaren", "The owner said so"),
    ];

    public static IReadOnlyList<ResultValue> Confidences { get; } =
    [
        new("strong", "Stark", "Strong"),
        new("medium", "Medel", "Medium"),
        new("weak", "Svag", "Weak"),
    ];

    /// <summary>What moved the strength of evidence.</summary>
    public static IReadOnlyList<ResultValue> ConfidenceReasons { get; } =
    [
        new("no-own-address", "ingen egen adress", "no address of its own"),
        new("address-not-sure", "adressen är osäkert knuten till huset", "the address is not surely the house's"),
        new("no-property", "fastigheten är okänd", "the property is unknown"),
        new("unlinked-nearby", "någon i byn kunde inte knytas till ett hus", "somebody in the village could not be linked to a house"),
        new("few-linked", "få folkbokförda kunde kopplas", "few registrations could be linked"),
        new("others-on-property", "någon är folkbokförd på fastigheten", "somebody is registered on the property"),
        new("evidence-of-use", "annat underlag talar för att huset används", "other evidence suggests that the house is used"),
        new("evidence-of-disuse", "annat underlag talar för att huset inte används", "other evidence suggests that the house is not used"),
        new("many-unplaced", "många personer kunde inte placeras i körningen", "many persons could not be placed in this run"),
    ];

    public static IReadOnlyList<ResultValue> States { get; } =
    [
        new("not-started", "Ej påbörjad", "Not started"),
        new("contacted", "Kontaktad", "Contacted"),
        new("interested", "Ägaren intresserad", "Owner interested"),
        new("declined", "Ägaren tackar nej", "Owner declined"),
        new("do-not-contact", "Kontakta inte", "Do not contact"),
        new("in-use", "Används", "In use"),
        new("unsuitable", "Olämpligt", "Unsuitable"),
        new("taken", "Ianspråktaget", "Taken"),
    ];

    public static IReadOnlyList<ResultValue> Missing { get; } =
    [
        new("unreachable", "Går inte att nå", "Unreachable"),
        new("no-service", "Ingen trafik den dagen", "No service that day"),
        new("off-network", "Ingen väg fram till huset", "Off the network"),
        new("no-data", "Uppgift saknas", "No data"),
    ];

    /// <summary>The tests of the funnel, in no fixed order.</summary>
    public static IReadOnlyList<ResultValue> Tests { get; } =
    [
        new("all", "Alla byggnader", "All buildings"),
        new("dwelling", "Är bostad", "Is a dwelling"),
        new("nobody-registered", "Ingen folkbokförd", "Nobody registered"),
        new("house-part", "Del av ett annat hus", "Part of another house"),
        new("planned", "Bara reserverade adresser", "Reserved addresses only"),
        new("footprint", "Byggnadsyta", "Footprint"),
        new("stop", "Nära hållplats", "Near a stop"),
        new("settlement-1", "I bebyggelse (tät)", "In a settlement (close)"),
        new("settlement-2", "I bebyggelse (gles)", "In a settlement (sparse)"),
        new("confidence", "Tillräckligt underlag", "Confidence"),
        new("holiday-home", "Fritidshus", "Holiday home"),
        new("followup", "Uppföljning", "Follow-up"),
    ];

    /// <summary>The run's own estimate of how wrong it may be, as one sentence without a full stop.</summary>
    public static string MayBeLivedIn(ExpectedInhabited expected, Language language) => language == Language.Sv
        ? string.Create(CultureInfo.InvariantCulture, $"Högst omkring {expected.AtMost} av {expected.Listed} hem utan folkbokförd kan vara bebodda")
        : string.Create(CultureInfo.InvariantCulture, $"At most about {expected.AtMost} of {expected.Listed} homes without registration may be lived in");

    /// <summary>The key of a confidence.</summary>
    public static string Of(Confidence confidence) => confidence switch
    {
        Confidence.Strong => "strong",
        Confidence.Medium => "medium",
        _ => "weak",
    };

    /// <summary>The key of a missing measure; null when it was measured.</summary>
    public static string? Of(MeasureState state) => state switch
    {
        MeasureState.Measured => null,
        MeasureState.Unreachable => "unreachable",
        MeasureState.NoService => "no-service",
        MeasureState.OffNetwork => "off-network",
        _ => "no-data",
    };

    /// <summary>What people read for a key of a list; the key itself where the list does not hold it.</summary>
    public static string Label(IReadOnlyList<ResultValue> list, string key, Diagnostics.Language language) =>
        list.FirstOrDefault(v => v.Key == key) is { } value ? (language == Diagnostics.Language.Sv ? value.Sv : value.En) : key;
}
