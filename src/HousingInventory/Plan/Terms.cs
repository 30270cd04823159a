using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Plan;

/// <summary>The plan's closed lists, as files write them (kebab case) and as people read them: each value bears its words itself.</summary>
internal static class Terms
{
    private static readonly ConcurrentDictionary<Enum, Term> Known = new();

    /// <summary>The value as a file writes it.</summary>
    public static string Key(Enum value) => Of(value).Key;

    /// <summary>The value as people read it.</summary>
    public static string Label(Enum value, Language language) => Of(value).In(language);

    private static Term Of(Enum value) => Known.GetOrAdd(value, static v =>
    {
        // A list that only files read has no words but its keys.
        string key = JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString());
        return v.GetType().GetField(v.ToString())!.GetCustomAttribute<TermAttribute>() is { } said ? new Term(said.Key, said.Sv, said.En)
            : new Term(key, key, key);
    });
}
