using HousingInventory.Formats;
using HousingInventory.Import;

namespace HousingInventory.Verbs;

/// <summary>What a file seems to be.</summary>
/// <param name="Type">The source type, null when it cannot be told.</param>
/// <param name="Layout">The recognised layout, or why it cannot be used.</param>
/// <param name="Layer">The layer that would be read; null where the format has none.</param>
public sealed record Guess(string? Type, string Layout, string? Layer = null);

/// <summary>Tells from bytes and columns which source a file could be.</summary>
public static class SourceGuess
{
    /// <summary>The best guess.</summary>
    /// <exception cref="DataFormatException">The file cannot be read at all.</exception>
    public static Guess Of(string path)
    {
        byte[] head = new byte[16 * 1024];
        using (FileStream probe = File.OpenRead(path))
        {
            head = head[..probe.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        }

        if (PopulationFile.Recognise(head) is { } population)
        {
            return new Guess("residents", population);
        }

        if (BuildingXmlReader.Recognise(head))
        {
            return new Guess("buildings", "lantmateriet-byggnad-xml");
        }

        if (IsTimetable(path))
        {
            return new Guess("timetable", "gtfs");
        }

        if (DataFile.Recognise(path) == DataFormat.OsmPbf)
        {
            return new Guess("roads", "openstreetmap (also buildings, addresses and services)");
        }

        string name = Path.GetFileName(path).ToLowerInvariant();
        foreach (LayerInfo layer in DataFile.Layers(path, ReadOptions.Recognise))
        {
            if (OfLayer(layer, name) is { } guess)
            {
                return guess;
            }
        }

        return new Guess(null, "not recognised: name its type yourself");
    }

    private static bool IsTimetable(string path)
    {
        try
        {
            using System.IO.Compression.ZipArchive zip = System.IO.Compression.ZipFile.OpenRead(path);
            return zip.Entries.Any(e => e.Name == "stop_times.txt") && zip.Entries.Any(e => e.Name == "stops.txt");
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static Guess? OfLayer(LayerInfo layer, string fileName)
    {
        ColumnMap columns = new(layer, BuildingsSource.Known);
        bool Has(params string[] names) => names.Any(columns.Has);
        bool places = layer.GeometryColumn is not null;
        return true switch
        {
            _ when Has("andamal_1t") => new Guess("buildings", "gsd-fastighetskartan-by", layer.Name),
            _ when Has("andamal1") => new Guess("buildings", "lantmateriet-byggnad", layer.Name),
            _ when places && Has("objekttypnr") && layer.Name.StartsWith("byggnad", StringComparison.OrdinalIgnoreCase) =>
                new Guess(null, "a topographic map product, which lacks most houses; order Byggnad Nedladdning, vektor", layer.Name),
            _ when Has("adressomrade_faststalltnamn", "adressomr") => new Guess("addresses", "lantmateriet-belagenhetsadress", layer.Name),
            _ when Has("lagenhetsnummer", "lghnr", "dwelling_number") && Has("byggnad_objektidentitet", "byggnad_uuid", "building_id", "bostadsarea", "kokstyp") =>
                new Guess("dwellings", "dwelling-table", layer.Name),
            _ when Has("registerenhetsreferens") && places => new Guess("properties", "lantmateriet-registerenhetsomradesyta", layer.Name),
            _ when Has("blockenhet") && Has("trakt") => new Guess("properties", "gsd-fastighetskartan-ay", layer.Name),
            _ when Has("tatort", "smaort") => new Guess("localities", "scb-tatorter", layer.Name),
            _ when Has("fritidshus") && places => new Guess("holiday-areas", "scb-fritidshusomraden", layer.Name),
            _ when Has("vagtr_474", "klass_181", "highway") || (places && Has("gatunamn") && Has("objekttypnr")) => new Guess("roads", "road lines", layer.Name),
            _ when Has("ref", "building_id") && Has("state") => new Guess("followup", "followup"),
            _ when fileName.Contains("withheld", StringComparison.Ordinal) => new Guess("withheld", "withheld"),
            _ when Has("personnummer", "pnr", "personnr", "personid") || (Has("antal", "count", "antal_folkbokforda", "antal_personer") && Has("adress", "address", "address_id", "fastighetsbeteckning")) =>
                new Guess("residents", Has("personnummer", "pnr", "personnr", "personid") ? "residents-table" : "residents-counts"),
            _ when Has("category", "kategori") && (places || Has("e", "lon", "x")) => new Guess("services", "service-points", layer.Name),
            _ => null,
        };
    }
}
