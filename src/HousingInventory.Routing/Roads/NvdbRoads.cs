using System.Globalization;

namespace HousingInventory.Routing.Roads;

/// <summary>
/// Who may walk and drive on a link of Trafikverket's NVDB, from the columns of the homogenised extract. Values are asked for by the column's full name, null
/// where there is none; <see cref="FindColumn"/> finds columns whose names were cut or written in another case.
/// </summary>
public static class NvdbRoads
{
    private const int ShapefileNameLength = 10;

    /// <summary>The columns that decide, by their full names. Only the first is needed.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "Vagtr_474", "Klass_181", "Kateg_380", "F_Hogst_225", "B_Hogst_225", "F_ForbjudenFardriktning", "B_ForbjudenFardriktning", "F_ForbudTrafik",
        "B_ForbudTrafik", "Motorvag", "Motortrafikled", "Farjeled", "Slitl_152", "Tattbebyggt_omrade", "Gangfartsomrade", "Typ_369",
        "Bro_och_tunnel", "Tunnel",
    ];

    /// <summary>
    /// Index of the column with this full name among those of a layer; -1 when it is not there. Case does not matter. Names of ten characters match the ten first
    /// of the full name, as a Shapefile cuts them, if no other column has the whole name.
    /// </summary>
    public static int FindColumn(IReadOnlyList<string> layerColumns, string fullName)
    {
        ArgumentNullException.ThrowIfNull(layerColumns);
        ArgumentNullException.ThrowIfNull(fullName);
        int cut = -1;
        for (int i = 0; i < layerColumns.Count; i++)
        {
            string name = layerColumns[i];
            if (name.Equals(fullName, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }

            bool isCut = name.Length == ShapefileNameLength && fullName.StartsWith(name, StringComparison.OrdinalIgnoreCase);
            cut = cut < 0 && isCut ? i : cut;
        }

        return cut;
    }

    /// <summary>
    /// What a link is. Network 1 (Vagtr_474) is for cars and, but for motorways and motor-traffic roads, for walking; 2 (bicycle) and 4 (on foot) are for walking.
    /// Without the network, a link is for cars unless it has a cycle or foot type (Typ_369).
    /// </summary>
    public static RoadTraits Classify(Func<string, string?> value, RoadSpeeds? speeds = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        speeds ??= RoadSpeeds.Default;
        double? type = Number(value("Typ_369"));
        double network = Network(value("Vagtr_474")) ?? (type is null ? 1 : 2);
        if (IsTrue(value("Farjeled")) || type == 27)
        {
            return network == 1
                ? new RoadTraits(RoadFlags.Car | RoadFlags.Ferry, speeds.FerryKmh, speeds.FerryKmh, speeds.FerryWaitSeconds)
                : default;
        }

        // Extracts name it differently: a column of its own, or bridge or tunnel in one.
        bool isTunnel = IsTrue(value("Tunnel")) || (value("Bro_och_tunnel") ?? "").Contains("tunnel", StringComparison.OrdinalIgnoreCase);
        RoadTraits traits = network is 2 or 4 ? new RoadTraits(RoadFlags.Foot) : network == 1 ? CarLink(value, speeds) : default;
        return isTunnel && traits.IsRoad ? traits with { Flags = traits.Flags | RoadFlags.Tunnel } : traits;
    }

    /// <summary>Some deliveries write the names of the networks for their numbers.</summary>
    private static double? Network(string? text) =>
        Number(text)
        ?? (text is null ? null
            : text.Contains("cykel", StringComparison.OrdinalIgnoreCase) ? 2
            : text.Contains("gång", StringComparison.OrdinalIgnoreCase) ? 4
            : text.Contains("bil", StringComparison.OrdinalIgnoreCase) ? 1
            : null);

    private static RoadTraits CarLink(Func<string, string?> value, RoadSpeeds speeds)
    {
        RoadFlags flags = IsTrue(value("Motorvag")) || IsTrue(value("Motortrafikled")) ? RoadFlags.Motorway : RoadFlags.Foot;
        flags |= IsTrue(value("F_ForbjudenFardriktning")) || IsTrue(value("F_ForbudTrafik")) ? RoadFlags.None : RoadFlags.CarForward;
        flags |= IsTrue(value("B_ForbjudenFardriktning")) || IsTrue(value("B_ForbudTrafik")) ? RoadFlags.None : RoadFlags.CarBackward;
        flags |= Number(value("Kateg_380")) is >= 1 and <= 4 ? RoadFlags.Major : RoadFlags.None;
        return new RoadTraits(flags, Kmh(value("F_Hogst_225"), value, speeds), Kmh(value("B_Hogst_225"), value, speeds)) { Kind = Kind(value) };
    }

    /// <summary>By the category of the road (E-roads, national, primary county, other county roads), else by whether it lies in a built-up area.</summary>
    private static RoadKind Kind(Func<string, string?> value) => new(
        IsTrue(value("Motorvag")) ? RoadClass.Motorway
        : IsTrue(value("Motortrafikled")) ? RoadClass.Trunk
        : Number(value("Kateg_380")) switch
        {
            1 => RoadClass.Trunk,
            2 => RoadClass.Primary,
            3 => RoadClass.Secondary,
            4 => RoadClass.Tertiary,
            _ => IsTrue(value("Tattbebyggt_omrade")) ? RoadClass.Residential : RoadClass.Unclassified,
        },
        IsUnpaved: Number(value("Slitl_152")) == 2);

    /// <summary>The limit, else that of the other direction, else the general rule: 50 km/h in built-up areas, 70 elsewhere.</summary>
    private static double Kmh(string? limit, Func<string, string?> value, RoadSpeeds speeds)
    {
        double kmh = Positive(limit) ?? Positive(value("F_Hogst_225")) ?? Positive(value("B_Hogst_225"))
            ?? (IsTrue(value("Gangfartsomrade")) ? 7 : IsTrue(value("Tattbebyggt_omrade")) ? 50 : 70);
        return Number(value("Slitl_152")) == 2 ? Math.Min(kmh, speeds.UnpavedKmh) : kmh;
    }

    /// <summary>True is often written -1.</summary>
    private static bool IsTrue(string? text) =>
        text is not null && (Number(text) is { } number ? number != 0 : text.Trim().ToLowerInvariant() is "true" or "ja" or "sant" or "yes");

    private static double? Positive(string? text) => Number(text) is > 0 and var number ? number : null;

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;
}
