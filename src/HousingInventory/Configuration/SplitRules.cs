using HousingInventory.Export;
using HousingInventory.Model;

namespace HousingInventory.Configuration;

/// <summary>What a configuration of several municipalities must hold that are run one by one.</summary>
internal static class SplitRules
{
    public static void Check(LoadedConfig loaded)
    {
        InventoryConfig config = loaded.Config;
        for (int i = 0; i < config.Sources.Count; i++)
        {
            ConfigRules.Require(
                config.Sources[i].Municipality is not { } code || config.Municipality.Contains(code),
                loaded.Path, FormattableString.Invariant($"sources[{i}].municipality"), $"is '{config.Sources[i].Municipality}', which is not in the list of municipality");
        }

        foreach ((string code, IReadOnlyList<double> centre) in config.Centres ?? new Dictionary<string, IReadOnlyList<double>>(StringComparer.Ordinal))
        {
            ConfigRules.Require(config.Municipality.Contains(code), loaded.Path, "centres." + code, "is not in the list of municipality");
            ConfigRules.Require(
                centre is { Count: 2 } && Math.Abs(centre[0]) <= 180 && Math.Abs(centre[1]) <= 90, loaded.Path, "centres." + code, "must be [longitude, latitude] in degrees");
        }

        if (config.Split is null)
        {
            return;
        }

        ConfigRules.Require(config.Municipality.Count > 0, loaded.Path, "split", "needs the codes of the municipalities in \"municipality\"");
        ConfigRules.Require(config.Municipality.Distinct(StringComparer.Ordinal).Count() == config.Municipality.Count, loaded.Path, "municipality", "names one twice");
        ConfigRules.Require(config.Previous is null, loaded.Path, "split", "cannot stand beside \"previous\": hold each municipality against its own earlier run, with --municipality");
        ConfigRules.Require(
            config.Outputs is not { } outputs || !outputs.Any(static o => o is PostGisOutput), loaded.Path, "split", "cannot stand beside an output into PostGIS: each municipality would replace the one before");
        foreach (string code in config.Municipality)
        {
            foreach (string needed in (string[])["buildings", "residents"])
            {
                ConfigRules.Require(
                    loaded.Of(code).Config.Sources.Any(s => Doors.TypeOf(s) == needed), loaded.Path, "sources", $"has none of type \"{needed}\" for municipality {code}");
            }
        }
    }
}
