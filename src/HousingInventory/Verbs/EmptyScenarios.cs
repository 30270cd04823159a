using HousingInventory.Diagnostics;
using HousingInventory.Formats;

namespace HousingInventory.Verbs;

/// <summary>What <c>init DIR --scenarios</c> makes: a GeoPackage with empty layers for lines and stops, with forms and value lists, to draw in with QGIS.</summary>
public static class EmptyScenarios
{
    private const string Name = "scenarios.gpkg";

    private static readonly string[] Types =
        ["new-line", "extend-line", "detour", "add-departures", "shift-departures", "withdraw", "make-ordinary", "add-stop", "move-stop", "remove-stop"];

    private static readonly string[] Days = ["weekdays", "school-days", "daily", "term", "holiday", "friday", "saturday", "sunday"];

    /// <summary>Makes the file in a folder, which is made if need be. A file that exists is never touched.</summary>
    /// <returns>What was made, as lines.</returns>
    /// <exception cref="InputException">The folder cannot be written to.</exception>
    public static IReadOnlyList<string> Make(string folder, Language language)
    {
        string path = Path.Combine(folder, Name);
        if (File.Exists(path))
        {
            return [$"{path}: exists, not touched"];
        }

        try
        {
            Directory.CreateDirectory(folder);
            Write(path, language);
            return [$"{path}: made, empty; draw in it with QGIS, then name it in the configuration: \"scenarios\": \"{Name}\""];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{folder} cannot be written to; name another folder, or ask for the right to write there.", e);
        }
    }

    private static void Write(string path, Language language)
    {
        bool sv = language == Language.Sv;
        Crs crs = CrsTable.FindByText("EPSG:3006")!;
        GpkgValue[] types = [.. Types.Select(t => new GpkgValue(t, t))];
        GpkgLayerDefinition lines = new()
        {
            Name = "lines",
            Identifier = sv ? "Ändringar att rita" : "Changes to draw",
            Description = sv ? "En rad är en ändring. Tomt är standard." : "One row is one change. Empty is the default.",
            Crs = crs,
            GeometryType = "LINESTRING",
            Columns =
            [
                Column("scenario", sv ? "Scenario (små bokstäver)" : "Scenario (lower case)"), Column("type", sv ? "Slag" : "Kind") with { Values = types }, Column("line", sv ? "Linje" : "Line"),
                Column("name", sv ? "Ritningens namn" : "Name of the drawing"), Column("at", sv ? "Ändhållplats eller hållplats" : "Terminal or stop"),
                Column("days", sv ? "Dagar" : "Days") with { Values = [.. Days.Select(d => new GpkgValue(d, d))] }, Column("departures", sv ? "Avgångar (06:40 15:20 eller every 60 06:00-18:00)" : "Departures (06:40 15:20 or every 60 06:00-18:00)"),
                Column("back", sv ? "Avgångar tillbaka" : "Departures back"), new GpkgColumn("stop_every_m", "DOUBLE", sv ? "Meter mellan hållplatser" : "Metres between stops"), Column("trips", sv ? "Turer (all, first, last, 06:40)" : "Trips (all, first, last, 06:40)"),
                new GpkgColumn("minutes", "INTEGER", sv ? "Minuter senare" : "Minutes later"), Column("direction", sv ? "Riktning" : "Direction") with { Values = [new("to-centre", sv ? "mot centrum" : "to the centre"), new("from-centre", sv ? "från centrum" : "from the centre")] }, Column("note", sv ? "Anteckning" : "Note"),
            ],
        };
        GpkgLayerDefinition stops = new()
        {
            Name = "stops",
            Identifier = sv ? "Hållplatser till ritade linjer" : "Stops of drawn lines",
            Description = sv ? "En punkt är en hållplats på den ritning som line_name nämner." : "A point is a stop of the drawing that line_name names.",
            Crs = crs,
            GeometryType = "POINT",
            Columns = [Column("line_name", sv ? "Ritningens namn" : "Name of the drawing"), Column("name", sv ? "Hållplatsens namn" : "Name of the stop")],
        };
        using GeoPackageWriter file = GeoPackageWriter.Create(path, DateTime.UnixEpoch);
        foreach (GpkgLayerDefinition layer in (GpkgLayerDefinition[])[lines, stops])
        {
            file.AddLayer(layer, []);
            file.AddStyle(layer.Name, sv ? "Att rita i" : "To draw in", Style(layer).ToXml(), isDefault: true);
        }

        file.Complete();
    }

    private static QmlStyle Style(GpkgLayerDefinition layer) => new()
    {
        Geometry = layer.GeometryType == "POINT" ? QmlGeometry.Point : QmlGeometry.Line,
        Classes = [new(layer.Identifier, "", new QmlSymbol("#0072b2", StrokeMm: 0.9, Shape: "square", SizeMm: 3))],
        Columns = layer.Columns,
        DisplayName = "\"name\"",
        Form = new QmlForm { Tabs = [new(layer.Identifier, [.. layer.Columns.Select(c => c.Name)])] },
    };

    private static GpkgColumn Column(string name, string title) => new(name, "TEXT", title);
}
