using HousingInventory.Model.Supply;

namespace HousingInventory.Import;

/// <summary>Premises that may become homes for single households. Read by a plan alone.</summary>
public sealed record PremisesSource : Source
{
    private const int LongestNote = 200;

    private static readonly ColumnWord[] Questions =
    [
        new("plan", "plan", "detaljplan medger bostad"),
        new("daylight", "daylight", "dagsljus"),
        new("two_ways_out", "two_ways_out", "två utrymningsvägar"),
        new("contamination_ok", "contamination_ok", "contamination", "ren mark"),
        new("water_drain", "water_drain", "vatten och avlopp"),
        new("heating", "heating", "uppvärmning"),
        new("wc_shower", "wc_shower", "wc och dusch"),
        new("kitchen", "kitchen", "kök"),
        new("ventilation", "ventilation"),
        new("fire_separation", "fire_separation", "brandcell"),
        new("noise_ok", "noise_ok", "noise", "buller ok"),
        new("step_free", "step_free", "stegfri", "tillgänglig"),
    ];

    internal static readonly SourceVocabulary Known = new(
        [
            new("premises", Carrier.Table),
        ],
        [
            new("premises", "premises", "lokal", "lokalnummer", "id"),
            new("name", "name", "namn", "benämning"),
            .. PlaceWords.Columns,
            new("owner", "owner", "ägare", "hyresvärd"),
            new("former_use", "former_use", "tidigare användning"),
            new("area_m2", "area_m2", "yta", "kvm"),
            new("net_m2", "net_m2", "nettoyta"),
            new("storeys", "storeys", "våningar"),
            new("vacant_from", "vacant_from", "ledig från"),
            new("vacant_until", "vacant_until", "ledig till"),
            new("known_on", "known_on", "känd den"),
            new("months", "months", "månader"),
            new("cost_sek", "cost_sek", "kostnad"),
            new("max_units", "max_units", "högst antal"),
            .. Questions,
            new("note", "note", "anteckning"),
        ]);

    internal override SourceVocabulary Vocabulary => Known;

    internal override SourceReader ReadBy => SourceReader.Plan;

    internal override void Read(SourceFile file, Batch into) => SupplyRows.Each(
        file, "premises", ["premises", "area_m2"], rows => (Id: rows.Text("premises"), Area: rows.Number("area_m2", 1, 1_000_000), Row: new Premises
        {
            Id = rows.Text("premises") ?? "",
            Name = rows.Text("name"),
            Place = PlaceWords.Of(rows),
            Owner = rows.Text("owner"),
            FormerUse = rows.Text("former_use"),
            AreaM2 = rows.Number("area_m2", 1, 1_000_000) ?? 0,
            NetM2 = rows.Number("net_m2", 0, 1_000_000),
            Storeys = rows.Whole("storeys", 0, 100),
            VacantFrom = rows.Day("vacant_from"),
            VacantUntil = rows.Day("vacant_until"),
            KnownOn = rows.Day("known_on"),
            Months = rows.Whole("months", 0, 240),
            CostSek = rows.Whole("cost_sek", 0, 2_000_000_000),
            MaxUnits = rows.Whole("max_units", 0, 1_000),
            Answers = Questions.Select(q => (q.Target, Answer: rows.YesNo(q.Target))).Where(a => a.Answer is not null)
                .ToDictionary(a => a.Target.EndsWith("_ok", StringComparison.Ordinal) ? a.Target[..^3] : a.Target, a => a.Answer!.Value, StringComparer.Ordinal),
            Note = rows.Note("note", LongestNote),
            Source = file.Info.Id,
            Row = rows.Row,
        }), row =>
        {
            if (row.Id is null || row.Area is null)
            {
                return row.Id is null ? ("no-premises", new ValueMissing("premises")) : ("no-area", new ValueMissing("area_m2"));
            }

            into.Supply.Premises.Add(row.Row);
            return null;
        });
}
