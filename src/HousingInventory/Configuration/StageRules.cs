using System.Text.Json;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Formats;
using HousingInventory.Import;
using HousingInventory.Model;
using HousingInventory.Prepare;
using HousingInventory.Score;

namespace HousingInventory.Configuration;

/// <summary>Hands each stage its own members of the configuration, so that no stage knows the whole.</summary>
public static class StageRules
{
    public static SourceFrame SourceFrame(this LoadedConfig loaded) => new(WorkingCrs(loaded.Config), loaded.Config.Municipality, loaded.Config.AsOf, loaded.Resolve);

    /// <summary>Types of sources that a job does not open, each once, in the order of the configuration.</summary>
    internal static IReadOnlyList<string> NotOpenedBy(this InventoryConfig config, SourceReader reader) =>
        [.. config.Sources.Where(s => !s.ReadBy.HasFlag(reader)).Select(Doors.TypeOf).Distinct()];

    public static SurroundingRules SurroundingRules(this InventoryConfig config, DateOnly asOf) =>
        new(WorkingCrs(config), asOf, config.Walking.FragmentM, config.Transit, config.Days, config.ServiceDays, config.Candidates.StopMinDepartures);

    public static AccessRules AccessRules(this InventoryConfig config) =>
        new(config.Walking, config.Transit, config.Centre, WorkingCrs(config), config.Language, config.Candidates.StopMinDepartures);

    public static ReportRules ReportRules(this InventoryConfig config) => new(config.Candidates, config.Shortlist, config.References)
    {
        SilentAfterDays = (config.Plan?.Yield ?? new Plan.YieldConfig()).SilentAfterDays,
    };

    /// <summary>What results tell of the run; a warning where they cannot tell what a processing of personal data has to.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="asOf">The day the answer is for.</param>
    /// <param name="criteria">The criteria that were used, whether written or standard.</param>
    /// <param name="run">Where the warning goes.</param>
    public static RunFrame RunFrame(this InventoryConfig config, DateOnly asOf, IReadOnlyList<Criterion> criteria, Run run)
    {
        if (config.Purpose is null || config.Responsible is null || config.DeleteAfter is null)
        {
            run.Notice(new PurposeMissing());
        }

        InventoryConfig full = config with { Criteria = criteria, Outputs = config.Outputs ?? Exporting.Standard };
        return new RunFrame(
            asOf, config.Title, config.Purpose, config.Responsible, config.DeleteAfter, config.Language, WorkingCrs(config), JsonSerializer.Serialize(full, MemberJson.Options))
        {
            Municipality = config.Municipality,
            Contact = config.Contact,
            DiaryNumber = config.DiaryNumber,
        };
    }

    private static Crs WorkingCrs(InventoryConfig config) => CrsTable.FindByText(config.Crs)!;
}
