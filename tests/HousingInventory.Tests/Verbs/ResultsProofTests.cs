using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using HousingInventory.Diagnostics;
using HousingInventory.Tests.Support;
using HousingInventory.Verbs;
using Microsoft.Data.Sqlite;

namespace HousingInventory.Tests.Verbs;

/// <summary>The proof finds what was planted, however it is written or packed, says what it cannot open, and is silent where there is nothing.</summary>
public sealed class ResultsProofTests
{
    private const string Number = "640823-3234";
    private const string Name = "Åsnörx Quelhrösk";

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE", "utf-32", "windows-1252", "ibm850", "ibm437", "macintosh", "decomposed", "html", "json", "percent"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_name_is_found_in_every_encoding(string encoding)
    {
        byte[] planted = Encoded($"first;last\n\"Åsnörx\";\"Quelhrösk\"\n", encoding);
        AssertFound("x.csv", planted, "line 2");
    }

    [Theory]
    [InlineData("640823-3234")]
    [InlineData("640823+3234")]
    [InlineData("6408233234")]
    [InlineData("196408233234")]
    [InlineData("19640823-3234")]
    [InlineData("1964-08-23-3234")]
    [InlineData("640823 3234")]
    [InlineData("a,196408233234,b")]
    [InlineData("2482,196408233234")]
    [InlineData("pnr196408233234")]
    [InlineData("196408233234.0")]
    [InlineData("1.96408233234E+11")]
    [InlineData("19640823–3234")]
    [InlineData("'6408233234'")]
    [InlineData("640823\u00a03234")]
    [InlineData("640823\u202f3234")]
    [InlineData("640823 - 3234")]
    [InlineData("640823\u00ad-3234")]
    [InlineData("640823\u200b3234")]
    [InlineData("640823\u20113234")]
    [InlineData("1964.08.23-3234")]
    [InlineData("1964/08/23\u00a03234")]
    [InlineData("<td>640823&nbsp;3234</td>")]
    [InlineData("196,408,233,234.00")]
    [InlineData("196.408.233.234,00")]
    [InlineData("Quelhrösk\tÅsnörx")]
    [InlineData("Åsnörx_Quelhrösk")]
    [InlineData("åsnörx.quelhrösk@exempel.se")]
    [InlineData("<p>&Aring;sn&ouml;rx Quelhr&ouml;sk</p>")]
    [InlineData("ÅSNÖRX QUELHRÖSK")]
    [InlineData("Quelhrösk, Åsnörx")]
    [InlineData("asnorx quelhrosk")]
    [InlineData("{\n \"fornamn\": \"Åsnörx\",\n \"efternamn\": \"Quelhrösk\"\n}")]
    [InlineData("<td>Åsnörx</td><td>Quelhrösk</td>")]
    public void A_number_or_two_names_are_found_as_people_write_them(string text) => AssertFound("x.txt", Encoding.UTF8.GetBytes(text), "");

    [Theory]
    [InlineData("1 9 6 4 0 8 2 3 3 2 3 4")]
    [InlineData("6 4 0 8 2 3 3 2 3 4")]
    [InlineData("1964.08.23.3234")]
    [InlineData("1964/08/23-3234")]
    [InlineData("1964 08 23 3234")]
    [InlineData("19640823\u00A03234")]
    [InlineData("640823\u22123234")]
    [InlineData("640823\u00AD3234")]
    [InlineData("640823-\u200B3234")]
    [InlineData("１９６４０８２３３２３４")]
    [InlineData("\u0661\u0669\u0666\u0664\u0660\u0668\u0662\u0663\u0663\u0662\u0663\u0664")]
    [InlineData("\u2086\u2084\u2080\u2088\u2082\u2083\u2083\u2082\u2083\u2084")]
    [InlineData("𝟔𝟒𝟎𝟖𝟐𝟑𝟑𝟐𝟑𝟒")]
    [InlineData("196 408 233 234")]
    [InlineData("196.408.233.234")]
    [InlineData("196\u00A0408\u00A0233\u00A0234")]
    [InlineData("6 408 233 234")]
    [InlineData("640823_3234")]
    [InlineData("19640823:3234")]
    [InlineData("fodd;nr\n19640823;3234")]
    [InlineData("\"19640823\",\"3234\"")]
    [InlineData("19640823\t3234")]
    [InlineData("<b>640823</b>-<i>3234</i>")]
    [InlineData("<text><tspan>6408</tspan><tspan x='4'>233234</tspan></text>")]
    public void A_number_is_found_however_it_is_parted(string text) => AssertFound("x.txt", Encoding.UTF8.GetBytes(text), "");

