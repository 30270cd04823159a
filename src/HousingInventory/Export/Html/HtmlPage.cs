namespace HousingInventory.Export.Html;

/// <summary>The frame of both pages: one file each, without a single request to anywhere.</summary>
internal static class HtmlPage
{
    // The policy is a second lock: even if markup slipped in, nothing could be fetched or sent.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

    private const string Style =
        """
        :root{--ink:#1c2733;--soft:#4a5866;--line:#c9d1d9;--ground:#f4f6f8;--blue:#0b5394;--warn:#7a3e00;--warn-ground:#fff4e0}
        *{box-sizing:border-box}
        body{margin:0;font:16px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;color:var(--ink);background:#fff}
        .skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:#fff;padding:8px 12px;z-index:9}
        a{color:var(--blue)}:focus-visible{outline:3px solid #b35900;outline-offset:2px}
        header,main,footer{max-width:62rem;margin:0 auto;padding:0 1.25rem}
        header{padding-top:1.75rem}h1{font-size:1.9rem;line-height:1.2;margin:0 0 .25rem}
        h2{font-size:1.3rem;margin:2.25rem 0 .5rem;padding-top:.5rem;border-top:1px solid var(--line)}h3{font-size:1.05rem;margin:1.25rem 0 .25rem}
        p{margin:.4rem 0 .8rem;max-width:46rem}.soft{color:var(--soft)}
        table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem;font-size:.94rem}
        caption{text-align:left;color:var(--soft);padding:.25rem 0}
        th,td{padding:.35rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
        thead th{background:var(--ground);border-bottom:2px solid var(--line)}tbody th{font-weight:500}
        .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        .wide{overflow-x:auto}
        .warn{background:var(--warn-ground);border-left:6px solid #b35900;color:var(--warn);padding:.6rem 1rem;margin:1rem 0}.warn ul{margin:.25rem 0;padding-left:1.2rem}
        .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.75rem;padding:0;margin:1rem 0;list-style:none}
        .figures li{background:var(--ground);padding:.75rem 1rem;border-radius:6px}.figures b{display:block;font-size:1.7rem;line-height:1.2}.figures span{color:var(--soft);font-size:.9rem}
        svg{max-width:100%;height:auto}svg text{font:13px system-ui,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;fill:var(--ink)}
        footer{color:var(--soft);font-size:.88rem;padding-top:1.5rem;padding-bottom:2rem}
        @media print{body{font-size:11pt}h2{break-after:avoid}table,svg,.figures{break-inside:avoid}.skip{display:none}a{color:inherit;text-decoration:none}}

        """;

    /// <summary>Writes everything up to and including the skip link, with body open.</summary>
    public static HtmlWriter Begin(HtmlWords words, string title, string style = "")
    {
        HtmlWriter html = new();
        html.Raw("<!DOCTYPE html>\n").Open("html", ("lang", words.Code)).Open("head");
        html.Open("meta", ("charset", "utf-8")).Open("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy));
        html.Open("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Open("meta", ("name", "robots"), ("content", "noindex")).Open("meta", ("name", "generator"), ("content", "HousingInventory " + ToolVersion.Text));
        html.Element("title", title);
        html.Open("style").Raw(Style.ReplaceLineEndings("\n")).Raw(style.ReplaceLineEndings("\n")).Close().Close();
        html.Open("body").Element("a", words.Say("Hoppa till innehållet", "Skip to content"), ("class", "skip"), ("href", "#main"));
        return html.Raw("\n");
    }

    /// <summary>Ends body and document.</summary>
    public static byte[] End(HtmlWriter html) => html.Close().Close().Raw("\n").ToBytes();
}
