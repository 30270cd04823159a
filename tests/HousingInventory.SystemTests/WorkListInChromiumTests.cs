using System.Globalization;
using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests;

/// <summary>The work list in the hands of somebody: map, table, sheets, keyboard, telephone and paper.</summary>
[Trait("Needs", "Chromium")]
public sealed class WorkListInChromiumTests(PagesRun pages) : IClassFixture<PagesRun>
{
    private const string Hands = """
        const say=(id,v)=>{const e=document.getElementById(id);e.value=v;e.dispatchEvent(new Event('input',{bubbles:true}))},soon=()=>new Promise(r=>setTimeout(r,300));
        const dots=()=>[...document.querySelectorAll('#map .home [data-i]')].length+[...document.querySelectorAll('#map .home .many')].reduce((n,g)=>n+g.ids.length,0);
        const count=()=>({rows:workList.shown().length,dots:dots()});
        """;

    private string Page => pages["sv", "worklist.html"];

    private JsonArray Homes => JsonNode.Parse(File.ReadAllText(pages["sv", "candidates.geojson"]))!["features"]!.AsArray();

    private string[] Refs => [.. Homes.Select(f => f!["properties"]!["ref"]!.GetValue<string>())];

    [Fact]
    public void Search_narrows_table_and_map_together_and_moves_the_map()
    {
        JsonNode answer = Browser.Ask(Page, Hands + """
            const before=count(),wide=workList.view().join();
            say('q',workList.shown()[0]);await soon();
            const one=count(),near=workList.view().join();document.getElementById('clear').click();await soon();
            return{before,one,after:count(),moved:wide!==near,back:workList.view().join()===wide}
            """);
        Assert.Equal($$"""{"rows":{{Homes.Count}},"dots":{{Homes.Count}}}""", answer["before"]!.ToJsonString());
        Assert.Equal("""{"rows":1,"dots":1}""", answer["one"]!.ToJsonString());
        Assert.Equal(answer["before"]!.ToJsonString(), answer["after"]!.ToJsonString());
        Assert.True(answer["moved"]!.GetValue<bool>());
        Assert.True(answer["back"]!.GetValue<bool>());
    }

    [Fact]
    public void Every_filter_leaves_just_the_homes_that_the_layer_has_of_that_kind()
    {
        JsonNode[] homes = [.. Homes.Select(f => f!["properties"]!)];
        string locality = homes[0]["locality"]!.GetValue<string>();
        double score = homes[homes.Length / 2]["score"]!.GetValue<double>();
        double walk = homes.Select(h => h["stop"]?.GetValue<double>()).OfType<double>().Order().ElementAt(homes.Length / 3);
        JsonNode answer = Browser.Ask(Page, Hands + FormattableString.Invariant($$"""
            const out={},ask=async(name,set)=>{document.getElementById('clear').click();await soon();for(const k in set)say(k,set[k]);await soon();out[name]=workList.shown()};
            await ask('loc',{loc:'{{locality}}'});await ask('min',{min:'{{score}}'});await ask('max',{max:'{{score}}'});
            document.getElementById('by').value='stop';await ask('most',{by:'stop',most:'{{walk}}'});
            const conf=document.getElementById('conf').options[1]?.value;await ask('conf',{conf});out.word=conf;
            return out
            """));
        void Same(string filter, Func<JsonNode, bool> keeps) =>
            Assert.Equal([filter, .. homes.Where(keeps).Select(h => h["ref"]!.GetValue<string>())], [filter, .. answer[filter]!.AsArray().Select(r => r!.GetValue<string>())]);
        Same("loc", h => h["locality"]!.GetValue<string>() == locality);
        Same("min", h => h["score"]!.GetValue<double>() >= score);
        Same("max", h => h["score"]!.GetValue<double>() <= score);
        Same("most", h => h["stop"]?.GetValue<double>() <= walk);
        string confidence = answer["word"]!.GetValue<string>() switch { "Stark" => "strong", "Medel" => "medium", _ => "weak" };
        Same("conf", h => h["confidence"]!.GetValue<string>() == confidence);
    }

