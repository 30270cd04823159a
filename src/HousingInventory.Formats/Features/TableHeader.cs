using System.Globalization;

namespace HousingInventory.Formats;

/// <summary>Names of columns in tables whose format does not keep them distinct.</summary>
internal static class TableHeader
{
    /// <summary>
    /// The trimmed name if it is new among <paramref name="taken"/> (compared without case), else with "_2", "_3" ...; a blank one becomes "column_" and its
    /// 1-based place. The name returned is added.
    /// </summary>
    public static string Unique(string name, int index, HashSet<string> taken)
    {
        string plain = name.Trim();
        if (plain.Length == 0)
        {
            plain = string.Create(CultureInfo.InvariantCulture, $"column_{index + 1}");
        }

        string unique = plain;
        for (int n = 2; !taken.Add(unique); n++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{plain}_{n}");
        }

        return unique;
    }
}
