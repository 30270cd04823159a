using System.Globalization;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Flag;
using HousingInventory.Model;
using HousingInventory.Sample;

namespace HousingInventory.Tests.Towns;

/// <summary>How right the answers about a synthetic municipality are, held against its truth.</summary>
internal sealed class LinkQuality
{
    private static readonly InventoryConfig Plain = new() { Candidates = new CandidatesConfig { FootprintM2 = null, Settlements = null, StopWithinM = null } };

    private readonly List<string> _errors = [];

    /// <summary>Homes truly without registration that are said to be so.</summary>
    public int Right { get; private set; }

    /// <summary>Homes said to be without registration.</summary>
    public int Said { get; private set; }

    /// <summary>Homes truly without registration, but for those beside a withheld home.</summary>
    public int True { get; private set; }

    public int Inhabited { get; private set; }

    public int InhabitedListed { get; private set; }

    public int Undetermined { get; private set; }

    public int Dwellings { get; private set; }

    /// <summary>How many of the listed homes may be lived in, as the run itself says.</summary>
    public int ExpectedInhabited { get; private set; }

    /// <summary>Codes of the error notices of the run; empty where the town was not asked as a whole.</summary>
    public IReadOnlyList<string> ErrorNotices { get; private set; } = [];

    /// <summary>Withheld homes, and those with an address of their own beside them, that are not told as registered.</summary>
    public int Exposed { get; private set; }

    public double LinkedShare { get; private set; }

    public IReadOnlyList<KeyValuePair<string, long>> Levels { get; private set; } = [];

    public IReadOnlyDictionary<string, long> Unlinked { get; private set; } = new Dictionary<string, long>();

    public double Precision => Said == 0 ? 1 : (double)Right / Said;

    public double Recall => (double)Right / True;

    public double InhabitedPerMille => 1000.0 * InhabitedListed / Inhabited;

    public double UndeterminedShare => (double)Undetermined / Dwellings;

    /// <summary>Whether few inhabited homes are listed, or the run says so and is neither too hopeful nor far too gloomy.</summary>
    public bool Holds => InhabitedPerMille <= 2
        || (ErrorNotices.Count > 0 && ExpectedInhabited >= InhabitedListed && ExpectedInhabited <= (3 * InhabitedListed) + 5);

    /// <summary>What went wrong, a line a building with the labels of the truth.</summary>
    public IReadOnlyList<string> Errors => _errors;

    public static LinkQuality Of(SampleTown town, SampleInputs.Delivery? delivery = null)
    {
        Dictionary<string, SampleBuilding> truths = town.Buildings.ToDictionary(b => b.Id);
        Run run = new();
        return Of(SampleInputs.Of(town, delivery).Ask(Plain, run), id =>
        {
            SampleBuilding truth = truths[id];
            bool hidden = truth.Labels.HasFlag(TruthLabels.Withheld)
                || (truth.Labels.HasFlag(TruthLabels.BesideWithheld) && Truth.Status(truth) != "secondary");
            return (Truth.Status(truth), hidden, $"{truth.Kind} {TruthLabelWords.Text(truth.Labels)}");
        });
    }

    public static LinkQuality Of(OtherTown town) => Of(town.Town, town.Truth);

    /// <summary>Asks a town, and holds the answers against its truth: by building its status, whether it must not be told, and how it was made.</summary>
    public static LinkQuality Of(Town town, IReadOnlyDictionary<string, (string Status, bool Hidden, string Program)> truth) => Of(town.Ask(), truth);

    /// <summary>Holds the answers about a town against its truth.</summary>
    public static LinkQuality Of(Answer answer, IReadOnlyDictionary<string, (string Status, bool Hidden, string Program)> truth)
    {
        LinkQuality quality = Of(answer.Answers, id => truth[id]);
        quality.ErrorNotices = [.. answer.Run.Notices.Samples.Where(n => n.Severity == Severity.Error).Select(n => n.Code).Distinct()];
        return quality;
    }

    private static LinkQuality Of(Answers answers, Func<string, (string Status, bool Hidden, string Label)> truth)
    {
        (Question question, Linkage linkage, Flags flags) = answers;
        LinkQuality quality = new() { LinkedShare = linkage.LinkedShare, Levels = linkage.Levels, Unlinked = linkage.Unlinked, ExpectedInhabited = flags.Expected.AtMost };
        foreach (Model.Building building in question.Registers.Buildings.Where(b => b.IsDwelling))
        {
            quality.Hold(truth(building.Id), Term.Of(flags.Status[building.Index]).Key);
        }

        return quality;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"precision {Precision:0.0000} recall {Recall:0.0000} inhabited listed {InhabitedPerMille:0.00}/1000 undetermined {UndeterminedShare:0.0000} exposed {Exposed} linked {LinkedShare:0.0000} of {Dwellings} dwellings, {True} without registration");

    private void Hold((string Status, bool Hidden, string Label) truth, string said)
    {
        bool empty = truth.Status == "nobody-registered" && !truth.Hidden;
        Dwellings++;
        Said += said == "nobody-registered" ? 1 : 0;
        True += empty ? 1 : 0;
        Right += empty && said == "nobody-registered" ? 1 : 0;
        Inhabited += truth.Status == "registered" ? 1 : 0;
        InhabitedListed += truth.Status == "registered" && said == "nobody-registered" ? 1 : 0;
        Undetermined += said == "undetermined" ? 1 : 0;
        Exposed += truth.Hidden && said != "registered" ? 1 : 0;
        if ((said == "nobody-registered") != empty || (truth.Hidden && said != "registered"))
        {
            _errors.Add($"{truth.Status} said {said}: {truth.Label}");
        }
    }
}
