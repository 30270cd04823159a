using HousingInventory.Link;
using HousingInventory.Model;

namespace HousingInventory.Flag;

/// <summary>
/// What suggests that a house is a holiday home, the strongest sign first: the owner said so, waste is collected in summer only, an old tax code. SCB's areas of
/// holiday homes are the weakest: SCB counts houses with nobody registered, so its areas repeat what is found here.
/// </summary>
internal static class HolidayHints
{
    public const string None = "none";

    /// <summary>The hint of each building; <see cref="None"/> for buildings that are no dwellings.</summary>
    public static string[] Of(Registers registers, IReadOnlyList<HolidayArea> holidayAreas, EvidenceBook evidence)
    {
        Shapes areas = new([.. holidayAreas.Select(a => a.Area)]);
        List<int> scratch = [];
        string[] hints = new string[registers.Buildings.Count];
        for (int b = 0; b < hints.Length; b++)
        {
            Building building = registers.Buildings[b];
            hints[b] = !building.IsDwelling ? None
                : evidence.Has(b, "owner", "season") || evidence.Has(b, "review", "season") ? "owner-said"
                : evidence.Has(b, "waste", "season") ? "season-waste"
                : evidence.Has(b, "tax-code", "season") ? "old-tax-code"
                : areas.Containing(building.House.X, building.House.Y, scratch) >= 0 ? "in-scb-area"
                : None;
        }

        return hints;
    }
}
