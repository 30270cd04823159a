using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Import;
using HousingInventory.Model;

namespace HousingInventory.Verbs;

/// <summary>The text of a starter configuration: what the files tell is filled in, what they do not is a comment that says what to write.</summary>
internal static partial class Starter
{
    /// <summary>The whole text.</summary>
    /// <param name="folder">Where the configuration lies.</param>
    /// <param name="sources">What is read, by path from there.</param>
    /// <param name="strange">Files that no type is known for.</param>
    /// <param name="followUp">Name of the follow-up.</param>
    /// <param name="newest">When the newest of the sources was saved.</param>
    /// <param name="words">The language.</param>
    public static string Text(
        string folder, IReadOnlyList<(string Path, Guess Guess)> sources, IReadOnlyList<(string Path, Guess Guess)> strange, string followUp, DateTime newest, StarterWords words)
    {
        StringBuilder json = new();
        void Note(string sv, string en) => json.Append("  // ").Append(words.Say(sv, en)).Append('\n');
        void Member(FormattableString text) => json.Append("  ").Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
        (string Path, Guess Guess)[] whole = [.. sources.Select(s => (Path.GetFullPath(Path.Combine(folder, s.Path)), s.Guess))];

        json.Append("{\n");
        Note("Vad körningen heter i lager och rapporter.", "What the run is called in layers and reports.");
        string? code = CodeInNames(sources) ?? StarterFacts.Municipality(whole);
        string? name = code is null ? null : Municipalities.NameOf(code);
        Member($"\"title\": {Inspecting.Quoted(words.Say("Bostadsinventering", "Housing inventory") + (name is null ? "" : ", " + name))},\n");
        Note("Dagen svaret gäller. Utan den: den nyaste dag som en källa uppger.", "The day the answer is for. Without it: the newest day that a source states.");
        if (sources.Count == 0 || sources.Any(static s => s.Guess.Dated is not null))
        {
            Member($"// \"asOf\": \"2026-11-10\",\n");
        }
        else
        {
            Member($"\"asOf\": \"{newest:yyyy-MM-dd}\", // {words.Say("ingen källa uppger någon: här står den nyaste filens datum; rätta det", "no source states one: the date of the newest file stands here; correct it")}\n");
        }

        Note("Varför personuppgifterna behandlas, vem som svarar för det, vem man frågar, och när resultaten raderas.", "Why personal data are processed, who answers for it, whom to ask, and when the results are deleted.");
        Member($"// \"purpose\": \"Planering av bostadsförsörjning\", \"responsible\": \"\", \"contact\": \"\", \"diaryNumber\": \"\", \"deleteAfter\": \"2027-05-31\",\n");
        Note("Fyra siffror. Rader från andra kommuner utelämnas.", "Four digits. Rows of other municipalities are left out.");
        Member($"{(code is null ? "// \"municipality\": \"2482\"," : $"\"municipality\": \"{code}\", // {name}")}\n");
        Note("Longitud och latitud för orten dit de flesta ärenden går (arbete, SFI, service).", "Longitude and latitude of where most errands are (work, Swedish for immigrants, services).");
        Member($"{(StarterFacts.Centre(whole) is var (lon, lat) ? FormattableString.Invariant($"\"centre\": [{lon}, {lat}], // {words.Say("där adresserna ligger tätast; kontrollera på en karta", "where addresses lie densest; check it on a map")}") : "// \"centre\": [20.9528, 64.7507],")}\n");
        Member($"\"crs\": \"EPSG:3006\",");
        Member($"\"language\": \"{(words.Language == Language.Sv ? "sv" : "en")}\",\n");
        Note("Vad varje källa är, och var. Format och layout känns igen; layer, crs, encoding, delimiter och columns går före.", "What each source is, and where. Format and layout are recognised; layer, crs, encoding, delimiter and columns override.");
        Note($"Typerna är {Types}.", $"The types are {Types}.");
        Member($"\"sources\": [");
        Sources(json, sources, words);
        foreach ((string path, Guess guess) in strange)
        {
            string near = guess.Layout == SourceGuess.NotRecognised && Nearest(Path.Combine(folder, path), path) is { } source ? $"; {words.Say("närmast efter kolumnerna", "nearest by its columns")}: {source}," : "";
            json.Append("    // ").Append(path).Append(": ").Append(words.Told(guess.Layout)).Append(near).Append('\n');
        }

