using System.Text;
using HousingInventory.Formats;
using static HousingInventory.Tests.Formats.PopulationFixtures;

namespace HousingInventory.Tests.Formats;

/// <summary>The term-coded file: both encodings and separators, repeated history terms, a wrong count, and what may be broken.</summary>
public class NavetTermCodedReaderTests
{
    [Fact]
    public void A_person_is_registered_where_the_first_terms_say()
    {
        using NavetTermCodedReader cursor = TermCoded(Terms);
        AssertTestPerson(cursor);
        Assert.False(cursor.Read());
        Assert.Equal(new DateOnly(2026, 11, 2), cursor.Extracted);
        Assert.Equal(1, cursor.StatedCount);
        Assert.Equal(1, cursor.Row);
        Assert.False(cursor.LooksLikeChangeFile);
        Assert.Equal("UTF-8", cursor.Encoding);
    }

    [Theory]
    [InlineData("iso-8859-1", " ", "\n", "Windows-1252")]
    [InlineData("iso-8859-1", "\t", "\r\n", "Windows-1252")]
    [InlineData("utf-8", "\t", "\r", "UTF-8")]
    [InlineData("utf-8", "  ", "\n\n", "UTF-8")]
    public void Encoding_separator_and_line_end_do_not_matter(string encoding, string separator, string lineEnd, string expected)
    {
        string text = Terms.Replace("#UP ", "#UP" + separator, StringComparison.Ordinal).Replace("\n", lineEnd, StringComparison.Ordinal);
        for (int code = 1001; code < 5000; code++)
        {
            text = text.Replace($"0{code} ", $"0{code}{separator}", StringComparison.Ordinal);
        }

        using NavetTermCodedReader cursor = new(new MemoryStream(Encoding.GetEncoding(encoding).GetBytes(text)));
        AssertTestPerson(cursor);
        Assert.False(cursor.Read());
        Assert.Equal(expected, cursor.Encoding);
    }

    [Fact]
    public void A_byte_order_mark_and_the_end_mark_of_DOS_are_passed_over()
    {
        using NavetTermCodedReader cursor = TermCoded("\uFEFF" + Terms + "\x1A");
        AssertTestPerson(cursor);
        Assert.False(cursor.Read());
    }

    [Fact]
    public void Repeated_history_terms_change_nothing()
    {
        // Two history sections stand in the sample; a third says what a careless reader would take for current.
        using NavetTermCodedReader cursor = TermCoded(Terms.Replace("#POST_SLUT", "#UP 04001\n#UP 04025 ANNANBYN 9:9\n#UP 04033 ANDRA VÄGEN 9\n#UP 01025 ANNANBYN 9:9\n#POST_SLUT", StringComparison.Ordinal));
        AssertTestPerson(cursor);
    }

    [Fact]
    public void A_wrong_stated_count_shows()
    {
        using NavetTermCodedReader cursor = TermCoded(Terms.Replace("#ANTAL_POSTER 1", "#ANTAL_POSTER 00000002", StringComparison.Ordinal));
        Single(cursor);
        Assert.False(cursor.Read());
        Assert.NotEqual(cursor.Row, cursor.StatedCount);
        Assert.Equal(2, cursor.StatedCount);
    }

    [Theory]
    [InlineData("#UP 01006 AV", true, "AV")]
    [InlineData("#UP 01007 20260101", true, null)]
    [InlineData("#UP 01006 $", false, null)]
    [InlineData("#UP 01007 00000000", false, null)]
    public void A_deregistered_person_is_marked(string line, bool expected, string? reason)
    {
        using NavetTermCodedReader cursor = TermCoded(WithLine(line));
        PopulationRecord record = Single(cursor);
        Assert.Equal(expected, record.IsDeregistered);
        Assert.Equal(reason, record.DeregistrationReason);
    }

    [Theory]
    [InlineData("#UP 01003 J", true)]
    [InlineData("#UP 01020 J", true)]
    [InlineData("#UP 01003 $", false)]
    [InlineData("#UP 01020", false)]
    public void A_protected_person_is_marked(string line, bool expected)
    {
        using NavetTermCodedReader cursor = TermCoded(WithLine(line));
        Assert.Equal(expected, Single(cursor).IsProtected);
    }

    [Fact]
    public void An_emptied_field_is_missing()
    {
        using NavetTermCodedReader cursor = TermCoded(Terms.Replace("TESTBYN 1:2", "$", StringComparison.Ordinal).Replace("TESTVÄGEN 1", "$", StringComparison.Ordinal));
        PopulationRecord record = Single(cursor);
        Assert.Null(record.Property);
        Assert.Null(record.Address);
    }

    [Fact]
    public void National_keys_postal_address_and_dwelling_terms_keep_their_places()
    {
        using NavetTermCodedReader cursor = TermCoded(WithLine("#UP 01032 C:A GÅRDEN\n#UP 01041 11\n#UP 01042 22\n#UP 01043 33\n#UP 01053 BOX 1\n#UP 01054 11111"));
        PopulationRecord record = Single(cursor);
        Assert.Equal(("11", "22", "33"), (record.PropertyNationalKey, record.AddressNationalKey, record.DwellingNationalKey));
        Assert.Equal(("C:A GÅRDEN", "TESTVÄGEN 1", "93100"), (record.AddressLine1, record.Address, record.PostalCode));
    }

