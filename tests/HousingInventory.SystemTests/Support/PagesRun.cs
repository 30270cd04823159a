namespace HousingInventory.SystemTests;

/// <summary>The pages of the small sample in both languages.</summary>
public sealed class PagesRun : IDisposable
{
    private readonly Dictionary<string, SampleCopy> _copies = new(StringComparer.Ordinal);

    public PagesRun()
    {
        foreach (string language in (string[])["sv", "en"])
        {
            SampleCopy copy = new("skelleftea-mini");
            copy.Edit(config => config["language"] = language);
            copy.Run().Succeeded();
            _copies.Add(language, copy);
        }
    }

    /// <summary>Path of a result in a language.</summary>
    public string this[string language, string file] => Path.Combine(_copies[language].Out, file);

    public void Dispose()
    {
        foreach (SampleCopy copy in _copies.Values)
        {
            copy.Dispose();
        }
    }
}
