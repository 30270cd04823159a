using HousingInventory.Model.Supply;

namespace HousingInventory.Import;

/// <summary>What staff have decided: locks, forbids, holds and offers. Read by a plan alone.</summary>
public sealed record DecisionsSource : Source
{
    internal static readonly SourceVocabulary Known = new(
        [
            new("decisions", Carrier.Table),
        ],
        [
            new("decision", "decision", "beslut"),
            new("case", "case", "hushåll", "hushållsnummer", "hushållsnr", "löpnummer", "löpnr", "household"),
            new("home", "home", "bostad", "objekt"),
            new("village", "village", "ort", "by"),
            new("until", "until", "till"),
            new("decided_on", "decided_on", "beslutsdatum"),
            new("reason", "reason", "skäl"),
        ]);

    private static readonly (string, DecisionKind)[] KindNames =
        [("lås", DecisionKind.Lock), ("uteslut", DecisionKind.Forbid), ("håll", DecisionKind.Hold), ("erbjuden", DecisionKind.Offered)];

    private static readonly (string, DecisionReason)[] ReasonNames =
    [
        ("skolan full", DecisionReason.SchoolFull), ("hyresvärden nej", DecisionReason.LandlordNo), ("hushållet nej", DecisionReason.HouseholdNo), ("olämplig", DecisionReason.NotSuitable),
        ("annat", DecisionReason.Other),
    ];

    internal override SourceVocabulary Vocabulary => Known;

    internal override SourceReader ReadBy => SourceReader.Plan;

    internal override void Read(SourceFile file, Batch into) => SupplyRows.Each(
        file, "decisions", ["decision"],
        rows => (Kind: rows.Word("decision", KindNames, out _), Row: new Decision
        {
            Kind = DecisionKind.Lock,
            Case = rows.Case("case"),
            Home = rows.Text("home"),
            Village = rows.Text("village"),
            Until = rows.Day("until"),
            DecidedOn = rows.Day("decided_on"),
            Reason = rows.Word("reason", ReasonNames, out _),
            Source = file.Info.Id,
            Row = rows.Row,
        }),
        row =>
        {
            if (row.Kind is not { } kind)
            {
                return ("no-decision", new ValueMissing("decision"));
            }

            into.Supply.Decisions.Add(row.Row with { Kind = kind });
            return null;
        });
}

/// <summary>What has been done for households that have moved in. No text column exists. Read by a plan alone.</summary>
public sealed record SupportSource : Source
{
    internal static readonly SourceVocabulary Known = new(
        [
            new("support", Carrier.Table),
        ],
        [
            new("case", "case", "hushåll", "hushållsnummer", "hushållsnr", "löpnummer", "löpnr", "household"),
            new("step", "step", "steg"),
            new("due_on", "due_on", "ska göras"),
            new("done_on", "done_on", "gjort"),
            new("outcome", "outcome", "utfall"),
            new("items", "items", "punkter"),
        ]);

    private static readonly (string, SupportOutcome)[] OutcomeNames =
    [
        ("bra", SupportOutcome.Ok), ("problem", SupportOutcome.Problem), ("ingen hemma", SupportOutcome.NotHome), ("behövs inte", SupportOutcome.NotNeeded),
    ];

    internal override SourceVocabulary Vocabulary => Known;

    internal override SourceReader ReadBy => SourceReader.Plan;

    internal override void Read(SourceFile file, Batch into) => SupplyRows.Each(
        file, "support", ["case", "step"],
        rows => new SupportEntry
        {
            Case = rows.Case("case") ?? "",
            Step = rows.Text("step")?.ToLowerInvariant() ?? "",
            DueOn = rows.Day("due_on"),
            DoneOn = rows.Day("done_on"),
            Outcome = rows.Word("outcome", OutcomeNames, out _),
            Items = rows.Codes("items"),
            Source = file.Info.Id,
            Row = rows.Row,
        },
        row =>
        {
            if (row.Case.Length == 0 || row.Step.Length == 0)
            {
                return row.Case.Length == 0 ? ("no-case", new ValueMissing("case")) : ("no-step", new ValueMissing("step"));
            }

            into.Supply.Support.Add(row);
            return null;
        });
}
