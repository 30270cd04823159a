using HousingInventory.Configuration;
using HousingInventory.Export;
using HousingInventory.Formats;
using HousingInventory.Import;
using HousingInventory.Link;
using HousingInventory.Model;

namespace HousingInventory.Verbs;

/// <summary>Gathers what must stand in no result of a configuration, and what stands there anyway.</summary>
internal static class SoughtInResults
{
    /// <summary>All that is sought.</summary>
    /// <param name="loaded">The configuration.</param>
    /// <param name="results">What a run gives now.</param>
    /// <param name="keys">The withheld keys.</param>
    /// <param name="hasNoNames">Whether the residents have neither names nor numbers.</param>
    /// <param name="others">What the results of other municipalities show, where theirs are searched; null for a configuration's own.</param>
    public static SoughtValues Of(LoadedConfig loaded, Results results, IReadOnlyList<WithheldKey> keys, out bool hasNoNames, ShownElsewhere? others = null)
    {
        ResultTable table = new(results);
        HashSet<string> shown = Shown(table);
        HashSet<string> ordinary = Ordinary(results, OpenTexts(results, static _ => true));
        ordinary.UnionWith(others?.Words ?? []);
        SoughtValues sought = new(ordinary);
        HashSet<string> open = Ordinary(results, OpenTexts(results, AreOpen(results)));
        Withheld(results, keys, table, sought, words => shown.Contains(string.Join(' ', words)) || (words.Length == 1 && open.Contains(words[0])) || others?.Shows(words) == true);
        List<PersonScan.Person> persons = PersonScan.Persons(loaded);
        persons.ForEach(sought.AddPerson);
        hasNoNames = persons.TrueForAll(static p => p.Numbers.Count + p.Names.Count == 0);
        if (hasNoNames)
        {
            Rows(loaded, sought);
        }

        return sought;
    }

    private static void Withheld(Results results, IReadOnlyList<WithheldKey> keys, ResultTable table, SoughtValues sought, Predicate<string[]> isShown)
    {
        foreach (WithheldKey key in keys.Where(static k => k.IsListed))
        {
            foreach (string form in WithheldForms.Of(key.Text))
            {
                sought.AddWithheld(form, isShown);
            }
        }

        HashSet<int> inFlats = [.. results.Linkage.Flats.Select(static f => f.Building)];
        CrsTransform toWgs84 = CrsTransform.Between(results.Frame.Crs, CrsTable.FindByText("EPSG:4326")!);
        for (int b = 0; b < results.Registers.Buildings.Count; b++)
        {
            if (!results.Linkage.Withheld[b] || inFlats.Contains(results.Linkage.HouseOf[b]))
            {
                continue;
            }

            Building building = results.Registers.Buildings[b];
            sought.AddWithheld(building.Id, isShown);
            sought.AddWithheld(Ref.Of(building.Id), isShown);
            if (table.PropertyText(b) is { Length: > 0 } property)
            {
                sought.AddWithheld(property, isShown);
            }

            foreach (int address in results.Linkage.AddressesOf[b])
            {
                sought.AddWithheld(results.Registers.Addresses[address].Text, isShown, results.Registers.Addresses[address].PostalCode);
                if (results.Registers.Addresses[address].Key is { } key)
                {
                    sought.AddWithheld(key, isShown);
                }
            }

            (double x, double y) = (building.House.X, building.House.Y);
            sought.AddPlace(y, x);
            (double lon, double lat) = toWgs84.Apply(x, y);
            sought.AddPlace(lat, lon);
        }
    }

    // A reduced file has no names; its rows are known by an id of a dwelling, or by an address with all that stands beside it.
    private static void Rows(LoadedConfig loaded, SoughtValues sought)
    {
        foreach (ResidentsSource source in loaded.Config.Sources.OfType<ResidentsSource>())
        {
            string path = loaded.Resolve(source.Path!);
            if (!File.Exists(path))
            {
                continue;
            }

            using IFeatureCursor cursor = DataFile.Open(path, new ReadOptions(source.Layer, null, source.Encoding, source.Delimiter?[0], NothingOnDisk: true), static layers => layers[0].Name);
            string[] names = [.. cursor.Layer.Columns.Select(static c => ColumnMap.Fold(c.Name))];
            int Column(string target) => Array.FindIndex(names, n => ResidentsSource.Known.Columns.First(w => w.Target == target) is { } words && (words.Known.Any(k => ColumnMap.Fold(k) == n) || words.KeyNames().Contains(n)));
            int dwelling = Column("dwelling");
            int[] keys = [Column("address"), Column("property"), Column("addressId"), Column("propertyId")];
            int[] others = [Column("postalCode"), Column("municipality"), Column("dwellingNumber")];
            while (cursor.Read())
            {
                if (dwelling >= 0 && cursor.Text(dwelling) is { } id)
                {
                    sought.AddRow(id, []);
                }

                List<string> beside = [.. others.Where(static c => c >= 0).Select(cursor.Text).OfType<string>()];
                string[] told = [.. keys.Where(static c => c >= 0).Select(cursor.Text).OfType<string>()];
                if (told.Length > 0 && beside.Count > 0)
                {
                    sought.AddRow(told[0], [.. told.Skip(1), .. beside]);
                }
            }
        }
    }

