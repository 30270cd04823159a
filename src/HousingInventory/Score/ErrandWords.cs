using HousingInventory.Diagnostics;
using HousingInventory.Model;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Score;

/// <summary>Errands in plain words, in the language of the run.</summary>
public sealed class ErrandWords(Language language)
{
    private readonly bool _sv = language == Language.Sv;
    private readonly JourneyWords _journeys = new(language);

    /// <summary>One line: the errand, then its journeys if it works, else why it does not.</summary>
    public string Line(ToldErrand errand) => $"{Title(errand)}: {(errand.Works ? Journeys(errand) : Why(errand))}";

    /// <summary>One line that says whether it works, with all journeys there are, and how booked trips are ordered.</summary>
    public string Whole(ToldErrand errand)
    {
        string line = $"{(errand.Works ? Say("Fungerar", "Works") : Say("Fungerar inte", "Does not work"))}: {Line(errand)}";
        if (!errand.Works && (errand.There ?? errand.Back) is not null)
        {
            line += (errand.Reason == ErrandReason.OnlyBooked ? Say(". Med dem: ", ". With them: ") : Say(". Närmast till hands: ", ". The nearest there is: ")) + Journeys(errand);
        }

        string[] booked = [.. ((ToldJourney?[])[errand.There, errand.Back]).Select(j => j is null ? "" : _journeys.Booking(j)).Where(b => b.Length > 0)];
        return booked.Length == 0 ? line + "." : $"{line}. {Say("Beställning", "Ordering")}: {string.Join("; ", booked)}.";
    }

    /// <summary>"SFI på förmiddagen 08:30–12:00, skolvardag (Lärcentrum)".</summary>
    public string Title(ToldErrand errand) => $"{errand.Name} {errand.Hours}, {DayName(errand.Day)}{(errand.Place is { Length: > 0 } place ? $" ({place})" : "")}";

    /// <summary>The journeys there are, with how early one is there and how late home; empty if none.</summary>
    public string Journeys(ToldErrand errand)
    {
        List<string> told = [];
        if (errand.There is { } there)
        {
            bool early = errand.Fixed is { } times && times.StartS > there.ArriveS;
            told.Add(_journeys.Of(there) + (early ? Say($" ({Whole(errand.Fixed!.Value.StartS - there.ArriveS)} före)", $" ({Whole(errand.Fixed!.Value.StartS - there.ArriveS)} early)") : ""));
        }

        if (errand.Back is { } back)
        {
            told.Add(_journeys.Of(back));
        }

        return string.Join(". ", told);
    }

    /// <summary>Why an errand does not work, with the minutes that it misses by; empty if it works.</summary>
    public string Why(ToldErrand errand)
    {
        if (errand.IsWithoutPlace)
        {
            return Say("det finns ingen plats att gå till, så det räknas inte", "there is no place to go to, so it does not count");
        }

        string by = _journeys.Minutes(errand.MissS ?? 0);
        return errand.Reason switch
        {
            ErrandReason.None => "",
            ErrandReason.NoStopInWalk => Say("ingen hållplats inom gångavstånd", "no stop within walking distance"),
            ErrandReason.NotInTimetable => Say("tidtabellen har ingen sådan dag, så det räknas inte", "the timetable has no such day, so it does not count"),
            ErrandReason.ArrivesLate => Say($"första turen är framme{At(errand.Fixed?.StartS + errand.MissS)} {by} för sent", $"the first trip is there{At(errand.Fixed?.StartS + errand.MissS)} {by} late"),
            ErrandReason.TooLongThere => Say($"resan dit tar {by} för lång tid", $"the way there takes {by} too long"),
            ErrandReason.LastHomeTooEarly => Say($"sista resan hem börjar{At(errand.Fixed?.EndS - errand.MissS)} {by} för tidigt", $"the last way home starts{At(errand.Fixed?.EndS - errand.MissS)} {by} too early"),
            ErrandReason.TooLongBack => Say($"resan hem tar {by} för lång tid", $"the way home takes {by} too long"),
            ErrandReason.StayDoesNotFit => Say($"besöket hinns inte med, {by} fattas", $"the visit does not fit, it lacks {by}"),
            ErrandReason.OnlyBooked => Say("går bara med turer som måste beställas", "works only with trips that must be ordered"),
            ErrandReason.OffNetwork => Say("huset ligger för långt från varje väg", "the house lies too far from every road"),
            _ => Say("ingen ordinarie trafik den dagen", "no ordinary traffic that day"),
        };
    }

    /// <summary>What people call a kind of day.</summary>
    public string DayName(ServiceDayType day) => day switch
    {
        ServiceDayType.Term => Say("skolvardag", "school day"),
        ServiceDayType.Holiday => Say("vardag under skollov", "weekday in school holidays"),
        ServiceDayType.Friday => Say("fredag", "Friday"),
        ServiceDayType.Saturday => Say("lördag", "Saturday"),
        _ => Say("söndag", "Sunday"),
    };

    private static string At(int? seconds) => seconds is null ? "" : $" {Clock.Text(seconds)},";

    private static string Whole(int seconds) => (seconds / 60).ToString(System.Globalization.CultureInfo.InvariantCulture) + " min";

    private string Say(string sv, string en) => _sv ? sv : en;
}
