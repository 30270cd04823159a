using System.Globalization;
using System.Text;
using System.Text.Json;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Import.Previous;
using HousingInventory.Model;
using HousingInventory.Rank;

namespace HousingInventory.Verbs;

/// <summary>
/// What <c>compare A B</c> prints: new, gone and moved homes by locality, from two results folders and nothing else. It says nothing of causes: <c>previous</c> in
/// the configuration does.
/// </summary>
public static class ComparingRuns
{
    /// <summary>Compares, and writes a row a home into a file where one is named.</summary>
    /// <param name="earlier">The results folder of the earlier run.</param>
    /// <param name="later">That of the later one.</param>
    /// <param name="output">A CSV file to write; null for none.</param>
    /// <exception cref="InputException">One holds no results, the two are in the wrong order, or the file cannot be written.</exception>
    public static string Compare(string earlier, string later, string? output)
    {
        Export.ResultsFolder.MendIfNeeded(Path.GetFullPath(earlier));
        Export.ResultsFolder.MendIfNeeded(Path.GetFullPath(later));
        PreviousRun a = PreviousResults.Read(Path.GetFullPath(earlier), earlier), b = PreviousResults.Read(Path.GetFullPath(later), later);
        if (a.AsOf > b.AsOf)
        {
            throw new InputException($"{earlier} is of {a.AsOf:yyyy-MM-dd}, later than {later} of {b.AsOf:yyyy-MM-dd}: name the earlier one first.");
        }

        if (a.IsOfOthersThan(b.Municipality))
        {
            throw new InputException(
                $"{earlier} is of the municipality {string.Join(", ", a.Municipality)}, and {later} of {string.Join(", ", b.Municipality)}: name two runs of the same one.");
        }

        if (output is not null && (IsIn(output, earlier) || IsIn(output, later)))
        {
            throw new InputException($"{output} lies among the results that are compared; name a file elsewhere.");
        }

        if (output is not null && File.Exists(output))
        {
            throw new InputException($"{output} exists already; name another file.");
        }

        Language language = LanguageOf(b);
        Home[] homes = Homes(a, b);
        if (output is not null)
        {
            WriteRows(homes, output, language);
        }

        return Text(a, b, homes, language == Language.Sv);
    }

    private static bool IsIn(string file, string folder) => Export.RealPath.IsWithin(Export.RealPath.Of(Path.GetFullPath(file)), Export.RealPath.Of(Path.GetFullPath(folder)));

    private static Language LanguageOf(PreviousRun run)
    {
        using JsonDocument config = JsonDocument.Parse(run.Configuration);
        return config.RootElement.TryGetProperty("language", out JsonElement language) && language.GetString() == "en" ? Language.En : Language.Sv;
    }

    /// <summary>Every home of either list: those of the later in its order, then those that are gone in the order of the earlier.</summary>
    private static Home[] Homes(PreviousRun a, PreviousRun b)
    {
        Dictionary<string, PreviousHome> before = a.Homes.ToDictionary(static h => h.Id, StringComparer.Ordinal);
        HashSet<string> now = new(b.Homes.Select(static h => h.Id), StringComparer.Ordinal);
        IReadOnlyDictionary<string, RankMove> moves = RankMoves.Of([.. a.Homes.Select(static h => h.Id)], [.. b.Homes.Select(static h => h.Id)]);
        return
        [
            .. b.Homes.Select(h => new Home(before.GetValueOrDefault(h.Id), h, moves.GetValueOrDefault(h.Id))),
            .. a.Homes.Where(h => !now.Contains(h.Id)).Select(static h => new Home(h, null, default)),
        ];
    }

