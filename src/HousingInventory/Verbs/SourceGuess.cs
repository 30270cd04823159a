using HousingInventory.Formats;
using HousingInventory.Import;

namespace HousingInventory.Verbs;

/// <summary>What a file seems to be.</summary>
/// <param name="Type">The source type, null when it cannot be told.</param>
/// <param name="Layout">The recognised layout, or why it cannot be used.</param>
/// <param name="Layer">The layer that would be read; null where the format has none.</param>
/// <param name="Members">Further members that a source of this file needs, each after a comma: <c>, "kind": "water"</c>.</param>
/// <param name="Note">What the user must know or state; null when nothing.</param>
/// <param name="Dated">The day that the file itself states for the data; null when it states none, or only after being read through.</param>
public sealed record Guess(string? Type, string Layout, string? Layer = null, string Members = "", string? Note = null, DateOnly? Dated = null);

/// <summary>Tells from bytes and columns which source a file could be.</summary>
public static class SourceGuess
{
    /// <summary>The note on a table that has headings and nothing under them.</summary>
    internal const string EmptyNote = "it has no rows";

    /// <summary>What is said of a file that could be anything.</summary>
    internal const string NotRecognised = "not recognised: name its type yourself";

    private const string DayOfExtract = "state the day of the extract with \"extracted\"";

    /// <summary>The tables of a plan, by the columns that each has and the ones before it lack; "a|b" is either.</summary>
    private static readonly (string Type, SourceVocabulary Known, string[] Columns)[] PlanTables =
    [
        ("support", SupportSource.Known, ["case", "step"]), ("decisions", DecisionsSource.Known, ["decision", "case|home"]), ("households", HouseholdsSource.Known, ["case", "size", "latest_on|decided_on"]),
        ("vacancies", VacanciesSource.Known, ["home", "notice_on|last_rent_on|let_on|delivered_on"]), ("homes", HomesSource.Known, ["home", "free_from", "rooms|area_m2|beds"]),
        ("premises", PremisesSource.Known, ["premises", "area_m2", "two_ways_out|daylight|vacant_from"]), ("landlords", LandlordsSource.Known, ["landlord", "next_step|last_contact_on"]),
        ("owners", OwnersSource.Known, ["property", "landlord"]),
    ];

    private static readonly string[] PersonWords = ["personnummer", "pnr", "personnr", "personid", "pers_nr", "person_id"];

    /// <summary>The best guess.</summary>
    /// <exception cref="DataFormatException">The file cannot be read at all.</exception>
    public static Guess Of(string path) => Of(path, DataFile.Recognise(path), out _);

    /// <summary>The best guess on a file of a known format, with a look at each of its layers.</summary>
    internal static Guess Of(string path, DataFormat format, out IReadOnlyList<LayerLook> looks)
    {
        looks = [];
        switch (format)
        {
            case DataFormat.Population:
                using (IPopulationCursor cursor = PopulationFile.Open(path))
                {
                    return new Guess("residents", cursor.Layout);
                }

            case DataFormat.BuildingXml:
                return new Guess("buildings", "lantmateriet-byggnad-xml", Note: "the same file serves as addresses and dwellings too");
            case DataFormat.Gtfs:
                return new Guess("timetable", "gtfs");
            case DataFormat.OsmPbf:
                return new Guess("roads", "openstreetmap-roads", Note: "the same file serves as services, and where no register is at hand as buildings and addresses");
        }

        looks = [.. DataFile.Layers(path, ReadOptions.Recognise).Select(layer => new LayerLook(path, layer))];
        Guess? refused = null;
        foreach (LayerLook look in looks)
        {
            if (OfLayer(look, Path.GetFileName(path)) is { } guess)
            {
                string? empty = look.HasRows ? null : EmptyNote;
                string? crs = look.NeedsCrs ? "state its CRS with \"crs\": \"EPSG:...\"" : null;
                if (guess.Type is not null)
                {
                    return guess with { Layer = looks.Count > 1 ? look.Layer.Name : null, Note = string.Join("; ", ((string?[])[guess.Note, crs, empty]).OfType<string>()) is { Length: > 0 } notes ? notes : null, Dated = IsSaveDay(format) || guess.Type == "residents" ? null : look.Layer.LastChange };
                }

                refused ??= guess;
            }
        }

        return refused ?? new Guess(null, NotRecognised);
    }

    /// <summary>Whether the day that a file states is that on which somebody saved it, and not one of its data.</summary>
    private static bool IsSaveDay(DataFormat format) => format is DataFormat.Xlsx or DataFormat.Dbf or DataFormat.Shapefile;