    [Theory]
    [InlineData("640823;3234")] // Coordinates have six digits.
    [InlineData("640823,3234")]
    [InlineData("<td>640823</td><td>3234</td>")]
    [InlineData("6 408 233 234 567")]
    [InlineData("1640823323400")]
    [InlineData("64.08233234")]
    public void Figures_that_only_look_like_parts_of_a_number_are_none(string text)
    {
        using Workshop workshop = Guarded();
        Directory.CreateDirectory(workshop.File("out"));
        File.WriteAllText(Path.Combine(workshop.File("out"), "x.csv"), text);
        Assert.Empty(ResultsProof.Find(workshop.Load(), [workshop.File("out")], new Run()).Found);
    }

    [Fact]
    public void A_short_base64_and_the_comments_of_a_zip_are_looked_into()
    {
        AssertFound("x.html", Encoding.UTF8.GetBytes("<img src=\"data:text/plain;base64," + Convert.ToBase64String("196408233234"u8) + "\">"), "base64");
        AssertFound("x.txt", Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.Unicode.GetBytes("x " + Number + " y"))), "base64");
        AssertFound("x.txt", Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes("x " + Name)).TrimEnd('=')), "base64");
        using MemoryStream bytes = new();
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.Comment = Number;
            zip.CreateEntry("a.txt").Comment = "x";
        }

        AssertFound("x.zip", bytes.ToArray(), "comment");
    }

    [Fact]
    public void What_is_packed_is_found_and_its_place_named()
    {
        byte[] text = Encoding.UTF8.GetBytes("nothing\n" + Number);
        AssertFound("x.gz", Gzip(text), "unpacked, line 2");
        AssertFound("x.zip", Zip("in.zip", Zip("deep.csv", text)), "in.zip, deep.csv, line 2");
        AssertFound("x.zip", Zip("in.gz", Gzip(text)), "in.gz, unpacked, line 2");
        AssertFound("x.txt", Encoding.UTF8.GetBytes("project: " + Convert.ToHexString(Zip("p.qgs", text))), "hex");
        AssertFound("x.txt", Encoding.UTF8.GetBytes("hex: " + Convert.ToHexString(Encoding.UTF8.GetBytes(Name))), "hex");
        AssertFound("x.txt", Encoding.UTF8.GetBytes("data:text/plain;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes("longer than it was: " + Name))), "base64");
        AssertFound($"{Number}.txt", [], "name");
    }

    [Theory]
    [InlineData("INSERT INTO t VALUES (196408233234, 'x', NULL)")]
    [InlineData("INSERT INTO t VALUES (196408233234.0, 'x', NULL)")]
    [InlineData("INSERT INTO t VALUES ('6408233234', 'x', NULL)")]
    [InlineData("INSERT INTO t VALUES ('Åsnörx', 'Quelhrösk', NULL)")]
    [InlineData("INSERT INTO t VALUES ('a', 'b', CAST('640823-3234' AS BLOB))")]
    [InlineData("INSERT INTO t VALUES (6408233234, hex(zeroblob(20000)), NULL)")]
    public void A_row_of_a_database_is_found_alive_and_when_it_was_deleted(string insert)
    {
        foreach (string after in (string[])["", "DELETE FROM t WHERE rowid = 2", "DELETE FROM t", "DROP TABLE t"])
        {
            foreach (string encoding in (string[])["UTF-8", "UTF-16"])
            {
                // A deleted row of a page that lives is a gap, and there a number of ten digits is too like others to be told.
                if (!insert.Contains("(6408233234", StringComparison.Ordinal) || after.Length == 0)
                {
                    AssertFound("x.gpkg", Database(encoding, "CREATE TABLE t (a, b, c)", "INSERT INTO t VALUES (1, 'x', NULL)", insert, after), "page");
                }
            }
        }

        AssertFound("x.gpkg", Database("UTF-8", "CREATE TABLE t (a INTEGER PRIMARY KEY, b)", "INSERT INTO t VALUES (196408233234, 'x')"), "page");
    }

    [Theory]
    [InlineData("exempelby 1:2")]
    [InlineData("Exempelgatan 2")]
    [InlineData("EXEMPELGATAN 2, 931 30 ORT")]
    [InlineData("h2-0000-1111-2222-333344445555")]
    [InlineData("H2000011112222333344445555")]
    [InlineData("EXEMPELGATAN_2")]
    [InlineData("Exempelby 1 : 2")]
    [InlineData("{h2-0000-1111-2222-333344445555}")]
    [InlineData("<td>Bj&#246;rnv&#228;gen 9</td>")]
    public void A_withheld_home_is_found_by_key_address_property_and_id(string text) => AssertFound("x.txt", Encoding.UTF8.GetBytes(text), "withheld");

    [Fact]
    public void A_withheld_home_is_found_by_its_reference_and_its_place()
    {
        using Workshop workshop = Guarded();
        Model.Building home = Pipeline.Analyse(workshop.Load(), new Run()).Registers.Buildings.Single(b => b.Id.StartsWith("h2", StringComparison.Ordinal));
        AssertFound("x.txt", Encoding.UTF8.GetBytes(Model.Ref.Of(home.Id)), "withheld");
        AssertFound("x.csv", Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{home.House.Y:0.0};{home.House.X:0.0}")), "withheld");
        AssertFound("x.json", Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"[{home.House.X:0.000}, {home.House.Y:0.000}]")), "withheld");
        byte[] blob = new byte[21];
        BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(5), home.House.X);
        BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(13), home.House.Y);
        AssertFound("x.gpkg", Database("UTF-8", "CREATE TABLE t (a)", $"INSERT INTO t VALUES (x'{Convert.ToHexString(blob)}')"), "withheld");
    }

    [Fact]
    public void Lines_are_in_the_language_that_was_asked_for()
    {
        using Workshop workshop = Guarded();
        Directory.CreateDirectory(workshop.File("out"));
        string packed = Path.Combine(workshop.File("out"), "x.7z"), cut = Path.Combine(workshop.File("out"), "x.gz"), text = Path.Combine(workshop.File("out"), "y.txt");
        File.WriteAllBytes(packed, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4]);
        File.WriteAllBytes(cut, Gzip("xxxxxxxxxx"u8.ToArray())[..^6]);
        File.WriteAllText(text, "a\n196408233234");
        Proof sv = ResultsProof.Find(workshop.Load(), [workshop.File("out")], new Run(), Language.Sv);
        Assert.Equal($"{packed}: är 7z, som inte går att se in i; inte prövad", sv.NotProved[0]);
        Assert.All(sv.NotProved, line => Assert.EndsWith("; inte prövad", line, StringComparison.Ordinal));
        Assert.Equal($"{text}: rad 2 innehåller ett värde ur en rad i folkbokföringen", Assert.Single(sv.Found));
        Assert.Equal($"{text}: line 2 holds a value of a resident row", Assert.Single(ResultsProof.Find(workshop.Load(), [workshop.File("out")], new Run(), Language.En).Found));
    }

    [Fact]
    public void What_cannot_be_looked_into_is_named_and_not_taken_for_clean()
    {
        // The flag of encryption, in the list at the end of the zip.
        byte[] encrypted = Zip("a.txt", Encoding.UTF8.GetBytes("x"));
        encrypted[encrypted.AsSpan().IndexOf("PK\x01\x02"u8) + 8] |= 1;
        foreach ((string name, byte[] bytes) in ((string, byte[])[])[
            ("x.7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4]), ("x.pdf", "%PDF-1.7 x"u8.ToArray()), ("x.zip", Zip("a.txt", Encoding.UTF8.GetBytes("x"))[..30]), ("x.gz", Gzip("xxxxxxxxxx"u8.ToArray())[..12]),
            ("x.gpkg", Database("UTF-8", "CREATE TABLE t (a)")[..5000]), ("x.bin", [0, 1, 2, 3, 200, 201, 7, 8, 9, 0, 5]), ("x.png", [0x89, 0x50, 0x4E, 0x47, 1, 2]), ("locked.zip", encrypted)])
        {
            using Workshop workshop = Guarded();
            Directory.CreateDirectory(workshop.File("out"));
            File.WriteAllBytes(Path.Combine(workshop.File("out"), name), bytes);
            Proof proof = ResultsProof.Find(workshop.Load(), [workshop.File("out")], new Run());
            Assert.True(proof.NotProved.Any(l => l.Contains(name, StringComparison.Ordinal)), name);
            Assert.Empty(proof.Found);
        }
    }

    [Fact]
    public void The_rows_of_a_reduced_file_are_found()
    {
        using Workshop workshop = new Workshop().With("withheld", "w.csv", "key\n")
            .With("residents", "r.csv", "dwelling_id,address_id,property_id,address,postal_code,post_town,property,dwelling_number,municipality,count\n,,,EXEMPELGATAN 1,93130,SKELLEFTEÅ,EXEMPELBY 1:1,,2482,3\n");
        workshop.RunInto("out");
        Proof clean = ResultsProof.Find(workshop.Load(), [workshop.File("out")], new Run());
        Assert.Empty(clean.Found);
        Assert.True(clean.HasNoNames);
        File.WriteAllText(Path.Combine(workshop.File("out"), "x.json"), "{ \"address\": \"Exempelgatan 1\", \"code\": \"93130\", \"property\": \"EXEMPELBY 1:1\", \"of\": \"2482\", \"n\": 3 }");
        Assert.Contains("a row of the reduced file", Assert.Single(ResultsProof.Find(workshop.Load(), [workshop.File("out")], new Run()).Found), StringComparison.Ordinal);
    }

    [Fact]
    public void Common_names_that_are_words_raise_no_alarm_on_results_and_are_said()
    {
        string[] first = ["Per", "Dag", "Max", "Tim", "Stark", "Berg", "Bo", "Hans", "Mars"];
        string rows = string.Concat(first.SelectMany(a => first.Select(b => $"1964082{Array.IndexOf(first, a)}{Array.IndexOf(first, b):000}4;{a};{b};Exempelgatan 1\n")));
        using Workshop workshop = new Workshop().With("residents", "kir.csv", "personnummer;fornamn;efternamn;adress\n" + rows).With("withheld", "w.csv", "key\n");
        workshop.RunInto("out");
        Proof proof = ResultsProof.Find(workshop.Load(), [workshop.File("out")], new Run());
        Assert.Equal([], proof.Found);
        Assert.Empty(proof.NotProved);
        Assert.True(proof.HasOrdinaryNames);
    }

    public static TheoryData<string, byte[]> Parted => new()
    {
        { "x.csv", "gata;husnr;ort\nExempelgatan;2;Exempelort\n"u8.ToArray() },
        { "x.csv", "street,number\nNygatan,1\nExempelgatan,2\n"u8.ToArray() },
        { "x.csv", "a;b;c\nExempelgatan;2;93131\n"u8.ToArray() },
        { "x.json", "{ \"street\": \"Exempelgatan\", \"number\": \"2\" }"u8.ToArray() },
        { "x.html", "<tr><td>931 31</td><td>Exempelgatan</td><td>2</td></tr>"u8.ToArray() },
        { "x.xlsx", Workbook(
            "<row r=\"1\"><c t=\"inlineStr\"><is><t>Gata</t></is></c><c t=\"inlineStr\"><is><t>Nr</t></is></c></row>"
            + "<row r=\"2\"><c t=\"inlineStr\"><is><t>Exempelgatan</t></is></c><c><v>2</v></c></row>") },
        { "x.gpkg", Database("UTF-8", "CREATE TABLE t (gata, husnr)", "INSERT INTO t VALUES ('Exempelgatan', 2)") },
    };

    [Theory]
    [MemberData(nameof(Parted))]
    public void An_address_in_several_cells_is_found_where_the_table_says_that_it_is_one(string name, byte[] planted) => AssertFound(name, planted, "withheld");

    [Theory]
    [InlineData("hållplats;avgångar\nExempelgatan;2\n")]
    [InlineData("Exempelgatan;2;93130\n")]
    [InlineData("{ \"stop\": \"Exempelgatan\", \"departures\": 2 }")]
    [InlineData("gata;husnr\nExempelgatan;22\n")]
    public void A_name_beside_a_figure_is_no_address(string text)
    {
        using Workshop workshop = Guarded();
        Directory.CreateDirectory(workshop.File("out"));
        File.WriteAllText(Path.Combine(workshop.File("out"), "x.txt"), text);
        Assert.Empty(ResultsProof.Find(workshop.Load(), [workshop.File("out")], new Run()).Found);
    }

    [Theory]
    [InlineData("Exempelgatan 2 A")]
    [InlineData("Norra Exempelgatan 12")]
    [InlineData("EXEMPELBY 1:22")]
    [InlineData("Åsnörx and Tjoxsvez, and a long way from them Quelhrösk of another house and another street")]
    [InlineData("Exempelgatan: 2 avgångar")]
    [InlineData("Exempelgatan;2;linje 21")]
    [InlineData("till Exempelgatan 2:38, gå 3,6 min")]
    [InlineData("EXEMPELGATAN 2:4")]
    [InlineData("7200006.9 700107.1")]
    [InlineData("1964082332341")]
    [InlineData("0.6408233234")]
    public void What_only_looks_alike_raises_no_alarm(string text)
    {
        using Workshop workshop = Guarded();
        Directory.CreateDirectory(workshop.File("out"));
        File.WriteAllText(Path.Combine(workshop.File("out"), "x.txt"), text);
        Assert.Empty(ResultsProof.Find(workshop.Load(), [workshop.File("out")], new Run()).Found);
    }

    private static void AssertFound(string name, byte[] planted, string place)
    {
        using Workshop workshop = Guarded();
        Directory.CreateDirectory(workshop.File("out"));
        File.WriteAllBytes(Path.Combine(workshop.File("out"), name), planted);
        IReadOnlyList<string> lines = ResultsProof.Find(workshop.Load(), [workshop.File("out")], new Run()).Found;
        Assert.True(lines.Count > 0, $"nothing found in {name}");
        string said = string.Join('\n', lines);
        Assert.Contains(place, said, StringComparison.OrdinalIgnoreCase);
        foreach (string value in name.Contains("3234", StringComparison.Ordinal) ? [] : (string[])["3234", "Quel", "Åsn", "1:2", "Björn", "h2-"])
        {
            Assert.DoesNotContain(value, said, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static Workshop Guarded() => new Workshop()
        .With("buildings", "houses.geojson", Workshop.Collection(Workshop.House("h1", 0), Workshop.House("h2-0000-1111-2222-333344445555", 100)))
        .With("addresses", "addresses.csv", "address_id;adress;postnr;e;n\na1;Exempelgatan 1;93130;700006;7200005\na2;Exempelgatan 2;93131;700106;7200005\n", """, "crs": "EPSG:3006" """)
        .With("residents", "kir.csv", $"personnummer;namn;adress\n{Number};{Name};Exempelgatan 1\n")
        .With("withheld", "withheld.csv", "key\nEXEMPELBY 1:2\nBjörnvägen 9\n");

    private static byte[] Encoded(string text, string encoding) => encoding switch
    {
        "utf-8" => Encoding.UTF8.GetBytes(text),
        "decomposed" => Encoding.UTF8.GetBytes(text.Replace("Å", "A\u030A", StringComparison.Ordinal).Replace("ö", "o\u0308", StringComparison.Ordinal)),
        "html" => Encoding.ASCII.GetBytes(string.Concat(text.Select(c => c > 127 ? $"&#{(int)c};" : $"{c}"))),
        "json" => Encoding.ASCII.GetBytes(string.Concat(text.Select(c => c > 127 ? $"\\u{(int)c:x4}" : $"{c}"))),
        "percent" => Encoding.ASCII.GetBytes(string.Concat(text.Select(c => c > 127 ? Uri.EscapeDataString($"{c}") : $"{c}"))),
        "utf-16" or "utf-16BE" or "utf-32" => Encoding.GetEncoding(encoding).GetBytes(text),
        _ => CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(text),
    };

    private static byte[] Zip(string name, byte[] content)
    {
        using MemoryStream stream = new();
        using (ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream entry = zip.CreateEntry(name).Open();
            entry.Write(content);
        }

        return stream.ToArray();
    }

    private static byte[] Workbook(string rows)
    {
        using MemoryStream stream = new();
        stream.Write(Formats.Workbooks.OneSheet(rows));
        using (ZipArchive zip = new(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.CreateEntry("[Content_Types].xml");
        }

        return stream.ToArray();
    }

    private static byte[] Gzip(byte[] content)
    {
        using MemoryStream stream = new();
        using (GZipStream gzip = new(stream, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return stream.ToArray();
    }

    private static byte[] Database(string encoding, params string[] statements)
    {
        string path = Path.Combine(Path.GetTempPath(), $"proof-{Guid.NewGuid():N}.sqlite");
        try
        {
            using (SqliteConnection connection = new($"Data Source={path};Pooling=False"))
            {
                connection.Open();
                foreach (string sql in statements.Prepend($"PRAGMA encoding = '{encoding}'").Where(s => s.Length > 0))
                {
                    using SqliteCommand command = connection.CreateCommand();
                    command.CommandText = sql;
                    command.ExecuteNonQuery();
                }
            }

            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
