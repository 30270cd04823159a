using System.Text;
using HousingInventory.Diagnostics;
using HousingInventory.Import;

namespace HousingInventory.Plan;

/// <summary>What <c>init DIR --plan</c> makes: empty tables with headings, and a member <c>plan</c> to fill in.</summary>
public static class PlanStarter
{
    private static readonly (string Type, SourceVocabulary Words)[] Tables =
    [
        ("households", HouseholdsSource.Known), ("homes", HomesSource.Known), ("vacancies", VacanciesSource.Known), ("premises", PremisesSource.Known),
        ("owners", OwnersSource.Known),
        ("landlords", LandlordsSource.Known), ("decisions", DecisionsSource.Known), ("support", SupportSource.Known),
    ];

    /// <summary>Makes the tables in a folder, which is made if need be, and the member. Files that exist are never touched.</summary>
    /// <returns>What was made, as lines.</returns>
    /// <exception cref="InputException">The folder cannot be written to.</exception>
    public static IReadOnlyList<string> Make(string folder, Language language)
    {
        try
        {
            Directory.CreateDirectory(folder);
            List<string> lines = [];
            foreach ((string type, SourceVocabulary words) in Tables)
            {
                string path = Path.Combine(folder, type + ".csv");
                lines.Add(MakeFile(path, "\uFEFF" + string.Join(language == Language.Sv ? ';' : ',', words.Columns.Select(w => Heading(w, language)))
                    + "\r\n"));
            }

            string configuration = Path.Combine(folder, "inventory.json");
            if (File.Exists(configuration))
            {
                lines.Add(MakeFile(Path.Combine(folder, "plan.jsonc"), $"{Comment(language)}\n{Sources()}\n\n{Member(language)}"));
                lines.Add($"{configuration}: not touched; put the sources and the member of plan.jsonc into it");
            }
            else
            {
                lines.Add(MakeFile(configuration, Whole(language)));
                lines.Add($"{configuration}: read it through, then 'housing-inventory check {configuration} --plan'");
            }

            return lines;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{folder} cannot be written to; name another folder, or ask for the right to write there.", e);
        }
    }

    /// <summary>The heading of a column: its word, in Swedish the first name that is not the word itself.</summary>
    internal static string Heading(ColumnWord word, Language language) =>
        language == Language.En ? word.Target : word.Known.FirstOrDefault(k => k != word.Target && !k.Contains('_', StringComparison.Ordinal)) ?? word.Target;

    private static string MakeFile(string path, string text)
    {
        if (File.Exists(path))
        {
            return $"{path}: exists, not touched";
        }

        File.WriteAllText(path, text, new UTF8Encoding(false));
        return $"{path}: made";
    }

    private static string Comment(Language language) => language == Language.Sv
        ? "// Hushåll med skyddade personuppgifter ska inte stå i filerna: deras bostad planeras inte här."
        : "// Households with protected registration must not be in the files: their home is not planned here.";

    private static string Sources() => string.Join('\n', Tables.Select(t => $$"""    { "type": "{{t.Type}}", "path": "{{t.Type}}.csv" },"""));

    private static string Member(Language language) => language == Language.Sv
        ? """
            "plan": {
              "rentMax": {},                 // högsta hyra per månad efter antal personer: { "1": 5500, "2": 6800 }
              "caps": { "default": null },   // högst så många hushåll per ort
              "need": { "years": [] },       // [{ "year": 2026, "persons": 94, "decidedOn": "2025-11-14" }]
              "agreements": []               // [{ "id": "bolaget", "landlord": "bolaget", "share": 0.09, "from": "2026-01-01" }]
            },

          """
        : """
            "plan": {
              "rentMax": {},                 // highest rent a month by persons: { "1": 5500, "2": 6800 }
              "caps": { "default": null },   // most households in a village
              "need": { "years": [] },       // [{ "year": 2026, "persons": 94, "decidedOn": "2025-11-14" }]
              "agreements": []               // [{ "id": "company", "landlord": "company", "share": 0.09, "from": "2026-01-01" }]
            },

          """;

    private static string Whole(Language language) => $$"""
        {
          {{Comment(language)}}
          "title": "{{(language == Language.Sv ? "Bostäder för anvisade" : "Homes for assigned households")}}",
          "asOf": "2026-11-10",
          "crs": "EPSG:3006",
          "language": "{{(language == Language.Sv ? "sv" : "en")}}",
          "sources": [
            // { "type": "addresses", "path": "..." }, { "type": "roads", "path": "..." },
            // { "type": "timetable", "path": "..." }, { "type": "services", "path": "..." },
        {{Sources()}}
          ],
        {{Member(language)}}}

        """.ReplaceLineEndings("\n");
}
