using System.Globalization;
using System.Text;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Model;

namespace HousingInventory.Cli;

/// <summary>What a run found, in under 15 lines.</summary>
internal static class Summary
{
    /// <summary>What people look at first, if it was written: the report, the list, the layers.</summary>
    private static readonly string[] ToOpen = ["report.html", "shortlist.xlsx", "shortlist.csv", "inventory.gpkg", "candidates.geojson", "manifest.json"];

    /// <summary>What a run found, in the language of the command.</summary>
    public static string Of(Results results, Run run, string folder, Language language)
    {
        bool sv = language == Language.Sv;
        StringBuilder text = new();
        void Line(string swedish, string english) => text.Append(sv ? swedish : english).Append('\n');
        long Read(string type) => results.Books.Files.Where(f => f.Type == type).Sum(f => f.Read);
        long linked = results.Linkage.Levels.Sum(l => l.Value);
        int Count(Status status) => results.Flags.Status.Count(s => s == status);
        string title = results.Frame.Title is { } said ? said + ", " : "";
        Line(Text($"{title}{results.Frame.AsOf:yyyy-MM-dd}"), Text($"{title}{results.Frame.AsOf:yyyy-MM-dd}"));
        Line(
            Text($"Läst:      {Read("buildings")} byggnadsrader, {Read("addresses")} adresser, {Read("residents")} rader folkbokföring"),
            Text($"Read:      {Read("buildings")} building rows, {Read("addresses")} addresses, {Read("residents")} rows of residents"));
        Line(
            Text($"Kopplat:   {linked} folkbokförda ({ResultWords.Share(results.Linkage.LinkedShare, Language.Sv)} av alla)"),
            Text($"Linked:    {linked} registrations ({ResultWords.Share(results.Linkage.LinkedShare, Language.En)} of all)"));
        Line(
            Text($"Bostäder:  {Count(Status.NobodyRegistered)} ingen folkbokförd, {Count(Status.Undetermined)} kan inte avgöras, {Count(Status.Secondary)} ytterligare bostadshus"),
            Text($"Dwellings: {Count(Status.NobodyRegistered)} nobody registered, {Count(Status.Undetermined)} undetermined, {Count(Status.Secondary)} further dwellings"));
        string lived = ResultWords.MayBeLivedIn(results.Flags.Expected, language);
        Line(Text($"Osäkert:   {lived}"), Text($"Uncertain: {lived}"));
        foreach (FunnelStep step in results.Flags.Funnel.Where(s => s.Removed > 0 && s.Test != Term.Of(FunnelTest.Dwelling) && s.Test != Term.Of(FunnelTest.NobodyRegistered)).Take(6))
        {
            string why = FunnelWords.Removed(step.Test, language);
            Line(Text($"  bort:    {step.Removed} {why}"), Text($"  left out: {step.Removed} {why}"));
        }

        Line(
            Text($"Lista:     {results.Flags.Candidates.Count} kandidater, {results.Listed.Count} i urvalslistan"),
            Text($"Listed:    {results.Flags.Candidates.Count} candidates, {results.Listed.Count} in the shortlist"));
        long notices = run.Notices.Counts.Values.Sum();
        Line(
            Text($"Anmärkningar: {notices} (se notices.csv)"),
            Text($"Notices:   {notices} (see notices.csv)"));
        Line($"Resultat:  {folder}", $"Results:   {folder}");
        string open = Path.Combine(folder, ToOpen.FirstOrDefault(name => File.Exists(Path.Combine(folder, name)), ToOpen[0]));
        Line($"Öppna:     {open}", $"Open:      {open}");
        return text.ToString();
    }

    /// <summary>What a run of several municipalities, each by itself, found.</summary>
    public static string Of(IReadOnlyList<MunicipalityPart> parts, InventoryConfig config, Run run, string folder, Language language)
    {
        bool sv = language == Language.Sv;
        long nobody = parts.Sum(static p => p.Statuses.First(static s => s.Key == Term.Of(Status.NobodyRegistered).Key).Value);
        long notices = run.Notices.Counts.Values.Sum();
        string title = config.Title is { } said ? said + ": " : "";
        string table = Path.Combine(folder, "municipalities.csv");
        (string Swedish, string English)[] lines =
        [
            (Text($"{title}{parts.Count} kommuner, var för sig"), Text($"{title}{parts.Count} municipalities, each by itself")),
            (Text($"Bostäder:  {nobody} ingen folkbokförd"), Text($"Dwellings: {nobody} nobody registered")),
            (Text($"Lista:     {parts.Sum(static p => p.Candidates)} kandidater, {parts.Sum(static p => p.Listed)} i urvalslistorna"), Text($"Listed:    {parts.Sum(static p => p.Candidates)} candidates, {parts.Sum(static p => p.Listed)} in the shortlists")),
            (Text($"Anmärkningar: {notices} (se notices.csv i varje kommuns mapp)"), Text($"Notices:   {notices} (see notices.csv in each municipality's folder)")),
            ($"Resultat:  {folder}", $"Results:   {folder}"),
            ($"Öppna:     {table}", $"Open:      {table}"),
        ];
        return string.Concat(lines.Select(l => (sv ? l.Swedish : l.English) + "\n"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
