using HousingInventory.Formats;
using HousingInventory.Import;
using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Verbs;

/// <summary>
/// What the files of a starter tell of the municipality: its code, and where most of its houses stand together. Only registers of things are looked into, never
/// one of persons.
/// </summary>
internal static class StarterFacts
{
    private const int RowsRead = 100_000;
    private const double CellM = 500;

    /// <summary>Half of the rows have to name one municipality, or none is told: a register of the whole county has many.</summary>
    private const double Most = 0.5;

    private static readonly Dictionary<string, SourceVocabulary> Registers = new(StringComparer.Ordinal)
    {
        ["addresses"] = AddressesSource.Known,
        ["buildings"] = BuildingsSource.Known,
        ["properties"] = PropertiesSource.Known,
        ["dwellings"] = DwellingsSource.Known,
    };

    /// <summary>The code of the municipality that most rows of the registers name; null when they name none, or several alike.</summary>
    /// <param name="files">Absolute paths of the sources, with what they were taken for.</param>
    public static string? Municipality(IEnumerable<(string Path, Guess Guess)> files)
    {
        Dictionary<string, int> named = new(StringComparer.Ordinal);
        foreach ((string path, Guess guess) in files)
        {
            foreach (string text in Rows(path, guess, static find => find("municipality"), static (cursor, column) => column < 0 ? null : cursor.Text(column)).OfType<string>())
            {
                if (Municipalities.Read(text) is { } code)
                {
                    named[code] = named.GetValueOrDefault(code) + 1;
                }
            }
        }

        return named.Count > 0 && named.MaxBy(static n => n.Value) is { } most && most.Value > Most * named.Values.Sum() ? most.Key : null;
    }

    /// <summary>
    /// Longitude and latitude, in degrees with four decimals, of the middle of the addresses (else the buildings) that stand closest together: the town centre,
    /// near enough for a first run. Null where no file has places whose system can be told.
    /// </summary>
    /// <param name="files">Absolute paths of the sources, with what they were taken for.</param>
    public static (double Longitude, double Latitude)? Centre(IReadOnlyList<(string Path, Guess Guess)> files)
    {
        foreach (string type in (string[])["addresses", "buildings"])
        {
            Dictionary<(double, double), List<Coordinate>> cells = [];
            foreach ((string path, Guess guess) in files.Where(f => f.Guess.Type == type))
            {
                foreach (Coordinate place in Rows(path, guess, static find => (find("x"), find("y")), Place).OfType<Coordinate>())
                {
                    (double, double) cell = (Math.Floor(place.X / CellM), Math.Floor(place.Y / CellM));
                    if (!cells.TryGetValue(cell, out List<Coordinate>? there))
                    {
                        cells.Add(cell, there = []);
                    }

                    there.Add(place);
                }
            }

            if (cells.Count > 0)
            {
                List<Coordinate> densest = cells.OrderByDescending(c => Around(cells, c.Key)).ThenBy(static c => c.Key).First().Value;
                (double lon, double lat) = CrsTransform.Between(CrsTable.FindByText("EPSG:3006")!, CrsTable.Wgs84).Apply(densest.Average(static p => p.X), densest.Average(static p => p.Y));
                return (Math.Round(lon, 4), Math.Round(lat, 4));
            }
        }

        return null;
    }

    private static int Around(Dictionary<(double, double), List<Coordinate>> cells, (double X, double Y) middle)
    {
        int count = 0;
        for (int dx = -1; dx <= 1; dx++)
        {
            for (int dy = -1; dy <= 1; dy++)
            {
                count += cells.TryGetValue((middle.X + dx, middle.Y + dy), out List<Coordinate>? there) ? there.Count : 0;
            }
        }

        return count;
    }

    /// <summary>The place of a record in SWEREF 99 TM; null where it has none, or none whose system shows.</summary>
    private static Coordinate? Place(IFeatureCursor cursor, (int X, int Y) columns)
    {
        (double x, double y) = cursor.Geometry is { IsEmpty: false } geometry ? (geometry.Coordinate.X, geometry.Coordinate.Y)
            : columns is { X: >= 0, Y: >= 0 } && cursor.Number(columns.X) is { } east && cursor.Number(columns.Y) is { } north ? (east, north) : (double.NaN, double.NaN);
        Crs? stated = cursor.Layer.GeometryColumn is null ? null : cursor.Layer.Crs;
        CoordinateReading reading = CoordinateReading.Judge(x, y, stated);
        Crs? crs = reading.Kind switch
        {
            CoordinateKind.AsStated => stated,
            CoordinateKind.Degrees => CrsTable.Wgs84,
            CoordinateKind.SwerefTm => CrsTable.FindByText("EPSG:3006"),
            CoordinateKind.Rt90 => CrsTable.FindByText("EPSG:3021"),
            _ => null,
        };
        if (crs is null)
        {
            return null;
        }

        (double e, double n) = CrsTransform.Between(crs, CrsTable.FindByText("EPSG:3006")!).Apply(reading.IsSwapped ? y : x, reading.IsSwapped ? x : y);
        return new Coordinate(e, n);
    }

    /// <summary>What is asked of the first rows of a register that is a table or layer; nothing of any other file, nor of one that cannot be read.</summary>
    private static IEnumerable<T> Rows<TColumn, T>(string path, Guess guess, Func<Func<string, int>, TColumn> find, Func<IFeatureCursor, TColumn, T> ask)
    {
        if (guess.Type is null || !Registers.TryGetValue(guess.Type, out SourceVocabulary? known) || guess.Layout is "lantmateriet-byggnad-xml" or "openstreetmap-roads")
        {
            yield break;
        }

        IFeatureCursor? cursor = null;
        try
        {
            cursor = DataFile.Open(path, new ReadOptions(guess.Layer));
        }
        catch (DataFormatException)
        {
            // Told when the file was looked at.
        }

        using (cursor)
        {
            ColumnMap? map = cursor is null ? null : new ColumnMap(cursor.Layer, known);
            TColumn columns = map is null ? default! : find(word => known.Word(word) is null ? -1 : map.Find(word));
            for (int row = 0; cursor is not null && row < RowsRead && Next(cursor); row++)
            {
                if (cursor.Fault is null)
                {
                    yield return ask(cursor, columns);
                }
            }
        }
    }

    private static bool Next(IFeatureCursor cursor)
    {
        try
        {
            return cursor.Read();
        }
        catch (DataFormatException)
        {
            return false;
        }
    }
}
