using System.Collections.Concurrent;
using System.Text.Json;
using HousingInventory.Diagnostics;
using HousingInventory.Model.Supply;
using HousingInventory.Plan.Placement;

namespace HousingInventory.Plan;

/// <summary>The plan's closed lists, as files write them (kebab case) and as people read them.</summary>
internal static class Terms
{
    private static readonly ConcurrentDictionary<Enum, string> Keys = new();

    /// <summary>The value as a file writes it.</summary>
    public static string Key(Enum value) => Keys.GetOrAdd(value, static v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));

    /// <summary>The value as people read it.</summary>
    public static string Label(Enum value, Language language) => Words(value) is var (sv, en) && language == Language.Sv ? sv : Words(value).En;

    private static (string Sv, string En) Words(Enum value) => value switch
    {
        Rule.Forbidden => ("uteslutet", "forbidden"),
        Rule.Held => ("hålls för annat", "held"),
        Rule.TooSmall => ("för liten", "too small"),
        Rule.TooLarge => ("för stor", "too large"),
        Rule.TooLate => ("ledig för sent", "free too late"),
        Rule.TooShort => ("för kort tid", "for too short a time"),
        Rule.NotStepFree => ("inte stegfri", "not step-free"),
        Rule.StepFreeUnknown => ("okänt om stegfri", "not known to be step-free"),
        Rule.RentOver => ("för hög hyra", "rent too high"),
        Rule.MustNotMet => ("ett krav uppfylls inte", "a need is not met"),
        ProposalState.Proposed => ("föreslås", "proposed"),
        ProposalState.Locked => ("låst", "locked"),
        ProposalState.Keeps => ("behåller sin bostad", "keeps its home"),
        ProposalState.NotHoused => ("utan bostad", "not housed"),
        Check.RentUnknown => ("hyran är okänd", "rent unknown"),
        Check.BedsEstimated => ("bäddplatser uppskattade ur ytan", "beds estimated from the area"),
        Check.MeasureMissing => ("saknar mått", "measure missing"),
        Check.BreaksRule => ("låset går emot regeln", "the lock breaks the rule"),
        Check.VillageOverPupils => ("fler skolbarn än väntat i orten", "more pupils in the village than checked"),
        Check.VillageOverPersons => ("fler personer än väntat i orten", "more persons in the village than checked"),
        Check.VillageOverCap => ("orten är över sitt tak", "the village is over its cap"),
        Check.AccessUnknown => ("läget är inte mätt", "access not measured"),
        Basis.Assigned => ("anvisad", "assigned"),
        Basis.Quota => ("kvot", "quota"),
        Basis.Temporary => ("tillfälligt skydd", "temporary protection"),
        Basis.SelfSettled => ("egenbosatt", "self-settled"),
        Basis.Family => ("anhörig", "family"),
        Basis.Other => ("övrig", "other"),
        Channel.Company => ("bostadsföretag", "housing company"),
        Channel.Private => ("privat hyresvärd", "private landlord"),
        Channel.House => ("privat hus", "private house"),
        Channel.Premises => ("lokal", "premises"),
        Channel.Purchase => ("köp", "purchase"),
        Channel.Other => ("övrigt", "other"),
        HomeStatus.Ready => ("klar", "ready"),
        HomeStatus.Preparing => ("iordningställs", "in preparation"),
        HomeStatus.Offered => ("erbjuden", "offered"),
        HomeStatus.Occupied => ("upplåten", "occupied"),
        HomeStatus.Ended => ("avslutad", "ended"),
        HomeStatus.Lost => ("bortfallen", "lost"),
        LandlordKind.PrivatePerson => ("privatperson", "private person"),
        LandlordKind.Company => ("företag", "company"),
        LandlordKind.MunicipalCompany => ("kommunalt bolag", "municipal company"),
        LandlordKind.Municipality => ("kommunen", "municipality"),
        LandlordKind.State => ("staten", "state"),
        LandlordKind.Church => ("kyrkan", "church"),
        LandlordKind.Foundation => ("stiftelse", "foundation"),
        LandlordKind.Estate => ("dödsbo", "estate"),
        LandlordKind.Unknown => ("okänt", "unknown"),
        NextStep.Call => ("ring", "call"),
        NextStep.Letter => ("brev", "letter"),
        NextStep.Visit => ("besök", "visit"),
        NextStep.Offer => ("erbjudande", "offer"),
        NextStep.Wait => ("vänta", "wait"),
        _ => (Key(value), Key(value)),
    };
}
