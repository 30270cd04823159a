using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>The first stage: files and tables become <see cref="Inputs"/>.</summary>
public static class Importing
{
    public static Inputs Import(LoadedConfig loaded, Run run) => throw new NotSupportedException();
}
