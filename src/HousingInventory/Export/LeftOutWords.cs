using HousingInventory.Diagnostics;
using HousingInventory.Import;
using HousingInventory.Model;

namespace HousingInventory.Export;

/// <summary>What people read for the reasons for which rows are left out. Files and the manifest keep the key.</summary>
public static class LeftOutWords
{
    private static readonly Dictionary<string, string> Swedish = new(StringComparer.Ordinal)
    {
        ["bad-value"] = "oläsligt värde",
        ["broken"] = "skadade",
        ["contradictory"] = "motsäger varandra",
        ["deregistered"] = "avregistrerade",
        ["duplicate"] = "dubbletter",
        ["ended"] = "avslutade",
        [InputFile.Few] = "skäl med färre än fem rader",
        ["no-address"] = "utan adress",
        ["no-area"] = "utan yta",
        ["no-case"] = "utan hushållsnummer",
        ["no-category"] = "utan slag av service",
        ["no-date"] = "utan datum",
        ["no-decision"] = "utan beslut",
        ["no-designation"] = "utan beteckning",
        ["no-home"] = "utan bostad",
        ["no-key"] = "utan nyckel",
        ["no-landlord"] = "utan hyresvärd",
        ["no-line"] = "ingen linje",
        ["no-name"] = "utan namn",
        ["no-place"] = "utan plats",
        ["no-premises"] = "utan lokal",
        ["no-property"] = "utan fastighet",
        ["no-ref"] = "utan referens",
        ["no-road-for-anybody"] = "inte för gående, bil eller buss",
        ["no-size"] = "utan antal personer",
        ["no-step"] = "utan steg",
        ["no-trips"] = "utan turer",
        ["no-verdict"] = "utan utfall",
        ["not-active"] = "inte gällande",
        ["not-an-area"] = "ingen yta",
        ["not-found"] = "finns inte i registren",
        ["not-placeable"] = "kan inte placeras",
        ["other-crs"] = "annat koordinatsystem",
        ["other-municipality"] = "annan kommun",
        ["outline-too-complex"] = "för invecklad kontur",
        ["past-deletion"] = "ska gallras",
        ["repeated"] = "upprepade",
        ["unknown-state"] = "okänt läge",
        ["unknown-verdict"] = "okänt utfall",
    };

    /// <summary>The reason in a language; in English it is the key itself, and of a timetable the reader's own sentence.</summary>
    public static string In(string reason, Language language) =>
        language == Language.Sv ? Swedish.GetValueOrDefault(reason) ?? TimetableFaultWords.Find(reason) ?? reason : reason;

    /// <summary>"avregistrerade 145, dubbletter 73"; empty where nothing was left out.</summary>
    public static string Told(IEnumerable<KeyValuePair<string, long>> leftOut, Language language) =>
        string.Join(", ", leftOut.Select(l => FormattableString.Invariant($"{In(l.Key, language)} {l.Value}")));
}
