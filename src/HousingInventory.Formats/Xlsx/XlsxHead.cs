namespace HousingInventory.Formats;

/// <summary>What stands above the headings of a sheet and on each of its printed pages.</summary>
/// <param name="Lines">One cell each in the first column, the first in large letters; readers of tables pass over them.</param>
/// <param name="FrozenColumns">How many columns stay in view, 0 to 25, beside all down to the headings.</param>
/// <param name="PageTop">Left at the top of each printed page; its number stands at the foot.</param>
/// <param name="PagesWide">How many pages its columns take in print; over 1 the frozen ones stand on each.</param>
public sealed record XlsxHead(IReadOnlyList<string> Lines, int FrozenColumns = 0, string PageTop = "", int PagesWide = 1);