    [Theory]
    [InlineData("01024")]
    [InlineData("01026")]
    public void The_property_is_found_beside_the_place_where_it_should_stand(string code)
    {
        // The three codes are inferred from their order; letters tell the designation from the numbers beside it.
        string text = Terms.Replace("#UP 01026 0\n", "", StringComparison.Ordinal).Replace("01025", code, StringComparison.Ordinal);
        using NavetTermCodedReader cursor = TermCoded(text);
        PopulationRecord record = Single(cursor);
        Assert.Equal("TESTBYN 1:2", record.Property);
        Assert.False(record.HasFictitiousProperty);
    }

    [Fact]
    public void A_fictitious_number_marks_a_property_that_is_no_place()
    {
        using NavetTermCodedReader cursor = TermCoded(Terms.Replace("#UP 01026 0", "#UP 01026 001", StringComparison.Ordinal));
        Assert.True(Single(cursor).HasFictitiousProperty);
    }

    [Theory]
    [InlineData("#DATUM_ANDRING 20261001-20261002\n#EFFEKTUERAD", "#EFFEKTUERAD")]
    [InlineData("#BESTÄLLNINGSTYP Ändringsavisering", "#BESTÄLLNINGSTYP Grunduttag")]
    [InlineData("#DATA_START\n#DAG_START 20261001", "#DATA_START")]
    [InlineData("#UP 01004 01\n#UP 01022", "#UP 01022")]
    public void Notices_of_change_are_recognised(string replacement, string original)
    {
        using NavetTermCodedReader cursor = TermCoded(Terms.Replace(original, replacement, StringComparison.Ordinal));
        Single(cursor);
        Assert.False(cursor.Read());
        Assert.True(cursor.LooksLikeChangeFile);
    }

    [Fact]
    public void The_label_block_of_electronic_deliveries_may_come_last()
    {
        using NavetTermCodedReader cursor = TermCoded(Terms + "#MEDIELEV_START\n#TECKENPROV ÅÄÖåäö\n#ORGNR 2021005448\n#MEDIELEV_SLUT\n#DATABESKRIVNING_START\n#FILNAMN X\n#DATABESKRIVNING_SLUT\n");
        Single(cursor);
        Assert.False(cursor.Read());
    }

    [Fact]
    public void A_record_that_is_not_closed_is_a_fault_and_the_next_is_read()
    {
        string post = Terms[Terms.IndexOf("#POST_START", StringComparison.Ordinal)..(Terms.IndexOf("#POST_SLUT", StringComparison.Ordinal))];
        using NavetTermCodedReader cursor = TermCoded("#DATA_START\n" + post + post + "#POST_SLUT\n#DATA_SLUT\n");
        Assert.True(cursor.Read());
        Assert.Equal("has no #POST_SLUT", cursor.Fault);
        AssertTestPerson(cursor);
        Assert.False(cursor.Read());
        Assert.Equal(2, cursor.Row);
    }

    [Theory]
    [InlineData("#UP 1001 x", "has a term without a five-digit code")]
    [InlineData("#UP", "has a term without a five-digit code")]
    [InlineData("#UP 010011 x", "has a term without a five-digit code")]
    [InlineData("HEMLIG RAD", "has a line that is no #UP")]
    public void A_broken_line_is_a_fault_that_quotes_nothing(string line, string fault)
    {
        using NavetTermCodedReader cursor = TermCoded(WithLine(line));
        Assert.True(cursor.Read());
        Assert.Equal(fault, cursor.Fault);
        Assert.False(cursor.Read());
        Assert.Null(cursor.Fault);
    }

    [Fact]
    public void A_file_that_is_cut_off_anywhere_before_its_data_end_is_refused()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Terms);
        int dataEnd = Encoding.UTF8.GetByteCount(Terms[..Terms.IndexOf("#DATA_SLUT", StringComparison.Ordinal)]) + "#DATA_SLUT".Length;
        for (int length = Encoding.UTF8.GetByteCount(Terms[..Terms.IndexOf("#DATA_START", StringComparison.Ordinal)]) + "#DATA_START".Length; length < dataEnd; length++)
        {
            using NavetTermCodedReader cursor = new(new MemoryStream(bytes, 0, length));
            Assert.Throws<DataFormatException>(() =>
            {
                while (cursor.Read())
                {
                }
            });
        }
    }

    [Theory]
    [InlineData("", "no #INFO_START")]
    [InlineData("namn;adress\n", "does not start with a # marker")]
    [InlineData("#\0I\0N\0F\0O\0", "UTF-16")]
    [InlineData("#PNR 196408233234\n", "no #INFO_START")]
    public void What_is_no_delivery_is_refused_in_a_sentence(string text, string expected)
    {
        using NavetTermCodedReader cursor = TermCoded(text);
        Assert.Contains(expected, Assert.Throws<DataFormatException>(() => cursor.Read()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_without_end_is_refused()
    {
        using NavetTermCodedReader cursor = TermCoded("#DATA_START\n#" + new string('x', 3 << 20));
        Assert.Contains("megabyte", Assert.Throws<DataFormatException>(() => cursor.Read()).Message, StringComparison.Ordinal);
    }

    private static string WithLine(string line) => Terms.Replace("#UP 01022", line + "\n#UP 01022", StringComparison.Ordinal);

    private static void AssertTestPerson(NavetTermCodedReader cursor)
    {
        PopulationRecord record = Single(cursor);
        Assert.Equal("196408233234", record.PersonNumber);
        Assert.Equal("2482", record.MunicipalityCode);
        Assert.Equal("TESTBYN 1:2", record.Property);
        Assert.Equal("TESTVÄGEN 1", record.Address);
        Assert.Equal("93100", record.PostalCode);
        Assert.Equal("TESTORT", record.PostTown);
        Assert.False(record.IsProtected || record.IsDeregistered || record.HasFictitiousProperty);
    }
}
