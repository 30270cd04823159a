using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Export;

/// <summary>Closed lists that are no enums yet, with what people read.</summary>
public static class ResultWords
{
    public static IReadOnlyList<Term> AddressSources { get; } =
    [
        new("own", "Huset självt", "The house itself"),
        new("property", "Fastigheten", "The property"),
        new("none", "Ingen adress", "No address"),
    ];

    public static IReadOnlyList<Term> HolidayHints { get; } =
    [
        new("none", "Inga", "None"),
        new("in-scb-area", "I SCB:s fritidshusområde", "In a holiday-home area of SCB"),
        new("season-waste", "Säsongshämtning av avfall", "Seasonal waste collection"),
        new("old-tax-code", "Äldre typkod för fritidshus", "Old tax code for holiday homes"),
        new("owner-said", "Enligt ägaren", "The owner said so"),
    ];

    public static IReadOnlyList<Term> States { get; } =
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

    /// <summary>The run's own estimate of how wrong it may be, as one sentence without a full stop.</summary>
    public static string MayBeLivedIn(ExpectedInhabited expected, Language language) => language == Language.Sv
        ? string.Create(CultureInfo.InvariantCulture, $"Högst omkring {expected.AtMost} av {expected.Listed} hem utan folkbokförd kan vara bebodda")
        : string.Create(CultureInfo.InvariantCulture, $"At most about {expected.AtMost} of {expected.Listed} homes without registration may be lived in");

    /// <summary>What people read for a key of a list; the key itself where the list does not hold it.</summary>
    public static string Label(IReadOnlyList<Term> list, string key, Diagnostics.Language language) =>
        list.FirstOrDefault(v => v.Key == key) is { } value ? (language == Diagnostics.Language.Sv ? value.Sv : value.En) : key;
}
