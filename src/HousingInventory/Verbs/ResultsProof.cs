using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Import;
using HousingInventory.Model;

namespace HousingInventory.Verbs;

/// <summary>What a search through results gave.</summary>
/// <param name="Found">A line for each place that holds what it must not: file, place, and what kind of thing; never the thing.</param>
/// <param name="NotProved">A line for each file, or part of one, that could not be looked into.</param>
/// <param name="HasOrdinaryNames">Whether some persons bear no name but words that stand in results anyway, so that only their numbers could be sought.</param>
/// <param name="HasNoNames">Whether the residents are reduced, so that rows were sought and neither names nor numbers.</param>
/// <param name="OwnOnly">Whether there are so many municipalities that each one's folder was searched for its own persons and withheld homes only.</param>
public sealed record Proof(IReadOnlyList<string> Found, IReadOnlyList<string> NotProved, bool HasOrdinaryNames, bool HasNoNames, bool OwnOnly = false);

/// <summary>
/// Proves that folders of results hold no withheld key and nothing that identifies a person, or says that it cannot. Sought are a person's number in any form, two names of
/// one person within one record, every row of a reduced file, and of each withheld home its keys, id, reference, address, property and place, unless a result shows
/// the same words of another house. Every file is looked through, whatever is packed in it (<see cref="ByteSearch"/>).
/// </summary>
public static class ResultsProof
{
    private const int MostPlacesOfOneFile = 20;

    /// <summary>A county has fewer. With more the search of each folder for the persons of all would grow with the square of their number.</summary>
    private const int MostSearchedForEach = 50;

    private const long LargestFile = int.MaxValue - 64;

    /// <summary>Looks through every file of the folders.</summary>
    /// <param name="loaded">The configuration: its registers say what is sought.</param>
    /// <param name="folders">Folders of results.</param>
    /// <param name="run">Progress and cancellation.</param>
    /// <param name="language">The language of the lines.</param>
    /// <exception cref="InputException">A folder is missing.</exception>
    public static Proof Find(LoadedConfig loaded, IReadOnlyList<string> folders, Run run, Language language = Language.En)
    {
        foreach (string folder in folders)
        {
            if (!Directory.Exists(folder))
            {
                throw new InputException($"{folder} is no folder; name a folder of results.");
            }
        }

        foreach (string folder in folders)
        {
            ResultsFolder.MendIfNeeded(folder);
        }

        string[] files = [.. folders.SelectMany(static f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)).Order(StringComparer.Ordinal)];
        if (loaded.Config.Split is null)
        {
            return Of(loaded, files, run, language);
        }

        return OfEach(loaded, files, folders, run, language);
    }

    // Each municipality shows what it shows of its own sources; what lies beside their folders is held against all of them. In the folder of another its persons and withheld homes are
    // sought too, but for words that any of the municipalities shows: a street of that name is another street there.
    private static Proof OfEach(LoadedConfig loaded, string[] files, IReadOnlyList<string> folders, Run run, Language language)
    {
        IReadOnlyList<string> codes = loaded.Config.Municipality;
        bool ownOnly = codes.Count > MostSearchedForEach;
        ShownElsewhere shown = new();
        List<Proof> proofs = [];
        foreach (string code in codes)
        {
            string[] own = [.. files.Where(f => MunicipalityOf(f, folders) is not { } other || other == code || !codes.Contains(other))];
            proofs.Add(Of(loaded.Of(code), own, run, language, ownOnly ? null : shown.Learn));
        }

        foreach (string code in ownOnly || codes.Count < 2 ? [] : codes)
        {
            string[] others = [.. files.Where(f => MunicipalityOf(f, folders) is { } other && other != code && codes.Contains(other))];
            proofs.Add(Of(loaded.Of(code), others, run, language, learn: null, shown));
        }

        return new Proof(
            [.. proofs.SelectMany(static p => p.Found).Distinct()], [.. proofs.SelectMany(static p => p.NotProved).Distinct()], proofs.Any(static p => p.HasOrdinaryNames),
            proofs.Any(static p => p.HasNoNames), ownOnly);
    }

    /// <summary>The code of the municipality in whose folder a file lies; null for one beside them.</summary>
    private static string? MunicipalityOf(string file, IReadOnlyList<string> folders) => folders
        .Select(f => InnerFolders.OfMunicipality(Path.GetRelativePath(f, file).Replace('\\', '/'))?.Split('/')[1]).FirstOrDefault(static code => code is not null);

    private static Proof Of(LoadedConfig loaded, IReadOnlyList<string> files, Run run, Language language, Action<Results>? learn = null, ShownElsewhere? elsewhere = null)
    {
        Delivery delivery = Pipeline.Deliver(loaded, run);
        IReadOnlyList<WithheldKey> keys = delivery.Withheld;
        Results results = Pipeline.Judge(Pipeline.Answer(delivery, loaded, run), loaded.Config, run);
        learn?.Invoke(results);
        SoughtValues sought = SoughtInResults.Of(loaded, results, keys, out bool hasNoNames, elsewhere);
        ProofWords words = new(language);
        List<string> found = [];
        List<string> notProved = [];
        foreach (string file in files)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            run.Progress("Check", Path.GetFileName(file));
            One(file, sought, words, found, notProved);
        }

        return new Proof(found, notProved, sought.HasOrdinaryNames, hasNoNames);
    }

    private static void One(string file, SoughtValues sought, ProofWords words, List<string> found, List<string> notProved)
    {
        HashSet<string> told = new(StringComparer.Ordinal);
        void Hit(ProofHit what, string place)
        {
            string line = $"{file}: {(place.Length > 0 ? place + " " : "")}{words.Say("innehåller", "holds")} {words.Of(what)}";
            if (told.Count < MostPlacesOfOneFile && told.Add(line))
            {
                found.Add(line);
            }
        }

        void Closed(string place, string why)
        {
            string line = $"{file}: {(place.Length > 0 ? place + " " : "")}{why}; {words.Say("inte prövad", "not proved")}";
            if (told.Add(line))
            {
                notProved.Add(line);
            }
        }

        try
        {
            new TextSearch(sought, words, Hit).Search(Path.GetFileName(file), words.Say("filens namn", "the file's name"));
            FileInfo info = new(file);
            if (info.Attributes.HasFlag(FileAttributes.ReparsePoint))
            {
                info = info.ResolveLinkTarget(true) as FileInfo ?? info;
            }

            if (!info.Exists)
            {
                Closed("", words.Say("är en länk som inte leder någonstans", "is a link that leads nowhere"));
            }
            else if (info.Length > LargestFile)
            {
                Closed("", words.Say("är större än 2 GB", "is larger than 2 GB"));
            }
            else if (info.Length > 0)
            {
                // Nothing lies in an empty file, nor in a pipe or device, which have no length either and may never end.
                new ByteSearch(sought, words, Hit, Closed).Search(File.ReadAllBytes(file), "");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Closed("", words.Say("går inte att öppna", "cannot be opened"));
        }
    }
}
