using System.Text;

namespace HousingInventory.Formats;

/// <summary>Names in PostgreSQL.</summary>
public static class PgName
{
    /// <summary>The server silently cuts longer names, after which two may be one.</summary>
    public const int MaxBytes = 63;

    /// <summary>The name in double quotes, taken by the server letter for letter.</summary>
    /// <exception cref="ArgumentException">Empty, longer than 63 bytes in UTF-8, or with a zero character.</exception>
    public static string Quote(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (Encoding.UTF8.GetByteCount(name) > MaxBytes || name.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException($"The name '{name}' is longer than 63 bytes or has a character that no name may have.");
        }

        return '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
    }

    /// <summary>Schema and name, each in double quotes.</summary>
    /// <exception cref="ArgumentException">As <see cref="Quote(string)"/>.</exception>
    public static string Quote(string schema, string name) => Quote(schema) + "." + Quote(name);

    /// <summary>The text as a literal of standard SQL.</summary>
    public static string Literal(string text) =>
        (text.Contains('\\', StringComparison.Ordinal) ? " E'" : "'") + text.Replace("\0", "", StringComparison.Ordinal).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>
    /// Takes "SCHEMA.TABLE" or "TABLE" apart at the first point; parts may stand in double quotes, within which a point is part of the name and a quotation mark is
    /// doubled. Null when it is neither.
    /// </summary>
    internal static (string? Schema, string Name)? Split(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        if (Part(ref rest) is not { } first)
        {
            return null;
        }

        if (rest.IsEmpty)
        {
            return (null, first);
        }

        rest = rest[1..];
        bool quoted = rest is ['"', ..];
        string? second = quoted ? Part(ref rest) : rest.ToString();
        return second is { Length: > 0 } && (rest.IsEmpty || !quoted) ? (first, second) : null;
    }

    private static string? Part(ref ReadOnlySpan<char> rest)
    {
        if (rest is not ['"', ..])
        {
            int point = rest.IndexOf('.');
            int end = point < 0 ? rest.Length : point;
            string plain = rest[..end].ToString();
            rest = rest[end..];
            return plain.Length == 0 ? null : plain;
        }

        StringBuilder name = new();
        for (int i = 1; i < rest.Length; i++)
        {
            if (rest[i] == '"' && !(i + 1 < rest.Length && rest[i + 1] == '"'))
            {
                rest = rest[(i + 1)..];
                return name.Length > 0 && (rest.IsEmpty || rest[0] == '.') ? name.ToString() : null;
            }

            i += rest[i] == '"' ? 1 : 0;
            name.Append(rest[i]);
        }

        return null;
    }
}
