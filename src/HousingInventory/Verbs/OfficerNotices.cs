using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Formats;
using HousingInventory.Import;
using HousingInventory.Link;
using HousingInventory.Model;

namespace HousingInventory.Verbs;

/// <summary>
/// Notices on single resident rows, for the register officer alone: row numbers and what is wrong, never a name or a number. They stand in a folder of his own
/// and in no result.
/// </summary>
public static class OfficerNotices
{
    /// <summary>The file that is written.</summary>
    public const string FileName = "resident-rows.csv";

    private static readonly string[][] Headers = [["Källa", "Rad", "Vad"], ["Source", "Row", "What"]];

    /// <summary>Writes the file into a folder, which is made if need be.</summary>
    /// <returns>Rows written.</returns>
    /// <exception cref="InputException">The folder holds results, or lies in one that does.</exception>
    public static long Write(LoadedConfig loaded, string folder, Run run)
    {
        for (DirectoryInfo? at = new(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, ResultsFolder.Manifest)) || at.FullName == Path.TrimEndingDirectorySeparator(loaded.Resolve("out")))
            {
                throw new InputException($"{folder} lies in a folder of results ({at.FullName}), where notices on persons' rows must not stand; name a folder elsewhere.");
            }
        }

        bool sv = loaded.Config.Language == Language.Sv;
        Results results = Pipeline.Analyse(loaded, run);
        long written = 0;
        try
        {
            OfficerFile.MakeFolder(folder);
            using OfficerFile questions = RegisterQuestions.Write(results, Path.Combine(folder, RegisterQuestions.FileName));
            using OfficerFile rows = OfficerFile.Of(Path.Combine(folder, FileName), sv ? CsvDialect.Swedish : CsvDialect.English, Headers[sv ? 0 : 1], csv =>
            {
                for (int i = 0; i < loaded.Config.Sources.Count; i++)
                {
                    if (loaded.Config.Sources[i] is ResidentsSource source)
                    {
                        written += One(loaded, source, loaded.SourceIds[i], csv, sv, run);
                    }
                }

                written += Nowhere(run, csv, sv);
            });
            questions.PublishOver(RegisterQuestions.Headers);
            rows.PublishOver(Headers);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{folder} cannot be written to; name another folder.", e);
        }

        return written;
    }

    private static long Nowhere(Run run, CsvTableWriter csv, bool sv)
    {
        long written = 0;
        foreach (WithheldKeysLeadNowhere notice in run.ForOfficer.Samples.OfType<WithheldKeysLeadNowhere>())
        {
            foreach (string row in notice.Rows.Split(", "))
            {
                csv.Text(notice.Source);
                csv.Text(row);
                csv.Text(sv ? "undantagen nyckel som inte leder till någon byggnad eller fastighet" : "withheld key that leads to no building and no property");
                csv.EndRow();
                written++;
            }
        }

        return written;
    }

    private static long One(LoadedConfig loaded, ResidentsSource source, string id, CsvTableWriter csv, bool sv, Run run)
    {
        using PersonHasher hasher = new();
        InputFile info = new() { Id = id, Type = "residents", Path = source.Path! };
        SourceFile file = new(source, info, new Batch(), loaded.SourceFrame(), hasher);
        file.MustExist();
        using ResidentRows rows = file.OpenResidents();
        HashSet<UInt128> seen = [];
        long written = 0;
        while (file.Guard(rows.Read))
        {
            run.Cancellation.ThrowIfCancellationRequested();
            if (What(loaded, file, rows, seen, sv) is { } what)
            {
                csv.Text(id);
                csv.Integer(rows.Row);
                csv.Text(what);
                csv.EndRow();
                written++;
            }
        }

        return written;
    }

    private static string? What(LoadedConfig loaded, SourceFile file, ResidentRows row, HashSet<UInt128> seen, bool sv)
    {
        if (row.Fault is { } fault)
        {
            return (sv ? "kan inte läsas: " : "cannot be read: ") + ErrorWords.In(fault, sv ? Language.Sv : Language.En);
        }

        if (row.IsDeregistered)
        {
            return sv ? "avregistrerad" : "deregistered";
        }

        RegistrationKey key = PlacelessKeys.Usable(row.Key, row.HasFictitiousProperty);
        if (loaded.Config.Municipality.Count > 0 && key.Municipality is { } code && !loaded.Config.Municipality.Contains(code))
        {
            return sv ? "annan kommun" : "other municipality";
        }

        if (row.IsProtected || !key.CanLead)
        {
            // Why a row cannot be placed is not split, not even here: one of the reasons is a protected person.
            return sv ? "kan inte placeras" : "cannot be placed";
        }

        return row.Person(file.Hasher, file.AsOfGuess) is { } person && !seen.Add(person) ? (sv ? "dubblett" : "duplicate") : null;
    }
}
