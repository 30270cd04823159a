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
        string asked = "let a;try{a=await(async()=>{" + script
            + "})()}catch(e){a={error:String(e)}}const t=JSON.stringify(a);document.documentElement.innerHTML='<pre id=answer></pre>';document.getElementById('answer').textContent=t";
        string dom = Run(folder, Window(width, 900), "--virtual-time-budget=30000", "--dump-dom", Copy(folder, page, asked));
        Match answer = Answer().Match(dom);
        Assert.True(answer.Success, "The page gave no answer.");
        return JsonNode.Parse(WebUtility.HtmlDecode(answer.Groups[1].Value))!;
    }

    /// <summary>Prints a page as PDF, after a script has run in it if one is given, and returns the words of each sheet of paper.</summary>
    public static IReadOnlyList<string> Printed(string page, string script = "")
    {
        using TemporaryFolder folder = new();
        Run(folder, "--virtual-time-budget=20000", "--no-pdf-header-footer", "--print-to-pdf=" + folder.File("page.pdf"), Copy(folder, page, script));
        // A form feed ends every sheet.
        return Tool.Output("pdftotext", "-layout", folder.File("page.pdf"), "-").Split('\f')[..^1];
    }

    /// <summary>Draws a page as it stands at the top, after a script has run in it, and keeps the picture among the tests' results.</summary>
    /// <returns>Path of the PNG.</returns>
    public static string Picture(string page, string name, int width, int height, string script = "")
    {
        using TemporaryFolder folder = new();
        string picture = Path.Combine(Directory.CreateDirectory(Path.Combine(RepositoryRoot.Path, "artifacts", "pages")).FullName, name);
        Run(folder, Window(width, height), "--hide-scrollbars", "--virtual-time-budget=10000", "--screenshot=" + picture, Copy(folder, page, script));
        return picture;
    }

    private static string Window(int width, int height) => string.Create(CultureInfo.InvariantCulture, $"--window-size={width},{height}");

    /// <summary>A copy of a page with a script that runs once it has loaded; <c>faults</c> collects what its own scripts throw, and what its policy refuses.</summary>
    private static string Copy(TemporaryFolder folder, string page, string script)
    {
        const string Watch = "<script>var faults=[];addEventListener('error',e=>faults.push(e.message));addEventListener('securitypolicyviolation',e=>faults.push(e.violatedDirective))</script>";
        string html = File.ReadAllText(page);
        int head = html.IndexOf("<title>", StringComparison.Ordinal);
        int end = html.LastIndexOf("</body>", StringComparison.Ordinal);
        string added = "<script>addEventListener('load',async()=>{" + script.Replace("</script", "<\\/script", StringComparison.Ordinal) + "})</script>";
        File.WriteAllText(folder.File("page.html"), html[..head] + Watch + html[head..end] + added + html[end..]);
        return new Uri(folder.File("page.html")).AbsoluteUri;
    }

    // A sandbox inside a container needs rights that tests do not have; the pages are our own.
    private static string Run(TemporaryFolder folder, params string[] arguments) => Tool.Output(
        "chromium",
        ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--no-first-run", "--user-data-dir=" + folder.File("profile"), .. arguments]);

    [GeneratedRegex("<pre id=\"answer\">(.*?)</pre>", RegexOptions.Singleline)]
    private static partial Regex Answer();
}
