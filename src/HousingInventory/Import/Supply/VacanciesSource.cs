using HousingInventory.Model.Supply;

namespace HousingInventory.Import;

/// <summary>A landlord's flats that became free for letting, and which of them it delivered. Read by a plan alone.</summary>
public sealed record VacanciesSource : Source
{
    internal static readonly SourceVocabulary Known = new(
        [
            new("vacancies", Carrier.Table),
        ],
        [
            new("home", "home", "objektsnummer", "objektnummer", "hyresobjekt", "objekt", "lägenhet", "bostad", "id"),
            new("landlord", "landlord", "hyresvärd", "bolag"),
            new("address", "address", "adress", "gatuadress"),
            new("rooms", "rooms", "rum", "antal rum", "typ", "objekttyp"),
            new("area_m2", "area_m2", "yta", "boarea", "kvm"),
            new("rent", "rent", "hyra", "månadshyra"),
            new("year_rent", "year_rent", "årshyra"),
            new("notice_on", "notice_on", "uppsagd", "uppsägningsdatum"),
            new("last_rent_on", "last_rent_on", "sista debiteringsdatum"),
            new("free_from", "free_from", "ledig från", "ledig", "tillträde", "inflyttning"),
            new("let_on", "let_on", "uthyrd", "kontraktsdatum"),
            new("kind", "kind", "slag"),
            new("used_for", "used_for", "använd för", "överenskommelse"),
            new("delivered_on", "delivered_on", "levererad"),
            new("refused_on", "refused_on", "avböjd"),
        ]);

    private static readonly (string, VacancyKind)[] KindNames =
    [
        ("vanlig", VacancyKind.Ordinary), ("byte", VacancyKind.Exchange), ("nyproduktion", VacancyKind.New), ("55+", VacancyKind.Senior), ("trygghet", VacancyKind.Senior), ("studentbostad", VacancyKind.Student),
        ("evakuering", VacancyKind.Evacuation), ("renovering", VacancyKind.Repair), ("rivning", VacancyKind.Demolition), ("spärr", VacancyKind.Blocked), ("spärrad", VacancyKind.Blocked),
    ];

    internal override SourceVocabulary Vocabulary => Known;

    internal override SourceReader ReadBy => SourceReader.Plan;

    internal override void Read(SourceFile file, Batch into) => SupplyRows.Each(
        file, "vacancies", ["home"], rows => new Vacancy
        {
            Home = rows.Text("home") ?? "",
            Landlord = rows.Text("landlord"),
            Address = rows.Text("address"),
            Rooms = rows.Rooms(),
            AreaM2 = rows.Number("area_m2", 1, 10_000),
            Rent = rows.Rent(),
            NoticeOn = rows.Day("notice_on"),
            FreeFrom = rows.Day("free_from") ?? rows.Day("last_rent_on")?.AddDays(1),
            LetOn = rows.Day("let_on"),
            Kind = rows.Word("kind", KindNames, out bool isKnown) ?? (isKnown ? VacancyKind.Ordinary : null),
            UsedFor = rows.Text("used_for"),
            DeliveredOn = rows.Day("delivered_on"),
            RefusedOn = rows.Day("refused_on"),
            Source = file.Info.Id,
            Row = rows.Row,
        }, row =>
        {
            if (row.Home.Length == 0)
            {
                return ("no-home", new ValueMissing("home"));
            }

            into.Supply.Vacancies.Add(row);
            return null;
        });
}
