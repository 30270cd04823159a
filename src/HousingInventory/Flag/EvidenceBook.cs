using HousingInventory.Model;

namespace HousingInventory.Flag;

/// <summary>Other evidence about use, by building. A key may be that of a building, a home's ref, an address, a property or a written address.</summary>
internal sealed class EvidenceBook
{
    private readonly SortedSet<(string Kind, string Class)>?[] _of;

    public EvidenceBook(Registers registers, IReadOnlyList<Evidence> papers, Linkage linkage)
    {
        _of = new SortedSet<(string, string)>?[registers.Buildings.Count];
        if (papers.Count == 0)
        {
            return;
        }

        HomeKeys keys = new(registers, linkage);
        foreach (Evidence evidence in papers)
        {
            foreach (int building in keys.Find(evidence.Key))
            {
                (_of[building] ??= []).Add((evidence.Kind, evidence.Class));
            }
        }
    }

    /// <summary>Whether there is evidence of a kind and class.</summary>
    public bool Has(int building, string kind, string @class) => _of[building]?.Contains((kind, @class)) ?? false;

    /// <summary>Whether any evidence says that the house is used as a home all year.</summary>
    public bool SaysUsed(int building) =>
        Has(building, "waste", "normal") || Has(building, "water", "normal") || Has(building, "electricity", "normal") || Has(building, "review", "normal")
        || Has(building, "owner", "normal") || Has(building, "households", "normal");

    /// <summary>Whether any evidence says that nobody uses the house, and none that somebody does.</summary>
    public bool SaysUnused(int building) =>
        !SaysUsed(building)
        && (Has(building, "waste", "none") || Has(building, "water", "none") || Has(building, "electricity", "none") || Has(building, "review", "none")
            || Has(building, "owner", "none") || Has(building, "households", "none"));
}
