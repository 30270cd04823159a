using System.Globalization;
using System.Text;
using HousingInventory.Model;

namespace HousingInventory.Export.Html;

/// <summary>The frame of both pages: one file each, without a single request to anywhere.</summary>
internal static class HtmlPage
{
    // The policy is a second lock: even if markup slipped in, nothing could be fetched or sent.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

    /// <summary>The whole document as bytes.</summary>
    /// <param name="words">The language.</param>
    /// <param name="title">Title of the document.</param>
    /// <param name="styles">Names of the styles after the common one.</param>
    /// <param name="body">Writes what comes after the skip link, an element with the id main in it.</param>
    /// <param name="paper">Rules of the page's own after the common ones: those of <see cref="Paper"/>.</param>
    public static byte[] Of(HtmlWords words, string title, IReadOnlyList<string> styles, Action<HtmlWriter> body, string paper = "")
    {
        HtmlWriter html = new();
        html.Raw("<!DOCTYPE html>\n").Element("html", [("lang", words.Code)], () =>
        {
            html.Element("head", () => Head(html, title, styles, paper));
            html.Element("body", () => body(html.Element("a", words.Say("Hoppa till innehållet", "Skip to content"), ("class", "skip"), ("href", "#main")).Raw("\n")));
        });
        return html.Raw("\n").ToBytes();
    }

    private static void Head(HtmlWriter html, string title, IReadOnlyList<string> styles, string paper)
    {
        html.Void("meta", ("charset", "utf-8")).Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy));
        html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Void("meta", ("name", "robots"), ("content", "noindex")).Void("meta", ("name", "generator"), ("content", "HousingInventory " + ToolVersion.Text));
        html.Element("title", title);
        html.Element("style", () => html.Raw(MapLook.Css()).Raw(Part("page.css")).Raw(string.Concat(styles.Select(Part))).Raw(paper));
    }

    /// <summary>
    /// What stands on every sheet of paper, beside its number: marking, title, the day of the answer, and when the sheet is to be destroyed. A rule of CSS, in which
    /// every sign but plain letters and digits is written by its number.
    /// </summary>
    public static string Paper(HtmlWords words, string marking, string title, RunFrame frame)
    {
        string days = words.Say("Läget den ", "As of ") + HtmlWords.Day(frame.AsOf)
            + (frame.DeleteAfter is { } end ? words.Say(". Gallras efter ", ". Delete after ") + HtmlWords.Day(end) : "");
        const string Look = "font:7.5pt system-ui,\"Segoe UI\",Arial,sans-serif;color:#495765;vertical-align:bottom;padding-bottom:2mm;white-space:pre-wrap";
        return $"@page{{@top-left{{content:\"{CssText(marking)}\";{Look};font-weight:700;width:50%;text-align:left}}"
            + $"@top-right{{content:\"{CssText(title)}\\a {CssText(days)}\";{Look};width:50%;text-align:right}}}}\n";
    }

    private static string CssText(string text)
    {
        StringBuilder css = new();
        foreach (Rune sign in text.EnumerateRunes())
        {
            _ = Rune.IsControl(sign) ? css.Append(' ')
                : sign.IsAscii && Rune.IsLetterOrDigit(sign) ? css.Append(sign)
                : css.Append(CultureInfo.InvariantCulture, $"\\{sign.Value:x} ");
        }

        return css.ToString();
    }

    /// <summary>A style or script that lies beside this file; lines end by \n wherever it was built.</summary>
    public static string Part(string name)
    {
        using StreamReader part = new(typeof(HtmlPage).Assembly.GetManifestResourceStream("HousingInventory.Export.Html." + name)!);
        return part.ReadToEnd().ReplaceLineEndings("\n");
    }
}
