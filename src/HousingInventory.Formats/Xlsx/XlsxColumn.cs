namespace HousingInventory.Formats;

/// <summary>A column of a sheet that is written.</summary>
/// <param name="Name">The heading.</param>
/// <param name="WidthCharacters">Width in digits of the standard font, 1 to 255.</param>
/// <param name="Choices">
/// The values that the cells below the heading accept, offered as a drop-down list; null when anything may be typed. Together at most 255 characters, none
/// with a comma or a quotation mark: a limit of the format.
/// </param>
/// <param name="IsLink">Whether texts below the heading that are addresses on the web (https://...) can be clicked.</param>
public sealed record XlsxColumn(string Name, double WidthCharacters = 12, IReadOnlyList<string>? Choices = null, bool IsLink = false);