    [Fact]
    public void The_link_in_the_address_bar_keeps_filters_order_weights_and_the_open_sheet()
    {
        using BrowserPage open = new(Page);
        open.Ask(Hands + """
            (async()=>{say('min','20');await soon();document.querySelector('th[data-col=score] button').click();const s=document.querySelector('#weights input');s.value='7.3';s.dispatchEvent(new Event('input'));
            await soon();document.querySelector('#rows a').click();await soon();return 1})()
            """);
        string address = open.Ask("location.href").GetValue<string>();
        string shown = open.Ask("workList.shown().join()").GetValue<string>(), sheet = open.Ask("document.querySelector('#card article .ref').textContent").GetValue<string>();
        Assert.Contains("min=20", address, StringComparison.Ordinal);
        Assert.Contains("sort=score", address, StringComparison.Ordinal);
        Assert.Contains("w=7.3%2C", address, StringComparison.Ordinal);
        Assert.Contains("home=" + sheet, address, StringComparison.Ordinal);
        using BrowserPage again = new(Page, hash: new Uri(address).Fragment);
        Assert.Equal(shown, again.Ask("workList.shown().join()").GetValue<string>());
        Assert.Equal(sheet, again.Ask("document.querySelector('#card article .ref').textContent").GetValue<string>());
        Assert.Equal("20", again.Ask("document.getElementById('min').value").GetValue<string>());
    }

    [Fact]
    public void The_map_narrows_the_table_when_asked_to()
    {
        // Around the first home, in a window 3 km wide, are fewer homes than in the municipality.
        JsonNode answer = Browser.Ask(Page, Hands + "document.getElementById('seen').click();document.querySelector('#rows [data-go]').click();await soon();await soon();return count()");
        Assert.InRange(answer["rows"]!.GetValue<int>(), 1, Homes.Count - 1);
        Assert.InRange(answer["dots"]!.GetValue<int>(), answer["rows"]!.GetValue<int>(), Homes.Count);
    }

    [Fact]
    public void Every_column_sorts_both_ways_with_empty_cells_last()
    {
        JsonArray columns = Browser.Ask(Page, """
            const out=[],heads=[...document.querySelectorAll('th[data-col]')];
            heads.forEach((th,k)=>{for(let n=0;n<2;n++){th.firstElementChild.click();const list=document.getElementById('list');
            out.push({way:th.getAttribute('aria-sort'),number:th.classList.contains('n'),values:[...document.querySelectorAll('#rows tr:not(.space)')].map(r=>r.cells[k].lastChild?.textContent??'')})}});
            return out
            """).AsArray();
        Assert.InRange(columns.Count, 20, 100);
        foreach (JsonNode? column in columns)
        {
            string[] values = [.. column!["values"]!.AsArray().Select(v => v!.GetValue<string>())];
            Assert.Equal(Homes.Count, values.Length);
            string[] full = [.. values.TakeWhile(v => v.Length > 0)];
            Assert.Equal(values.Count(v => v.Length > 0), full.Length);
            if (column["number"]!.GetValue<bool>())
            {
                decimal[] numbers = [.. full.Select(v => decimal.Parse(v.Trim().Replace("\u00a0", "", StringComparison.Ordinal).Replace(',', '.').Replace('−', '-'), CultureInfo.InvariantCulture))];
                Assert.Equal(column["way"]!.GetValue<string>() == "ascending" ? numbers.Order() : numbers.OrderDescending(), numbers);
            }
        }
    }

