using HousingInventory.Benchmarks;

// Each benchmark is one line here and one class.
Dictionary<string, Action> benchmarks = new(StringComparer.Ordinal)
{
    ["access"] = AccessBench.Run,
    ["decisions"] = DecisionsBench.Run,
    ["deliveries"] = () => DeliveriesBench.Run([]),
    ["linkage"] = () => LinkageBench.Run([]),
    ["formats"] = FormatsBench.Run,
    ["pages"] = PagesBench.Run,
    ["plan"] = PlanBench.Run,
    ["postgis"] = PostGisBench.Run,
    ["roads"] = RoutingBench.Run,
    ["run"] = RunBench.Run,
    ["vectors"] = VectorBench.Run,
};

// These take options: how many homes and seeds, which part.
switch (args)
{
    case ["linkage", .. { Length: > 0 } options]:
        LinkageBench.Run(options);
        return 0;
    case ["deliveries", .. { Length: > 0 } options]:
        DeliveriesBench.Run(options);
        return 0;
}

string[] asked = args.Length > 0 ? args : [.. benchmarks.Keys.Order(StringComparer.Ordinal)];
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
