using System.Globalization;
using System.Text;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Formats.Gtfs;
using HousingInventory.Formats.OsmPbf;
using HousingInventory.Import;

namespace HousingInventory.Verbs;

/// <summary>What <c>inspect</c> says of a file: format, layers, rows, columns, CRS, encoding, dates, layout, and how it could be named as a source.</summary>
public static class Inspecting
{
    private const int BeginningBytes = 16_384;

    private const int LongestCrs = 80;

    /// <summary>Layers that state more rows than this are not read through.</summary>
    private const long MostRowsRead = 250_000;

    /// <summary>The report on one file, or on an unpacked timetable. It never shows a value of a record.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static string Inspect(string path, Language language = Language.En, CancellationToken cancel = default)
    {
        StarterWords words = new(language);
        StringBuilder text = new();
        Line(text, $"{path}");
        try
        {
            if (Directory.Exists(path) && !File.Exists(Path.Combine(path, "stops.txt")))
            {
                throw new InputException($"{path} is a folder; name the files in it.");
            }

            if (!File.Exists(path) && !Directory.Exists(path))
            {
                throw new InputException($"{path} does not exist; check the path.");
            }

            DataFormat format = Directory.Exists(path) ? DataFormat.Gtfs : DataFile.Recognise(path);
            Guess guess = SourceGuess.Of(path, format, out IReadOnlyList<LayerLook> looks);
            bool isZipped = format is not (DataFormat.Gtfs or DataFormat.Xlsx) && File.Exists(path) && IsZip(path);
            Line(text, $"  format: {NameOf(format, guess, words)}{(isZipped ? words.Say(", i en zip-fil", ", in a zip") : "")}");
            cancel.ThrowIfCancellationRequested();
            Content(text, path, format, words, cancel);
            foreach (LayerLook look in looks)
            {
                Layer(text, path, look, guess, words, cancel);
            }

            Line(text, $"  {words.Say("utformning", "layout")}: {words.Told(guess.Layout)}");
            Suggest(text, path, guess, words);
        }
        catch (DataFormatException e)
        {
            throw IsConfiguration(path) ? new InputException($"{path} is a configuration; read it with 'housing-inventory check {path}'.", e) : new InputException($"{path}: {e.Said}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be opened: close it in other programs and check that you may read it.", e);
        }

        return text.ToString();
    }

    private static string NameOf(DataFormat format, Guess guess, StarterWords words) => format switch
    {
        DataFormat.GeoJson => "GeoJSON",
        DataFormat.Csv => words.Say("text med skiljetecken", "delimited text"),
        DataFormat.Dbf => words.Say("dBASE-tabell", "dBASE table"),
        DataFormat.Xlsx => "XLSX",
        DataFormat.OsmPbf => "OpenStreetMap PBF",
        DataFormat.Gtfs => "GTFS",
        DataFormat.BuildingXml => "XML",
        DataFormat.Population => guess.Layout == PopulationFile.NavetTerms ? words.Say("termkodad text", "term-coded text") : "XML",
        _ => format.ToString(),
    };

    /// <summary>What files tell that have no layers.</summary>
    private static void Content(StringBuilder text, string path, DataFormat format, StarterWords words, CancellationToken cancel)
    {
        switch (format)
        {
            case DataFormat.Population:
                Persons(text, path, words);
                break;
            case DataFormat.BuildingXml:
                Buildings(text, path, words);
                break;
            case DataFormat.Gtfs:
                Timetable(text, GtfsReader.Read(path, cancel: cancel), words);
                break;
            case DataFormat.OsmPbf:
                OpenStreetMap(text, path, words, cancel);
                break;
        }
    }

    private static void Persons(StringBuilder text, string path, StarterWords words)
    {
        using IPopulationCursor cursor = PopulationFile.Open(path);
        long faults = 0;
        while (cursor.Read())
        {
            faults += cursor.Fault is null ? 0 : 1;
        }

        string encoding = cursor is NavetTermCodedReader terms ? ", " + terms.Encoding : "";
        Line(text, $"  {cursor.Row} {words.Say("poster", "records")}{Broken(faults, words)}{encoding}, {Day(cursor.Extracted, words.Say("uttagen", "extracted"), words)}");
        if (cursor.LooksLikeChangeFile)
        {
            Line(text, $"  {words.Say("ser ut som ändringsaviseringar, som inte kan användas: beställ ett fullt uttag för kommunen", "looks like notices of change, which cannot be used: order a full extract of the municipality")}");
        }
    }

