using HousingInventory.Formats;
using static HousingInventory.Tests.Formats.PopulationFixtures;

namespace HousingInventory.Tests.Formats;

/// <summary>Navet XML: one record and its variants, nil, deregistered, fictitious, protected, elsewhere, with history, with and without namespaces.</summary>
public class NavetXmlReaderTests
{
    [Fact]
    public void A_person_is_registered_where_the_current_block_says()
    {
        using NavetXmlReader cursor = Navet(Delivery(Post));
        PopulationRecord record = Single(cursor);
        Assert.Equal("196408233234", record.PersonNumber);
        Assert.Equal("2482", record.MunicipalityCode);
        Assert.Equal("TESTBYN 1:2", record.Property);
        Assert.Equal("TESTVÄGEN 1", record.Address);
        Assert.Null(record.AddressLine1);
        Assert.Equal("93100", record.PostalCode);
        Assert.Equal("TESTORT", record.PostTown);
        Assert.Equal("1", record.PropertyNationalKey);
        Assert.Equal("2", record.AddressNationalKey);
        Assert.Null(record.DwellingNationalKey);
        Assert.Null(record.PropertyUuid);
        Assert.False(record.IsProtected || record.IsDeregistered || record.HasFictitiousProperty);
        Assert.Equal(1, cursor.Row);
        Assert.False(cursor.Read());
        Assert.False(cursor.LooksLikeChangeFile);
        Assert.Null(cursor.Extracted);
    }

    [Theory]
    [InlineData("20150101", 20_150_101)]
    [InlineData("2015-01-01", 20_150_101)]
    [InlineData("2015-01-01T00:00:00", 20_150_101)]
    [InlineData("201503", 20_150_300)]
    [InlineData("2015-03", 20_150_300)]
    [InlineData("2015", 20_150_000)]
    [InlineData("20150000", 20_150_000)]
    [InlineData("0", 0)]
    [InlineData("00000000", 0)]
    [InlineData("", 0)]
    [InlineData("20151301", 0)]
    [InlineData("i fjol", 0)]
    public void The_day_of_registration_may_be_partial(string written, int day)
    {
        using NavetXmlReader cursor = Navet(Delivery(Post.Replace("20150101", written, StringComparison.Ordinal)));
        Assert.Equal(day, Single(cursor).RegisteredOn);
    }

    [Fact]
    public void A_person_in_another_municipality_is_read_with_its_code()
    {
        string elsewhere = Post.Replace("<LanKod>24</LanKod>", "<LanKod>12</LanKod>", StringComparison.Ordinal).Replace("<KommunKod>82</KommunKod>", "<KommunKod>78</KommunKod>", StringComparison.Ordinal);
        using NavetXmlReader cursor = Navet(Delivery(Post, elsewhere));
        Assert.Equal("2482", Single(cursor).MunicipalityCode);
        Assert.Equal("1278", Single(cursor).MunicipalityCode);
    }

    [Fact]
    public void History_is_never_read_as_current()
    {
        string moved = Post.Replace("<Personpost>", "<Historik><Folkbokforing><Fastighetsbeteckning>FÖRST 1:1</Fastighetsbeteckning></Folkbokforing></Historik><Personpost>", StringComparison.Ordinal);
        using NavetXmlReader cursor = Navet(Delivery(moved));
        Assert.Equal("TESTBYN 1:2", Single(cursor).Property);

        string onlyHistory = "<Folkbokforingspost><Personpost><PersonId><PersonNr>196408233234</PersonNr></PersonId></Personpost><Historik>"
            + "<Folkbokforing><LanKod>24</LanKod><KommunKod>82</KommunKod><Fastighetsbeteckning>GAMMALBYN 3:4</Fastighetsbeteckning></Folkbokforing>"
            + "<Folkbokforingsadress><Utdelningsadress2>GAMLA VÄGEN 9</Utdelningsadress2></Folkbokforingsadress></Historik></Folkbokforingspost>";
        using NavetXmlReader second = Navet(Delivery(onlyHistory));
        PopulationRecord record = Single(second);
        Assert.Null(record.Property);
        Assert.Null(record.Address);
        Assert.Null(record.MunicipalityCode);
    }

