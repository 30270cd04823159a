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
    private const string Header = "ref;state;contacted_on;inspected_on;condition;note\r\n";

    /// <summary>Makes both files in a folder, which is made if need be. Files that exist are never touched.</summary>
    /// <returns>What was made and what each file was taken for, as lines.</returns>
    /// <exception cref="InputException">A configuration is there already, or the folder cannot be written to.</exception>
    public static IReadOnlyList<string> Init(string folder, IReadOnlyList<string> from)
    {
        string configuration = Path.Combine(folder, "inventory.json");
        if (File.Exists(configuration))
        {
            throw new InputException($"{configuration} exists already; delete it or name another folder.");
        }

        List<string> lines = [];
        try
        {
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

            File.WriteAllText(configuration, Starter(sources), new UTF8Encoding(false));
            lines.Add($"{configuration}: made; read it through, then 'housing-inventory check {configuration}'");
            string followUp = Path.Combine(folder, "followup.csv");
            if (!File.Exists(followUp))
            {
                File.WriteAllText(followUp, "\uFEFF" + Header, new UTF8Encoding(false));
                lines.Add($"{followUp}: made, empty");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{folder} cannot be written to; name another folder, or ask for the right to write there.", e);
        }

        return lines;
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

    private static string Starter(List<(string Path, Guess Guess)> sources)
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
                { "type": "followup", "path": "followup.csv" },
              ],

              // School terms and holidays decide which day of the timetable is a school day.
              "days": { "schoolTerms": [], "schoolHolidays": [] },

              // Everything else has a default; 'housing-inventory schema' names it, and the manifest of a run shows it.
            }

            """);
        return json.ToString();
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