        json.Append(CultureInfo.InvariantCulture, $"    {{ \"type\": \"followup\", \"path\": \"{followUp}\" }},\n");
        Member($"],\n");
        Note("Skolans terminer och lov avgör vilken dag i tidtabellen som är skoldag.", "School terms and holidays decide which day of the timetable is a school day.");
        Member($"\"days\": {{ \"schoolTerms\": [], \"schoolHolidays\": [] }},\n");
        Note("Allt annat har ett förval; 'housing-inventory schema' nämner det, och en körnings manifest visar det.", "Everything else has a default; 'housing-inventory schema' names it, and the manifest of a run shows it.");
        return json.Append("}\n").ToString();
    }

    /// <summary>Every type of source that a run reads, in the order of the documentation.</summary>
    private static string Types => string.Join(", ", Known.Select(static k => k.Name));

    private static IEnumerable<(string Name, Source Source)> Known => Doors.All<Source>().Select(static d => (d.Name, (Source)Activator.CreateInstance(d.Type)!)).Where(static k => k.Item2.ReadBy.HasFlag(SourceReader.Run));

    /// <summary>What a run needs, or is poor without, and why.</summary>
    private static (string Type, string Why)[] Missing(StarterWords words) =>
    [
        ("buildings", ""), ("residents", ""),
        ("addresses", words.Say(" // utan adresser går färre folkbokförda att koppla till ett hus", " // without addresses fewer registrations can be linked to a house")),
        ("roads", words.Say(" // utan vägar mäts ingen närhet", " // without roads no access is measured")),
        ("timetable", words.Say(" // utan tidtabell mäts ingen resa med buss", " // without a timetable no journey by bus is measured")),
    ];

    private static void Sources(StringBuilder json, IReadOnlyList<(string Path, Guess Guess)> sources, StarterWords words)
    {
        foreach ((string type, string why) in Missing(words).Where(m => sources.All(s => s.Guess.Type != m.Type)))
        {
            json.Append("    // ").Append(words.Say("Saknas än", "Still missing")).Append(CultureInfo.InvariantCulture, $": {{ \"type\": \"{type}\", \"path\": \"...\" }},{why}\n");
        }

        // The same persons must not count twice: what the register officer has reduced goes before the extract itself.
        Guess? counted = sources.Where(static s => s.Guess.Type == "residents").OrderBy(static s => s.Guess.Layout == "residents-counts" ? 0 : 1).FirstOrDefault().Guess;
        foreach ((string path, Guess guess) in sources)
        {
            bool isTwice = guess.Type == "residents" && !ReferenceEquals(guess, counted);
            string layer = guess.Layer is null ? "" : $", \"layer\": {Inspecting.Quoted(guess.Layer)}";
            string note = isTwice ? words.Say("utelämnad: samma personer skulle räknas två gånger", "left out: the same persons would count twice") : words.Told(guess.Note ?? "");
            json.Append(CultureInfo.InvariantCulture, $"    {(isTwice ? "// " : "")}{{ \"type\": \"{guess.Type}\", \"path\": {Inspecting.Quoted(path)}{layer}{guess.Members} }},{(note.Length > 0 ? " // " + note : "")}\n");
        }

        if (sources.FirstOrDefault(static s => s.Guess.Layout == "openstreetmap-roads").Path is { } osm && sources.All(static s => s.Guess.Type != "services"))
        {
            json.Append(CultureInfo.InvariantCulture, $"    {{ \"type\": \"services\", \"path\": {Inspecting.Quoted(osm)} }}, // {words.Say("butiker, skolor och liknande i OpenStreetMap", "shops, schools and the like of OpenStreetMap")}\n");
        }
    }

    /// <summary>The type whose columns a table comes nearest to, as a source to be written into a configuration; null where no column is known.</summary>
    internal static string? Nearest(string file, string path)
    {
        try
        {
            (string Type, int Known)? best = null;
            foreach (LayerInfo layer in DataFile.Layers(file, ReadOptions.Recognise))
            {
                foreach ((string type, Source source) in Known)
                {
                    ColumnMap columns = new(layer, source.Vocabulary);
                    int known = source.Vocabulary.Columns.Count(word => columns.Find(word.Target) >= 0);
                    best = known > (best?.Known ?? 0) ? (type, known) : best;
                }
            }

            return best is not { } near ? null : FormattableString.Invariant($"{{ \"type\": \"{near.Type}\", \"path\": {Inspecting.Quoted(path)} }}");
        }
        catch (Exception e) when (e is DataFormatException or InputException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The code in Lantmäteriet's file names (byggnad_kn2482.gpkg), when all that have one agree.</summary>
    private static string? CodeInNames(IReadOnlyList<(string Path, Guess Guess)> sources)
    {
        string[] codes = [.. sources.Select(s => MunicipalityInName().Match(s.Path)).Where(m => m.Success).Select(m => m.Groups[1].Value).Distinct()];
        return codes.Length == 1 ? codes[0] : null;
    }

    [GeneratedRegex("_kn([0-9]{4})", RegexOptions.CultureInvariant)]
    private static partial Regex MunicipalityInName();
}
