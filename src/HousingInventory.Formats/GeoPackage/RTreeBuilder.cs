using NetTopologySuite.Geometries;

namespace HousingInventory.Formats;

/// <summary>Collects the envelopes of a layer and writes them as its spatial index.</summary>
internal sealed class RTreeBuilder
{
    private readonly List<(long Key, Envelope Box)> entries = [];

    /// <summary>Around everything; null-envelope when there is nothing.</summary>
    public Envelope Extent { get; } = new();

    public void Add(long key, Envelope box)
    {
        entries.Add((key, box));
        Extent.ExpandToInclude(box);
    }

    public void Write(SqliteDatabase database, string table)
    {
        using SqliteStatement insert = database.Prepare($"INSERT INTO {SqliteDatabase.Quote(table)} VALUES (?,?,?,?,?)");
        foreach ((long key, Envelope box) in entries)
        {
            insert.Bind(1, key);
            insert.Bind(2, box.MinX);
            insert.Bind(3, box.MaxX);
            insert.Bind(4, box.MinY);
            insert.Bind(5, box.MaxY);
            insert.Run();
        }
    }
}
