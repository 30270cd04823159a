using HousingInventory.Model.Supply;

namespace HousingInventory.Import;

/// <summary>Places that the municipality may let: flats, houses, rooms. Read by a plan alone.</summary>
public sealed record HomesSource : Source
{
    internal static readonly SourceVocabulary Known = new(
        [
            new("homes", Carrier.Table),
        ],
        [
            new("home", "home", "objektsnummer", "objektnummer", "hyresobjekt", "objekt", "bostad", "id"),
            new("channel", "channel", "kanal", "källa"),
            new("landlord", "landlord", "hyresvärd", "bolag"),
            .. PlaceWords.Columns,
            new("dwelling_number", "dwelling_number", "lägenhetsnummer", "lgh"),
            new("floor", "floor", "våning"),
            new("rooms", "rooms", "rum", "antal rum", "typ", "objekttyp"),
            new("area_m2", "area_m2", "yta", "boarea", "kvm"),
            new("beds", "beds", "bäddar", "platser", "max antal personer"),
            new("lift", "lift", "hiss"),
            new("step_free", "step_free", "stegfri", "tillgänglig", "rullstol"),
            new("rent", "rent", "hyra", "månadshyra"),
            new("year_rent", "year_rent", "årshyra"),
            new("free_from", "free_from", "ledig från", "ledig", "tillträde", "inflyttning"),
            new("free_until", "free_until", "till och med", "avtal till"),
            new("contract", "contract", "avtal", "kontraktstyp"),
            new("status", "status", "läge"),
            new("furnished", "furnished", "möblerad"),
            new("agreement", "agreement", "överenskommelse"),
            new("note", "note", "anteckning"),
        ]);

    private const int LongestNote = 200;

    private static readonly (string, Channel)[] ChannelNames =
    [
        ("bostadsföretag", Channel.Company), ("bolag", Channel.Company), ("privat", Channel.Private), ("privat hyresvärd", Channel.Private), ("hus", Channel.House), ("privat hus", Channel.House),
        ("lokal", Channel.Premises), ("köp", Channel.Purchase), ("övrigt", Channel.Other),
    ];

    private static readonly (string, HomeStatus)[] StatusNames =
    [
        ("klar", HomeStatus.Ready), ("iordningställs", HomeStatus.Preparing), ("erbjuden", HomeStatus.Offered), ("upplåten", HomeStatus.Occupied), ("avslutad", HomeStatus.Ended),
        ("bortfallen", HomeStatus.Lost),
    ];

    private static readonly (string, HomeContract)[] ContractNames =
    [
        ("första hand", HomeContract.FirstHand), ("andra hand", HomeContract.Sublease), ("blockuthyrning", HomeContract.Block), ("egen bostad", HomeContract.OwnHome), ("eget", HomeContract.Own),
        ("tillfälligt", HomeContract.Temporary),
    ];

    internal override SourceVocabulary Vocabulary => Known;

    internal override SourceReader ReadBy => SourceReader.Plan;

    internal override void Read(SourceFile file, Batch into) => SupplyRows.Each(
        file, "homes", ["home", "free_from"], rows =>
        {
            HomeStatus? status = rows.Word("status", StatusNames, out bool isKnown);
            return (IsKnown: isKnown, Home: new PlanHome
            {
                Id = rows.Text("home") ?? "",
                Channel = rows.Word("channel", ChannelNames, out _) ?? Channel.Other,
                Landlord = rows.Text("landlord"),
                Place = PlaceWords.Of(rows),
                DwellingNumber = rows.Text("dwelling_number"),
                Floor = rows.Text("floor"),
                Rooms = rows.Rooms(),
                AreaM2 = rows.Number("area_m2", 1, 10_000),
                Beds = rows.Whole("beds", 0, 100),
                Lift = rows.YesNo("lift"),
                StepFree = rows.YesNo("step_free"),
                Rent = rows.Rent(),
                FreeFrom = rows.Day("free_from"),
                FreeUntil = rows.Day("free_until"),
                Contract = rows.Word("contract", ContractNames, out _),
                Status = status,
                Furnished = rows.YesNo("furnished"),
                Agreement = rows.Text("agreement"),
                Note = rows.Note("note", LongestNote),
                Source = file.Info.Id,
                Row = rows.Row,
            });
        }, row =>
        {
            if (row.Home.Id.Length == 0)
            {
                return ("no-home", new ValueMissing("home"));
            }

            if (!row.IsKnown)
            {
                return ("bad-value", new ValueUnreadable("status"));
            }

            if (row.Home.FreeFrom is null && row.Home.Status is not (HomeStatus.Occupied or HomeStatus.Ended or HomeStatus.Lost))
            {
                return ("no-date", new ValueMissing("free_from"));
            }

            into.Supply.Homes.Add(row.Home);
            return null;
        });
}

/// <summary>Where a home or premises lie, in the columns that both have.</summary>
internal static class PlaceWords
{
    public static IReadOnlyList<ColumnWord> Columns { get; } =
    [
        new("ref", "ref", "referens"),
        new("building_id", "building_id", "byggnads-id", "byggnad"),
        new("address", "address", "adress", "gatuadress"),
        new("post_town", "post_town", "postort"),
        new("x", "x", "e", "east", "öst"),
        new("y", "y", "n", "north", "nord"),
    ];

    public static HomePlace Of(SupplyRows rows) => new(
        rows.Text("ref"), Texts.Id(rows.Text("building_id")), rows.Text("address"), rows.Text("post_town"), rows.Number("x", -1e8, 1e8), rows.Number("y", -1e8, 1e8));
}
