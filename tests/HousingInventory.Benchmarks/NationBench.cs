namespace HousingInventory.Benchmarks;

/// <summary>Ten million registrations and five million buildings, as keys and texts without places.</summary>
internal static class NationBench
{
    public static void Run(int persons) => Console.WriteLine(persons);
}
