using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests;

/// <summary>The work list in the hands of somebody: map, table, cards, keyboard, telephone and paper.</summary>
[Trait("Needs", "Chromium")]
public sealed class WorkListInChromiumTests(PagesRun pages) : IClassFixture<PagesRun>
{
    /// <summary>Which homes table, map and cards show.</summary>
    private const string Shown = """
        const ids=s=>[...document.querySelectorAll(s)].filter(e=>!e.hidden&&!e.hasAttribute('hidden')).map(e=>e.dataset.i).sort();
        const count=()=>({rows:ids('#rows tr'),dots:ids('#map [data-i]'),cards:ids('article')});
        const say=(id,v)=>{const e=document.getElementById(id);e.value=v;e.dispatchEvent(new Event('input',{bubbles:true}))};
        """;

    private string Page => pages["sv", "worklist.html"];

    private int Homes => JsonNode.Parse(File.ReadAllText(pages["sv", "candidates.geojson"]))!["features"]!.AsArray().Count;

    [Fact]
    public void Search_narrows_table_map_and_cards_together_and_moves_the_map()
    {
        JsonNode answer = Browser.Ask(Page, Shown + """
            const box=()=>document.getElementById('map').getAttribute('viewBox');
            const before=count(),wide=box();
            say('q',document.querySelector('#rows tr').cells[1].textContent);
            const one=count(),near=box();document.getElementById('clear').click();
            return{before,one,after:count(),moved:wide!==near,back:box()===wide}
            """);
        foreach (string part in (string[])["rows", "dots", "cards"])
        {
            Assert.Equal(Homes, answer["before"]![part]!.AsArray().Count);
            Assert.Equal("[\"0\"]", answer["one"]![part]!.ToJsonString());
            Assert.Equal(answer["before"]![part]!.ToJsonString(), answer["after"]![part]!.ToJsonString());
        }

        Assert.True(answer["moved"]!.GetValue<bool>());
        Assert.True(answer["back"]!.GetValue<bool>());
    }

    [Fact]
    public void The_map_narrows_the_table_when_asked_to()
    {
        // Around the first home, in a window 3 km wide, are fewer homes than in the municipality.
        JsonNode answer = Browser.Ask(Page, Shown + """
            document.getElementById('seen').click();document.querySelector('#rows [data-go]').click();
            await new Promise(r=>setTimeout(r,500));
            return count()
            """);
        Assert.InRange(answer["rows"]!.AsArray().Count, 1, Homes - 1);
        Assert.Equal(answer["rows"]!.ToJsonString(), answer["cards"]!.ToJsonString());
        Assert.Equal(Homes, answer["dots"]!.AsArray().Count);
    }

    [Fact]
    public void Every_column_sorts_both_ways_with_empty_cells_last()
    {
        JsonArray columns = Browser.Ask(Page, """
            const out=[],body=document.getElementById('rows'),values=k=>[...body.rows].map(r=>r.cells[k].dataset.v??r.cells[k].textContent);
            document.querySelectorAll('th[data-sort]').forEach((th,k)=>{for(let n=0;n<2;n++){th.firstElementChild.click();out.push({way:th.getAttribute('aria-sort'),number:th.dataset.sort==='n',values:values(k)})}});
            return out
            """).AsArray();
        Assert.InRange(columns.Count, 20, 100);
        foreach (JsonNode? column in columns)
        {
            string[] values = [.. column!["values"]!.AsArray().Select(v => v!.GetValue<string>())];
            string[] full = [.. values.TakeWhile(v => v.Length > 0)];
            Assert.Equal(values.Count(v => v.Length > 0), full.Length);
            if (column["number"]!.GetValue<bool>())
            {
                decimal[] numbers = [.. full.Select(v => decimal.Parse(v, System.Globalization.CultureInfo.InvariantCulture))];
                Assert.Equal(column["way"]!.GetValue<string>() == "ascending" ? numbers.Order() : numbers.OrderDescending(), numbers);
            }
        }
    }

