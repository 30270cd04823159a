using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using NetTopologySuite.Geometries;

namespace HousingInventory.Model;

/// <summary>
/// A fingerprint of everything that a value holds, by which it is proved that nobody has changed it. It goes through all members by itself, so that no new one is
/// forgotten, and holds in one process only.
/// </summary>
public static class Checksum
{
    private static readonly MethodInfo Plain = typeof(Checksum).GetMethod(nameof(Bytes), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>SHA-256 in hex.</summary>
    public static string Of(object? value)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, value, new HashSet<object>(ReferenceEqualityComparer.Instance));
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    private static void Add(IncrementalHash hash, object? value, HashSet<object> seen)
    {
        switch (value)
        {
            case null or Delegate or Type:
                hash.AppendData([0]);
                return;
            case string text:
                hash.AppendData(BitConverter.GetBytes(text.Length));
                hash.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
                return;
            case Geometry geometry:
                // Its own members remember what was asked of it, such as its box.
                Add(hash, geometry.GeometryType, seen);
                foreach (Coordinate at in geometry.Coordinates)
                {
                    hash.AppendData(BitConverter.GetBytes(at.X));
                    hash.AppendData(BitConverter.GetBytes(at.Y));
                }

                return;
            default:
                break;
        }

        Type type = value.GetType();
        if (!type.IsValueType && !seen.Add(value))
        {
            return;
        }

        if (type.IsPrimitive || type.IsEnum)
        {
            hash.AppendData(Encoding.ASCII.GetBytes(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!));
            hash.AppendData([1]);
        }
        else if (value is Array array && array.Rank == 1 && IsPlain(type.GetElementType()!))
        {
            hash.AppendData(BitConverter.GetBytes(array.Length));
            Plain.MakeGenericMethod(type.GetElementType()!).Invoke(null, [hash, array]);
        }
        else if (value is IEnumerable many)
        {
            foreach (object? item in many)
            {
                Add(hash, item, seen);
            }

            hash.AppendData([2]);
        }
        else
        {
            for (Type? at = type; at is not null; at = at.BaseType)
            {
                foreach (FieldInfo field in at.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    Add(hash, field.GetValue(value), seen);
                }
            }
        }
    }

    private static bool IsPlain(Type element) => element.IsPrimitive || element.IsEnum
        || (element.IsValueType && Nullable.GetUnderlyingType(element) is null && !(bool)typeof(RuntimeHelpers).GetMethod(nameof(RuntimeHelpers.IsReferenceOrContainsReferences))!.MakeGenericMethod(element).Invoke(null, null)!);

    private static void Bytes<T>(IncrementalHash hash, T[] values)
        where T : struct => hash.AppendData(MemoryMarshal.AsBytes(values.AsSpan()));
}
