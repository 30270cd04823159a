namespace HousingInventory.SystemTests.Faults;

/// <summary>What counts the memory and processor time of this process: nothing else runs beside it.</summary>
[CollectionDefinition(Reader.OneAtATime, DisableParallelization = true)]
public sealed class ReadersInThisProcess;
