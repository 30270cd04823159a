using System.ComponentModel;
using System.Text;
using System.Text.RegularExpressions;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;

namespace HousingInventory.Export;

/// <summary>
/// A schema in a PostGIS database with the layers of inventory.gpkg, for those who work from a database. All of a load is one transaction: readers see the
/// tables of the run before until the files are written too, and go on seeing them if the connection breaks.
/// </summary>
public sealed partial record PostGisOutput : Output
{
    private PostGisLoad? _load;

    [Description("The connection: env:NAME of an environment variable.")]
    public string? Connection { get; init; }

    [Description("The schema, made if need be; the tool replaces its own tables in it and touches no others.")]
    public string Schema { get; init; } = "inventory";

    [Description("A role of the database that may read everything in the schema and write nothing.")]
    public string? ReaderRole { get; init; }

    [Description("How many runs stay in runs and candidate_history, the newest among them.")]
    public int KeepRuns { get; init; } = 3;

    [Description("Whether the table buildings has rows: the dwelling buildings without registration that are no candidates.")]
    public bool Buildings { get; init; } = true;

    internal override Sentence? Fault() =>
        Connection is null || !Secret.IsNamed(Connection) ? ".connection must be \"env:NAME\": secrets stand in environment variables"
        : !SchemaPattern().IsMatch(Schema) ? ".schema must be lower-case letters, digits and _, starting with a letter, at most 63"
        : ReaderRole is not null && (ReaderRole.Length == 0 || Encoding.UTF8.GetByteCount(ReaderRole) > PgName.MaxBytes) ? ".readerRole must be the name of a role, at most 63 bytes"
        : KeepRuns < 1 ? ".keepRuns must be at least 1"
        : null;

    internal override IReadOnlyList<WrittenFile> Write(ResultTable table, string folder, Run run) => Guard(() =>
    {
        _load = PostGisLoad.Open(Secret.Of(Connection!), this, table.Results);
        return (IReadOnlyList<WrittenFile>)[new WrittenFile("postgis:" + Schema, _load.Stage(table, run))];
    });

    internal override bool IsElsewhere => true;

    internal override void Publish(string manifestSha256) => Guard(() =>
    {
        _load!.Swap(manifestSha256);
        return 0;
    });

    internal override bool HasPublished(string manifestSha256) =>
        _load is not { IsSent: false } && Guard(() => PostGisLoad.Holds(Secret.Of(Connection!), Schema, manifestSha256));

    internal override void Release()
    {
        _load?.Dispose();
        _load = null;
    }

    private static T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (DataFormatException e)
        {
            throw new InputException($"output postgis: {e.Said}", e);
        }
        catch (InputException e)
        {
            throw new InputException($"output postgis: {e.Said}.", e);
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,62}$", RegexOptions.CultureInvariant)]
    private static partial Regex SchemaPattern();
}
