using HousingInventory.Formats;
using static HousingInventory.Tests.Formats.PopulationFixtures;

namespace HousingInventory.Tests.Formats;

/// <summary>SPAR: dated blocks, every kind of Hemvist, and ownership that is no home.</summary>
public class SparReaderTests
{
    private const string Post = """
        <p:AviseringPost>
          <p:PersonId><p:IdNummer>196408233234</p:IdNummer><p:Typ>PERSONNUMMER</p:Typ></p:PersonId>
          <p:Sekretessmarkering sattAvSPAR="NEJ">NEJ</p:Sekretessmarkering>
          <p:SkyddadFolkbokforing>NEJ</p:SkyddadFolkbokforing>
          <p:Persondetaljer><p:DatumFrom>2019-12-02</p:DatumFrom><p:DatumTill>9999-12-31</p:DatumTill><p:Kon>KVINNA</p:Kon></p:Persondetaljer>
          <p:Folkbokforing><p:DatumFrom>2010-02-02</p:DatumFrom><p:DatumTill>2019-12-02</p:DatumTill>
            <p:FolkbokfordLanKod>12</p:FolkbokfordLanKod><p:FolkbokfordKommunKod>78</p:FolkbokfordKommunKod><p:Hemvist>På kommunen skriven</p:Hemvist></p:Folkbokforing>
          <p:Folkbokforing><p:DatumFrom>2019-12-02</p:DatumFrom><p:DatumTill>9999-12-31</p:DatumTill>
            <p:FolkbokfordLanKod>24</p:FolkbokfordLanKod><p:FolkbokfordKommunKod>82</p:FolkbokfordKommunKod><p:Hemvist>Skriven på adressen</p:Hemvist></p:Folkbokforing>
          <p:Folkbokforingsadress><p:SvenskAdress><p:DatumFrom>2010-02-02</p:DatumFrom><p:DatumTill>2019-12-02</p:DatumTill>
            <p:Utdelningsadress2>GAMLA VÄGEN 9</p:Utdelningsadress2><p:PostNr>26900</p:PostNr><p:Postort>GAMMALORT</p:Postort></p:SvenskAdress></p:Folkbokforingsadress>
          <p:Folkbokforingsadress><p:SvenskAdress><p:DatumFrom>2019-12-02</p:DatumFrom><p:DatumTill>9999-12-31</p:DatumTill>
            <p:CareOf>NÅGON</p:CareOf><p:Utdelningsadress2>TESTVÄGEN 1</p:Utdelningsadress2><p:PostNr>93100</p:PostNr><p:Postort>TESTORT</p:Postort></p:SvenskAdress></p:Folkbokforingsadress>
          <p:SarskildPostadress><p:SvenskAdress><p:Utdelningsadress2>BOX 1</p:Utdelningsadress2></p:SvenskAdress></p:SarskildPostadress>
          <p:Fastighet><p:FastighetDel><p:Taxeringsidentitet>1</p:Taxeringsidentitet><p:FastighetBeteckning>ANNATBYN 7:7</p:FastighetBeteckning></p:FastighetDel></p:Fastighet>
        </p:AviseringPost>
        """;

    [Fact]
    public void Only_blocks_that_are_still_valid_count()
    {
        using SparReader cursor = Spar(Delivery(Post));
        PopulationRecord record = Single(cursor);
        Assert.Equal("196408233234", record.PersonNumber);
        Assert.Equal("2482", record.MunicipalityCode);
        Assert.Equal("TESTVÄGEN 1", record.Address);
        Assert.Equal("93100", record.PostalCode);
        Assert.Equal("TESTORT", record.PostTown);
        Assert.Null(record.UnplacedText);
        Assert.False(record.IsProtected || record.IsDeregistered);
        Assert.False(cursor.Read());
    }

    [Fact]
    public void What_a_person_owns_is_not_where_the_person_lives()
    {
        using SparReader cursor = Spar(Delivery(Post));
        PopulationRecord record = Single(cursor);
        Assert.Null(record.Property);
        Assert.Null(record.PropertyUuid);
    }

