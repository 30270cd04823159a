using System.Globalization;
using System.Text;
using HousingInventory.Formats;
using static HousingInventory.Tests.Formats.PopulationFixtures;

namespace HousingInventory.Tests.Formats;

public class PopulationWriterTests
{
    private static readonly DateOnly s_extracted = new(2026, 11, 2);

    [Fact]
    public void Navet_XML_is_read_back_as_it_was_written()
    {
        PopulationEntry[] people = People(300);
        using NavetXmlReader cursor = new(new MemoryStream(Navet(people)));
        AssertReadBack(people, cursor, hasProperty: true, hasUuids: true, hasNationalKeys: true, hasDwelling: true, hasDomicile: false);
        Assert.Equal(s_extracted, cursor.Extracted);
    }

    [Theory]
    [InlineData(' ')]
    [InlineData('\t')]
    public void The_term_coded_form_is_read_back_as_it_was_written(char separator)
    {
        PopulationEntry[] people = People(300);
        using NavetTermCodedReader cursor = new(new MemoryStream(TermCoded(people, separator)));
        AssertReadBack(people, cursor, hasProperty: true, hasUuids: false, hasNationalKeys: true, hasDwelling: false, hasDomicile: false);
        Assert.Equal(s_extracted, cursor.Extracted);
        Assert.Equal(300, cursor.StatedCount);
        Assert.Equal("Windows-1252", cursor.Encoding);
    }

    [Fact]
    public void SPAR_is_read_back_as_it_was_written()
    {
        PopulationEntry[] people = People(300);
        using SparReader cursor = new(new MemoryStream(Spar(people)));
        AssertReadBack(people, cursor, hasProperty: false, hasUuids: false, hasNationalKeys: false, hasDwelling: false, hasDomicile: true);
    }

