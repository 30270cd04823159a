using HousingInventory.Diagnostics;
using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Export;

/// <summary>
/// The one list of result layers and of the buildings' columns: name, type, unit, labels, meaning, and how to get the value. GeoPackage, PostGIS, the QGIS project
/// and the documentation are fed from it, so what is here is everywhere, and what is not is nowhere.
/// </summary>
public static class ResultLayers
{
    /// <summary>Names of all layers that are results, whether a run has them or not; without those of second analyses.</summary>
    internal static IReadOnlyList<string> Names { get; } =
    [
        CandidateLayers.Areas, CandidateLayers.Points, BuildingLayer.Name, StopLayer.Name, BusLineLayer.Name, ServiceLayer.Name, LocalityLayer.Name, NoticeLayer.Name, CriterionRows.Name,
        FlatRows.Name,
    ];

    /// <summary>
    /// All layers of a run, in the order in which they are written: the candidates and what lies around them, second analyses, then tables. To add a layer: one file
    /// here, and one line.
    /// </summary>
    /// <param name="table">The rows of the run.</param>
    /// <param name="run">Its notices.</param>
    internal static IReadOnlyList<ResultLayer> All(ResultTable table, Run run)
    {
        Results results = table.Results;
        GeometryFactory factory = new(new PrecisionModel(), results.Frame.Crs.Epsg);
        return
        [
            .. CandidateLayers.Of(table, factory),
            BuildingLayer.Of(table),
            StopLayer.Of(results, factory),
            BusLineLayer.Of(results),
            ServiceLayer.Of(results, factory),
            LocalityLayer.Of(results, factory),
            .. results.Analyses.SelectMany(a => a.Layers),
            NoticeLayer.Of(results, run),
            .. BackgroundLayers.Of(results, factory),
            CriterionRows.Of(table),
            .. FlatRows.Of(table),
            .. FollowUpRows.Of(table),
        ];
    }

    private static IReadOnlyList<ResultColumn> Ordered { get; } =
    [
        Text("building_id", "Byggnads-id", "Building id", "Byggnadens identitet i byggnadsregistret.", "The building's identity in the building register.", r => r.Building.Id),
        Text("ref", "Referens", "Reference", "Kort kod för huset, densamma i varje körning.", "Short code of the house, the same in every run.", r => Ref.Of(r.Building.Id)),
        Whole("rank", "Plats", "Rank", "Ordning efter lägespoäng; 1 är högst.", "Order by access score; 1 is highest.", r => r.Position + 1),
        Number("score", 1, "Lägespoäng (0–100)", "Access score (0–100)", "Sammanvägd närhet till buss och service. Säger inget om husets skick.", "Weighted access to buses and services. Says nothing about the state of the house.", r => r.Results.Scores.Score[r.Home]),
        Number("score_max", 1, "Lägespoäng, högst", "Access score, at most", "Poängen om allt som inte kunde mätas hade gett full poäng.", "The score if everything that could not be measured had given full points.", r => r.Results.Scores.ScoreMax[r.Home]),
        Whole("rank_ties", "Lika poäng", "Tied", "Hur många kandidater som har exakt samma poäng; 1 är ingen annan.", "How many candidates have exactly this score; 1 is no other.", r => r.Results.Ranking.Ties[r.Position]),
        Text("fails", "Uppfyller inte", "Fails", "Kriterier med krav som huset inte uppfyller.", "Criteria whose requirement the house does not meet.", r => r.Results.Ranking.Fails[r.Position]),
    ];

    /// <summary>The columns that every candidate has, without the criteria's and without those on how firm its rank is.</summary>
    public static IReadOnlyList<ResultColumn> Fixed { get; } = [.. Ordered, .. AboutBuilding, .. FollowUpColumns];

