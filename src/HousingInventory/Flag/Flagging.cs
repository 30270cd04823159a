using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Flag;

/// <summary>The third stage: the answer for every building, and which become candidates.</summary>
public static class Flagging
{
    public static Flags Flag(Inputs inputs, Linkage linkage, InventoryConfig config, Run run) => throw new NotSupportedException();
}
