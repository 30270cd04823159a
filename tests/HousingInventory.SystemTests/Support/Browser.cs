using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HousingInventory.SystemTests;

/// <summary>Opens pages in Chromium without a window.</summary>
public static partial class Browser
{
    /// <summary>
    /// Opens a copy of a page to which a script is added, and returns what it answers. The script is the body of an async function; what it returns is the answer.
    /// </summary>
    public static JsonNode Ask(string page, string script, int width = 1280)
    {
        using TemporaryFolder folder = new();
        string html = File.ReadAllText(page);
        int end = html.LastIndexOf("</body>", StringComparison.Ordinal);
        string asked = "<script>addEventListener('load',async()=>{let a;try{a=await(async()=>{" + script.Replace("</script", "<\\/script", StringComparison.Ordinal)
            + "})()}catch(e){a={error:String(e)}}const t=JSON.stringify(a);document.documentElement.innerHTML='<pre id=answer></pre>';document.getElementById('answer').textContent=t})</script>";
        File.WriteAllText(folder.File("page.html"), html[..end] + asked + html[end..]);
        string dom = Run(folder, string.Create(CultureInfo.InvariantCulture, $"--window-size={width},900"), "--virtual-time-budget=30000", "--dump-dom", new Uri(folder.File("page.html")).AbsoluteUri);
        Match answer = Answer().Match(dom);
        Assert.True(answer.Success, "The page gave no answer.");
        return JsonNode.Parse(WebUtility.HtmlDecode(answer.Groups[1].Value))!;
    }

    /// <summary>The rules of WCAG 2.2 A and AA, and good practice, that a page breaks, as axe-core finds them; one line each.</summary>
    public static IReadOnlyList<string> Violations(string page, int width)
    {
        string axe = File.ReadAllText(Path.Combine(NpmPackages.Folder, "node_modules", "axe-core", "axe.min.js"));
        JsonNode found = Ask(page, axe + """
            ;const r=await axe.run(document,{runOnly:['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']});
            return{passed:r.passes.length,broken:r.violations.map(v=>v.id+': '+v.nodes.length+' x, '+v.nodes[0].html.slice(0,150))}
            """, width);
        Assert.True(found["passed"]!.GetValue<int>() > 10, found.ToJsonString());
        return [.. found["broken"]!.AsArray().Select(v => v!.GetValue<string>())];
    }

    /// <summary>Prints a page, and counts the pages of paper.</summary>
    public static int PrintedPages(string page)
    {
        using TemporaryFolder folder = new();
        Run(folder, "--virtual-time-budget=10000", "--no-pdf-header-footer", "--print-to-pdf=" + folder.File("page.pdf"), new Uri(page).AbsoluteUri);
        string pages = Tool.Output("pdfinfo", folder.File("page.pdf")).Split('\n').Single(l => l.StartsWith("Pages:", StringComparison.Ordinal));
        return int.Parse(pages.AsSpan("Pages:".Length), CultureInfo.InvariantCulture);
    }

    // A sandbox inside a container needs rights that tests do not have; the pages are our own.
    private static string Run(TemporaryFolder folder, params string[] arguments) => Tool.Output(
        "chromium",
        ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--no-first-run", "--user-data-dir=" + folder.File("profile"), .. arguments]);

    [GeneratedRegex("<pre id=\"answer\">(.*?)</pre>", RegexOptions.Singleline)]
    private static partial Regex Answer();
}
