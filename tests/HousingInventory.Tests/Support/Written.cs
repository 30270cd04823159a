namespace HousingInventory.Tests.Support;

/// <summary>Answers that stand in a file, read by a person: what changes there is looked at before it is kept.</summary>
internal static class Written
{
    /// <summary>Holds lines against a file of the folder Answers; where they differ the new ones are laid into artifacts/.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="lines">What is answered now; a line that begins with # heads those behind it.</param>
    public static void Hold(string file, IEnumerable<string> lines)
    {
        string path = Path.Combine(RepositoryRoot.Path, "tests", "HousingInventory.Tests", "Answers", file);
        string[] now = [.. lines];
        string[] kept = File.Exists(path) ? File.ReadAllLines(path) : [];
        if (!now.SequenceEqual(kept))
        {
            string beside = Path.Combine(Directory.CreateDirectory(Path.Combine(RepositoryRoot.Path, "artifacts")).FullName, file);
            File.WriteAllLines(beside, now);
            int at = Enumerable.Range(0, Math.Min(now.Length, kept.Length)).FirstOrDefault(i => now[i] != kept[i], Math.Min(now.Length, kept.Length));
            Assert.Fail($"""
                Answers have changed; the first at line {at + 1}, under {now.Take(at + 1).LastOrDefault(l => l.StartsWith('#'))}:
                kept  {kept.ElementAtOrDefault(at)}
                now   {now.ElementAtOrDefault(at)}
                Compare {beside} with {path}, and copy it there if every difference is meant.
                """);
        }
    }
}
