using HousingInventory.Link;

namespace HousingInventory.Tests.Link;

/// <summary>Spellings that are near each other, against every pair of short words over three letters and a lost one.</summary>
public sealed class SpellingTests
{
    private static readonly string[] Words = [.. Enumerable.Range(0, 5).SelectMany(Of)];

    private static IEnumerable<string> Of(int length) => length == 0 ? [""] : Of(length - 1).SelectMany(w => "AB1".Select(c => w + c));

    // Every text that one edit makes of another.
    private static HashSet<string> Edited(string text)
    {
        HashSet<string> all = [text];
        for (int i = 0; i <= text.Length; i++)
        {
            foreach (char c in "AB1")
            {
                all.Add(text.Insert(i, c.ToString()));
                if (i < text.Length)
                {
                    all.Add(text[..i] + c + text[(i + 1)..]);
                }
            }

            if (i < text.Length)
            {
                all.Add(text.Remove(i, 1));
            }

            if (i + 1 < text.Length)
            {
                all.Add(text[..i] + text[i + 1] + text[i] + text[(i + 2)..]);
            }
        }

        return all;
    }

    [Fact]
    public void One_edit_is_one_letter_more_or_less_or_another_or_two_that_are_swapped()
    {
        Dictionary<string, HashSet<string>> near = Words.ToDictionary(w => w, Edited);
        foreach (string a in Words)
        {
            foreach (string b in Words)
            {
                bool one = near[a].Contains(b);
                Assert.True(one == Spelling.WithinOneEdit(a, b), $"{a} {b}");
                int distance = Spelling.Distance(a, b, 3);
                Assert.True((a == b) == (distance == 0) && one == (distance <= 1) && distance == Math.Min(3, Alignment(a, b)), $"{a} {b} {distance}");
                Assert.Equal(string.Concat(a.Where(char.IsDigit)) == string.Concat(b.Where(char.IsDigit)), Spelling.SameDigits(a, b));
            }
        }
    }

    // Optimal string alignment as it is defined.
    private static int Alignment(string a, string b)
    {
        int[,] d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                d[i, j] = i == 0 || j == 0 ? i + j
                    : Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }

    /// <summary>A lost letter fits any one letter, beside one edit more.</summary>
    [Theory]
    [InlineData("?KERVÄGEN", "ÅKERVÄGEN", true, 0)]
    [InlineData("?KERV?GEN", "ÅKERVÄGEN", true, 0)]
    [InlineData("?KERV?GN", "ÅKERVÄGEN", true, 1)]
    [InlineData("?KRV?GN", "ÅKERVÄGEN", false, 2)]
    [InlineData("?ÅKERVÄGEN", "ÅKERVÄGEN", true, 1)]
    [InlineData("??", "ÅKERVÄGEN", false, 5)]
    public void A_lost_letter_fits_any(string lost, string name, bool near, int distance)
    {
        Assert.Equal((near, near), (Spelling.WithinOneEdit(lost, name), Spelling.WithinOneEdit(name, lost)));
        Assert.Equal((distance, distance), (Spelling.Distance(lost, name, 5), Spelling.Distance(name, lost, 5)));
    }

    /// <summary>Names of two hundred letters are compared, longer ones are not.</summary>
    [Fact]
    public void Names_beyond_two_hundred_letters_are_as_far_apart_as_asked()
    {
        string long200 = new('A', 200), long201 = new('A', 201);
        Assert.Equal(0, Spelling.Distance(long200, long200, 3));
        Assert.Equal(3, Spelling.Distance(long201, long201, 3));
        Assert.Equal(3, Spelling.Distance("AAAA", "A", 3));
        Assert.Equal(2, Spelling.Distance("AAA", "A", 3));
    }

    [Theory]
    [InlineData("ÅKERGRÄNDEN", "?KERGR?NDEN", "AKERGRANDEN", "AAKERGRAENDEN", "?KERGR?NDEN")]
    [InlineData("ÖÖBYN", "??BYN", "OOBYN", "OEOEBYN", "?BYN")]
    [InlineData("KAFÉÄÅ", "KAF???", "KAFÉAA", "KAFÉAEAA", "KAF?")]
    [InlineData("STORGATAN", "STORGATAN", "STORGATAN", "STORGATAN", "STORGATAN")]
    [InlineData("", "", "", "", "")]
    public void Letters_are_lost_in_each_way(string name, string lost, string withoutDots, string pairs, string collapsed)
    {
        Assert.Equal((lost, withoutDots, pairs), (Spelling.WithLettersLost(name), Spelling.WithoutDots(name), Spelling.WithPairs(name)));
        Assert.Equal(collapsed, Spelling.Collapsed(lost));
    }

    /// <summary>Every name of a register by every word within one edit of one of them; words under four letters have no neighbours.</summary>
    [Fact]
    public void Names_within_one_edit_are_all_found()
    {
        NameTable table = new();
        Random random = new(8);
        string[] names = [.. Enumerable.Range(0, 300).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => "ABCD1"[random.Next(5)]))).Distinct()];
        foreach (string name in names)
        {
            table.Add(name);
        }

        Assert.Equal(names.Length, table.Count);
        List<int> found = [];
        foreach (string asked in names.SelectMany(n => Edited(n).Take(40)).Distinct())
        {
            found.Clear();
            table.FindNear(asked, found);
            IEnumerable<string> near = asked.Length < 4 ? [] : names.Where(n => n.Length >= 4 && Spelling.WithinOneEdit(asked, n) && Spelling.SameDigits(asked, n));
            Assert.Equal(near.Order(StringComparer.Ordinal), found.Select(id => names[id]).Order(StringComparer.Ordinal));
            found.Clear();
            table.FindCompact(asked, found);
            Assert.Equal(names.Contains(asked) ? [Array.IndexOf(names, asked)] : [], found);
            Assert.Equal(Array.IndexOf(names, asked), table.FindExact(asked));
        }
    }

    /// <summary>Names by spellings whose letters beyond ASCII were damaged, each once.</summary>
    [Theory]
    [InlineData("?KERV?GEN", "ÄKERVÅGEN|ÅKERVÄGEN|ÅÄKERVÖGEN")]
    [InlineData("AKERVAGEN", "ÄKERVÅGEN|ÅKERVÄGEN")]
    [InlineData("AAKERVAEGEN", "ÅKERVÄGEN")]
    [InlineData("KERVGEN", "ÄKERVÅGEN|ÅKERVÄGEN|ÅÄKERVÖGEN")]
    [InlineData("??KERV?GEN", "ÅÄKERVÖGEN")]
    [InlineData("SODRA TORGET", "SÖDRA TORGET")]
    [InlineData("STORGATAN", "")]
    [InlineData("?", "")]
    [InlineData("AS", "")]
    [InlineData("AAS", "AÅS|ÅS|ÅÅS")]
    [InlineData("OGATAN", "ÖGATAN")]
    [InlineData("GATAN", "")]
    public void Names_with_damaged_letters_are_found_once_each(string damaged, string expected)
    {
        NameTable table = new();
        string[] names = ["STORGATAN", "ÅKERVÄGEN", "ÄKERVÅGEN", "ÅÄKERVÖGEN", "SÖDRA TORGET", "ÅS", "ÅÅS", "AÅS", "ÖGATAN"];
        foreach (string name in names)
        {
            table.Add(name);
        }

        List<int> found = [0];
        table.FindDamaged(AddressFold.Compact(damaged), found);
        Assert.Equal(0, found[0]);
        Assert.Equal(expected, string.Join('|', found.Skip(1).Select(id => names[id]).Order(StringComparer.Ordinal)));
    }
}