    /// <summary>Names of the columns that every run has; no criterion may take one of them.</summary>
    public static IReadOnlySet<string> FixedNames { get; } = new HashSet<string>(
        [.. Fixed.Select(c => c.Name), "left_out", "shared_ranks", "postal_address", "position", "north", "east", "map_link", "fid", "geom", "geometry", "id", "type", .. RobustColumns.All.Select(c => c.Name), .. ChangeColumns.Names,
            "run_id", "as_of", "run_title", "delete_after"], StringComparer.Ordinal);

    private static IEnumerable<ResultColumn> AboutBuilding =>
    [
        Listed("status", Term.All<Status>(), "Folkbokföringsstatus", "Registration status", "Svaret på om någon är folkbokförd i byggnaden.", "The answer to whether somebody is registered in the building.", r => Term.Of(r.Results.Flags.Status[r.Index]).Key),
        Listed("reason", Term.All<Doubt>(), "Skäl", "Reason", "Varför byggnaden fick sin status.", "Why the building got its status.", r => r.Results.Flags.Reason[r.Index] is { } reason ? Term.Of(reason).Key : null),
        Text("address", "Adress", "Address", "Adressen som den skrivs på brev.", "The address as written on letters.", r => r.Table.AddressOf(r.Index).Address),
        Listed("address_source", Term.All<AddressSource>(), "Adressen gäller", "Address refers to", "Om adressen är husets egen, fastighetens eller saknas.", "Whether the address is the house's own, the property's, or missing.", r => Term.Of(r.Table.AddressOf(r.Index).Source).Key),
        Text("property", "Fastighetsbeteckning", "Property designation", "Trakt, block och enhet, så som den söks i fastighetsregistret.", "Tract, block and unit, as searched in the property register.", r => r.Table.PropertyText(r.Index)),
        Whole("candidates_on_property", "Kandidater på fastigheten", "Candidates on the property", "Antal kandidater på samma fastighet, huset medräknat.", "Number of candidates on the same property, this one included.", r => r.Table.CandidatesOnProperty(r.Index)),
        Flag("others_registered", "Någon folkbokförd på fastigheten", "Somebody registered on the property", "Ja om någon är folkbokförd i ett annat hus på fastigheten.", "Yes if somebody is registered in another house on the property.", r => r.Table.OthersRegistered(r.Index)),
        Text("purpose", "Byggnadsändamål", "Building purpose", "Ändamålet enligt byggnadsregistret.", "The purpose in the building register.", r => r.Building.Purpose),
        Number("footprint_m2", 1, "Byggnadsyta (m²)", "Footprint (m²)", "Ytan innanför husets kontur; inte boarea.", "Area inside the outline; not floor area.", r => Rounded(r.Building.FootprintM2, 1)),
        Text("locality", "Ort eller by", "Locality or village", "Tätort, annars by, kommundel eller trakt.", "Locality, else village, district or tract.", r => r.Results.Flags.Locality[r.Index]),
        Listed("holiday_home_hint", Term.All<HolidayHint>(), "Tecken på fritidshus", "Holiday-home sign", "Vad som talar för att huset är ett fritidshus.", "What suggests that the house is a holiday home.", r => Term.Of(r.Results.Flags.HolidayHomeHint[r.Index]).Key),
        Listed("confidence", Term.All<Confidence>(), "Underlagets styrka", "Strength of evidence", "Hur starkt underlaget för statusen är; ingen sannolikhet.", "How strong the ground of the status is; no probability.", r => Term.Of(r.Results.Flags.Confidence[r.Index]).Key),
    ];

    private static IEnumerable<ResultColumn> FollowUpColumns =>
    [
        Listed("state", Term.All<FollowUpState>(), "Uppföljning", "Follow-up", "Hur långt arbetet med huset har kommit.", "How far the work with the house has come.", r => r.FollowUp is { } said ? Term.Of(said.State).Key : null),
        Day("contacted_on", "Kontaktad den", "Contacted on", "Dagen då ägaren kontaktades.", "The day on which the owner was contacted.", r => r.FollowUp?.ContactedOn),
        Day("inspected_on", "Besiktigad den", "Inspected on", "Dagen då huset besågs.", "The day on which the house was seen.", r => r.FollowUp?.InspectedOn),
        Text("condition", "Skick", "Condition", "Husets skick enligt planeraren.", "The state of the house as the planner saw it.", r => r.FollowUp?.Condition),
        Text("note", "Anteckning", "Note", "Planerarens anteckning, högst 200 tecken.", "The planner's note, at most 200 characters.", r => r.FollowUp?.Note),
    ];

