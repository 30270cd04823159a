using HousingInventory.Benchmarks;

// Each benchmark is one line here and one class.
Dictionary<string, Action> benchmarks = new(StringComparer.Ordinal)
{
    ["access"] = AccessBench.Run,
    ["decisions"] = DecisionsBench.Run,
    ["deliveries"] = () => DeliveriesBench.Run([]),
    ["linkage"] = () => LinkageBench.Run([]),
    ["formats"] = FormatsBench.Run,
    ["nation"] = () => NationBench.Run([]),
    ["pages"] = PagesBench.Run,
    ["plan"] = PlanBench.Run,
    ["postgis"] = PostGisBench.Run,
    ["roads"] = RoutingBench.Run,
    ["run"] = () => RunBench.Run([]),
    ["vectors"] = VectorBench.Run,
};

// These take options: how many homes and seeds, which part.
switch (args)
{
    case ["linkage", .. { Length: > 0 } options]:
        LinkageBench.Run(options);
        return 0;
    case ["nation", .. { Length: > 0 } options]:
        NationBench.Run(options);
        return 0;
    case ["run", "--against", string earlier, string now, string commit]:
        return AgainstBench.Run(earlier, now, commit);
    case ["run", .. { Length: > 0 } options] when !options.Any(o => benchmarks.ContainsKey(o)):
        RunBench.Run(options);
        return 0;
    case ["deliveries", .. { Length: > 0 } options]:
        DeliveriesBench.Run(options);
        return 0;
}

// The nation takes a quarter of an hour and 15 GB: only who names it gets it.
string[] asked = args.Length > 0 ? args : [.. benchmarks.Keys.Where(static b => b != "nation").Order(StringComparer.Ordinal)];
foreach (string name in asked)
{
    if (!benchmarks.TryGetValue(name, out Action? run))
    {
        Console.Error.WriteLine($"No benchmark '{name}'; there are: {string.Join(", ", benchmarks.Keys.Order(StringComparer.Ordinal))}");
        return 2;
    }

    run();
}

return 0;