    [Fact]
    public void Every_form_is_recognised_by_its_first_bytes()
    {
        PopulationEntry[] people = People(3);
        Assert.Equal("navet-xml", PopulationFile.Recognise(Navet(people)));
        Assert.Equal("navet-terms", PopulationFile.Recognise(TermCoded(people, ' ')));
        Assert.Equal("spar-xml", PopulationFile.Recognise(Spar(people)));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void The_culture_does_not_show_in_the_bytes(string culture)
    {
        PopulationEntry[] people = People(20);
        byte[][] expected = [Navet(people), TermCoded(people, ' '), Spar(people)];
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, [Navet(people), TermCoded(people, ' '), Spar(people)]);
            using NavetXmlReader cursor = new(new MemoryStream(expected[0]));
            AssertReadBack(people, cursor, hasProperty: true, hasUuids: true, hasNationalKeys: true, hasDwelling: true, hasDomicile: false);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_Navet_record_looks_as_Skatteverket_writes_it()
    {
        PopulationEntry person = new()
        {
            PersonNumber = "196408233234",
            GivenName = "Test",
            Surname = "Testsson",
            Home = new PopulationHome
            {
                RegisteredOn = new DateOnly(2015, 1, 1),
                MunicipalityCode = "2482",
                Property = "TESTBYN 1:2",
                AddressLine2 = "TESTVÄGEN 1",
                PostalCode = "93100",
                PostTown = "TESTORT",
                PropertyNationalKey = "1",
                AddressNationalKey = "2",
            },
            FormerHomes = [new PopulationHome { MunicipalityCode = "2482", Property = "GAMMALBYN 3:4" }],
        };
        const string Expected = """
            <?xml version="1.0" encoding="utf-8"?>
            <Navetavisering>
              <Folkbokforingsposter>
                <Folkbokforingspost>
                  <Sekretessmarkering />
                  <SkyddadFolkbokforing />
                  <Arendeuppgift andringstidpunkt="20261102040000" totalpost="J" utsokningsdatum="20261102" />
                  <Personpost>
                    <PersonId>
                      <PersonNr>196408233234</PersonNr>
                    </PersonId>
                    <Fodelsedatum>19640823</Fodelsedatum>
                    <Namn>
                      <Fornamn>Test</Fornamn>
                      <Efternamn>Testsson</Efternamn>
                    </Namn>
                    <Folkbokforing>
                      <Folkbokforingsdatum>20150101</Folkbokforingsdatum>
                      <LanKod>24</LanKod>
                      <KommunKod>82</KommunKod>
                      <Fastighetsbeteckning>TESTBYN 1:2</Fastighetsbeteckning>
                      <FiktivtNr>0</FiktivtNr>
                    </Folkbokforing>
                    <Adresser>
                      <Folkbokforingsadress>
                        <Utdelningsadress2>TESTVÄGEN 1</Utdelningsadress2>
                        <PostNr>93100</PostNr>
                        <Postort>TESTORT</Postort>
                      </Folkbokforingsadress>
                      <Riksnycklar>
                        <FastighetsId>1</FastighetsId>
                        <AdressplatsId>2</AdressplatsId>
                      </Riksnycklar>
                    </Adresser>
                  </Personpost>
                  <Historik>
                    <Folkbokforing>
                      <LanKod>24</LanKod>
                      <KommunKod>82</KommunKod>
                      <Fastighetsbeteckning>GAMMALBYN 3:4</Fastighetsbeteckning>
                      <FiktivtNr>0</FiktivtNr>
                    </Folkbokforing>
                  </Historik>
                </Folkbokforingspost>
              </Folkbokforingsposter>
            </Navetavisering>
            """;
        Assert.Equal(Expected, Encoding.UTF8.GetString(Navet([person])));
    }

    private static void AssertReadBack(
        PopulationEntry[] people, IPopulationCursor cursor, bool hasProperty, bool hasUuids, bool hasNationalKeys, bool hasDwelling, bool hasDomicile)
    {
        foreach (PopulationEntry person in people)
        {
            PopulationRecord record = Single(cursor);
            PopulationHome home = person.Home;
            Assert.Equal(person.PersonNumber, record.PersonNumber);
            Assert.Equal(person.HasSecrecyMark || person.HasProtectedRegistration, record.IsProtected);
            Assert.Equal(person.DeregistrationReason, record.DeregistrationReason);
            Assert.Equal(person.DeregistrationReason is not null || person.DeregisteredOn is not null, record.IsDeregistered);
            Assert.Equal(home.MunicipalityCode, record.MunicipalityCode);
            Assert.Equal((home.AddressLine1, home.AddressLine2), (record.AddressLine1, record.AddressLine2));
            Assert.Equal((home.PostalCode, home.PostTown), (record.PostalCode, record.PostTown));
            Assert.Equal(hasProperty ? home.Property : null, record.Property);
            Assert.Equal(hasProperty && home.FictitiousNumber != 0, record.HasFictitiousProperty);
            Assert.Equal(hasDwelling ? home.DwellingNumber : null, record.DwellingNumber);
            Assert.Equal(hasUuids ? home.DwellingUuid : null, record.DwellingUuid);
            Assert.Equal(hasUuids ? home.AddressUuid : null, record.AddressUuid);
            Assert.Equal(hasUuids ? home.PropertyUuid : null, record.PropertyUuid);
            Assert.Equal(hasNationalKeys ? home.PropertyNationalKey : null, record.PropertyNationalKey);
            Assert.Equal(hasDomicile ? home.Domicile : null, record.UnplacedText);
        }

        Assert.False(cursor.Read());
        Assert.Equal(people.Length, cursor.Row);
        Assert.False(cursor.LooksLikeChangeFile);
    }

    /// <summary>People of every kind: each property of the entry is set for some and missing for others.</summary>
    private static PopulationEntry[] People(int count)
    {
        Random random = new(20261110);
        return [.. Enumerable.Range(0, count).Select(i => new PopulationEntry
        {
            PersonNumber = "19640823" + (3000 + i).ToString(CultureInfo.InvariantCulture),
            HasSecrecyMark = random.Next(20) == 0,
            HasProtectedRegistration = random.Next(20) == 0,
            DeregistrationReason = random.Next(10) == 0 ? "AV" : null,
            DeregisteredOn = random.Next(10) == 0 ? s_extracted.AddDays(-i) : null,
            GivenName = "Åsa <& >",
            Surname = "Örn",
            OwnedProperty = random.Next(3) == 0 ? "ANNATBYN 7:7" : null,
            Home = Home(random),
            FormerHomes = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Home(random) with { EndedOn = s_extracted.AddDays(-1000) })],
            PostalAddress = random.Next(5) == 0 ? new PopulationHome { AddressLine2 = "BOX 1", PostalCode = "11111", PostTown = "ANNANSTANS" } : null,
        })];
    }

    private static PopulationHome Home(Random random) => new()
    {
        RegisteredOn = s_extracted.AddDays(-random.Next(9999)),
        MunicipalityCode = random.Next(8) == 0 ? "0114" : "2482",
        Property = random.Next(9) == 0 ? null : $"ÖSTRA BYN S:{random.Next(1, 99)}",
        DwellingNumber = random.Next(3) == 0 ? "0902" : null,
        FictitiousNumber = random.Next(10) == 0 ? random.Next(1, 9) : 0,
        Domicile = random.Next(10) == 0 ? "På kommunen skriven" : null,
        CareOf = random.Next(6) == 0 ? "NÅGON ANNAN" : null,
        AddressLine1 = random.Next(6) == 0 ? "ÖVRE GÅRDEN" : null,
        AddressLine2 = random.Next(9) == 0 ? null : $"TESTVÄGEN {random.Next(1, 99)} A",
        PostalCode = random.Next(9) == 0 ? null : "93100",
        PostTown = "TESTORT",
        PropertyUuid = random.Next(2) == 0 ? $"{random.NextInt64():x16}{random.NextInt64():x16}" : null,
        AddressUuid = random.Next(2) == 0 ? $"{random.NextInt64():x16}{random.NextInt64():x16}" : null,
        DwellingUuid = random.Next(2) == 0 ? $"{random.NextInt64():x16}{random.NextInt64():x16}" : null,
        PropertyNationalKey = random.Next(2) == 0 ? $"{random.Next(1, 99)}" : null,
    };

    private static byte[] Navet(PopulationEntry[] people)
    {
        MemoryStream stream = new();
        using (NavetXmlWriter writer = new(stream, s_extracted))
        {
            Array.ForEach(people, writer.Write);
        }

        return stream.ToArray();
    }

    private static byte[] TermCoded(PopulationEntry[] people, char separator)
    {
        MemoryStream stream = new();
        using (NavetTermCodedWriter writer = new(stream, s_extracted, separator))
        {
            Array.ForEach(people, writer.Write);
        }

        return stream.ToArray();
    }

    private static byte[] Spar(PopulationEntry[] people)
    {
        MemoryStream stream = new();
        using (SparWriter writer = new(stream))
        {
            Array.ForEach(people, writer.Write);
        }

        return stream.ToArray();
    }
}
