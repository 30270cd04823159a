namespace HousingInventory.Import;

/// <summary>
/// A population extract: Navet (XML or term-coded), SPAR, a municipal table, or one already reduced to keys and counts. Only link keys and counts leave this
/// file; of a person's number a salted hash is kept until duplicates are dropped, and names are never read.
/// </summary>
public sealed record ResidentsSource : Source
{
    internal static readonly SourceVocabulary Known = new(
        [
            new("navet-xml", Carrier.Register),
            new("navet-terms", Carrier.Register),
            new("spar-xml", Carrier.Register),
            new("residents-counts", Carrier.Table, "count"),
            new("residents-table", Carrier.Table),
        ],
        [
            new("person", "personnummer", "pnr", "personnr", "personid", "pers_nr", "person_id"),
            new("dwelling", "lagenhet_uuid", "lagenhetsid", "lagenhet_objektidentitet", "dwelling_id") { Nouns = ColumnMap.DwellingNouns },
            new("addressId", "adressplatsid", "adress_uuid", "belagenhetsadress_objektidentitet", "adressid", "address_id") { Nouns = ColumnMap.AddressNouns },
            // Where somebody is registered goes before where letters are sent.
            new("address", "folkbokforingsadress", "fbadress", "fb_adress", "fbf_adress", "folkbokford_adress", "adress_folkbokforing", "folkbokf_adress", "folkbokf_adr", "folkbokforingsadr", "folkbokforingsgatuadress",
                "folkbokforingsadress_utdelningsadress2", "folkbokforingsadress_utdelningsadress", "fb_utdelningsadress2", "fb_utdelningsadress", "fb_gatuadress", "registrerad_adress", "bostadsadress", "hemadress", "besoksadress", "adress", "gatuadress", "utdelningsadress2", "utdelningsadress", "address"),
            new("address1", "folkbokforingsadress1", "fbadress1", "utdelningsadress1", "adress1", "adressrad1", "gatuadr", "adr", "adressrad"),
            new("street", "gata", "gatunamn", "vagnamn", "adressomrade", "adressomrade_faststalltnamn", "street"),
            new("houseNumber", "husnr", "husnummer", "gatunr", "gatunummer", "adressnr", "adressnummer", "adressplatsnummer", "house_number"),
            new("number", "nr", "nummer", "number"),
            new("letter", "bokstav", "littera", "litt", "bokstavstillagg", "ingang", "uppgang", "uppg", "trappuppgang", "trapp", "port", "entre", "letter"),
            new("postalCode", "folkbokforingspostnr", "folkbokforingspostnummer", "fbpostnr", "fbpostnummer", "postnr", "postnummer", "postal_code"),
            new("postTown", "folkbokforingspostort", "folkbokforingsort", "fbpostort", "postort", "ort", "post_town"),
            new("propertyId", "fnr", "fastighetsnyckel", "fastighetsid", "fastighet_uuid", "registerenhet_uuid", "registerenhetsreferens", "property_id", "nyckel") { Nouns = ColumnMap.PropertyNouns },
            new("property", "fastighetsbeteckning", "fastighet", "fastbet", "beteckning", "registerbeteckning", "property", "designation"),
            new("dwellingNumber", "lagenhetsnummer", "lghnr", "lgh", "lagenhet", "dwelling_number"),
            new("municipality", "kommunkod", "lkf", "kommun", "municipality"),
            new("county", "lankod", "lan"),
            new("protected", "sekretess", "sekretessmarkering", "skydd", "skyddad", "skyddad_folkbokforing", "protected"),
            new("deregistered", "avregistrerad", "avregistreringsorsakkod", "avregistreringsorsak", "avregistreringsdatum", "avregistrering", "deregistered"),
            new("fictitious", "fiktivtnr", "fiktivt_nummer"),
            new("count", "antal", "antal_folkbokforda", "antal_personer", "befolkning", "count", "residents", "folkmangd", "invanare", "personer", "summa_av_antal", "totalt", "summa", "bef")
            {
                Fronts = ["antalfolkbokf", "antalperson", "antalpers", "antalboende", "antalinvanare", "antalmantalsskrivna", "antalfb", "antalavperson", "antalhushallsmedlemmar", "summaavantal", "summaavperson", "summafolkbokf"],
            },
            new("registeredOn", "folkbokforingsdatum", "fbdatum", "inflyttningsdatum", "inflyttdatum", "registered_on"),
        ]);

    internal override SourceVocabulary Vocabulary => Known;

    internal override SourceReader ReadBy => SourceReader.Run;

    internal override void Read(SourceFile file, Batch into)
    {
        using ResidentRows rows = file.OpenResidents();
        ResidentBook book = new(file, into);
        Func<bool> next = rows.Read;
        while (file.Guard(next))
        {
            file.Info.Read++;
            book.Enter(rows);
        }

        book.Close(rows);
    }
}