    private static void Buildings(StringBuilder text, string path, StarterWords words)
    {
        using BuildingXmlReader reader = BuildingXmlReader.Open(path);
        (long faults, long areas, long entrances, long dwellings) = (0, 0, 0, 0);
        string? crs = null;
        while (reader.Read())
        {
            faults += reader.Fault is null ? 0 : 1;
            areas += reader.Current.Geometry is null ? 0 : 1;
            entrances += reader.Current.Entrances.Count;
            dwellings += reader.Current.Entrances.Sum(static e => e.Dwellings.Count);
            crs ??= reader.Crs?.ToString() ?? reader.CrsText;
        }

        string system = crs ?? NoCrs(words);
        Line(text, $"  {reader.Row} {words.Say("byggnader", "buildings")}{Broken(faults, words)}, {areas} {words.Say("med geometri", "with geometry")}, {system}; {entrances} {words.Say("entréer", "entrances")}, {dwellings} {words.Say("lägenheter", "dwellings")}");
    }

    private static void Timetable(StringBuilder text, GtfsFeed feed, StarterWords words)
    {
        Line(text, $"  {string.Join(", ", feed.Tables.Where(static t => t.RowsRead > 0).Select(t => Invariant($"{t.File} {t.RowsRead} {words.Say("rader", "rows")}{(t.RowsUsed < t.RowsRead ? Invariant($" ({t.RowsUsed} {words.Say("används", "of use")})") : "")}")))}");
        Line(text, $"  WGS 84, {words.Say("trafik", "service")} {Day(feed.Services.First, words.Say("från", "from"), words)} {Day(feed.Services.Last, words.Say("till", "to"), words)}");
    }

    private static void OpenStreetMap(StringBuilder text, string path, StarterWords words, CancellationToken cancel)
    {
        using DeliveredFile file = DeliveredFile.Open(path);
        OsmData osm = OsmPbfReader.Read(file.Path, new OsmSelection { Areas = ["building"], Places = ["addr:housenumber"] }, cancel: cancel);
        DateOnly? day = osm.Timestamp is { } stamp ? DateOnly.FromDateTime(stamp.UtcDateTime) : null;
        OsmCounts counts = osm.Counts;
        Line(text, $"  {counts.Nodes} {words.Say("noder", "nodes")}, {counts.Ways} {words.Say("linjer", "ways")}, {counts.Relations} {words.Say("relationer", "relations")}; {counts.HighwayWays} {words.Say("vägar (highway)", "ways with highway")}, {osm.Areas.Count} {words.Say("byggnader", "buildings")}, {osm.Places.Count} {words.Say("adresser", "addresses")}");
        Line(text, $"  WGS 84, {Day(day, words.Say("läge den", "state of"), words)}");
    }

    private static void Layer(StringBuilder text, string path, LayerLook look, Guess guess, StarterWords words, CancellationToken cancel)
    {
        LayerInfo layer = look.Layer;
        (long rows, long faults) = layer.RowCount is > MostRowsRead and { } stated ? (stated, 0) : Count(path, layer.Name, cancel);
        Write(text, $"  {words.Say("lager", "layer")} {layer.Name}: {rows} {words.Say("rader", "rows")}{Broken(faults, words)}");
        if (layer.GeometryColumn is not null)
        {
            Write(text, $", {(look.Kind.Length > 0 ? look.Kind : words.Say("geometri", "geometry"))}, {layer.Crs?.ToString() ?? Short(layer.CrsText) ?? NoCrs(words)}");
        }

        Write(text, $"{(layer.Encoding is null ? "" : ", " + layer.Encoding.Replace(" with ", words.Say(" med ", " with "), StringComparison.Ordinal))}{(layer.Delimiter is { } separator ? $", {words.Say("skiljetecken", "separator")} {Separator(separator)}" : "")}");
        Line(text, $"{(layer.LastChange is { } day ? Invariant($", {words.Say("senast ändrad", "last changed")} {day:yyyy-MM-dd}") : "")}");
        // A list of withheld homes needs no headings, and whatever stands in its first row is not for the screen.
        if (layer.Columns.Count > 0 && guess.Type != "withheld")
        {
            Line(text, $"    {ErrorWords.In(ColumnMap.Headings(layer, c => layer.Delimiter is null ? $"{c.Name} ({Kind(c.Kind, words)})" : c.Name), words.Language)}");
        }

        if (look.Coordinates?.In(ErrorWords.For(words.Language)) is { } coordinates)
        {
            Line(text, $"    {coordinates}");
        }
    }

