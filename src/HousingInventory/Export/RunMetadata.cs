using System.Globalization;
using System.Security;
using System.Text;
using HousingInventory.Model;

namespace HousingInventory.Export;

/// <summary>What a layer says of itself: title, purpose, who is responsible, and when it is to be deleted.</summary>
internal static class RunMetadata
{
    /// <summary>One sentence for a layer's description.</summary>
    public static string Sentence(Results results)
    {
        RunFrame frame = results.Frame;
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{frame.Title ?? "HousingInventory"}, {frame.AsOf:yyyy-MM-dd}.");
        bool sv = frame.Language == Diagnostics.Language.Sv;
        if (frame.Purpose is { } purpose)
        {
            text.Append(sv ? " Ändamål: " : " Purpose: ").Append(purpose).Append('.');
        }

        if (frame.Responsible is { } responsible)
        {
            text.Append(sv ? " Ansvarig: " : " Responsible: ").Append(responsible).Append('.');
        }

        if (frame.DeleteAfter is { } day)
        {
            text.Append(sv ? " Gallras efter " : " Delete after ").Append(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Append('.');
        }

        return text.ToString();
    }

    /// <summary>The same as a small XML document, for the GeoPackage's metadata table.</summary>
    public static string Xml(Results results)
    {
        StringBuilder xml = new("<?xml version=\"1.0\" encoding=\"UTF-8\"?><metadata>");
        Add(xml, "title", results.Frame.Title);
        Add(xml, "date", results.Frame.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add(xml, "purpose", results.Frame.Purpose);
        Add(xml, "responsible", results.Frame.Responsible);
        Add(xml, "deleteAfter", results.Frame.DeleteAfter?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        foreach (InputFile file in results.Books.Files.Where(f => f.Type != "withheld"))
        {
            Add(xml, "source", $"{file.Type}: {file.Layout}" + (file.Extracted is { } day ? string.Create(CultureInfo.InvariantCulture, $", {day:yyyy-MM-dd}") : "")
                + (Qgis.DataTerms.Of(file, results.Frame.Language) is { } terms ? $", {terms}" : ""));
        }

        return xml.Append("</metadata>").ToString();
    }

    private static void Add(StringBuilder xml, string name, string? text)
    {
        if (text is not null)
        {
            xml.Append('<').Append(name).Append('>').Append(SecurityElement.Escape(text)).Append("</").Append(name).Append('>');
        }
    }
}
