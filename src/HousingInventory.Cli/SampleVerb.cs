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
        Option<int?> municipalities = new("--municipalities") { Description = "So many municipalities side by side, up to 290, with a configuration for all and one for each; over 100,000 homes they are as many as it takes." };
        Option<bool> plan = new("--plan") { Description = "Also a year of the plan: households, homes, vacancies, premises, owners, landlords, decisions, support, and the optimum; not with --previous." };
        Option<bool> previous = new("--previous") { Description = "Also the month before and its results, which the configuration then names as previous." };
        Command command = new("sample", "A synthetic municipality with every register, and the truth beside it.") { folder, homes, seed, residents, municipalities, plan, previous };
        command.SetAction(parsed =>
        {
            int count = parsed.GetValue(homes);
            int places = parsed.GetValue(municipalities) ?? NationSample.MunicipalitiesFor(count);
            MustBeSample(count, places, parsed.GetValue(plan), parsed.GetValue(previous));

            string target = parsed.GetValue(folder)!;
            if (SampleFiles.AllNames.Concat(EarlierSample.AllNames).Concat(Model.Municipalities.Codes).FirstOrDefault(n => Path.Exists(Path.Combine(target, n))) is { } taken)
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
                SampleSummary made = places > 1 ? NationSample.Write(target, options, places, interrupt)
                    : parsed.GetValue(plan) ? PlanSample.Write(target, options, interrupt)
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

    private static void MustBeSample(int homes, int municipalities, bool plan, bool previous)
    {
        if (municipalities < 1 || municipalities > Model.Municipalities.Codes.Count)
        {
            throw new InputException($"--municipalities is {municipalities}; it must lie between 1 and {Model.Municipalities.Codes.Count}.");
        }

        (long fewest, long most) = ((long)municipalities * SampleOptions.FewestHomes, Math.Min((long)municipalities * SampleOptions.MostHomes, NationSample.MostHomes));
        if (homes < fewest || homes > most)
        {
            throw new InputException($"--homes is {homes}; it must lie between {fewest} and {most}.");
        }

        if (plan && previous)
        {
            throw new InputException("--plan and --previous are samples of their own; give one of them.");
        }

        if (municipalities > 1 && (plan || previous))
        {
            throw new InputException("--plan and --previous are samples of one municipality; leave --municipalities out, and --homes under 100,000.");
        }
    }
}