    private static void Suggest(StringBuilder text, string path, Guess guess, StarterWords words)
    {
        if (guess.Type is not { } type)
        {
            if (guess.Layout == SourceGuess.NotRecognised && Starter.Nearest(path, path.Replace('\\', '/')) is { } near)
            {
                Line(text, $"  {words.Say("närmast efter kolumnerna", "nearest by its columns")}: {near}");
            }

            return;
        }

        string layer = guess.Layer is null ? "" : $", \"layer\": {Quoted(guess.Layer)}";
        Line(text, $"  {words.Say("förslag", "suggested")}: {{ \"type\": \"{type}\", \"path\": {Quoted(path.Replace('\\', '/'))}{layer}{guess.Members} }}");
        if (guess.Note is not null)
        {
            Line(text, $"  {words.Say("observera", "note")}: {words.Told(guess.Note)}");
        }
    }

    private static (long Rows, long Faults) Count(string path, string layer, CancellationToken cancel)
    {
        using IFeatureCursor cursor = DataFile.Open(path, new ReadOptions(layer));
        (long rows, long faults) = (0, 0);
        while (cursor.Read())
        {
            cancel.ThrowIfCancellationRequested();
            rows++;
            faults += cursor.Fault is null ? 0 : 1;
        }

        return (rows, faults);
    }

    private static bool IsZip(string path)
    {
        Span<byte> head = stackalloc byte[2];
        using FileStream stream = File.OpenRead(path);
        return stream.ReadAtLeast(head, 2, throwOnEndOfStream: false) == 2 && head.SequenceEqual("PK"u8);
    }

    /// <summary>Whether a file that holds no data is what <c>init</c> makes, or a set of scenarios on it; its beginning tells, for a pipe, a device or a file of gigabytes may end in .json too.</summary>
    private static bool IsConfiguration(string path)
    {
        if (!path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || new FileInfo(path) is not { Exists: true, Length: > 0 })
        {
            return false;
        }

        byte[] beginning = new byte[BeginningBytes];
        int length;
        try
        {
            using FileStream stream = File.OpenRead(path);
            length = stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }

        return Encoding.UTF8.GetString(beginning, 0, length).Split('\n').Any(static line => line.TrimStart().StartsWith("\"sources\":", StringComparison.Ordinal) || line.Contains("\"base\":", StringComparison.Ordinal));
    }

    /// <summary>A text as JSON writes it.</summary>
    internal static string Quoted(string text) => $"\"{System.Text.Json.JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static string Broken(long faults, StarterWords words) => faults == 0 ? "" : Invariant($" ({faults} {words.Say("går inte att läsa", "cannot be read")})");

    private static string NoCrs(StarterWords words) => words.Say("inget koordinatsystem angivet", "no CRS stated");

    private static string Kind(ColumnKind kind, StarterWords words) => words.Language == Language.En ? kind.ToString().ToLowerInvariant() : kind switch
    {
        ColumnKind.Text => "text",
        ColumnKind.Integer => "heltal",
        ColumnKind.Real => "decimaltal",
        ColumnKind.Boolean => "ja/nej",
        ColumnKind.Date => "datum",
        ColumnKind.DateTime => "datum och tid",
        _ => "annat",
    };

    private static string Day(DateOnly? day, string word, StarterWords words) => day is { } known ? Invariant($"{word} {known:yyyy-MM-dd}") : words.Say("okänt datum", "date unknown");

    /// <summary>The name of a system, without the parameters that WKT gives it.</summary>
    private static string? Short(string? crs)
    {
        string[] quoted = crs?.Split('"') ?? [];
        return quoted.Length > 2 && quoted[0].EndsWith('[') ? quoted[1] : crs is { Length: > LongestCrs } ? crs[..LongestCrs] + "..." : crs;
    }

    private static string Separator(char separator) => separator == '\t' ? "TAB" : $"'{separator}'";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static void Write(StringBuilder text, FormattableString part) => text.Append(part.ToString(CultureInfo.InvariantCulture));

    private static void Line(StringBuilder text, FormattableString part) => text.Append(part.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