    /// <summary>Runs of words that the results of a municipality show, and words that they hold anyway.</summary>
    internal static (HashSet<string> Runs, HashSet<string> Words) ShownBy(Results results) => (Shown(new ResultTable(results)), Ordinary(results, OpenTexts(results, static _ => true)));

    /// <summary>Runs of words that results show of houses that may be shown; a withheld home may share them with such a house.</summary>
    private static HashSet<string> Shown(ResultTable table)
    {
        Results results = table.Results;
        IEnumerable<string?> texts = table.Buildings.SelectMany(r => (string?[])[table.AddressOf(r.Index).Address, table.PropertyText(r.Index)])
            .Concat(results.Linkage.Flats.SelectMany(f => (string?[])[results.Registers.Buildings[f.Building].Id, Ref.Of(results.Registers.Buildings[f.Building].Id), table.AddressOf(f.Building).Address, table.PropertyText(f.Building)]))
            .Concat(results.Surroundings.Services.Select(static s => s.Name)).Concat(results.Surroundings.Localities.Select(static l => l.Name)).Concat(results.Flags.Locality)
            // A stop named as the village stands before its departures, which reads as a farm's address.
            .Concat((results.Surroundings.Transit?.Stops ?? []).Select(static s => FormattableString.Invariant($"{s.Name} {s.Departures}")));
        HashSet<string> runs = new(StringComparer.Ordinal);
        foreach (string text in texts.OfType<string>())
        {
            List<string> words = FoldedText.Words(text);
            for (int i = 0; i < words.Count; i++)
            {
                for (int n = 1; n <= Math.Min(SoughtValues.LongestPhrase, words.Count - i); n++)
                {
                    // The property EXEMPELBYN 1:9 does not show the address Exempelbyn 1.
                    if (i + n == words.Count || !text.Contains($"{words[i + n - 1]}:{words[i + n]}", StringComparison.Ordinal))
                    {
                        runs.Add(string.Join(' ', words.Skip(i).Take(n)));
                    }
                }
            }
        }

        return runs;
    }

    /// <summary>Words that results hold anyway: the tool's, the configuration's, and those of these texts.</summary>
    private static HashSet<string> Ordinary(Results results, IEnumerable<string> texts)
    {
        HashSet<string> words = new(ToolWords.All, StringComparer.Ordinal);
        words.UnionWith(FoldedText.Words(results.Frame.Configuration));
        foreach (string text in texts)
        {
            words.UnionWith(FoldedText.Words(text));
        }

        return words;
    }

    /// <summary>Addresses of the register that are no withheld home's: the name of its farm may stand in no other.</summary>
    private static Predicate<int> AreOpen(Results results)
    {
        IEnumerable<int> withheld = Enumerable.Range(0, results.Registers.Buildings.Count).Where(b => results.Linkage.Withheld[b]);
        HashSet<int> hidden = [.. withheld.SelectMany(b => results.Linkage.AddressesOf[b])];
        return a => !hidden.Contains(a);
    }

    private static IEnumerable<string> OpenTexts(Results results, Predicate<int> isOpen) =>
        results.Registers.Addresses.Where((_, a) => isOpen(a)).SelectMany(static a => (string?[])[a.Text, a.PostTown, a.District])
            .Concat(results.Registers.Properties.Select(static p => p.Designation)).Concat(results.Surroundings.Localities.Select(static l => l.Name))
            .Concat(results.Surroundings.Services.Select(static s => s.Name)).Concat((results.Surroundings.Transit?.Stops ?? []).Select(static s => s.Name)).OfType<string>();
}