    [Fact]
    public void Nobody_lives_at_an_address_that_has_ended()
    {
        using SparReader cursor = Spar(Delivery(Post.Replace("9999-12-31", "2026-01-01", StringComparison.Ordinal)));
        PopulationRecord record = Single(cursor);
        Assert.Null(record.Address);
        Assert.Null(record.MunicipalityCode);
    }

    [Theory]
    [InlineData("På kommunen skriven")]
    [InlineData("Utan känt hemvist")]
    public void A_person_without_a_place_says_so(string domicile)
    {
        using SparReader cursor = Spar(Delivery(Post.Replace("Skriven på adressen", domicile, StringComparison.Ordinal)));
        Assert.Equal(domicile, Single(cursor).UnplacedText);
    }

    [Fact]
    public void Registered_at_the_address_is_recognised_in_any_case()
    {
        using SparReader cursor = Spar(Delivery(Post.Replace("Skriven på adressen", "SKRIVEN PÅ ADRESSEN", StringComparison.Ordinal)));
        Assert.Null(Single(cursor).UnplacedText);
    }

    [Theory]
    [InlineData("<p:Sekretessmarkering sattAvSPAR=\"NEJ\">NEJ", "<p:Sekretessmarkering sattAvSPAR=\"NEJ\">JA")]
    [InlineData("<p:SkyddadFolkbokforing>NEJ", "<p:SkyddadFolkbokforing>JA")]
    [InlineData("<p:Kon>", "<p:Sekretessmarkering>JA</p:Sekretessmarkering><p:Kon>")]
    public void A_protected_person_is_marked(string original, string replacement)
    {
        using SparReader cursor = Spar(Delivery(Post.Replace(original, replacement, StringComparison.Ordinal)));
        Assert.True(Single(cursor).IsProtected);
    }

    [Theory]
    [InlineData("<p:AvregistreringsorsakKod>UV</p:AvregistreringsorsakKod>", "UV")]
    [InlineData("<p:Avregistreringsdatum>2026-01-01</p:Avregistreringsdatum>", null)]
    [InlineData("<p:Avlidendatum>2026-01-01</p:Avlidendatum>", null)]
    public void A_deregistered_person_is_marked(string element, string? reason)
    {
        using SparReader cursor = Spar(Delivery(Post.Replace("<p:Kon>", element + "<p:Kon>", StringComparison.Ordinal)));
        PopulationRecord record = Single(cursor);
        Assert.True(record.IsDeregistered);
        Assert.Equal(reason, record.DeregistrationReason);
    }

    [Fact]
    public void An_answer_of_the_web_service_is_read()
    {
        string answer = Delivery(Post.Replace("AviseringPost", "PersonsokningSvarspost", StringComparison.Ordinal));
        using SparReader cursor = Spar($"<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>{answer}</S:Body></S:Envelope>");
        Assert.Equal("TESTVÄGEN 1", Single(cursor).Address);
    }

    [Fact]
    public void A_record_without_a_person_is_a_fault()
    {
        using SparReader cursor = Spar(Delivery("<p:AviseringPost/>", Post));
        Assert.True(cursor.Read());
        Assert.Equal("has no PersonId", cursor.Fault);
        Assert.Equal("TESTVÄGEN 1", Single(cursor).Address);
        Assert.Equal(2, cursor.Row);
    }

    [Fact]
    public void Other_XML_is_refused()
    {
        using SparReader cursor = Spar("<osm/>");
        Assert.Contains("no AviseringPost", Assert.Throws<DataFormatException>(() => cursor.Read()).Message, StringComparison.Ordinal);
    }

    private static string Delivery(params string[] posts)
        => "<p:Aviseringar xmlns:p=\"http://statenspersonadressregister.se/schema/komponent/person/person-1.3\">" + string.Concat(posts) + "</p:Aviseringar>";
}
