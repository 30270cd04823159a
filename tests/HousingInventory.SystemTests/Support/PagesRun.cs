namespace HousingInventory.SystemTests;

/// <summary>The pages of the small sample in both languages.</summary>
public sealed class PagesRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PagesRun()
    {
        foreach (string language in (string[])["sv", "en"])
        {
            SharedResults.Into(_folder.File(language), "skelleftea-mini", language);
        }
    }

    /// <summary>Path of a result in a language.</summary>
    public string this[string language, string file] => Path.Combine(_folder.File(language), file);

    public void Dispose() => _folder.Dispose();
}