    private static string Text(PreviousRun a, PreviousRun b, Home[] homes, bool sv)
    {
        StringBuilder text = new();
        Home[] stayed = [.. homes.Where(static h => h is { Before: not null, Now: not null })];
        Line(
            $"{a.AsOf:yyyy-MM-dd} till {b.AsOf:yyyy-MM-dd}: {a.Homes.Count} kandidater blev {b.Homes.Count}",
            $"{a.AsOf:yyyy-MM-dd} to {b.AsOf:yyyy-MM-dd}: {a.Homes.Count} candidates became {b.Homes.Count}");
        Line(
            $"Nya {homes.Count(static h => h.Before is null)}, borta {homes.Count(static h => h.Now is null)}, kvar {stayed.Length}; av dem upp {stayed.Count(static h => h.Move.Places < 0)}, ned {stayed.Count(static h => h.Move.Places > 0)}",
            $"New {homes.Count(static h => h.Before is null)}, gone {homes.Count(static h => h.Now is null)}, stayed {stayed.Length}; of these up {stayed.Count(static h => h.Move.Places < 0)}, down {stayed.Count(static h => h.Move.Places > 0)}");
        if (stayed.Length * 2 < a.Homes.Count)
        {
            Line(
                $"Obs: av de {a.Homes.Count} husen på den tidigare listan står {stayed.Length} på den senare.",
                $"Note: of the {a.Homes.Count} homes on the earlier list {stayed.Length} are on the later.");
            Line(
                $"Är byggnadernas id numrerade om säger siffrorna inget; run --previous ser om de är det.",
                $"If the buildings' ids were numbered anew these figures say nothing; run --previous sees whether they were.");
        }

        (string Name, Home[] Of)[] localities = [.. homes.GroupBy(static h => h.Locality, StringComparer.Ordinal).Select(static g => (Name: g.Key, Of: g.ToArray()))
            .OrderByDescending(static l => l.Of.Count(static h => h.Before is null || h.Now is null)).ThenBy(static l => l.Name, StringComparer.Ordinal)];
        int width = Math.Clamp(localities.Select(static l => l.Name.Length).DefaultIfEmpty(0).Max(), 12, 32);
        text.Append('\n');
        Row(sv ? ["Ort eller by", "före", "nya", "borta", "nu", "upp", "ned"] : ["Locality", "before", "new", "gone", "now", "up", "down"]);
        foreach ((string name, Home[] of) in localities)
        {
            int came = of.Count(static h => h.Before is null), gone = of.Count(static h => h.Now is null), both = of.Length - came - gone;
            Row([name, Number(both + gone), Number(came), Number(gone), Number(both + came), Number(of.Count(static h => h.Move.Places < 0)), Number(of.Count(static h => h.Move.Places > 0))]);
        }

        return text.ToString();

        void Line(FormattableString swedish, FormattableString english) => text.Append((sv ? swedish : english).ToString(CultureInfo.InvariantCulture)).Append('\n');

        void Row(string[] cells)
        {
            string name = cells[0].Length <= width ? cells[0] : cells[0][..(width - 1)] + "…";
            text.Append(name.PadRight(width)).AppendJoin("", cells.Skip(1).Select(static c => c.PadLeft(8))).Append('\n');
        }

        static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
    }

    private static void WriteRows(Home[] homes, string path, Language language)
    {
        bool sv = language == Language.Sv;
        string pending = path + ".part";
        try
        {
            Write(pending);

            // Whole or not at all.
            File.Move(pending, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be written to: close it where it is open, or name another file.", e);
        }

        void Write(string to)
        {
            using FileStream stream = File.Create(to);
            using CsvTableWriter csv = new(
                stream, sv ? CsvDialect.Swedish : CsvDialect.English,
                sv
                    ? ["Referens", "Ändring", "Ort eller by", "Plats före", "Plats nu", "Lägespoäng före", "Lägespoäng nu", "Flyttad av borta", "Flyttad av poäng", "Flyttad av nya"]
                    : ["Ref", "Change", "Locality", "Rank before", "Rank now", "Score before", "Score now", "Moved by left", "Moved by scores", "Moved by came"]);
            foreach (Home home in homes)
            {
                bool stayed = home is { Before: not null, Now: not null };
                csv.Text((home.Now ?? home.Before)!.Ref);
                csv.Text(home.Before is null ? (sv ? "ny" : "new") : home.Now is null ? (sv ? "borta" : "gone") : home.Move.Places == 0 ? (sv ? "kvar" : "stayed") : sv ? "flyttad" : "moved");
                csv.Text(home.Locality);
                csv.Integer(home.Before?.Rank);
                csv.Integer(home.Now?.Rank);
                csv.Number((double?)home.Before?.Score, 1);
                csv.Number((double?)home.Now?.Score, 1);
                csv.Integer(stayed ? home.Move.ByLeft : null);
                csv.Integer(stayed ? home.Move.ByScores : null);
                csv.Integer(stayed ? home.Move.ByCame : null);
                csv.EndRow();
            }
        }
    }

    /// <summary>A home of either list.</summary>
    private sealed record Home(PreviousHome? Before, PreviousHome? Now, RankMove Move)
    {
        public string Locality => (Now ?? Before)!.Locality;
    }
}
