using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;

namespace HousingInventory.Verbs;

/// <summary>What <c>init</c> makes: a commented starter configuration, filled in from the files found, and an empty follow-up file.</summary>
public static partial class Initialising
{
    /// <summary>
    /// Makes both files in a folder, which is made if need be. Files that exist are never touched. Where a configuration is there already, only a follow-up that
    /// was asked for is made.
    /// </summary>
    /// <param name="folder">Where.</param>
    /// <param name="from">Files and folders to use as sources; empty for those in the folder.</param>
    /// <param name="followUp">Format of the follow-up: csv, xlsx or gpkg. Null for that of the one that is there, else csv.</param>
    /// <returns>What was made and what each file was taken for, as lines.</returns>
    /// <exception cref="InputException">A configuration is there already, or the folder cannot be written to.</exception>
    public static IReadOnlyList<string> Init(string folder, IReadOnlyList<string> from, string? followUp = null)
    {
        string configuration = Path.Combine(folder, "inventory.json");
        string followUpName = "followup." + (followUp ?? EmptyFollowUp.Formats.FirstOrDefault(f => File.Exists(Path.Combine(folder, "followup." + f))) ?? "csv");
        if (File.Exists(configuration))
        {
            if (followUp is not null)
            {
                return [Guarded(folder, () => MakeFollowUp(folder, followUpName)), $"{configuration}: not touched; name the file there: {{ \"type\": \"followup\", \"path\": \"{followUpName}\" }}"];
            }

            throw new InputException($"{configuration} exists already; delete it or name another folder.");
        }

        return Guarded(folder, () => Make(folder, configuration, from, followUpName));
    }

    private static List<string> Make(string folder, string configuration, IReadOnlyList<string> from, string followUpName)
    {
        List<string> lines = [];
        Directory.CreateDirectory(folder);
        List<(string Path, Guess Guess)> sources = [];
        DateTime newest = DateTime.MinValue;
        foreach (string file in FilesOf(from.Count > 0 ? from : [folder]))
        {
            Guess guess = Guessed(file);
            string relative = Path.GetRelativePath(Path.GetFullPath(folder), Path.GetFullPath(file)).Replace('\\', '/');
            lines.Add((guess.Type is null ? $"{relative}: {guess.Layout}" : $"{relative}: {guess.Type} ({guess.Layout})") + (guess.Note is null ? "" : "; " + guess.Note));
            bool isEmpty = guess.Note?.EndsWith(SourceGuess.EmptyNote, StringComparison.Ordinal) == true && guess.Type != "withheld";
            if (guess.Type is not null && !isEmpty)
            {
                sources.Add((relative, guess));
                newest = guess.Type == "withheld" || File.GetLastWriteTimeUtc(file) < newest ? newest : File.GetLastWriteTimeUtc(file);
            }
        }

        File.WriteAllText(configuration, Starter(sources, followUpName, newest), new UTF8Encoding(false));
        lines.Add($"{configuration}: made; read it through, then 'housing-inventory check {configuration}'");
        lines.Add(MakeFollowUp(folder, followUpName));
        lines.Add($"After each run, before anything is passed on: 'housing-inventory check {configuration} --results {Path.Combine(folder, "out")}'");
        return lines;
    }

    private static string MakeFollowUp(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        if (File.Exists(path))
        {
            return $"{path}: exists, not touched";
        }

        EmptyFollowUp.Make(path);
        return $"{path}: made, empty";
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

    private static Guess Guessed(string file)
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
            return new Guess(null, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{file} cannot be opened: close it in other programs and check that you may read it.", e);
        }
    }

    private static string Starter(List<(string Path, Guess Guess)> sources, string followUp, DateTime newest)
    {
        StringBuilder json = new();
        json.Append("""
            {
              // What the run is called in layers and reports.
              "title": "Bostadsinventering",

              // The day the answer is for. Without it: the newest day that a source states.
              {AS_OF}

              // Why personal data are processed, who answers for it, and when the results are deleted.
              // "purpose": "Planering av bostadsförsörjning", "responsible": "", "deleteAfter": "2027-05-31",

              // Four digits. Rows of other municipalities are left out.
              {MUNICIPALITY}

              "crs": "EPSG:3006",
              "language": "sv",

              // What each source is, and where. Format and layout are recognised; layer, crs, encoding, delimiter and columns override.
              "sources": [

            """);
        bool isDated = sources.Count == 0 || sources.Any(static s => s.Guess.Dated is not null);
        json.Replace("{AS_OF}", isDated ? "// \"asOf\": \"2026-11-10\"," : string.Create(CultureInfo.InvariantCulture, $"\"asOf\": \"{newest:yyyy-MM-dd}\", // no source states one: the date of the newest file stands here; correct it"));
        json.Replace("{MUNICIPALITY}", Municipality(sources) is { } code ? $"\"municipality\": \"{code}\"," : "// \"municipality\": \"2482\",");
        foreach (string needed in (string[])["buildings", "residents"])
        {
            if (sources.All(s => s.Guess.Type != needed))
            {
                json.Append(CultureInfo.InvariantCulture, $"    // Still missing: {{ \"type\": \"{needed}\", \"path\": \"...\" }},\n");
            }
        }

        // The same persons must not count twice: what the register officer has reduced goes before the extract itself.
        Guess? counted = sources.Where(static s => s.Guess.Type == "residents").OrderBy(static s => s.Guess.Layout == "residents-counts" ? 0 : 1).FirstOrDefault().Guess;
        foreach ((string path, Guess guess) in sources)
        {
            bool isTwice = guess.Type == "residents" && !ReferenceEquals(guess, counted);
            string layer = guess.Layer is null ? "" : $", \"layer\": {Inspecting.Quoted(guess.Layer)}";
            string note = isTwice ? "left out: the same persons would count twice" : guess.Note ?? "";
            json.Append(CultureInfo.InvariantCulture, $"    {(isTwice ? "// " : "")}{{ \"type\": \"{guess.Type}\", \"path\": {Inspecting.Quoted(path)}{layer}{guess.Members} }},{(note.Length > 0 ? " // " + note : "")}\n");
        }

        if (sources.FirstOrDefault(static s => s.Guess.Layout == "openstreetmap-roads").Path is { } osm && sources.All(static s => s.Guess.Type != "services"))
        {
            json.Append(CultureInfo.InvariantCulture, $"    {{ \"type\": \"services\", \"path\": {Inspecting.Quoted(osm)} }}, // shops, schools and the like of OpenStreetMap\n");
        }

        json.Append("""
                { "type": "followup", "path": "{FOLLOWUP}" },
              ],

              // School terms and holidays decide which day of the timetable is a school day.
              "days": { "schoolTerms": [], "schoolHolidays": [] },

              // Everything else has a default; 'housing-inventory schema' names it, and the manifest of a run shows it.
            }

            """);
        return json.Replace("{FOLLOWUP}", followUp).ToString();
    }

    /// <summary>The code in Lantmäteriet's file names (byggnad_kn2482.gpkg), when all that have one agree.</summary>
    private static string? Municipality(List<(string Path, Guess Guess)> sources)
    {
        string[] codes = [.. sources.Select(s => MunicipalityInName().Match(s.Path)).Where(m => m.Success).Select(m => m.Groups[1].Value).Distinct()];
        return codes.Length == 1 ? codes[0] : null;
    }

    [GeneratedRegex("_kn([0-9]{4})", RegexOptions.CultureInvariant)]
    private static partial Regex MunicipalityInName();
}
