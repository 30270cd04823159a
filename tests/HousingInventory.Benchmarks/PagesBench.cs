using System.Globalization;
using System.Text.Json.Nodes;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Sample;
using HousingInventory.SystemTests;

namespace HousingInventory.Benchmarks;

/// <summary>
/// The work list of a large municipality in Chromium: its size, the time until something is seen, and the time from a key in the search field to the drawn answer.
/// Needs chromium on the path.
/// </summary>
internal static class PagesBench
{
    private const int Repeats = 5;
    private const double MostMb = 6;
    private const double MostPaintSeconds = 2;
    private const double MostKeyMs = 100;

    public static void Run()
    {
        List("30,000 homes, top 3000", 30_000, settings => settings["shortlist"] = new JsonObject { ["top"] = 3_000 });
        List("15,000 homes, no filter", 15_000, settings =>
        {
            settings["candidates"] = new JsonObject { ["footprintM2"] = null, ["stopWithinM"] = null, ["settlements"] = new JsonArray() };
            settings["shortlist"] = new JsonObject { ["top"] = 3_000 };
        });
    }

    private static void List(string what, int homes, Action<JsonObject> change)
    {
        string folder = Directory.CreateTempSubdirectory("housing-inventory-bench-").FullName;
        try
        {
            SampleFiles.Write(folder, new SampleOptions { Homes = homes, ResidentsFormat = ResidentsFormat.Csv });
            string configuration = Path.Combine(folder, "inventory.json");
            JsonObject settings = JsonNode.Parse(File.ReadAllText(configuration))!.AsObject();
            change(settings);
            File.WriteAllText(configuration, settings.ToJsonString());
            string results = Path.Combine(folder, "out");
            int rows = Pipeline.Run(ConfigReader.Load(configuration), results, new Run()).Flags.Candidates.Count;
            string page = Path.Combine(results, "worklist.html");
            what = string.Create(CultureInfo.InvariantCulture, $"{what}: {rows} rows");
            AccessBench.Goal(what + ", worklist.html", new FileInfo(page).Length / 1e6, " MB", MostMb, isLeast: false);
            List<double> paint = [];
            List<double> keys = [];
            for (int i = 0; i < Repeats; i++)
            {
                using BrowserPage open = new(page);
                paint.Add(open.Ask("performance.getEntriesByType('paint').find(e=>e.name==='first-contentful-paint').startTime").GetValue<double>() / 1000);
                keys.AddRange(open.Ask(Keys).AsArray().Select(static k => k!.GetValue<double>()));
            }

            AccessBench.Goal(what + ", first paint, median", AccessBench.Median(paint), " s", MostPaintSeconds, isLeast: false);
            AccessBench.Goal(what + ", key to answer, median", AccessBench.Median(keys), " ms", MostKeyMs, isLeast: false);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"        {keys.Count} keys, the slowest {keys.Max():0} ms"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Types a village letter by letter and takes it away again: milliseconds from each key until the frame after the list has been filtered.</summary>
    private const string Keys = """
        (async()=>{
          const q=document.getElementById('q'),said=document.getElementById('said'),took=[],word='exempelstigen';
          const frame=()=>new Promise(requestAnimationFrame);
          const all=[...Array(word.length).keys()].map(k=>word.slice(0,k+1));
          for(const text of [...all,...all.reverse(),'']){
            said.textContent='?';
            const start=performance.now();
            q.value=text;q.dispatchEvent(new Event('input',{bubbles:true}));
            while(said.textContent==='?')await frame();
            await frame();
            took.push(performance.now()-start);
          }
          return took;
        })()
        """;
}
