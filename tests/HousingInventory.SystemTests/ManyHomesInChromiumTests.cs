using System.Globalization;
using System.Text.Json.Nodes;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Model;
using HousingInventory.Rank;
using HousingInventory.Score;

namespace HousingInventory.SystemTests;

/// <summary>The work list of a large municipality: a sheet and a row for each of some 3,000 homes.</summary>
[Trait("Needs", "Chromium")]
public sealed class ManyHomesInChromiumTests(ManyHomesRun run) : IClassFixture<ManyHomesRun>
{
    private const string Agree = "window.print=()=>{};window.confirm=q=>{asked=q;return true};var asked='';document.getElementById('print').click();";

    [Fact]
    public void Three_thousand_rows_with_their_sheets_take_less_than_six_megabytes()
    {
        Assert.InRange(run.Candidates, 2_500, 3_500);
        Assert.InRange(new FileInfo(run["worklist.html"]).Length, 1, 6_000_000);
        Assert.InRange(new FileInfo(run["report.html"]).Length, 1, 500_000);
    }

    [Fact]
    public void Every_row_can_be_scrolled_to_and_only_the_rows_in_sight_exist()
    {
        // A page that stays open is drawn, and only what is drawn is scrolled.
        using BrowserPage page = new(run["worklist.html"]);
        JsonNode answer = page.Ask("""
            (async()=>{
              const list=document.getElementById('list'),all=workList.shown(),at=[],soon=ms=>new Promise(r=>setTimeout(r,ms));
              const rows=()=>[...document.querySelectorAll('#rows tr:not(.space)')].map(r=>all.indexOf(r.cells[1].textContent));
              for(const share of [0,.5,1]){
                list.scrollTop=share*list.scrollHeight;
                let seen='';for(let k=0;k<40;k++){await soon(100);const now=rows().join();if(now===seen&&k>3)break;seen=now}
                const r=rows();at.push([r.length,r[0],r.at(-1)]);
              }
              const refs=[all[0],all[Math.floor(all.length/2)],all.at(-1)],sheets=[];
              for(const ref of refs){location.hash='home='+ref;for(let k=0;k<40&&document.querySelector('#card article .ref')?.textContent!==ref;k++)await soon(100);sheets.push(document.querySelector('#card article .ref').textContent)}
              return{at,count:all.length,refs:refs.join(),sheets:sheets.join(),stated:document.querySelector('#list table').getAttribute('aria-rowcount')}
            })()
            """);
        int count = answer["count"]!.GetValue<int>();
        Assert.Equal(run.Candidates, count);
        Assert.Equal((count + 1).ToString(CultureInfo.InvariantCulture), answer["stated"]!.GetValue<string>());
        Assert.Equal(answer["refs"]!.GetValue<string>(), answer["sheets"]!.GetValue<string>());
        Assert.All(answer["at"]!.AsArray(), r => Assert.InRange(r![0]!.GetValue<int>(), 10, 60));
        Assert.Equal(0, answer["at"]![0]![1]!.GetValue<int>());
        Assert.InRange(answer["at"]![1]![1]!.GetValue<int>(), (count / 2) - 60, (count / 2) + 60);
        Assert.Equal(count - 1, answer["at"]![2]![2]!.GetValue<int>());
    }

    [Fact]
    public void Far_out_homes_are_counts_that_add_up_and_near_by_they_are_dots()
    {
        JsonNode answer = Browser.Ask(run["worklist.html"], """
            const home=document.querySelector('#map .home'),many=()=>[...home.querySelectorAll('.many')],counts=many().reduce((n,g)=>n+g.ids.length,0)+home.querySelectorAll('[data-i]').length;
            const words=many().every(g=>g.querySelector('text').textContent.replace(/\D/g,'')===String(g.ids.length)),far=many().length;
            document.querySelector('#rows [data-go]').click();await new Promise(r=>setTimeout(r,300));
            return{counts,words,far,near:many().length,dots:home.querySelectorAll('[data-i]').length,labels:home.querySelectorAll('.place').length}
            """);
        Assert.Equal(run.Candidates, answer["counts"]!.GetValue<int>());
        Assert.True(answer["words"]!.GetValue<bool>());
        Assert.InRange(answer["far"]!.GetValue<int>(), 2, 1_200);
        Assert.Equal(0, answer["near"]!.GetValue<int>());
        Assert.InRange(answer["dots"]!.GetValue<int>(), 1, 1_200);
    }

