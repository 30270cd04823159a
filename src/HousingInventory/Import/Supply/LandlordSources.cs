using HousingInventory.Model;
using HousingInventory.Model.Supply;

namespace HousingInventory.Import;

/// <summary>Which landlord owns which property: the answer to the owner query, reduced to designation, code and kind. Read by a plan alone.</summary>
public sealed record OwnersSource : Source
{
    internal static readonly SourceVocabulary Known = new(
        [
            new("owners", Carrier.Table),
        ],
        [
            new("property", "property", "fastighet", "fastighetsbeteckning", "beteckning", "designation"),
            new("landlord", "landlord", "hyresvärd", "ägarkod"),
            new("kind", "kind", "slag", "ägarslag"),
        ]);

    internal override SourceVocabulary Vocabulary => Known;

    internal override SourceReader ReadBy => SourceReader.Plan;

    internal override void Read(SourceFile file, Batch into) => SupplyRows.Each(
        file, "owners", ["property", "landlord"],
        rows => new Ownership(rows.Text("property") ?? "", rows.Code("landlord") ?? "", rows.Word("kind", LandlordWords.Kinds, out _) ?? LandlordKind.Unknown) { Source = file.Info.Id, Row = rows.Row },
        row =>
        {
            if (row.Property.Length == 0 || row.Landlord.Length == 0)
            {
                return row.Property.Length == 0 ? ("no-property", new ValueMissing("property")) : ("no-landlord", new ValueMissing("landlord"));
            }

            into.Supply.Owners.Add(row);
            return null;
        });
}

/// <summary>What is agreed with landlords so far. Read by a plan alone.</summary>
public sealed record LandlordsSource : Source
{
    internal static readonly SourceVocabulary Known = new(
        [
            new("landlords", Carrier.Table),
        ],
        [
            new("landlord", "landlord", "hyresvärd", "ägarkod"),
            new("kind", "kind", "slag", "ägarslag"),
            new("name", "name", "namn", "företagsnamn"),
            new("state", "state", "status", "läge"),
            new("last_contact_on", "last_contact_on", "senaste kontakt"),
            new("next_step", "next_step", "nästa steg"),
            new("next_on", "next_on", "nästa den"),
            new("homes_offered", "homes_offered", "erbjudna bostäder"),
        ]);

    internal override SourceVocabulary Vocabulary => Known;

    internal override SourceReader ReadBy => SourceReader.Plan;

    internal override void Read(SourceFile file, Batch into) => SupplyRows.Each(
        file, "landlords", ["landlord"],
        rows => new Landlord
        {
            Code = rows.Code("landlord") ?? "",
            Kind = rows.Word("kind", LandlordWords.Kinds, out _) ?? LandlordKind.Unknown,
            Name = rows.Text("name"),
            State = LandlordWords.State(rows),
            LastContactOn = rows.Day("last_contact_on"),
            NextStep = rows.Word("next_step", LandlordWords.Steps, out _),
            NextOn = rows.Day("next_on"),
            HomesOffered = rows.Whole("homes_offered", 0, 10_000),
            Source = file.Info.Id,
            Row = rows.Row,
        },
        row =>
        {
            if (row.Code.Length == 0)
            {
                return ("no-landlord", new ValueMissing("landlord"));
            }

            if (row is { Kind: LandlordKind.PrivatePerson, Name: not null })
            {
                throw file.Refuse($"row {row.Row} names a private person: leave 'name' empty, and keep the name in the case system.");
            }

            into.Supply.Landlords.Add(row);
            return null;
        });
}

/// <summary>Words about landlords, also as people write them.</summary>
internal static class LandlordWords
{
    public static readonly (string, LandlordKind)[] Kinds =
    [
        ("privatperson", LandlordKind.PrivatePerson), ("företag", LandlordKind.Company), ("bolag", LandlordKind.Company), ("kommunalt bolag", LandlordKind.MunicipalCompany), ("kommun", LandlordKind.Municipality),
        ("kommunen", LandlordKind.Municipality), ("staten", LandlordKind.State), ("kyrkan", LandlordKind.Church), ("stiftelse", LandlordKind.Foundation), ("dödsbo", LandlordKind.Estate), ("okänt", LandlordKind.Unknown),
    ];

    public static readonly (string, NextStep)[] Steps =
    [
        ("ring", NextStep.Call), ("brev", NextStep.Letter), ("besök", NextStep.Visit), ("erbjudande", NextStep.Offer), ("vänta", NextStep.Wait),
    ];

    /// <summary>A state of the follow-up, or agreement.</summary>
    public static string State(SupplyRows rows)
    {
        const string agreement = "agreement";
        string word = FollowUpSource.WordOf(rows.Text("state"));
        if (word is agreement or "avtal")
        {
            return agreement;
        }

        if (FollowUpSource.StateOf(word) is not { } state)
        {
            rows.Tell(new WordUnknown("state", Nearest.Of(word, [.. Term.All<FollowUpState>().Select(s => s.Key), agreement])));
            state = FollowUpState.NotStarted;
        }

        return Term.Of(state).Key;
    }
}