    [Fact]
    public void The_map_draws_every_layer_hides_it_when_asked_to_and_shows_more_the_nearer_one_is()
    {
        JsonNode answer = Browser.Ask(Page, Hands + """
            const parts=['.town','.minor','.line path','.stop path','.serv path','.road text','.home circle','.home path','.name text'],map=document.getElementById('map'),out={};
            const see=()=>Object.fromEntries(parts.map(p=>[p,map.querySelectorAll(p).length]));
            out.wide=see();
            document.querySelector('#rows [data-go]').click();await soon();out.near=see();
            for(let i=0;i<3;i++){document.getElementById('in').click();await soon()}out.house=see();
            document.querySelectorAll('.layers input').forEach(i=>i.click());
            out.left=['.town','.minor','.line','.stop','.serv','.name'].filter(p=>map.querySelector(p)&&getComputedStyle(map.querySelector(p)).display!=='none');
            out.metres=document.getElementById('metres').textContent;out.north=document.querySelector('.northward').textContent;
            return out
            """);
        Assert.All((string[])[".town", ".minor", ".line path", ".name text", ".home circle"], p => Assert.InRange(answer["wide"]![p]!.GetValue<int>(), 1, 1000));
        Assert.All((string[])[".stop path", ".serv path"], p => Assert.InRange(answer["near"]![p]!.GetValue<int>(), 1, 1000));
        Assert.All((string[])[".home path", ".road text"], p => Assert.InRange(answer["house"]![p]!.GetValue<int>(), 1, 100));
        Assert.Equal("[]", answer["left"]!.ToJsonString());
        Assert.Matches("^[125]0* k?m$", answer["metres"]!.GetValue<string>());
        Assert.Contains("N", answer["north"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_opens_and_shuts_by_keyboard_and_the_map_moves_by_keyboard()
    {
        using BrowserPage open = new(Page);
        open.Ask("document.querySelector('#rows a').focus()??1");
        open.Press("Enter");
        Assert.Equal(Refs[0], open.Ask("document.activeElement.closest('article').querySelector('.ref').textContent").GetValue<string>());
        open.Ask("[...document.querySelectorAll('#card .hands button')].at(-1).focus()??1");
        open.Press("Enter");
        Assert.True(open.Ask("document.getElementById('card').hidden").GetValue<bool>());
        Assert.Equal(Refs[0], open.Ask("document.activeElement.textContent").GetValue<string>());

        const string Box = "new Promise(r=>setTimeout(()=>r(workList.view().join()),200))";
        string first = open.Ask(Box).GetValue<string>();
        open.Ask("document.getElementById('map').focus()??1");
        foreach (string key in (string[])["+", "ArrowRight"])
        {
            string before = open.Ask(Box).GetValue<string>();
            open.Press(key);
            Assert.NotEqual(before, open.Ask(Box).GetValue<string>());
        }

        open.Press("0");
        Assert.Equal(string.Join(',', ((string[])["0", "0"]).Concat(open.Ask("workList.view().slice(2).join()").GetValue<string>().Split(','))), open.Ask(Box).GetValue<string>());
        Assert.NotEqual("", first);
    }

    [Fact]
    public void The_wheel_and_one_finger_scroll_the_page_and_control_and_the_wheel_zoom()
    {
        JsonNode answer = Browser.Ask(Page, Hands + """
            const map=document.getElementById('map'),turn=ctrlKey=>{const e=new WheelEvent('wheel',{deltaY:-100,ctrlKey,bubbles:true,cancelable:true,clientX:300,clientY:600});map.dispatchEvent(e);return e.defaultPrevented};
            const wide=workList.view()[2],plain=turn(false);await soon();const same=workList.view()[2]===wide,taken=turn(true);await soon();
            const finger=(type,id,x,y)=>map.dispatchEvent(new PointerEvent(type,{pointerId:id,pointerType:'touch',clientX:x,clientY:y,bubbles:true}));
            const at=workList.view().join();finger('pointerdown',1,300,600);finger('pointermove',1,300,500);await soon();const still=workList.view().join()===at;
            finger('pointerdown',2,400,500);finger('pointermove',2,500,500);await soon();const two=workList.view().join()!==at;
            return{plain,same,taken,nearer:workList.view()[2]<wide,still,two,touch:getComputedStyle(map).touchAction}
            """);
        Assert.Equal("""{"plain":false,"same":true,"taken":true,"nearer":true,"still":true,"two":true,"touch":"pan-x pan-y"}""", answer.ToJsonString());
    }

    [Fact]
    public void A_sheet_says_why_it_stands_before_the_next_and_its_parts_add_up_to_the_score()
    {
        JsonNode answer = Browser.Ask(Page, """
            const out=[];
            for(let n=0;n<workList.shown().length;n++){
              if(n===0)document.querySelector('#rows a').click();else [...document.querySelectorAll('#card .hands button')][1].click();
              const a=document.querySelector('#card article');
              const num=t=>+t.replace(',','.').replace('\u2212','-');
              out.push({ref:a.querySelector('.ref').textContent,score:num(a.querySelector('.score').textContent.split(' ')[0]),sum:[...a.querySelectorAll('.pts')].map(c=>num(c.lastChild.textContent)).filter(v=>!isNaN(v)).reduce((x,y)=>x+y,0),
                widths:[...a.querySelectorAll('.part')].reduce((w,p)=>w+parseFloat(p.style.width),0),why:[...a.querySelectorAll('.versus')].map(p=>p.textContent),geo:a.querySelector('a[href^="geo:"]').getAttribute('href'),
                boxes:a.querySelectorAll('.visit input').length,empty:[...a.querySelectorAll('dd')].filter(d=>!d.textContent.trim()).length});
            }
            return out
            """);
        JsonArray sheets = answer.AsArray();
        Assert.Equal(Refs, sheets.Select(s => s!["ref"]!.GetValue<string>()));
        Assert.All(sheets, s => Assert.InRange(Math.Abs(s!["sum"]!.GetValue<double>() - s["score"]!.GetValue<double>()), 0, 0.5));
        Assert.All(sheets, s => Assert.InRange(s!["widths"]!.GetValue<double>(), 99.8, 100.2));
        Assert.StartsWith("Före nr 2 (" + Refs[1] + ") för att:", sheets[0]!["why"]![0]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.All(sheets, s => Assert.Matches(@"^geo:6\d\.\d{5},2\d\.\d{5}$", s!["geo"]!.GetValue<string>()));
        Assert.All(sheets, s => Assert.Equal((9, 0), (s!["boxes"]!.GetValue<int>(), s["empty"]!.GetValue<int>())));
    }

    [Fact]
    public void Walks_on_a_sheet_agree_with_the_measure_and_walks_waits_and_rides_add_up()
    {
        JsonArray ways = Browser.Ask(Page, """
            const out=[];document.querySelector('#rows a').click();
            for(let n=0;n<workList.shown().length;n++){
              if(n)[...document.querySelectorAll('#card .hands button')][1].click();
              for(const o of document.querySelectorAll('#card .way'))out.push([...o.children].map(l=>l.textContent));
            }
            return out
            """).AsArray();
        Assert.NotEmpty(ways);
        foreach (string[] steps in ways.Select(w => w!.AsArray().Select(s => s!.GetValue<string>()).ToArray()))
        {
            // Clock times are cut to the minute, so that each step may be a minute off and no more.
            double now = Minutes(steps[0][..5]);
            foreach (string step in steps[1..])
            {
                if (step.StartsWith("gå ", StringComparison.Ordinal) || step.StartsWith("vänta ", StringComparison.Ordinal))
                {
                    now += double.Parse(step.Split(' ')[1].Replace(',', '.'), CultureInfo.InvariantCulture);
                    continue;
                }

                string[] times = [.. System.Text.RegularExpressions.Regex.Matches(step, @"\d\d:\d\d").Select(m => m.Value)];
                Assert.InRange(Minutes(times[0]) - now, -1.1, 1.1);
                now = Minutes(times[^1]);
            }
        }

        static double Minutes(string clock) => (int.Parse(clock.AsSpan(0, 2), CultureInfo.InvariantCulture) * 60) + int.Parse(clock.AsSpan(3, 2), CultureInfo.InvariantCulture);
    }

    [Fact]
    public void What_was_seen_on_a_visit_is_copied_as_a_row_of_the_follow_up()
    {
        JsonNode answer = Browser.Ask(Page, Hands + """
            let kept='';Object.defineProperty(navigator,'clipboard',{value:{writeText:async t=>{kept=t}}});
            document.querySelector('#rows a').click();const a=document.querySelector('#card article');
            a.querySelectorAll('.visit input')[0].click();a.querySelectorAll('.visit input')[1].click();a.querySelector('.visit input[value="3"]').click();a.querySelector('.visit button').click();await soon();const row=kept;
            [...a.querySelectorAll('.hands button')].find(b=>b.textContent.startsWith('Kopiera')).click();await soon();
            return{row,address:kept}
            """);
        Assert.Equal(string.Join('\t', Refs[0], "", "", "2026-11-10", "3", "Brevlåda, Snöröjt"), answer["row"]!.GetValue<string>());
        Assert.StartsWith(Homes[0]!["properties"]!["address"]!.GetValue<string>(), answer["address"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report.html")]
    [InlineData("worklist.html")]
    public void Nothing_runs_off_the_side_of_a_telephone(string page)
    {
        using BrowserPage open = new(pages["sv", page], 390);
        open.Ask("document.querySelector('#rows a')?.click();1");
        Assert.Equal(390, open.Ask("innerWidth").GetValue<int>());
        Assert.InRange(open.Ask("document.documentElement.scrollWidth").GetValue<int>(), 1, 390);

        // Nothing in the sheet is wider than what holds it.
        Assert.Equal("[]", open.Ask("[...document.querySelectorAll('#card *')].filter(e=>!e.closest('svg')&&!e.matches('.heard')&&e.getBoundingClientRect().right>391).map(e=>e.outerHTML.slice(0,80))").ToJsonString());
        Browser.Picture(pages["sv", page], $"{Path.GetFileNameWithoutExtension(page)}-telephone.png", 390, 1800, "document.querySelector('#rows a')?.click()");
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Paper_has_one_page_a_home_with_marking_title_day_end_number_legend_and_boxes(string language)
    {
        IReadOnlyList<string> sheets = Browser.Printed(pages[language, "worklist.html"]);
        string[] refs = [.. JsonNode.Parse(File.ReadAllText(pages[language, "candidates.geojson"]))!["features"]!.AsArray().Select(f => f!["properties"]!["ref"]!.GetValue<string>())];
        Assert.Equal(refs.Length, sheets.Count);
        Assert.All(refs.Zip(sheets), p => Assert.Contains(p.First, p.Second, StringComparison.Ordinal));
        string[] each = language == "sv"
            ? ["Arbetsmaterial", "EXEMPELDATA Skellefteå", "Läget den 2026-11-10", "Gallras efter 2027-05-31", "80–100 poäng", "busslinje", "Brevlåda", "Snöröjt", "Skick"]
            : ["Working material", "EXEMPELDATA Skellefteå", "As of 2026-11-10", "Delete after 2027-05-31", "80–100 points", "bus line", "Letterbox", "Cleared of snow", "Condition"];
        Assert.All(sheets.Index(), s =>
        {
            Assert.All(each, words => Assert.Contains(words, s.Item, StringComparison.Ordinal));
            Assert.Contains($"{s.Index + 1} / {sheets.Count}", s.Item, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Paper_has_one_page_a_locality_when_asked_to_on_which_every_dot_has_its_number()
    {
        string[] localities = [.. Homes.Select(f => f!["properties"]!["locality"]!.GetValue<string>()).Distinct()];
        IReadOnlyList<string> sheets = Browser.Printed(Page, "window.print=()=>{};document.getElementById('sheet').value='places';document.getElementById('print').click()");
        Assert.Equal(localities.Length, sheets.Count);
        Assert.All(localities, l => Assert.Single(sheets, s => s.Contains(l + " – ", StringComparison.Ordinal)));
        Assert.All(sheets, s => Assert.Contains("Arbetsmaterial", s, StringComparison.Ordinal));
        Assert.All(sheets, s => Assert.Contains("80–100 poäng", s, StringComparison.Ordinal));
        JsonNode answer = Browser.Ask(Page, """
            window.print=()=>{};document.getElementById('sheet').value='places';document.getElementById('print').click();dispatchEvent(new Event('beforeprint'));
            return[...document.querySelectorAll('.place-page')].map(p=>({dots:p.querySelectorAll('svg .home circle').length,numbers:[...p.querySelectorAll('svg .place')].map(t=>t.textContent).sort().join(),ranks:[...p.querySelectorAll('tbody tr')].map(r=>r.cells[0].textContent).sort().join()}))
            """);
        Assert.All(answer.AsArray(), p => Assert.Equal(p!["ranks"]!.GetValue<string>(), p["numbers"]!.GetValue<string>()));
        Assert.Equal(Homes.Count, answer.AsArray().Sum(p => p!["dots"]!.GetValue<int>()));
    }
}