    [Fact]
    public void Moved_sliders_give_the_order_of_a_run_with_those_weights_for_two_hundred_random_weightings()
    {
        Results results = Pipeline.Analyse(ConfigReader.Load(run.Config), new Run());
        IReadOnlyList<(Criterion Criterion, CriterionResult Result)> criteria = results.Scores.Criteria;
        Random random = new(20261128);

        // Tenths up to ten as the sliders have them, one in five of them nought.
        string[][] weightings = [.. Enumerable.Range(0, 200).Select(_ => criteria.Select(_ => (random.Next(5) == 0 ? 0 : random.Next(101) / 10m).ToString("0.#", CultureInfo.InvariantCulture)).ToArray())];
        JsonNode answer = Browser.Ask(run["worklist.html"], $$"""
            const all={{System.Text.Json.JsonSerializer.Serialize(weightings)}},sliders=[...document.querySelectorAll('#weights input')],out=[];
            const sum=words=>{let h=0x811c9dc5;for(const w of words)for(let i=0;i<w.length;i++)h=Math.imul(h^w.charCodeAt(i),0x01000193)>>>0;return h};
            for(const weights of all){
              weights.forEach((w,k)=>{sliders[k].value=w});sliders[0].dispatchEvent(new Event('input'));
              await new Promise(r=>setTimeout(r,40));
              const order=workList.order();out.push([sum(order),order[0],workList.score(order[0])]);
            }
            return out
            """);
        for (int n = 0; n < weightings.Length; n++)
        {
            Scores scores = Scoring.Sum(results.Scores.Homes, criteria, [.. weightings[n].Select(w => double.Parse(w, CultureInfo.InvariantCulture))]);
            RankOrder order = Ranking.Rank(results.Registers, scores);
            string[] refs = [.. order.Order.Select(h => Ref.Of(results.Registers.Buildings[scores.Homes[h]].Id))];
            string told = string.Join(' ', weightings[n]);
            Assert.Equal((told, refs[0]), (told, answer[n]![1]!.GetValue<string>()));
            Assert.Equal((told, (double)scores.Score[order.Order[0]]), (told, answer[n]![2]!.GetValue<double>()));
            Assert.Equal((told, Sum(refs)), (told, answer[n]![0]!.GetValue<uint>()));
        }
    }

    [Fact]
    public void Two_hundred_sheets_are_two_hundred_pages_once_somebody_has_agreed()
    {
        // Those with the score of number two hundred, and the few that share it.
        const string Best = "const e=document.getElementById('min');e.value=workList.score(workList.order()[199]);e.dispatchEvent(new Event('input'));await new Promise(r=>setTimeout(r,300));";
        Assert.InRange(Browser.Printed(run["worklist.html"], Best + Agree).Count, 200, 230);
    }

    [Fact]
    public void Printing_past_the_button_gives_fifty_sheets_and_says_so()
    {
        IReadOnlyList<string> sheets = Browser.Printed(run["worklist.html"]);
        Assert.Equal(50, sheets.Count);
        Assert.Contains(FormattableString.Invariant($"De första 50 av {run.Candidates} husblad"), sheets[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_button_asks_before_it_prints_more_than_fifty()
    {
        Assert.Contains(run.Candidates.ToString(CultureInfo.InvariantCulture), Browser.Ask(run["worklist.html"], Agree + "return asked").GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("false", Browser.Ask(run["worklist.html"], "let printed=false;window.print=()=>{printed=true};window.confirm=()=>false;document.getElementById('print').click();return printed").ToJsonString());
    }

    private static uint Sum(string[] words)
    {
        uint hash = 0x811c9dc5;
        foreach (char c in string.Concat(words))
        {
            hash = unchecked((hash ^ c) * 0x01000193);
        }

        return hash;
    }
}
