using HousingInventory.Diagnostics;
using HousingInventory.Model.Supply;

namespace HousingInventory.Import;

/// <summary>Households that are to be housed: own numbers, sizes and days, and nothing that says who they are. Read by a plan alone.</summary>
public sealed record HouseholdsSource : Source
{
    internal static readonly SourceVocabulary Known = new(
        [
            new("households", Carrier.Table),
        ],
        [
            new("case", "case", "hushåll", "hushållsnummer", "hushållsnr", "löpnummer", "löpnr", "household"),
            new("size", "size", "antal personer", "antal", "personer", "hushållsstorlek", "persons"),
            new("adults", "adults", "vuxna"),
            new("couples", "couples", "par", "makar", "samboende par"),
            new("children_0_5", "children_0_5", "barn 0-5"),
            new("children_6_12", "children_6_12", "barn 6-12"),
            new("children_13_17", "children_13_17", "barn 13-17"),
            new("basis", "basis", "grund", "kategori"),
            new("decided_on", "decided_on", "beslutsdatum", "anvisningsdatum"),
            new("latest_on", "latest_on", "senast", "senaste mottagningsdag", "mottagande senast"),
            new("number_year", "number_year", "kommuntalsår"),
            new("earliest_on", "earliest_on", "tidigast", "ankomst", "inresa"),
            new("status", "status", "läge"),
            new("needs", "needs", "behov"),
            new("max_rent", "max_rent", "högsta hyra"),
            new("current_home", "current_home", "nuvarande bostad"),
            new("must_move", "must_move", "måste flytta"),
            new("home", "home", "bostad"),
            new("moved_in_on", "moved_in_on", "inflyttad"),
            new("moved_out_on", "moved_out_on", "utflyttad"),
            new("received_on", "received_on", "mottagen"),
            new("right_until", "right_until", "boenderätt till"),
            new("closed_on", "closed_on", "avslutat"),
            new("delete_on", "delete_on", "gallras"),
        ]);

    private static readonly (string, Basis)[] BasisNames =
    [
        ("anvisad", Basis.Assigned), ("kvot", Basis.Quota), ("kvotflykting", Basis.Quota), ("massflykt", Basis.Temporary), ("tillfälligt skydd", Basis.Temporary),
        ("egenbosatt", Basis.SelfSettled), ("anhörig", Basis.Family), ("övrig", Basis.Other),
    ];

    private static readonly (string, HouseholdStatus)[] StatusNames =
    [
        ("väntad", HouseholdStatus.Expected), ("anvisad", HouseholdStatus.Assigned), ("erbjuden", HouseholdStatus.Offered), ("inflyttad", HouseholdStatus.Placed),
        ("återtagen", HouseholdStatus.Withdrawn), ("avslutad", HouseholdStatus.Closed),
    ];

    internal override SourceVocabulary Vocabulary => Known;

    internal override SourceReader ReadBy => SourceReader.Plan;

    internal override void Read(SourceFile file, Batch into) => SupplyRows.Each(
        file, "households", ["case", "size", "latest_on|decided_on"], static rows => ReadRow(rows), row =>
        {
            if (row.Left is { } left)
            {
                return left;
            }

            into.Supply.Households.Add(row.Household! with { Source = file.Info.Id });
            return null;
        });

    private static (Household? Household, (string, Notice)? Left) ReadRow(SupplyRows rows)
    {
        string? number = rows.Case("case");
        int? size = rows.Whole("size", 1, 20);
        DateOnly? decided = rows.Day("decided_on");
        DateOnly? said = rows.Day("latest_on");
        Basis? basis = rows.Word("basis", BasisNames, out _);
        HouseholdStatus? status = rows.Word("status", StatusNames, out bool isKnown);
        if (number is null || size is null)
        {
            return (null, number is null ? ("no-case", new ValueMissing("case")) : ("no-size", new ValueMissing("size")));
        }

        if (!isKnown)
        {
            return (null, ("bad-value", new ValueUnreadable("status")));
        }

        // Those who come from abroad are given a day of their own.
        if ((said ?? (basis == Basis.Quota ? null : decided?.AddMonths(2))) is not { } latest)
        {
            return (null, ("no-date", new ValueMissing("latest_on")));
        }

        if (said < decided)
        {
            rows.Tell(new LatestBeforeDecided());
        }

        return (new Household
        {
            Case = number,
            Size = size.Value,
            Composition = ReadComposition(rows, size.Value),
            Basis = basis ?? Basis.Assigned,
            DecidedOn = decided,
            LatestOn = latest,
            NumberYear = rows.Whole("number_year", 2000, 2200),
            EarliestOn = rows.Day("earliest_on"),
            Status = status ?? HouseholdStatus.Assigned,
            Needs = rows.Codes("needs"),
            MaxRent = rows.Whole("max_rent", 0, 1_000_000),
            CurrentHome = rows.Text("current_home"),
            MustMove = rows.YesNo("must_move") == true,
            Home = rows.Text("home"),
            MovedInOn = rows.Day("moved_in_on"),
            MovedOutOn = rows.Day("moved_out_on"),
            ReceivedOn = rows.Day("received_on"),
            RightUntil = rows.Day("right_until"),
            ClosedOn = rows.Day("closed_on"),
            DeleteOn = rows.Day("delete_on"),
            Row = rows.Row,
        }, null);
    }

    private static Composition? ReadComposition(SupplyRows rows, int size)
    {
        int? adults = rows.Whole("adults", 0, 20);
        int? couples = rows.Whole("couples", 0, 10);
        int?[] children = [rows.Whole("children_0_5", 0, 20), rows.Whole("children_6_12", 0, 20), rows.Whole("children_13_17", 0, 20)];
        if (adults is null)
        {
            return null;
        }

        Composition who = new(adults.Value, couples ?? 0, children[0] ?? 0, children[1] ?? 0, children[2] ?? 0);
        if (who.Size == size && who.Couples * 2 <= who.Adults)
        {
            return who;
        }

        rows.Tell(new CompositionDiffers());
        return null;
    }
}
