using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
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
    /// <param name="from">Files to use as sources; empty for those in the folder.</param>
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
        string[] files = [.. (from.Count > 0 ? from : Directory.EnumerateFiles(folder)).Order(StringComparer.Ordinal)];
        List<(string Path, Guess Guess)> sources = [];
        foreach (string file in files.Where(f => !Path.GetFileName(f).StartsWith("followup", StringComparison.OrdinalIgnoreCase) && !f.EndsWith("truth.csv", StringComparison.OrdinalIgnoreCase)))
        {
            Guess guess = Guessed(file);
            string relative = Path.GetRelativePath(Path.GetFullPath(folder), Path.GetFullPath(file)).Replace('\\', '/');
            lines.Add(guess.Type is null ? $"{relative}: {guess.Layout}" : $"{relative}: {guess.Type} ({guess.Layout})");
            if (guess.Type is not null)
            {
                sources.Add((relative, guess));
            }
        }

        File.WriteAllText(configuration, Starter(sources, followUpName), new UTF8Encoding(false));
        lines.Add($"{configuration}: made; read it through, then 'housing-inventory check {configuration}'");
        lines.Add(MakeFollowUp(folder, followUpName));
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

    private static Guess Guessed(string file)
    {
        try
        {
            return SourceGuess.Of(file);
        }
        catch (DataFormatException e)
        {
            return new Guess(null, e.Message);
        }
        catch (FileNotFoundException e)
        {
            throw new InputException($"{file} does not exist; check the path.", e);
        }
    }

    private static string Starter(List<(string Path, Guess Guess)> sources, string followUp)
    {
        StringBuilder json = new();
        json.Append("""
            {
              // What the run is called in layers and reports.
              "title": "Bostadsinventering",

              // The day the answer is for. Without it: the newest day that a source states.
              // "asOf": "2026-11-10",

              // Why personal data are processed, who answers for it, and when the results are deleted.
              // "purpose": "Planering av bostadsförsörjning", "responsible": "", "deleteAfter": "2027-05-31",

              // Four digits. Rows of other municipalities are left out.
              {MUNICIPALITY}

              "crs": "EPSG:3006",
              "language": "sv",

              // What each source is, and where. Format and layout are recognised; layer, crs, encoding, delimiter and columns override.
              "sources": [

            """);
        json.Replace("{MUNICIPALITY}", Municipality(sources) is { } code ? $"\"municipality\": \"{code}\"," : "// \"municipality\": \"2482\",");
        foreach (string needed in (string[])["buildings", "residents"])
        {
            if (sources.All(s => s.Guess.Type != needed))
            {
                json.Append(CultureInfo.InvariantCulture, $"    // Still missing: {{ \"type\": \"{needed}\", \"path\": \"...\" }},\n");
            }
        }

        foreach ((string path, Guess guess) in sources)
        {
            json.Append(CultureInfo.InvariantCulture, $"    {{ \"type\": \"{guess.Type}\", \"path\": \"{JsonEncodedText.Encode(path, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\" }},\n");
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
