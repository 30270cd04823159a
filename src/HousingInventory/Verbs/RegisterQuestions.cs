using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Verbs;

/// <summary>
/// Questions that the register officer can answer: what does not fit together between the registers. No person and no count. They follow from the registers whether
/// a place is withheld or not, since a missing row would tell of it. Registered buildings may stand in it, so it is written to the officer's folder and is no result.
/// </summary>
internal static class RegisterQuestions
{
    public const string FileName = "register-questions.csv";

    /// <summary>Headings in Swedish and English.</summary>
    public static readonly string[][] Headers = [["Fråga", "Objekt", "Adress eller beteckning"], ["Question", "Object", "Address or designation"]];

    public static OfficerFile Write(Results results, string path)
    {
        bool sv = results.Frame.Language == Language.Sv;
        return OfficerFile.Of(path, sv ? CsvDialect.Swedish : CsvDialect.English, Headers[sv ? 0 : 1], csv =>
        {
            foreach ((string question, string? id, string? text) in All(results, sv))
            {
                csv.Text(question);
                csv.Text(id);
                csv.Text(text);
                csv.EndRow();
            }
        });
    }

    private static IEnumerable<(string Question, string? Id, string? Text)> All(Results results, bool sv)
    {
        Registers registers = results.Registers;
        foreach (Property property in results.Linkage.Gaps.PropertiesWithoutHome.Select(p => registers.Properties[p])
            .OrderBy(p => p.Designation, StringComparer.Ordinal).ThenBy(p => p.Key, StringComparer.Ordinal))
        {
            yield return (sv ? "Folkbokförd på fastighet utan bostadshus" : "Registered on a property without a dwelling building", property.Key, property.Designation);
        }

        foreach (Address address in results.Linkage.Gaps.AddressesWithoutBuilding.Select(a => registers.Addresses[a])
            .OrderBy(a => a.Text, StringComparer.Ordinal).ThenBy(a => a.Key, StringComparer.Ordinal))
        {
            yield return (sv ? "Adress utan byggnad" : "Address without a building", address.Key, address.Text);
        }

        foreach (Building building in registers.Buildings)
        {
            int property = results.Linkage.PropertyOf[building.Index];
            if (building.IsDwelling && results.Linkage.AddressesOf[building.Index].Count == 0)
            {
                yield return (sv ? "Bostadshus utan adress" : "Dwelling building without an address", building.Id, property >= 0 ? registers.Properties[property].Designation : null);
            }
        }

        Dictionary<IdKey, Address> byKey = [];
        foreach (Address address in registers.Addresses.Where(a => a.Key is not null))
        {
            byKey.TryAdd(IdKey.Of(address.Key), address);
        }

        foreach (IGrouping<(string? Address, string? Text, string Number), Dwelling> twice in registers.Dwellings
            .Where(d => d.Number is not null && (d.AddressKey ?? d.AddressText) is not null)
            .GroupBy(d => (Address: d.AddressKey, Text: d.AddressText, Number: d.Number!))
            .Where(g => g.Count() > 1)
            .OrderBy(g => g.Key.Address, StringComparer.Ordinal).ThenBy(g => g.Key.Text, StringComparer.Ordinal).ThenBy(g => g.Key.Number, StringComparer.Ordinal))
        {
            Address? address = twice.Key.Address is { } key ? byKey.GetValueOrDefault(IdKey.Of(key)) : null;
            yield return (sv ? "Samma lägenhetsnummer två gånger" : "The same dwelling number twice", twice.Key.Number, address?.Text ?? twice.Key.Text);
        }
    }
}
