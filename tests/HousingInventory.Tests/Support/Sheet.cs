using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Model;
using HousingInventory.Rank;
using HousingInventory.Score;
using HousingInventory.Tests.Support;
using HousingInventory.Tests.Towns;
using NetTopologySuite.Geometries;

namespace HousingInventory.Tests.Score;

/// <summary>
/// Points written in the test instead of measured: a criterion is a weight and, for each home, points or a state ("80 50 unreachable no-data"), with
/// the measure behind where it matters ("80=120.5").
/// </summary>
internal sealed record Sheet : Criterion
{
    private string[] Cells { get; init; } = [];

    private bool Empty { get; init; }

    internal override IReadOnlyList<string> Needs => [];

    internal override MeasureInfo Info => new("m", 1, "Mått", "Measure", "Mått.", "Measure.");

    public static Sheet Of(string name, double weight, string cells, double? must = null, bool empty = false) =>
        new() { Name = name, Weight = weight, Cells = cells.Split(' '), Empty = empty, Must = must is { } least ? new MustConfig { AtLeastPoints = least } : null };

    /// <summary>Scores and ranks homes with these ids.</summary>
    public static (Scores Scores, RankOrder Order, Run Run) Rank(string ids, params Sheet[] criteria)
    {
        Run run = new();
        Results results = Results(ids, Language.Sv, run, criteria);
        return (results.Scores, results.Ranking, run);
    }

    /// <summary>The same as all that outputs are made of.</summary>
    public static Results Results(string ids, Language language, Run run, params Sheet[] criteria)
    {
        Given given = new();
        foreach (string id in ids.Split(' '))
        {
            Polygon outline = Town.Rectangle(0, 0, 10, 10);
            given.Buildings.Add(new Building
            {
                Id = id,
                Outline = outline,
                FootprintM2 = 100,
                House = outline.Centroid.Coordinate,
                IsDwelling = true,
                Purpose = "",
                Kind = BuildingKind.Dwelling,
                Source = "buildings",
                Row = given.Buildings.Count,
            });
        }

        Registers registers = given.Registers();
        int count = registers.Buildings.Count;
        Flags flags = new()
        {
            Status = new Status[count],
            Reason = new Doubt?[count],
            Confidence = new Confidence[count],
            ConfidenceReasons = new IReadOnlyList<ConfidenceReason>[count],
            HolidayHomeHint = new HolidayHint[count],
            LeftOut = new Term?[count],
            Locality = [.. Enumerable.Repeat("By", count)],
            LocalityOf = new int[count],
            Candidates = [.. Enumerable.Range(0, count)],
            Funnel = [],
        };
        InventoryConfig config = new() { Language = language };
        Scores scores = Scoring.Score(registers.Buildings, given.Surroundings(), criteria, config.AccessRules(), run);
        Linkage linkage = new()
        {
            Residents = new int[count],
            Doubts = new Doubt[count],
            Withheld = new bool[count],
            PropertyOf = [.. Enumerable.Repeat(-1, count)],
            AddressesOf = [.. Enumerable.Repeat<IReadOnlyList<int>>([], count)],
            Ties = new AddressTie[count],
            HouseOf = [.. Enumerable.Range(0, count)],
            MainHouseOf = [.. Enumerable.Range(0, count)],
            Levels = [],
            Unlinked = new Dictionary<string, long>(),
            LinkedShare = 1,
            NearUnlinked = new bool[count],
        };
        RankOrder ranking = Ranking.Rank(registers, scores);
        return new Results
        {
            Frame = config.RunFrame(given.AsOf, [], new Run()),
            Rules = config.ReportRules(),
            Registers = registers,
            Surroundings = given.Surroundings(),
            Papers = Papers.None,
            Books = new Books([]),
            Linkage = linkage,
            Flags = flags,
            Scores = scores,
            Ranking = ranking,
            Listed = Shortlisting.Of(ranking, flags, scores, config.Shortlist, run),
        };
    }

    internal override CriterionResult Measure(AccessContext access, IReadOnlyList<Building> homes, Run run)
    {
        MeasureColumn column = new(homes.Count);
        for (int i = 0; i < homes.Count; i++)
        {
            string[] cell = Cells[homes[i].Row].Split('=');
            if (decimal.TryParse(cell[0], System.Globalization.CultureInfo.InvariantCulture, out decimal points))
            {
                column.Measured(i, cell.Length < 2 ? 1 : double.Parse(cell[1], System.Globalization.CultureInfo.InvariantCulture), (int)(points * 10));
            }
            else
            {
                column.Missing(i, Cells[homes[i].Row] switch
                {
                    "unreachable" => MeasureState.Unreachable,
                    "no-service" => MeasureState.NoService,
                    "off-network" => MeasureState.OffNetwork,
                    _ => MeasureState.NoData,
                });
            }
        }

        return Empty ? MeasureColumn.WithoutData(homes.Count, Lack.Category(["grocery"], null)) : column.Result();
    }
}
