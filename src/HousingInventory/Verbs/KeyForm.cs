using System.Text.RegularExpressions;
using HousingInventory.Formats;
using HousingInventory.Link;
using HousingInventory.Model;

namespace HousingInventory.Verbs;

/// <summary>
/// The forms in which link keys may leave a population extract. What has another form is no key, whatever its column is called: in an extract whose columns are
/// shifted it is a name or a person's number.
/// </summary>
internal static partial class KeyForm
{
    /// <summary>So many digits are no house number and no code, but perhaps a birth date.</summary>
    private const int FewestDigits = 6;

    /// <summary>The keys that may leave.</summary>
    /// <param name="key">As read.</param>
    /// <param name="names">Names of the address register; null without one.</param>
    /// <param name="isMisfit">Whether a column holds what cannot be its key, so that no column of the row can be trusted; then no key is left.</param>
    public static RegistrationKey Of(RegistrationKey key, KnownNames? names, out bool isMisfit)
    {
        isMisfit = !(IsId(key.Dwelling) && IsId(key.Address) && IsId(key.Property) && IsText(key.AddressText) && IsText(key.PostTown) && IsText(key.Designation)
            && IsShortNumber(key.PostalCode) && IsShortNumber(key.DwellingNumber) && IsShortNumber(key.Municipality));
        if (isMisfit)
        {
            return default;
        }

        AddressReader reader = new();
        reader.Read(key.AddressText);
        string? address = key.AddressText is { } text ? PlainAddress.Of(text, names) : null;
        string? code = Form(key.PostalCode, FiveDigits());
        return key with
        {
            AddressText = address,
            PostalCode = code ?? (address is not null && reader.PostalCode != 0 ? FormattableString.Invariant($"{reader.PostalCode:00000}") : null),
            PostTown = key.PostTown is { } town && Town().IsMatch(town) && code is not null ? town.Trim() : null,
            Designation = key.Designation is { } said && Unit().IsMatch(said) ? said.Trim() : null,
            Municipality = Form(key.Municipality, FourDigits()),
            DwellingNumber = Form(key.DwellingNumber, FourDigits()) ?? (address is not null && reader.DwellingNumber != 0 ? FormattableString.Invariant($"{reader.DwellingNumber:0000}") : null),
        };
    }

    private static string? Form(string? value, Regex form) => value is not null && form.IsMatch(value) ? value : null;

    /// <summary>A UUID, or a short key of a register: no blank in it, and a digit; never a person's number.</summary>
    private static bool IsId(string? value) => value is null
        || (!IsPersonNumber(value) && (value.Length >= 30 ? Uuid().IsMatch(value) : ShortId().IsMatch(value)));

    /// <summary>Words, perhaps with numbers: neither control characters nor a long number alone.</summary>
    private static bool IsText(string? value) => value is null || (!value.Any(char.IsControl) && (value.Any(char.IsLetter) || value.Count(char.IsAsciiDigit) < FewestDigits));

    /// <summary>A number of few digits, whatever stands about it: neither a word alone nor a long number.</summary>
    private static bool IsShortNumber(string? value) =>
        value is null || (!value.Any(char.IsControl) && value.Count(char.IsAsciiDigit) < FewestDigits && (value.Any(char.IsAsciiDigit) || !value.Any(char.IsLetter)));

    private static bool IsPersonNumber(string value) => value.Count(char.IsAsciiDigit) is 10 or 12 && PersonNumber.TryParse(value, new DateOnly(2100, 1, 1), out _);

    [GeneratedRegex(@"^[\w:.-]{0,12}\{?[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}\}?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Uuid();

    [GeneratedRegex(@"^(?=[^\d]*\d)[\p{L}\d._:-]{1,29}$", RegexOptions.CultureInvariant)]
    private static partial Regex ShortId();

    [GeneratedRegex(@"^\d{5}$")]
    private static partial Regex FiveDigits();

    [GeneratedRegex(@"^\d{4}$")]
    private static partial Regex FourDigits();

    [GeneratedRegex(@"^[\p{L}\p{M} .'-]{2,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex Town();

    /// <summary>A tract or block with its unit: BÄCKEN 1:2, BACKA S:1, LÅNGA 3, BÄCKEN 1:2>1.</summary>
    [GeneratedRegex(@"^(?=.*\p{L})[\p{L}\p{M}\d .:'-]{1,60} (?:(?:\d{1,4}|S|GA|FS|[A-ZÅÄÖ]) ?: ?)?\d{1,5}(?:>\d{1,4})?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unit();
}