    /// <summary>
    /// All columns of a candidate: its order and how firm that is, those about the building and the work with it, then for each criterion its measure, points and
    /// state, and what else it says; last the columns of second analyses.
    /// </summary>
    public static IReadOnlyList<ResultColumn> Candidates(Results results) =>
    [
        .. Ordered,
        .. results.Robust is null ? [] : RobustColumns.All,
        .. results.Changes is { } changes ? ChangeColumns.All(changes) : [],
        .. AboutBuilding,
        .. FollowUpColumns,
        .. CriterionColumns.All(results.Scores).SelectMany(c => c),
        .. results.Analyses.SelectMany(a => a.Columns),
    ];

    /// <summary>The columns of the layer <c>buildings</c>: those about the building, without rank and score, and the test that left it out.</summary>
    /// <param name="settlements">The tests of settlements of the run.</param>
    public static IReadOnlyList<ResultColumn> Buildings(IReadOnlyList<Term> settlements) =>
    [
        Fixed[0],
        Fixed[1],
        .. AboutBuilding,
        Listed("left_out", [.. Term.All<FunnelTest>().TakeWhile(t => t != Term.Of(FunnelTest.Confidence)), .. settlements, .. Term.All<FunnelTest>().SkipWhile(t => t != Term.Of(FunnelTest.Confidence))], "Föll på", "Left out by", "Det filterprov som byggnaden inte klarade.", "The filter test that the building did not pass.", r => r.Results.Flags.LeftOut[r.Index]?.Key),
    ];

    internal static decimal Rounded(double value, int decimals) => Math.Round((decimal)value, decimals, MidpointRounding.AwayFromZero);

    private static ResultColumn Text(string name, string sv, string en, string descriptionSv, string descriptionEn, Func<ResultRow, string?> get) =>
        new() { Name = name, Type = ResultType.Text, Sv = sv, En = en, DescriptionSv = descriptionSv, DescriptionEn = descriptionEn, Get = get };

    private static ResultColumn Listed(
        string name, IReadOnlyList<Term> values, string sv, string en, string descriptionSv, string descriptionEn, Func<ResultRow, string?> get) =>
        Text(name, sv, en, descriptionSv, descriptionEn, get) with { Values = values };

    private static ResultColumn Whole(string name, string sv, string en, string descriptionSv, string descriptionEn, Func<ResultRow, long?> get) =>
        new() { Name = name, Type = ResultType.Integer, Sv = sv, En = en, DescriptionSv = descriptionSv, DescriptionEn = descriptionEn, Get = r => get(r) };

    private static ResultColumn Number(string name, int decimals, string sv, string en, string descriptionSv, string descriptionEn, Func<ResultRow, decimal?> get) =>
        new() { Name = name, Type = ResultType.Real, Decimals = decimals, Sv = sv, En = en, DescriptionSv = descriptionSv, DescriptionEn = descriptionEn, Get = r => get(r) };

    private static ResultColumn Flag(string name, string sv, string en, string descriptionSv, string descriptionEn, Func<ResultRow, bool?> get) =>
        new() { Name = name, Type = ResultType.Boolean, Sv = sv, En = en, DescriptionSv = descriptionSv, DescriptionEn = descriptionEn, Get = r => get(r) };

    private static ResultColumn Day(string name, string sv, string en, string descriptionSv, string descriptionEn, Func<ResultRow, DateOnly?> get) =>
        new() { Name = name, Type = ResultType.Date, Sv = sv, En = en, DescriptionSv = descriptionSv, DescriptionEn = descriptionEn, Get = r => get(r) };
}
