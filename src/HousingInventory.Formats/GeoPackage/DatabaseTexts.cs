namespace HousingInventory.Formats;

/// <summary>Every text and whole number that stands in a SQLite database, of whatever table: for searching a GeoPackage as a whole.</summary>
public static class DatabaseTexts
{
    /// <summary>The texts and whole numbers of all rows, and the texts of the schema; blobs and fractions are left out.</summary>
    /// <exception cref="DataFormatException">The file is no database, or is damaged.</exception>
    public static IEnumerable<string> Of(string path)
    {
        using SqliteDatabase database = SqliteDatabase.OpenForReading(path);
        List<string> tables = ["sqlite_master"];
        using (SqliteStatement names = database.Prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"))
        {
            while (names.Step())
            {
                tables.Add(names.Text(0)!);
            }
        }

        foreach (string table in tables)
        {
            using SqliteStatement rows = database.Prepare("SELECT * FROM " + SqliteDatabase.Quote(table));
            while (rows.Step())
            {
                for (int i = 0; i < rows.ColumnCount; i++)
                {
                    if (rows.Type(i) is SqliteType.Text or SqliteType.Integer && rows.Text(i) is { Length: > 0 } text)
                    {
                        yield return text;
                    }
                }
            }
        }
    }
}
