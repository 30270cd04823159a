namespace HousingInventory.Export.Html;

/// <summary>Labels as the pages shorten them.</summary>
internal static class HomeWords
{
    /// <summary>"Gångväg till hållplats (m)" without its unit.</summary>
    public static string WithoutUnit(string label) => label.EndsWith(')') ? label[..label.LastIndexOf('(')].TrimEnd() : label;
}
