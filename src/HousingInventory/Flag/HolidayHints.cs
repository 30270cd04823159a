using HousingInventory.Link;
using HousingInventory.Model;

namespace HousingInventory.Flag;

/// <summary>
/// What suggests that a house is a holiday home, the strongest sign first: the owner said so, waste is collected in summer only, an old tax code. SCB's areas of
/// holiday homes are the weakest: SCB counts houses with nobody registered, so its areas repeat what is found here.
/// </summary>
internal static class HolidayHints
{
    /// <summary>The hint of each building; <see cref="HolidayHint.None"/> for buildings that are no dwellings.</summary>
    public static HolidayHint[] Of(Registers registers, IReadOnlyList<HolidayArea> holidayAreas, EvidenceBook evidence)
    {
        Shapes areas = new([.. holidayAreas.Select(a => a.Area)]);
        List<int> scratch = [];
        HolidayHint[] hints = new HolidayHint[registers.Buildings.Count];
        for (int b = 0; b < hints.Length; b++)
        {
            Building building = registers.Buildings[b];
            hints[b] = !building.IsDwelling ? HolidayHint.None
                : evidence.Has(b, "owner", "season") || evidence.Has(b, "review", "season") ? HolidayHint.OwnerSaid
                : evidence.Has(b, "waste", "season") ? HolidayHint.SeasonWaste
                : evidence.Has(b, "tax-code", "season") ? HolidayHint.OldTaxCode
                : areas.Containing(building.House.X, building.House.Y, scratch) >= 0 ? HolidayHint.InScbArea
                : HolidayHint.None;
        }

        return hints;
    }
}
