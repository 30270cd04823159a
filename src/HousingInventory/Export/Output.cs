using System.Text.Json.Serialization;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;

namespace HousingInventory.Export;

/// <summary>
/// The door out: one kind of result. To add an output: one file with a derived record, and one line here. Every output is fed from the same column list.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(GeoJsonOutput), "geojson")]
[JsonDerivedType(typeof(GeoPackageOutput), "geopackage")]
[JsonDerivedType(typeof(CsvOutput), "csv")]
[JsonDerivedType(typeof(XlsxOutput), "xlsx")]
[JsonDerivedType(typeof(PostGisOutput), "postgis")]
[JsonDerivedType(typeof(ReportOutput), "report")]
[JsonDerivedType(typeof(VillagesOutput), "villages")]
public abstract record Output
{
    /// <summary>Says what is wrong with the members, as a path in the output and a clause; null when nothing is.</summary>
    internal virtual Sentence? Fault() => null;

    /// <summary>
    /// The names of all files that it may write. Only files with a name of some output are ever replaced or deleted in a results folder, whatever outputs a
    /// configuration names.
    /// </summary>
    [JsonIgnore]
    internal virtual IReadOnlyList<string> FileNames => [];

    /// <summary>
    /// Writes its files into <paramref name="folder"/>, a pending folder that becomes visible as a whole or not at all, and says what it wrote.
    /// </summary>
    /// <returns>One entry a file (or database schema): name relative to the folder, and rows.</returns>
    internal abstract IReadOnlyList<WrittenFile> Write(ResultTable table, string folder, Run run);

    /// <summary>Whether it makes results visible anywhere but in the folder, by <see cref="Publish"/>.</summary>
    internal virtual bool IsElsewhere => false;

    /// <summary>Called when every output has written and just before the files move in: the moment for what is not a file to become visible.</summary>
    /// <param name="manifestSha256">Of the manifest of this run, to know it by.</param>
    internal virtual void Publish(string manifestSha256)
    {
    }

    /// <summary>Whether the results with this manifest are visible there; asked when a run was cut off while it published.</summary>
    /// <exception cref="InputException">It cannot be asked.</exception>
    internal virtual bool HasPublished(string manifestSha256) => false;

    /// <summary>Called at the end of every run, published or not: lets go of what <see cref="Write"/> held open.</summary>
    internal virtual void Release()
    {
    }
}

/// <summary>A file that an output wrote: its name in the results folder, and how many rows it holds (by layer, or one entry with an empty key).</summary>
public sealed record WrittenFile(string Name, IReadOnlyDictionary<string, long> Rows)
{
    /// <summary>A file without layers.</summary>
    public static WrittenFile Of(string name, long rows) => new(name, new Dictionary<string, long>(StringComparer.Ordinal) { [""] = rows });
}
