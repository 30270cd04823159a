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

    /// <summary>
    /// The same of answers that are too many to be kept: of each group its checksum. Where one differs, the answers of its group are laid into artifacts/, to be compared with
    /// those of the commit before.
    /// </summary>
    /// <param name="file">The file's name.</param>
    /// <param name="groups">Names, each once, with the answers that are given now.</param>
    public static void HoldSums(string file, IEnumerable<(string Name, IReadOnlyList<string> Lines)> groups)
    {
        string path = Path.Combine(RepositoryRoot.Path, "tests", "HousingInventory.Tests", "Answers", file);
        HashSet<string> kept = [.. File.Exists(path) ? File.ReadAllLines(path) : []];
        List<string> now = [], changed = [];
        foreach ((string name, IReadOnlyList<string> lines) in groups)
        {
            now.Add($"{name} {Sum(lines):x8}");
            if (!kept.Contains(now[^1]))
            {
                changed.Add("## " + name);
                changed.AddRange(lines);
            }
        }

        if (changed.Count > 0 || now.Count != kept.Count)
        {
            string beside = Path.Combine(Directory.CreateDirectory(Path.Combine(RepositoryRoot.Path, "artifacts")).FullName, file);
            File.WriteAllLines(beside, now);
            File.WriteAllLines(beside + ".answers", changed);
            Assert.Fail($"""
                Answers have changed, or their groups have: {changed.FirstOrDefault()} first.
                {beside}.answers has those of the groups that differ; compare them with what the commit before answers. {beside} is to be copied to {path} if every difference is meant.
                """);
        }
    }

    // FNV-1a.
    private static uint Sum(IReadOnlyList<string> lines) => lines.SelectMany(static l => l.Append('\n')).Aggregate(2166136261, static (sum, c) => (sum ^ c) * 16777619);
}
