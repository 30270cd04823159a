using System.Text;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;

namespace HousingInventory.Verbs;

/// <summary>What <c>init</c> makes: a commented starter configuration, filled in from the files found, and an empty follow-up file.</summary>
public static class Initialising
{
    /// <summary>
    /// Makes both files in a folder, which is made if need be. Files that exist are never touched. Where a configuration is there already, only a follow-up that
    /// was asked for is made.
    /// </summary>
    /// <param name="folder">Where.</param>
    /// <param name="from">Files and folders to use as sources; empty for those in the folder.</param>
    /// <param name="followUp">Format of the follow-up: csv, xlsx or gpkg. Null for that of the one that is there, else csv.</param>
    /// <param name="language">Of the comments, the lines and the run that is configured.</param>
    /// <returns>What was made and what each file was taken for, as lines.</returns>
    /// <exception cref="InputException">A configuration is there already, or the folder cannot be written to.</exception>
    public static IReadOnlyList<string> Init(string folder, IReadOnlyList<string> from, string? followUp = null, Language language = Language.En)
    {
        StarterWords words = new(language);
        string configuration = Path.Combine(folder, "inventory.json");
        string followUpName = "followup." + (followUp ?? EmptyFollowUp.Formats.FirstOrDefault(f => File.Exists(Path.Combine(folder, "followup." + f))) ?? "csv");
        if (File.Exists(configuration))
        {
            if (followUp is not null)
            {
                return [Guarded(folder, () => MakeFollowUp(folder, followUpName, words)), words.Say($"{configuration}: rörs inte; ange filen där: {{ \"type\": \"followup\", \"path\": \"{followUpName}\" }}", $"{configuration}: not touched; name the file there: {{ \"type\": \"followup\", \"path\": \"{followUpName}\" }}")];
            }

            throw new InputException($"{configuration} exists already; delete it or name another folder.");
        }

        return Guarded(folder, () => Make(folder, configuration, from, followUpName, words));
    }

    private static List<string> Make(string folder, string configuration, IReadOnlyList<string> from, string followUpName, StarterWords words)
    {
        List<string> lines = [];
        Directory.CreateDirectory(folder);
        List<(string Path, Guess Guess)> sources = [], strange = [];
        DateTime newest = DateTime.MinValue;
        foreach (string file in FilesOf(from.Count > 0 ? from : [folder]))
        {
            Guess guess = Guessed(file, words.Language);
            string relative = Path.GetRelativePath(Path.GetFullPath(folder), Path.GetFullPath(file)).Replace('\\', '/');
            lines.Add((guess.Type is null ? $"{relative}: {words.Told(guess.Layout)}" : $"{relative}: {guess.Type} ({guess.Layout})") + (guess.Note is null ? "" : "; " + words.Told(guess.Note)));
            if (guess.Type is null)
            {
                strange.Add((relative, guess));
            }

            bool isEmpty = guess.Note?.EndsWith(SourceGuess.EmptyNote, StringComparison.Ordinal) == true && guess.Type != "withheld";
            if (guess.Type is not null && !isEmpty)
            {
                sources.Add((relative, guess));
                newest = guess.Type == "withheld" || File.GetLastWriteTimeUtc(file) < newest ? newest : File.GetLastWriteTimeUtc(file);
            }
        }

        lines.AddRange(NotSearched(folder, from.Count > 0 ? from : [folder]).Select(inner => words.Say(
            $"{inner}: undermapp, inte genomsökt; ligger underlag där, ange den också: --from \"{folder}\" \"{Path.Combine(folder, inner)}\"",
            $"{inner}: a folder, not searched; if sources lie there, name it too: --from \"{folder}\" \"{Path.Combine(folder, inner)}\"")));
        File.WriteAllText(configuration, Starter.Text(folder, sources, strange, followUpName, newest, words), new UTF8Encoding(false));
        lines.Add(words.Say(
            $"{configuration}: gjord; läs igenom den, och kör 'housing-inventory check {configuration}'", $"{configuration}: made; read it through, then 'housing-inventory check {configuration}'"));
        lines.Add(MakeFollowUp(folder, followUpName, words));
        string proof = $"'housing-inventory check {configuration} --results {Path.Combine(folder, "out")}'";
        lines.Add(words.Say($"Efter varje körning, innan något lämnas vidare: {proof}", $"After each run, before anything is passed on: {proof}"));
        return lines;
    }

    private static string MakeFollowUp(string folder, string name, StarterWords words)
    {
        string path = Path.Combine(folder, name);
        if (File.Exists(path))
        {
            return words.Say($"{path}: finns, rörs inte", $"{path}: exists, not touched");
        }

        EmptyFollowUp.Make(path);
        return words.Say($"{path}: gjord, tom", $"{path}: made, empty");
    }

    private static T Guarded<T>(string folder, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{folder} cannot be written to; name another folder, or ask for the right to write there.", e);
        }
    }

    /// <summary>The files, those of folders among them, without what belongs to another file or is made by this verb; a folder that is a timetable stays one.</summary>
    private static IEnumerable<string> FilesOf(IReadOnlyList<string> named) => named
        .SelectMany(path => Directory.Exists(path) && !File.Exists(Path.Combine(path, "stops.txt")) ? Directory.EnumerateFileSystemEntries(path).Where(IsData) : [path])
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>Folders within those that were searched, by path from where the configuration lies: without results, hidden ones, and those that were named themselves.</summary>
    private static IEnumerable<string> NotSearched(string folder, IReadOnlyList<string> named)
    {
        HashSet<string> searched = [.. named.Select(Path.GetFullPath)];
        return named.Where(path => Directory.Exists(path) && !File.Exists(Path.Combine(path, "stops.txt"))).SelectMany(Directory.EnumerateDirectories)
            .Where(inner => Path.GetFileName(inner)[0] != '.' && !searched.Contains(Path.GetFullPath(inner)) && !File.Exists(Path.Combine(inner, "stops.txt"))
                && !File.Exists(Path.Combine(inner, "manifest.json")) && Directory.EnumerateFiles(inner).Any())
            .Select(inner => Path.GetRelativePath(Path.GetFullPath(folder), Path.GetFullPath(inner)).Replace('\\', '/')).Order(StringComparer.Ordinal);
    }

    private static bool IsData(string path)
    {
        string name = Path.GetFileName(path);
        string ending = Path.GetExtension(name).ToLowerInvariant();
        bool isSide = ending is ".shx" or ".prj" or ".cpg" or ".sbn" or ".sbx" or ".qpj" or ".qgz" or ".qgs" or ".gpkg-wal" or ".gpkg-shm" or ".gpkg-journal"
            || (ending == ".dbf" && (File.Exists(Path.ChangeExtension(path, ".shp")) || File.Exists(Path.ChangeExtension(path, ".SHP"))));
        bool isOurs = name.StartsWith("followup", StringComparison.OrdinalIgnoreCase) || name.StartsWith("inventory.", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("truth.csv", StringComparison.OrdinalIgnoreCase);
        return !isSide && !isOurs && name[0] is not ('.' or '~') && (File.Exists(path) || File.Exists(Path.Combine(path, "stops.txt")));
    }

    private static Guess Guessed(string file, Language language)
    {
        try
        {
            if (Directory.Exists(file))
            {
                return new Guess("timetable", "gtfs");
            }

            return File.Exists(file) ? SourceGuess.Of(file) : throw new InputException($"{file} does not exist; check the path.");
        }
        catch (DataFormatException e)
        {
            return new Guess(null, e.Said.In(ErrorWords.For(language)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{file} cannot be opened: close it in other programs and check that you may read it.", e);
        }
    }
}
