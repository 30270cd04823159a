using System.CommandLine;
using HousingInventory.Diagnostics;
using HousingInventory.Sample;

namespace HousingInventory.Cli;

/// <summary><c>sample DIR</c>: a synthetic municipality with every register, its configuration, and the truth beside it.</summary>
internal static class SampleVerb
{
    public static Command Command(CancellationToken interrupt)
    {
        Argument<string> folder = new("dir") { Description = "Folder for the files; made if need be." };
        Option<int> homes = new("--homes") { Description = "Number of homes.", DefaultValueFactory = _ => new SampleOptions().Homes };
        Option<ulong> seed = new("--seed") { Description = "The same seed gives the same bytes.", DefaultValueFactory = _ => new SampleOptions().Seed };
        Option<string> residents = new("--residents") { Description = "navet-xml, csv or counts.", DefaultValueFactory = _ => "csv" };
        residents.AcceptOnlyFromAmong("navet-xml", "csv", "counts");
        Option<bool> plan = new("--plan") { Description = "Also a year of the plan: households, homes, vacancies, premises, owners, landlords, decisions, support, and the optimum." };
        Option<bool> previous = new("--previous") { Description = "Also the month before and its results, which the configuration then names as previous." };
        Command command = new("sample", "A synthetic municipality with every register, and the truth beside it.") { folder, homes, seed, residents, plan, previous };
        command.SetAction(parsed =>
        {
            int count = parsed.GetValue(homes);
            if (count is < SampleOptions.FewestHomes or > SampleOptions.MostHomes)
            {
                throw new InputException($"--homes is {count}; it must lie between {SampleOptions.FewestHomes} and {SampleOptions.MostHomes}.");
            }

            if (parsed.GetValue(plan) && parsed.GetValue(previous))
            {
                throw new InputException("--plan and --previous are samples of their own; give one of them.");
            }

            string target = parsed.GetValue(folder)!;
            if (SampleFiles.AllNames.Concat(EarlierSample.AllNames).FirstOrDefault(n => Path.Exists(Path.Combine(target, n))) is { } taken)
            {
                throw new InputException($"{target} holds {taken} already, which would be replaced; name another folder.");
            }

            try
            {
                SampleOptions options = new()
                {
                    Homes = count,
                    Seed = parsed.GetValue(seed),
                    ResidentsFormat = parsed.GetValue(residents) switch { "csv" => ResidentsFormat.Csv, "counts" => ResidentsFormat.Aggregated, _ => ResidentsFormat.NavetXml },
                };
                SampleSummary made = parsed.GetValue(plan) ? PlanSample.Write(target, options, interrupt)
                    : parsed.GetValue(previous) ? EarlierSample.Write(target, options, interrupt)
                    : SampleFiles.Write(target, options, interrupt);
                Console.Out.WriteLine(Spoken.In($"{target}: {made.Homes} homes, {made.Buildings} buildings, {made.Registrations} registrations. EXEMPELDATA: nothing in it is real."));
                if (parsed.GetValue(plan))
                {
                    Console.Out.WriteLine(Spoken.In($"Next: housing-inventory plan {Path.Combine(target, "inventory.json")}"));
                }

                Console.Out.WriteLine(Spoken.In($"Next: housing-inventory run {Path.Combine(target, "inventory.json")}"));
                return Commands.Done;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new InputException($"{target} cannot be written to; name another folder.", e);
            }
        });
        return command;
    }
}
