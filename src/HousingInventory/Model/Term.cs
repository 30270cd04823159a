using System.Reflection;
using HousingInventory.Diagnostics;

namespace HousingInventory.Model;

/// <summary>A value of a closed list: how files write it, and how people read it.</summary>
/// <param name="Key">Kebab case; never changes.</param>
/// <param name="Sv">In Swedish.</param>
/// <param name="En">In English.</param>
public sealed record Term(string Key, string Sv, string En)
{
    /// <summary>The words in a language.</summary>
    public string In(Language language) => language == Language.Sv ? Sv : En;

    /// <summary>The term of a value of an enum whose values bear <see cref="TermAttribute"/>.</summary>
    public static Term Of<T>(T value)
        where T : struct, Enum => Listed<T>.ByValue[value];

    /// <summary>The terms of all values, in the order in which they are declared.</summary>
    public static IReadOnlyList<Term> All<T>()
        where T : struct, Enum => Listed<T>.Terms;

    private static class Listed<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, Term> ByValue = typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static)
            .ToDictionary(f => (T)f.GetValue(null)!, f => f.GetCustomAttribute<TermAttribute>() is { } said ? new Term(said.Key, said.Sv, said.En) : throw new InvalidOperationException($"{typeof(T).Name}.{f.Name} has no term."));

        public static readonly Term[] Terms = [.. ByValue.Values];
    }
}

/// <summary>The term of a value, at the value itself.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class TermAttribute(string key, string sv, string en) : Attribute
{
    public string Key { get; } = key;

    public string Sv { get; } = sv;

    public string En { get; } = en;
}
