namespace HousingInventory.SystemTests.Faults;

/// <summary>
/// Damaged files of every format, in the role in which it is a source: each is read or refused, in bounded time and memory, with one line, nobody named, nothing
/// changed. <c>scripts/fuzz</c> makes more of them.
/// </summary>
[Collection(Reader.OneAtATime)]
public sealed class FuzzTests
{
    /// <summary>Over all seeds together.</summary>
    private const int Cases = 2000;

    /// <summary>Processor seconds that one seed may take; what does not fit is left to scripts/fuzz.</summary>
    private const double Seconds = 8;

    public static TheoryData<string> Seeds => [.. Seed.All.Select(s => s.ToString())];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Damaged_files_are_read_or_refused(string name)
    {
        Seed seed = Seed.All.First(s => s.ToString() == name);
        using Reader sound = new();
        sound.Try($"{name} sound", seed.Name, seed.Role, seed.Bytes);
        Assert.Empty(sound.Faults);
        Assert.True(sound.Read == 1, sound.Refusal);
        using Reader damaged = Fuzzing.Read(seed, 0, Cases / Seed.All.Count, Seconds);
        Assert.True(damaged.Faults.Count == 0, string.Join('\n', damaged.Faults.Take(20)));
        Assert.True(damaged.Cases > 20, $"Only {damaged.Cases} cases.");
    }
}
