using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Configuration;

/// <summary>
/// Holds a JSON tree against the configuration's types, so that a misspelt member is refused with its path and the nearest known name: the serializer's own
/// message speaks of .NET types and stops at the path.
/// </summary>
internal static class ShapeCheck
{
    public static void Check(JsonNode? node, Type type, string at, string file)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        switch (node)
        {
            case JsonObject members when ValueOfDictionary(type) is { } value:
                foreach ((string name, JsonNode? child) in members.Where(m => m.Value is not null || Nullable.GetUnderlyingType(value) is null))
                {
                    Check(child ?? throw Wrong(file, Join(at, name), value, "null"), value, Join(at, name), file);
                }

                break;
            case JsonObject members when type.Namespace?.StartsWith("HousingInventory", StringComparison.Ordinal) == true && !type.IsEnum:
                CheckMembers(members, type, at, file);
                break;
            case JsonArray items when ItemOfList(type) is { } item:
                for (int i = 0; i < items.Count; i++)
                {
                    string place = string.Create(CultureInfo.InvariantCulture, $"{at}[{i}]");
                    Check(items[i] ?? throw Wrong(file, place, item, "null"), item, place, file);
                }

                break;
            case JsonValue value:
                CheckValue(value, type, at, file);
                break;
            case JsonObject or JsonArray:
                throw Wrong(file, at, type, node is JsonObject ? "an object" : "an array");
            default:
                break;
        }
    }

    private static void CheckMembers(JsonObject members, Type type, string at, string file)
    {
        Dictionary<string, Type> doors = type.GetCustomAttributes<JsonDerivedTypeAttribute>()
            .ToDictionary(d => (string)d.TypeDiscriminator!, d => d.DerivedType, StringComparer.Ordinal);
        if (doors.Count > 0)
        {
            type = DoorType(members, type, doors, at, file);
        }

        Dictionary<string, PropertyInfo> known = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always } && p.CanWrite)
            .ToDictionary(ConfigReader.MemberName, StringComparer.Ordinal);
        foreach ((string name, JsonNode? child) in members)
        {
            if (name == "type" && doors.Count > 0)
            {
                continue;
            }

            if (!known.TryGetValue(name, out PropertyInfo? property))
            {
                throw new InputException($"{file}: {Join(at, name)} is not known here; did you mean '{Nearest.Of(name, known.Keys)}'?");
            }

            // Null switches off what may be off; anywhere else it would be found much later, by something that does not know the path.
            if (child is null && !MayBeNull(property))
            {
                throw Wrong(file, Join(at, name), Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, "null");
            }

            if (property.GetCustomAttribute<JsonConverterAttribute>() is null)
            {
                Check(child, property.PropertyType, Join(at, name), file);
            }
        }
    }

    private static Type DoorType(JsonObject members, Type door, Dictionary<string, Type> doors, string at, string file)
    {
        string what = door.Name.ToLowerInvariant();
        if (members["type"] is not JsonValue value || !value.TryGetValue(out string? said))
        {
            throw new InputException($"{file}: {at} needs a \"type\": one of {string.Join(", ", doors.Keys)}.");
        }

        if (doors.TryGetValue(said, out Type? type))
        {
            return type;
        }

        throw new InputException($"{file}: {at}: there is no {what} type '{said}'; did you mean '{Nearest.Of(said, doors.Keys)}'?");
    }

    private static void CheckValue(JsonValue value, Type type, string at, string file)
    {
        JsonValueKind kind = value.GetValueKind();
        if (type.IsEnum)
        {
            string[] words = [.. Enum.GetNames(type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];
            if (kind != JsonValueKind.String || !words.Contains(value.GetValue<string>()))
            {
                throw new InputException($"{file}: {at} must be one of {string.Join(", ", words)}.");
            }
        }
        else if (type == typeof(DateOnly))
        {
            if (kind != JsonValueKind.String
                || !DateOnly.TryParseExact(value.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                throw new InputException($"{file}: {at} must be a date written \"yyyy-MM-dd\".");
            }
        }
        else if (type == typeof(string) ? kind != JsonValueKind.String
            : type == typeof(bool) ? kind is not (JsonValueKind.True or JsonValueKind.False)
            : type == typeof(int) ? kind != JsonValueKind.Number || !value.TryGetValue(out int _)
            : type == typeof(long) ? kind != JsonValueKind.Number || !value.TryGetValue(out long _)
            : type == typeof(double) ? kind != JsonValueKind.Number || !value.TryGetValue(out double number) || !double.IsFinite(number)
            : type != typeof(JsonNode))
        {
            throw Wrong(file, at, type, kind.ToString().ToLowerInvariant());
        }
    }

    private static InputException Wrong(string file, string at, Type type, string found)
    {
        string expected = type == typeof(string) ? "a text"
            : type == typeof(bool) ? "true or false"
            : type == typeof(int) || type == typeof(long) ? "a whole number"
            : type == typeof(double) ? "a number"
            : type == typeof(DateOnly) ? "a date written \"yyyy-MM-dd\""
            : type.IsEnum ? "one of " + string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName))
            : ItemOfList(type) is not null ? "an array" : "an object";
        return new InputException($"{file}: {(at.Length == 0 ? "the file" : at)} must be {expected}, not {found}.");
    }

    private static bool MayBeNull(PropertyInfo property) => property.PropertyType.IsValueType
        ? Nullable.GetUnderlyingType(property.PropertyType) is not null
        : new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;

    private static Type? ItemOfList(Type type) => GenericArgument(type, typeof(IReadOnlyList<>), 0);

    private static Type? ValueOfDictionary(Type type) => GenericArgument(type, typeof(IReadOnlyDictionary<,>), 1);

    private static Type? GenericArgument(Type type, Type generic, int index) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == generic ? type.GetGenericArguments()[index] : null;

    private static string Join(string at, string name) => at.Length == 0 ? name : $"{at}.{name}";
}
