namespace HousingInventory.Formats;

/// <summary>
/// Identities of properties, addresses, dwellings and buildings as the registers write them, brought to one form so that they can be compared. They are
/// GUIDs in the style of a database, which fail the version rules of RFC 4122, and older national keys, so they are text and nothing is validated.
/// </summary>
public static class RegisterKey
{
    /// <summary>No key of any register is longer; what is beyond is not a key.</summary>
    internal const int MaxLength = 64;

    /// <summary>
    /// The key in lower case without dashes, braces, blanks and a leading "urn:uuid:"; null when nothing is left, when only zeros are left, or when it
    /// holds anything but letters and digits or more than 64 of them.
    /// </summary>
    public static string? Normalise(ReadOnlySpan<char> text)
    {
        Span<char> key = stackalloc char[MaxLength];
        int length = Normalise(text, key);
        return length == 0 ? null : key[..length].ToString();
    }

    internal static int Normalise(ReadOnlySpan<char> text, Span<char> key)
    {
        text = text.Trim();
        if (text.StartsWith("urn:uuid:", StringComparison.OrdinalIgnoreCase))
        {
            text = text["urn:uuid:".Length..];
        }

        int length = 0;
        bool onlyZeros = true;
        foreach (char c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) && length < MaxLength)
            {
                key[length++] = char.ToLowerInvariant(c);
                onlyZeros &= c == '0';
            }
            else if (c is not ('-' or '{' or '}') && !char.IsWhiteSpace(c))
            {
                return 0;
            }
        }

        return onlyZeros ? 0 : length;
    }
}
