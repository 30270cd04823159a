using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Flag;

/// <summary>Other evidence about use, by building. A key may be that of a building, a home's ref, an address, a property or a written address.</summary>
internal sealed class EvidenceBook
{
    /// <summary>Evidence of use that is so much older than the extract says nothing about today.</summary>
    private const int NewEnoughMonths = 6;

    private readonly SortedSet<(string Kind, string Class)>?[] _of;
    private readonly bool[] _inUse;

    public EvidenceBook(Registers registers, IReadOnlyList<Evidence> papers, Linkage linkage, DateOnly extracted, Run run)
    {
        _of = new SortedSet<(string, string)>?[registers.Buildings.Count];
        _inUse = new bool[registers.Buildings.Count];
        if (papers.Count == 0)
        {
            return;
        }

        HomeKeys keys = new(registers, linkage);
        DateOnly newEnough = extracted.DayNumber > 366 ? extracted.AddMonths(-NewEnoughMonths) : extracted;
        foreach (Evidence evidence in papers)
        {
            bool means = false;
            foreach (int building in keys.Find(evidence.Key))
            {
                means = true;
                (_of[building] ??= []).Add((evidence.Kind, evidence.Class));
                _inUse[building] |= evidence is { Kind: "waste" or "water" or "electricity", Class: "normal" } && (evidence.Dated is not { } day || day >= newEnough);
            }

            // An address may be that of several houses; a ref or an id that is nobody's was mistyped.
            if (!means && evidence.Kind == "review" && keys.FindHome(evidence.Key) < 0)
            {
                run.Notice(new UnknownReview { Source = evidence.Source, Row = evidence.Row });
            }
        }
    }

    /// <summary>Whether there is evidence of a kind and class.</summary>
    public bool Has(int building, string kind, string @class) => _of[building]?.Contains((kind, @class)) ?? false;

    /// <summary>Whether waste, water or electricity says that the house is used all year, and is not much older than the extract.</summary>
    public bool SaysInUse(int building) => _inUse[building];

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
