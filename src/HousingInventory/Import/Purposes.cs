using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>
/// Lantmäteriet's building purposes: "objekttyp;ändamål", with or without a space after the semicolon and with an empty second half for "no purpose".
/// </summary>
internal static class Purposes
{
    private static readonly Dictionary<string, bool> Housing = new(StringComparer.OrdinalIgnoreCase)
    {
        // Bostad: true where the building holds several dwellings.
        ["Småhus friliggande"] = false,
        ["Småhus kedjehus"] = false,
        ["Småhus radhus"] = false,
        ["Småhus med flera lägenheter"] = true,
        ["Flerfamiljshus"] = true,
        ["Ospecificerad"] = false,
        [""] = false,
    };

    private static readonly HashSet<string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        "Bostad", "Industri", "Samhällsfunktion", "Verksamhet", "Ekonomibyggnad", "Komplementbyggnad", "Övrig byggnad",
    };

    private static readonly string[] OutbuildingTypes = ["Komplement", "Ekonomi", "Övrig"];

    /// <summary>One purpose column, read.</summary>
    /// <param name="IsDwelling">Its type is Bostad, whatever the purpose.</param>
    /// <param name="IsMulti">It holds several dwellings.</param>
    /// <param name="IsKnown">Its type is one of the register's seven.</param>
    /// <param name="Kind">What it means for who can live there.</param>
    /// <param name="Label">What people read: the purpose, else the type.</param>
    public readonly record struct Reading(bool IsDwelling, bool IsMulti, bool IsKnown, BuildingKind Kind, string Label);

    /// <summary>Reads one column's text.</summary>
    public static Reading Read(string text)
    {
        string composed = Composed.Of(text);
        int split = composed.IndexOf(';', StringComparison.Ordinal);
        string type = (split < 0 ? composed : composed[..split]).Trim();
        string purpose = split < 0 ? "" : composed[(split + 1)..].Trim();

        // Old text with lost letters ("Sm?hus") still says Bostad in front; a purpose alone is a municipal layer's way.
        bool isDwelling = type.Equals("Bostad", StringComparison.OrdinalIgnoreCase) || (split < 0 && type.Length > 0 && type != "Ospecificerad" && Housing.ContainsKey(type));
        bool isMulti = isDwelling && Housing.GetValueOrDefault(purpose.Length > 0 ? purpose : type);
        string label = purpose.Length > 0 ? purpose : type;
        return new Reading(isDwelling, isMulti, isDwelling || Types.Contains(type), isDwelling ? KindOfDwelling(label) : KindOfType(type), label);
    }

    private static BuildingKind KindOfDwelling(string label) =>
        label.Contains("radhus", StringComparison.OrdinalIgnoreCase) || label.Contains("kedjehus", StringComparison.OrdinalIgnoreCase) ? BuildingKind.RowHouse : BuildingKind.Dwelling;

    // By the beginning: a cut column still says Komplement or Övrig.
    private static BuildingKind KindOfType(string type) =>
        Array.Exists(OutbuildingTypes, t => type.StartsWith(t, StringComparison.OrdinalIgnoreCase)) ? BuildingKind.Outbuilding : BuildingKind.Other;
}
