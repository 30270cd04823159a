using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>The second stage: registrations are tied to buildings, and end here.</summary>
public static class Linking
{
    public static Linkage Link(Inputs inputs, InventoryConfig config, Run run) => throw new NotSupportedException();
}
