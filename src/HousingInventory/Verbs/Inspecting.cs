using System.Globalization;
using System.Text;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Import;

namespace HousingInventory.Verbs;

/// <summary>What <c>inspect</c> says of a file: format, layers, rows, columns, CRS, encoding, dates, layout, and how it could be named as a source.</summary>
public static class Inspecting
{
    /// <summary>The report on one file. It never shows a value of a record.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static string Inspect(string path)
    {
        StringBuilder text = new();
        text.Append(path).Append('\n');
        try
        {
            if (!File.Exists(path))
            {
                throw new InputException(Directory.Exists(path) ? $"{path} is a folder; name the files in it." : $"{path} does not exist; check the path.");
            }

            Guess guess = SourceGuess.Of(path);
            text.Append("  format: ").Append(FormatOf(path, guess)).Append('\n');
            if (guess.Type is not ("timetable" or "roads" or "residents") || guess.Layout.StartsWith("residents-", StringComparison.Ordinal))
            {
                Layers(text, path);
            }

            text.Append("  layout: ").Append(guess.Layout).Append('\n');
            if (guess.Type is { } type)
            {
                string layer = guess.Layer is { } name && DataFile.Layers(path, ReadOptions.Recognise).Count > 1 ? $", \"layer\": \"{name}\"" : "";
                text.Append(CultureInfo.InvariantCulture, $"  suggested: {{ \"type\": \"{type}\", \"path\": \"{path.Replace('\\', '/')}\"{layer} }}\n");
            }
        }
        catch (DataFormatException e)
        {
            throw new InputException($"{path}: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be opened: close it in other programs and check that you may read it.", e);
        }

        return text.ToString();
    }

    private static string FormatOf(string path, Guess guess) => guess.Layout switch
    {
        PopulationFile.NavetXml or PopulationFile.SparXml or "lantmateriet-byggnad-xml" => "XML",
        PopulationFile.NavetTerms => "term-coded text",
        "gtfs" => "GTFS in a zip",
        _ => DataFile.Recognise(path).ToString(),
    };

    private static void Layers(StringBuilder text, string path)
    {
        foreach (LayerInfo layer in DataFile.Layers(path, ReadOptions.Recognise))
        {
            long rows = layer.RowCount ?? Count(path, layer.Name);
            text.Append(CultureInfo.InvariantCulture, $"  layer {layer.Name}: {rows} rows");
            if (layer.GeometryColumn is not null)
            {
                text.Append(CultureInfo.InvariantCulture, $", {layer.GeometryType ?? "geometry"}, {layer.Crs?.ToString() ?? layer.CrsText ?? "no CRS stated"}");
            }

            if (layer.Encoding is not null)
            {
                text.Append(", ").Append(layer.Encoding);
            }

            if (layer.Delimiter is { } separator)
            {
                text.Append(CultureInfo.InvariantCulture, $", separator '{separator}'");
            }

            if (layer.LastChange is { } day)
            {
                text.Append(CultureInfo.InvariantCulture, $", last changed {day:yyyy-MM-dd}");
            }

            text.Append("\n    ").Append(ColumnMap.Headings(layer, c => $"{c.Name} ({c.Kind.ToString().ToLowerInvariant()})")).Append('\n');
        }
    }

    private static long Count(string path, string layer)
    {
        using IFeatureCursor cursor = DataFile.Open(path, new ReadOptions(layer));
        long rows = 0;
        while (cursor.Read())
        {
            rows++;
        }

        return rows;
    }
}