    [Fact]
    public void The_map_draws_every_layer_and_hides_it_when_asked_to()
    {
        JsonNode answer = Browser.Ask(Page, """
            const parts=['.town','.minor','.line path','.stop path','.serv path','.home [data-i]','.name text'],map=document.getElementById('map'),out={};
            for(const p of parts)out[p]=[...map.querySelectorAll(p)].filter(e=>e.getBBox().width+e.getBBox().height>0||e.closest('.stop,.serv,.home')).length;
            document.querySelectorAll('.layers input').forEach(i=>i.click());
            out.left=['.town','.minor','.line','.stop','.serv','.name'].filter(p=>getComputedStyle(map.querySelector(p)).display!=='none');
            return out
            """);
        foreach (string part in (string[])[".town", ".minor", ".line path", ".stop path", ".serv path", ".name text"])
        {
            Assert.InRange(answer[part]!.GetValue<int>(), 1, 1000);
        }

        Assert.Equal(Homes, answer[".home [data-i]"]!.GetValue<int>());
        Assert.Equal("[]", answer["left"]!.ToJsonString());
    }

    [Fact]
    public void A_card_opens_and_shuts_by_keyboard_and_the_map_moves_by_keyboard()
    {
        using BrowserPage open = new(Page);
        const string State = "({card:document.activeElement.closest('article')?.id??'',expanded:document.activeElement.getAttribute('aria-expanded')??'',seen:document.querySelector('#h1 .body').offsetHeight>0})";
        open.Ask("document.querySelector('#rows a').focus()??1");
        open.Press("Enter");
        Assert.Equal("""{"card":"h1","expanded":"true","seen":true}""", open.Ask(State).ToJsonString());
        open.Press(" ");
        Assert.Equal("""{"card":"h1","expanded":"false","seen":false}""", open.Ask(State).ToJsonString());
        open.Press("Enter");
        Assert.Equal("""{"card":"h1","expanded":"true","seen":true}""", open.Ask(State).ToJsonString());

        const string Box = "document.getElementById('map').getAttribute('viewBox')";
        string first = open.Ask(Box).GetValue<string>();
        open.Ask("document.getElementById('map').focus()??1");
        foreach (string key in (string[])["+", "ArrowRight"])
        {
            string before = open.Ask(Box).GetValue<string>();
            open.Press(key);
            Assert.NotEqual(before, open.Ask(Box).GetValue<string>());
        }

        open.Press("0");
        Assert.Equal(first, open.Ask(Box).GetValue<string>());
    }

    [Theory]
    [InlineData("report.html")]
    [InlineData("worklist.html")]
    public void Nothing_runs_off_the_side_of_a_telephone(string page)
    {
        using BrowserPage open = new(pages["sv", page], 390);
        open.Ask("const c=document.querySelector('article h3 button');if(c)c.click();1");
        Assert.Equal(390, open.Ask("innerWidth").GetValue<int>());
        Assert.InRange(open.Ask("document.documentElement.scrollWidth").GetValue<int>(), 1, 390);
        Browser.Picture(pages["sv", page], $"{Path.GetFileNameWithoutExtension(page)}-telephone.png", 390, 1800, "const c=document.querySelector('article h3 button');if(c)c.click()");
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Paper_has_one_page_a_home(string language)
    {
        IReadOnlyList<string> sheets = Browser.Printed(pages[language, "worklist.html"]);
        string[] refs = [.. JsonNode.Parse(File.ReadAllText(pages[language, "candidates.geojson"]))!["features"]!.AsArray().Select(f => f!["properties"]!["ref"]!.GetValue<string>())];
        Assert.Equal(refs.Length, sheets.Count);
        Assert.All(refs.Zip(sheets), p => Assert.Contains(p.First, p.Second, StringComparison.Ordinal));
    }

    [Fact]
    public void Paper_has_one_page_a_locality_when_asked_to()
    {
        string[] localities = [.. JsonNode.Parse(File.ReadAllText(pages["sv", "candidates.geojson"]))!["features"]!.AsArray().Select(f => f!["properties"]!["locality"]!.GetValue<string>()).Distinct()];
        IReadOnlyList<string> sheets = Browser.Printed(Page, "window.print=()=>{};document.getElementById('sheet').value='places';document.getElementById('print').click()");
        Assert.Equal(localities.Length, sheets.Count);
        Assert.All(localities, l => Assert.Single(sheets, s => s.Contains(l + " – ", StringComparison.Ordinal)));
    }
}
