using System.Text;
using HousingInventory.Formats;

namespace HousingInventory.Tests.Formats;

/// <summary>Made-up extracts: Skatteverket's documentation number, places that do not exist.</summary>
internal static class PopulationFixtures
{
    /// <summary>The record of a person on TESTBYN 1:2 who earlier lived on GAMMALBYN 3:4.</summary>
    public const string Post = """
        <Folkbokforingspost>
          <Sekretessmarkering/><SkyddadFolkbokforing/>
          <Personpost>
            <PersonId><PersonNr>196408233234</PersonNr></PersonId>
            <Folkbokforing><Folkbokforingsdatum>20150101</Folkbokforingsdatum><LanKod>24</LanKod>
              <KommunKod>82</KommunKod><Fastighetsbeteckning>TESTBYN 1:2</Fastighetsbeteckning>
              <FiktivtNr>0</FiktivtNr></Folkbokforing>
            <Adresser><Folkbokforingsadress><Utdelningsadress2>TESTVÄGEN 1</Utdelningsadress2>
              <PostNr>93100</PostNr><Postort>TESTORT</Postort></Folkbokforingsadress>
              <Riksnycklar><FastighetsId>1</FastighetsId><AdressplatsId>2</AdressplatsId></Riksnycklar></Adresser>
          </Personpost>
          <Historik><Folkbokforing><LanKod>24</LanKod><KommunKod>82</KommunKod>
            <Fastighetsbeteckning>GAMMALBYN 3:4</Fastighetsbeteckning></Folkbokforing></Historik>
        </Folkbokforingspost>
        """;

    public const string Terms = """
        #INFO_START
        #FILTYP Avisering
        #BESTÄLLNINGSID 0000001-01
        #BESTÄLLNINGSTYP Grunduttag
        #EFFEKTUERAD 20261102
        #INFO_SLUT
        #DATA_START
        #POST_START
        #UP 01001 196408233234
        #UP 01022 24
        #UP 01023 82
        #UP 01025 TESTBYN 1:2
        #UP 01026 0
        #UP 01033 TESTVÄGEN 1
        #UP 01034 93100
        #UP 01035 TESTORT
        #UP 04001
        #UP 04002 GAMMALBYN 3:4
        #UP 04001
        #UP 04002 ÄLDSTABYN 5:6
        #POST_SLUT
        #DATA_SLUT
        #AVST_START
        #ANTAL_POSTER 1
        #AVST_SLUT
        #FIL_SLUT

        """;

    /// <summary>The same person in SPAR, registered on 2015-01-01.</summary>
    public const string SparPost = """
        <p:AviseringPost>
          <p:PersonId><p:IdNummer>196408233234</p:IdNummer><p:Typ>PERSONNUMMER</p:Typ></p:PersonId>
          <p:Folkbokforing><p:DatumFrom>1999-09-09</p:DatumFrom><p:DatumTill>9999-12-31</p:DatumTill>
            <p:FolkbokfordLanKod>24</p:FolkbokfordLanKod><p:FolkbokfordKommunKod>82</p:FolkbokfordKommunKod><p:Hemvist>Skriven på adressen</p:Hemvist>
            <p:Folkbokforingsdatum>20150101</p:Folkbokforingsdatum></p:Folkbokforing>
          <p:Folkbokforingsadress><p:SvenskAdress><p:DatumFrom>1999-09-09</p:DatumFrom><p:DatumTill>9999-12-31</p:DatumTill>
            <p:Utdelningsadress2>TESTVÄGEN 1</p:Utdelningsadress2><p:PostNr>93100</p:PostNr><p:Postort>TESTORT</p:Postort></p:SvenskAdress></p:Folkbokforingsadress>
        </p:AviseringPost>
        """;

    public static string SparDelivery(params string[] posts)
        => """<p:Leverans xmlns:p="http://statenspersonadressregister.se/schema/komponent/person/person-1.0">""" + string.Concat(posts) + "</p:Leverans>";

    public static string Delivery(params string[] posts)
        => "<Navetavisering><Folkbokforingsposter>" + string.Concat(posts) + "</Folkbokforingsposter></Navetavisering>";

    public static NavetXmlReader Navet(string xml) => new(Bytes(xml));

    public static NavetTermCodedReader TermCoded(string text) => new(Bytes(text));

    public static SparReader Spar(string xml) => new(Bytes(xml));

    public static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>The only record of a one-record extract.</summary>
    public static PopulationRecord Single(IPopulationCursor cursor)
    {
        Assert.True(cursor.Read());
        Assert.Null(cursor.Fault);
        return cursor.Current;
    }
}