    private static Guess? OfLayer(LayerLook look, string fileName)
    {
        bool Has(params string[] names) => names.Any(look.Columns.Has);
        bool Named(params string[] words) => words.Any(w => ColumnMap.Fold(look.Layer.Name).Contains(w, StringComparison.Ordinal) || ColumnMap.Fold(fileName).Contains(w, StringComparison.Ordinal));
        Guess Is(string type, SourceVocabulary known, string members = "", string? note = null)
        {
            ColumnMap columns = new(look.Layer, known);
            string? id = type == "buildings" && columns.Find("id") < 0 ? columns.ProposedId : null;
            return id is null
                ? new(type, columns.Layout, Members: members, Note: note)
                : new(type, columns.Layout, Members: $"{members}, \"columns\": {{ \"id\": {Inspecting.Quoted(id)} }}", Note: string.Join("; ", ((string?[])[$"check that {id} is the building's id, and the same in every delivery", note]).OfType<string>()));
        }

        bool isAddress = Has("adressomrade_faststalltnamn", "adressomr", "adressomrade") || Has("vejnavn", "addr:street", "gatunamn", "street") && Has("husnr", "addr:housenumber", "nummer", "number");
        return true switch
        {
            _ when Has("hus_antal") && Has("uuid") => Is("evidence", EvidenceSource.Known, ", \"kind\": \"households\"", "state its legal ground with \"basis\""),
            _ when Has("andamal_1t", "andamal1") && look.IsAreas => Is("buildings", BuildingsSource.Known),
            _ when look.Layer.GeometryColumn is not null && Has("objekttypnr") && Has("objekttyp") && Named("byggnad") && !Has("husnummer") =>
                new Guess(null, "a topographic map product, which lacks most houses; order Byggnad Nedladdning, vektor"),
            _ when isAddress && !Has("amenity", "shop") && (look.IsPoints || !look.HasPlaces) => Is("addresses", AddressesSource.Known),
            _ when OfPlan(look) is { } plan => plan,
            _ when Has("lagenhetsnummer", "lghnr", "dwelling_number") && Has("byggnad_objektidentitet", "byggnad_uuid", "building_id", "bostadsarea", "kokstyp") =>
                Is("dwellings", DwellingsSource.Known),
            _ when (Has("registerenhetsreferens") || (Has("trakt") && Has("blockenhet", "block"))) && look.IsAreas => Is("properties", PropertiesSource.Known),
            _ when Has("tatort", "smaort", "regsonamn", "desokod", "deso") && look.IsAreas => Is("localities", LocalitiesSource.Known),
            _ when Has("fritidshus") && look.IsAreas => Is("holiday-areas", HolidayAreasSource.Known),
            _ when look.IsLines && (Has("vagtr_474", "klass_181", "highway", "fclass") || (Has("gatunamn", "vardvagnummer") && Has("objekttypnr"))) => Is("roads", RoadsSource.Known),
            _ when Has("ref", "building_id") && Has("state") => Is("followup", FollowUpSource.Known),
            _ when Named("withheld", "undantag") || IsListOfKeys(look, Has, Named) => Is("withheld", WithheldSource.Known),
            _ => OfPlacesAndPersons(look, Has, Named, Is),
        };
    }

    /// <summary>A table of a plan; null when it is none, or draws areas or lines.</summary>
    private static Guess? OfPlan(LayerLook look)
    {
        foreach ((string type, SourceVocabulary known, string[] needed) in PlanTables)
        {
            ColumnMap columns = new(look.Layer, known);
            if (!look.IsAreas && !look.IsLines && Array.TrueForAll(needed, either => either.Split('|').Any(c => columns.Find(c) >= 0)))
            {
                return new Guess(type, type, Note: "read by 'plan' alone");
            }
        }

        return null;
    }

    /// <summary>
    /// A list of withheld homes under another name: one column headed as <c>reduce</c> heads it, or in a file whose name says so. Overlooked it would show those it
    /// is there for.
    /// </summary>
    private static bool IsListOfKeys(LayerLook look, Func<string[], bool> has, Func<string[], bool> named) =>
        look.Layer.GeometryColumn is null && look.Layer.Columns.Count == 1 && (has(["key", "nyckel", "nycklar"]) || named(["skydd"]));

    private static Guess? OfPlacesAndPersons(LayerLook look, Func<string[], bool> has, Func<string[], bool> named, Func<string, SourceVocabulary, string, string?, Guess> typed)
    {
        bool Has(params string[] names) => has(names);
        bool isCount = Has("antal", "count", "antal_folkbokforda", "antal_personer");
        bool isKeyed = Has("adress", "address", "folkbokforingsadress", "gatuadress", "adressplatsid", "address_id", "fastighetsbeteckning", "fastighet", "property_id", "lagenhetsid", "dwelling_id");
        string? category = ServiceCategory.OfText(look.Layer.Name);
        return true switch
        {
            _ when Has(PersonWords) && isKeyed => new Guess("residents", "residents-table", Note: DayOfExtract),
            _ when isCount && isKeyed => new Guess("residents", "residents-counts", Note: DayOfExtract),
            _ when Has("category", "kategori", "fghklass", "skolenhetskod", "amenity") && look.IsPoints => typed("services", ServicesSource.Known, "", null),
            _ when category is not null && look.IsPoints => typed("services", ServicesSource.Known, $", \"category\": \"{category}\"", null),
            _ when isKeyed && look.IsPoints && Has("adress", "address", "belagenhetsadress", "gatuadress") => typed("addresses", AddressesSource.Known, "", null),
            _ when Has("kwh") && Keyed() => Evidence("electricity"),
            _ when Has("m3") && Keyed() => Evidence("water"),
            _ when Has("hamtning") && Keyed() => Evidence("waste"),
            _ when Has("typkod") && Keyed() => Evidence("tax-code"),
            _ when look.IsAreas && named(["byggnad", "building", "bygning"]) => typed(
                "buildings", BuildingsSource.Known, "",
                Has("typ", "objekttyp", "andamal", "byggnadsandamal", "purpose", "type", "byggnadstyp") ? "only what its purpose calls 'Bostad' counts as a dwelling" : "it has no column of purposes, so every building would count as a dwelling"),
            _ when look.IsAreas && Has("fastighetsbeteckning", "registerbeteckning", "fastighet_uuid", "fnr") => typed("properties", PropertiesSource.Known, "", null),
            _ => null,
        };

        bool Keyed() => isKeyed || Has("building_id", "byggnad", "byggnad_objektidentitet", "ref", "adress_uuid");
        Guess Evidence(string kind) => typed("evidence", EvidenceSource.Known, $", \"kind\": \"{kind}\"", "state its legal ground with \"basis\"");
    }
}
