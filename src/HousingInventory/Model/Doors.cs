using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization;

namespace HousingInventory.Model;

/// <summary>The four closed families where the tool grows: sources, criteria, analyses and outputs.</summary>
public static class Doors
{
    private static readonly ConcurrentDictionary<Type, string> Names = new();

    /// <summary>The <c>type</c> words of a family with the record of each, in the order in which they are declared.</summary>
    public static IReadOnlyList<(string Name, Type Type)> All<TFamily>() =>
        [.. typeof(TFamily).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(static d => ((string)d.TypeDiscriminator!, d.DerivedType))];

    /// <summary>The <c>type</c> word of a source, criterion, analysis or output, as its line in the family's base record gives it.</summary>
    public static string TypeOf(object member) => Names.GetOrAdd(member.GetType(), static type =>
        (string)type.BaseType!.GetCustomAttributes<JsonDerivedTypeAttribute>().First(d => d.DerivedType == type).TypeDiscriminator!);
}