    [Fact]
    public void Nil_and_empty_elements_mean_missing()
    {
        string nil = Post
            .Replace("<Fastighetsbeteckning>TESTBYN 1:2</Fastighetsbeteckning>", "<Fastighetsbeteckning xsi:nil=\"true\"/><Lagenhet xsi:nil=\"true\"></Lagenhet>", StringComparison.Ordinal)
            .Replace("<Utdelningsadress2>TESTVÄGEN 1</Utdelningsadress2>", "<Utdelningsadress1>  </Utdelningsadress1><Utdelningsadress2></Utdelningsadress2>", StringComparison.Ordinal);
        using NavetXmlReader cursor = Navet(Delivery(nil).Replace("<Navetavisering", "<Navetavisering xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"", StringComparison.Ordinal));
        PopulationRecord record = Single(cursor);
        Assert.Null(record.Property);
        Assert.Null(record.DwellingNumber);
        Assert.Null(record.Address);
        Assert.Equal("TESTORT", record.PostTown);
    }

    [Theory]
    [InlineData("<AvregistreringsorsakKod>AV</AvregistreringsorsakKod><Avregistreringsdatum>20260101</Avregistreringsdatum>", "AV")]
    [InlineData("<AvregistreringsorsakKod>GN</AvregistreringsorsakKod>", "GN")]
    [InlineData("<Avregistreringsdatum>20260101</Avregistreringsdatum>", null)]
    public void A_deregistered_person_is_marked(string block, string? reason)
    {
        using NavetXmlReader cursor = Navet(Delivery(Post.Replace("</PersonId>", $"</PersonId><Avregistrering>{block}</Avregistrering>", StringComparison.Ordinal)));
        PopulationRecord record = Single(cursor);
        Assert.True(record.IsDeregistered);
        Assert.Equal(reason, record.DeregistrationReason);
    }

    [Theory]
    [InlineData("<Avregistrering/>")]
    [InlineData("<Avregistrering><AvregistreringsorsakKod/><Avregistreringsdatum>0</Avregistreringsdatum></Avregistrering>")]
    public void An_empty_deregistration_says_nothing(string block)
    {
        using NavetXmlReader cursor = Navet(Delivery(Post.Replace("</PersonId>", "</PersonId>" + block, StringComparison.Ordinal)));
        Assert.False(Single(cursor).IsDeregistered);
    }

    [Theory]
    [InlineData("FB", false)]
    [InlineData("UV", true)]
    [InlineData("OB", true)]
    public void The_kind_of_registration_may_say_that_it_ended(string type, bool ended)
    {
        using NavetXmlReader cursor = Navet(Delivery(Post.Replace("<FiktivtNr>", $"<Folkbokforingstyp>{type}</Folkbokforingstyp><FiktivtNr>", StringComparison.Ordinal)));
        PopulationRecord record = Single(cursor);
        Assert.Equal(type, record.RegistrationType);
        Assert.Equal(ended, record.IsDeregistered);
        Assert.Equal(ended ? type : null, record.DeregistrationReason);
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("000", false)]
    [InlineData("", false)]
    [InlineData("1", true)]
    [InlineData("010", true)]
    public void A_fictitious_number_marks_a_property_that_is_no_place(string number, bool expected)
    {
        using NavetXmlReader cursor = Navet(Delivery(Post.Replace("<FiktivtNr>0<", $"<FiktivtNr>{number}<", StringComparison.Ordinal)));
        Assert.Equal(expected, Single(cursor).HasFictitiousProperty);
    }

    [Theory]
    [InlineData("J", true)]
    [InlineData("JA", true)]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("X", true)]
    [InlineData("N", false)]
    [InlineData("Nej", false)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    [InlineData(" ", false)]
    public void A_protected_person_is_marked(string value, bool expected)
    {
        using NavetXmlReader secrecy = Navet(Delivery(Post.Replace("<Sekretessmarkering/>", $"<Sekretessmarkering>{value}</Sekretessmarkering>", StringComparison.Ordinal)));
        Assert.Equal(expected, Single(secrecy).IsProtected);
        using NavetXmlReader registration = Navet(Delivery(Post.Replace("<SkyddadFolkbokforing/>", $"<SkyddadFolkbokforing>{value}</SkyddadFolkbokforing>", StringComparison.Ordinal)));
        Assert.Equal(expected, Single(registration).IsProtected);
    }

    [Fact]
    public void A_protected_record_may_hold_nothing_else()
    {
        using NavetXmlReader cursor = Navet(Delivery("<Folkbokforingspost><Sekretessmarkering>J</Sekretessmarkering></Folkbokforingspost>"));
        Assert.True(Single(cursor).IsProtected);
    }

    [Fact]
    public void A_record_without_a_person_is_a_fault_and_the_next_is_read()
    {
        using NavetXmlReader cursor = Navet(Delivery("<Folkbokforingspost/>", Post));
        Assert.True(cursor.Read());
        Assert.Equal("has no Personpost", cursor.Fault);
        Assert.True(cursor.Read());
        Assert.Null(cursor.Fault);
        Assert.Equal(2, cursor.Row);
    }

    [Theory]
    [InlineData("24", "80", "2480")]
    [InlineData("1", "14", "0114")]
    [InlineData("01", "4", "0104")]
    [InlineData("", "2482", "2482")]
    [InlineData("24", "2482", "2482")]
    [InlineData("", "82", null)]
    [InlineData("24", "", null)]
    [InlineData("24", "00", null)]
    [InlineData("24", "8A", null)]
    [InlineData("0024", "82", null)]
    public void The_municipality_is_county_and_municipality_padded(string county, string municipality, string? expected)
    {
        string post = Post
            .Replace("<LanKod>24</LanKod>\n      <KommunKod>82<", $"<LanKod>{county}</LanKod>\n      <KommunKod>{municipality}<", StringComparison.Ordinal);
        using NavetXmlReader cursor = Navet(Delivery(post));
        Assert.Equal(expected, Single(cursor).MunicipalityCode);
    }

    [Theory]
    [InlineData("1102", "1102")]
    [InlineData("902", "0902")]
    [InlineData("LGH 1102", "1102")]
    [InlineData("0000", null)]
    [InlineData("1", null)]
    [InlineData("11023", null)]
    [InlineData("NB", null)]
    public void A_dwelling_number_has_four_digits(string text, string? expected)
    {
        using NavetXmlReader cursor = Navet(Delivery(Post.Replace("<FiktivtNr>", $"<Lagenhet>{text}</Lagenhet><FiktivtNr>", StringComparison.Ordinal)));
        Assert.Equal(expected, Single(cursor).DwellingNumber);
    }

    [Fact]
    public void Keys_lose_dashes_braces_and_case_whatever_their_version()
    {
        string post = Post.Replace("</Adresser>", "<UUID><Fastighet>{909A6A63-4A2B-90EC-E040-ED8F66444C3F}</Fastighet><Adress>909a6a6387ef90ece040ed8f66444c3f</Adress><Lagenhet>...</Lagenhet></UUID></Adresser>", StringComparison.Ordinal);
        using NavetXmlReader cursor = Navet(Delivery(post));
        PopulationRecord record = Single(cursor);
        Assert.Equal("909a6a634a2b90ece040ed8f66444c3f", record.PropertyUuid);
        Assert.Equal("909a6a6387ef90ece040ed8f66444c3f", record.AddressUuid);
        Assert.Null(record.DwellingUuid);
    }

    [Fact]
    public void Postal_addresses_are_never_the_home()
    {
        const string Elsewhere = "<SarskildPostadress><Utdelningsadress2>BOX 1</Utdelningsadress2><PostNr>11111</PostNr></SarskildPostadress>"
            + "<Utlandsadress><Utdelningsadress1>RUE 1</Utdelningsadress1></Utlandsadress>";
        string before = Post.Replace("<Adresser>", "<Adresser>" + Elsewhere, StringComparison.Ordinal);
        using NavetXmlReader cursor = Navet(Delivery(before));
        PopulationRecord record = Single(cursor);
        Assert.Equal("TESTVÄGEN 1", record.Address);
        Assert.Null(record.AddressLine1);
        Assert.Equal("93100", record.PostalCode);
    }

    [Fact]
    public void The_first_address_line_is_used_when_the_second_is_empty()
    {
        using NavetXmlReader cursor = Navet(Delivery(Post.Replace("Utdelningsadress2>", "Utdelningsadress1>", StringComparison.Ordinal)));
        PopulationRecord record = Single(cursor);
        Assert.Equal("TESTVÄGEN 1", record.Address);
        Assert.Null(record.AddressLine2);
    }

    [Fact]
    public void Nothing_of_one_record_is_left_in_the_next()
    {
        string rich = Post.Replace("<Sekretessmarkering/>", "<Sekretessmarkering>J</Sekretessmarkering>", StringComparison.Ordinal)
            .Replace("</PersonId>", "</PersonId><Avregistrering><AvregistreringsorsakKod>AV</AvregistreringsorsakKod></Avregistrering>", StringComparison.Ordinal)
            .Replace("<FiktivtNr>0<", "<Lagenhet>1101</Lagenhet><Folkbokforingstyp>FB</Folkbokforingstyp><FiktivtNr>1<", StringComparison.Ordinal);
        using NavetXmlReader cursor = Navet(Delivery(rich, "<Folkbokforingspost><Personpost/></Folkbokforingspost>"));
        Assert.True(Single(cursor).IsProtected);
        PopulationRecord record = Single(cursor);
        Assert.True(record.PersonNumber.IsEmpty);
        Assert.False(record.IsProtected || record.IsDeregistered || record.HasFictitiousProperty);
        Assert.All(
            typeof(PopulationRecord).GetProperties().Where(property => property.PropertyType == typeof(string)),
            property => Assert.Null(property.GetValue(record)));
    }

    [Fact]
    public void The_newest_day_of_extraction_dates_the_file()
    {
        string older = Post.Replace("<Personpost>", "<Arendeuppgift andringstidpunkt=\"20200406121712\" utsokningsdatum=\"20261101\"/><Personpost>", StringComparison.Ordinal);
        string newer = Post.Replace("<Personpost>", "<Arendeuppgift utsokningsdatum=\"2026-11-02T04:00:00\"/><Personpost>", StringComparison.Ordinal);
        string partial = Post.Replace("<Personpost>", "<Arendeuppgift utsokningsdatum=\"202612\"/><Personpost>", StringComparison.Ordinal);
        using NavetXmlReader cursor = Navet(Delivery(older, newer, partial));
        while (cursor.Read())
        {
        }

        Assert.Equal(new DateOnly(2026, 11, 2), cursor.Extracted);
        Assert.Equal(3, cursor.Row);
        Assert.False(cursor.LooksLikeChangeFile);
    }

    [Fact]
    public void The_day_of_extraction_may_stand_once_for_the_whole_file()
    {
        using NavetXmlReader cursor = Navet(Delivery(Post).Replace("<Folkbokforingsposter>", "<Arendeuppgift utsokningsdatum=\"20261102\"/><Folkbokforingsposter>", StringComparison.Ordinal));
        Single(cursor);
        Assert.Equal(new DateOnly(2026, 11, 2), cursor.Extracted);
    }

    [Theory]
    [InlineData("Arendetyp=\"ANDRING\"", true)]
    [InlineData("Arendetyp=\"ANDRING\" totalpost=\"N\"", true)]
    [InlineData("Arendetyp=\"ANDRING\" totalpost=\"J\"", false)]
    [InlineData("Arendetyp=\"\"", false)]
    [InlineData("andringstidpunkt=\"20200406121712\"", false)]
    public void Notices_of_change_are_recognised(string attributes, bool expected)
    {
        using NavetXmlReader cursor = Navet(Delivery(Post.Replace("<Personpost>", $"<Arendeuppgift {attributes}/><Personpost>", StringComparison.Ordinal)));
        Single(cursor);
        Assert.False(cursor.Read());
        Assert.Equal(expected, cursor.LooksLikeChangeFile);
    }

    [Fact]
    public void An_answer_of_the_web_service_is_read_with_its_namespaces()
    {
        string soap = "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>"
            + "<ns0:PersonpostXMLResponse xmlns:ns0=\"http://xmls.skatteverket.se/se/skatteverket/folkbokforing/na/epersondata/V1\"><ns0:Folkbokforingsposter>"
            + Post + "</ns0:Folkbokforingsposter></ns0:PersonpostXMLResponse></S:Body></S:Envelope>";
        using NavetXmlReader cursor = Navet(soap);
        Assert.Equal("TESTBYN 1:2", Single(cursor).Property);
        using NavetXmlReader qualified = Navet(Delivery(Post).Replace("<Navetavisering>", "<Navetavisering xmlns=\"urn:anything\">", StringComparison.Ordinal));
        Assert.Equal("TESTBYN 1:2", Single(qualified).Property);
    }

    [Fact]
    public void A_delivery_of_nobody_is_empty_and_not_broken()
    {
        using NavetXmlReader cursor = Navet(Delivery());
        Assert.False(cursor.Read());
        Assert.Equal(0, cursor.Row);
    }

    [Theory]
    [InlineData("<osm/>", "no Folkbokforingspost")]
    [InlineData("<S:Envelope xmlns:S=\"s\"><S:Body><S:Fault/></S:Body></S:Envelope>", "error message")]
    [InlineData("", "not XML")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>", "document type")]
    public void What_is_no_delivery_is_refused_in_a_sentence(string xml, string expected)
    {
        using NavetXmlReader cursor = Navet(xml);
        DataFormatException e = Assert.Throws<DataFormatException>(() => cursor.Read());
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_about_broken_XML_names_the_place_and_no_value()
    {
        // The parser's own message would quote both tags.
        using NavetXmlReader cursor = Navet("<Navetavisering>\n<Folkbokforingspost><Personpost><PersonId><PersonNr>196408233234</HEMLIGVÄGEN></x>");
        DataFormatException e = Assert.Throws<DataFormatException>(() => cursor.Read());
        Assert.Contains("line 2, position", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("HEMLIG", e.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("3234", e.ToString(), StringComparison.Ordinal);
        Assert.Null(e.InnerException);
    }

    [Fact]
    [Trait("Needs", "RealData")]
    public void The_documented_answer_of_the_web_service_is_read()
    {
        using IPopulationCursor cursor = PopulationFile.Open(RepositoryRoot.RealData("test-persons", "navet-personpost-sample.xml"));
        Assert.Equal("navet-xml", cursor.Layout);
        PopulationRecord record = Single(cursor);
        Assert.Equal("KUNGSGATAN 1", record.Address);
        Assert.Equal("64136", record.PostalCode);
        Assert.Null(record.PropertyUuid);
        using PersonHasher hasher = new();
        Assert.Null(hasher.Hash(record.PersonNumber, default));
        Assert.False(cursor.Read());
        Assert.False(cursor.LooksLikeChangeFile);
    }
}
