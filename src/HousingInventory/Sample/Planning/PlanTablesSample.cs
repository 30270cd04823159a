using System.Globalization;

namespace HousingInventory.Sample;

/// <summary>
/// A year of a municipality that receives households: the company's vacancies, the homes that came of them, who lives where, who is waiting. Nothing in it is real.
/// </summary>
internal sealed class PlanTablesSample
{
    public const string AsOf = "2026-11-10";

    private static readonly DateOnly Today = new(2026, 11, 10);
    private static readonly DateOnly AgreementFrom = new(2025, 12, 1);

    /// <summary>Shares of sizes 1 to 8 as the specification assumes them, in hundredths.</summary>
    private static readonly int[] SizesInHundredths = [50, 15, 12, 12, 6, 3, 1, 1];

    private readonly SampleRandom _random;
    private readonly List<SampleAddress> _streets;
    private readonly List<SampleAddress> _villages;
    private readonly SampleTown _town;
    private readonly List<(string Id, DateOnly Free, int Rooms)> _delivered = [];
    private readonly List<(string Id, int Beds)> _occupied = [];
    private int _next = 100;

    public PlanTablesSample(SampleTown town, ulong seed)
    {
        _town = town;
        _random = new SampleRandom(seed).For("plan");
        HashSet<string> hidden = [.. town.Withheld.SelectMany(w => (string[])[w.AddressId, w.BuildingId])];
        List<SampleAddress> usable =
        [
            .. town.Buildings.Where(b => b.IsDwelling && !hidden.Contains(b.Id)).SelectMany(b => b.Addresses).Where(a => !a.Reserved && !hidden.Contains(a.Id)).DistinctBy(a => a.Written)
                .OrderBy(a => a.Id, StringComparer.Ordinal),
        ];
        _random.Shuffle(usable);
        _streets = [.. usable.Where(a => a.Kind == AddressKind.Street)];
        _villages = [.. usable.Where(a => a.Kind != AddressKind.Street)];
        Vacancies = MakeVacancies();
        Homes = MakeHomes();
        Households = MakeHouseholds();
        Premises = MakePremises();
        Owners = MakeOwners();
        Landlords = MakeLandlords();
        Decisions = MakeDecisions();
        Support = MakeSupport();
    }

    public string Vacancies { get; }

    public string Homes { get; }

    public string Households { get; }

    public string Premises { get; }

    public string Owners { get; }

    public string Landlords { get; }

    public string Decisions { get; }

    public string Support { get; }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private SampleAddress Street(int index) => _streets[index % _streets.Count];

    private SampleAddress Village(int index) => _villages.Count == 0 ? Street(index) : _villages[index % _villages.Count];

    private int Size()
    {
        int card = _random.Below(100);
        int size = 1;
        for (int sum = SizesInHundredths[0]; card >= sum; sum += SizesInHundredths[size++])
        {
        }

        return size;
    }

    /// <summary>One flat in four days became free; of those that count nine in a hundred are promised, and not quite all came.</summary>
    private string MakeVacancies()
    {
        DelimitedText text = new(';', "\r\n", "Objektsnummer", "Hyresvärd", "Adress", "Typ", "Yta", "Hyra", "Uppsagd", "Sista debiteringsdatum", "Slag", "Använd för", "Levererad");
        int counted = 0;
        int dues = 0;
        for (int i = 0; AgreementFrom.AddDays(i * 3) <= Today; i++)
        {
            DateOnly last = AgreementFrom.AddDays((i * 3) + _random.Below(3) - 1);
            string kind = _random.Below(12) switch
            {
                0 => "byte",
                1 => "renovering",
                _ => "",
            };
            int rooms = 1 + _random.Below(4);
            string id = string.Create(CultureInfo.InvariantCulture, $"705-{i + 101:000}");
            bool counts = kind.Length == 0 && last.AddDays(1) >= AgreementFrom;
            counted += counts ? 1 : 0;
            bool falls = counts && counted * 9 / 100 > dues;
            dues += falls ? 1 : 0;
            bool comes = falls && dues % 4 != 0;
            DateOnly delivered = last.AddDays(10 + _random.Below(40));
            comes &= delivered <= Today;
            if (comes)
            {
                _delivered.Add((id, delivered, rooms));
            }

            text.Add(id).Add("exempelbo").Add(Street(i).Written).Add($"{rooms} rok").Add(Text(25 + (rooms * 20))).Add(Text(3_200 + (rooms * 1_150)));
            text.Add(Day(last.AddDays(-60))).Add(Day(last)).Add(kind).Add(comes ? "exempelbo-2026" : "").Add(comes ? Day(delivered) : "").EndRow();
        }

        return text.ToString();
    }

    private string MakeHomes()
    {
        DelimitedText text = new(';', "\r\n", "Objektsnummer", "Kanal", "Hyresvärd", "Adress", "Postort", "Rum", "Bäddar", "Stegfri", "Hyra", "Ledig från", "Till och med", "Läge", "Möblerad", "Överenskommelse");
        int i = 0;
        foreach ((string id, DateOnly free, int rooms) in _delivered)
        {
            bool isTaken = i % 3 != 2;
            if (isTaken)
            {
                _occupied.Add((id, rooms == 1 ? 1 : 2 * (rooms - 1)));
            }

            Row(id, "bostadsföretag", "exempelbo", Street(int.Parse(id[4..], CultureInfo.InvariantCulture) - 101), rooms, "", i % 4 == 0, 3_200 + (rooms * 1_150), free, null, isTaken ? "upplåten" : "", i++ % 2 == 0, "exempelbo-2026");
        }

        for (int h = 0; h < 14; h++)
        {
            int rooms = 2 + _random.Below(5);
            DateOnly free = Today.AddDays(_random.Below(150) - 50);
            bool isTaken = h % 5 == 4;
            string id = string.Create(CultureInfo.InvariantCulture, $"HUS-{h + 1:00}");
            if (isTaken)
            {
                _occupied.Add((id, 2 * (rooms - 1)));
            }

            Row(id, "privat hus", $"p-{h + 1}", Village(h * 3), rooms, "", h % 6 == 0, 4_500 + (rooms * 600), isTaken ? Today.AddDays(-120) : free, h % 3 == 0 ? Today.AddMonths(20 + h) : null, isTaken ? "upplåten" : "", h % 2 == 0, "");
        }

        for (int p = 0; p < 4; p++)
        {
            Row(string.Create(CultureInfo.InvariantCulture, $"L-1-{p + 1}"), "lokal", "kommunen", Street(40), 1, "1", true, 3_900, Today.AddDays(20), null, "", true, "");
        }

        return text.ToString();

        void Row(string id, string channel, string landlord, SampleAddress at, int rooms, string beds, bool stepFree, int rent, DateOnly free, DateOnly? until, string status, bool furnished, string agreement)
        {
            text.Add(id).Add(channel).Add(landlord).Add(at.Written).Add(at.PostTown).Add(Text(rooms)).Add(beds).Add(stepFree ? "ja" : "").Add(Text(rent)).Add(Day(free));
            text.Add(until is { } last ? Day(last) : "").Add(status).Add(furnished ? "ja" : "nej").Add(agreement).EndRow();
        }
    }

    private string MakeHouseholds()
    {
        DelimitedText text = new(
            ';', "\r\n", "Hushåll", "Antal personer", "Vuxna", "Par", "Barn 0-5", "Barn 6-12", "Barn 13-17", "Grund", "Beslutsdatum", "Senast", "Tidigast", "Läge", "Behov", "Nuvarande bostad", "Måste flytta", "Bostad",
            "Inflyttad", "Mottagen", "Avslutat", "Gallras");
        foreach ((string home, int beds) in _occupied)
        {
            DateOnly movedIn = Today.AddDays(-20 - _random.Below(220));
            Row(Math.Max(1, Math.Min(beds, Size())), "anvisad", movedIn.AddDays(-45), null, null, "inflyttad", "", "", home, movedIn, null);
        }

        for (int i = 0; i < 18; i++)
        {
            DateOnly decided = Today.AddDays(-55 + (i * 4));
            bool isQuota = i % 6 == 5;
            bool isExpected = decided > Today;
            Row(Size(), isQuota ? "kvotflykting" : "anvisad", isExpected ? Today.AddDays(-1) : decided, isQuota || isExpected ? decided.AddDays(70) : null, isQuota ? decided.AddDays(40) : null, isExpected ? "väntad" : "anvisad", i % 7 == 3 ? "near-care" : i % 9 == 4 ? "step-free" : "", "", "", null, null);
        }

        // Two keep a home that was arranged before; one was withdrawn; one is closed, and its time is out.
        Row(2, "tillfälligt skydd", Today.AddDays(-30), Today.AddDays(40), null, "anvisad", "", "HUS-03", "", null, null);
        Row(1, "tillfälligt skydd", Today.AddDays(-30), Today.AddDays(40), null, "anvisad", "", "L-1-1", "", null, null);
        Row(3, "anvisad", Today.AddDays(-70), null, null, "återtagen", "", "", "", null, null);
        Row(1, "anvisad", Today.AddDays(-200), null, null, "avslutad", "", "", "", null, Today.AddDays(-95));
        return text.ToString();

        void Row(int size, string basis, DateOnly decided, DateOnly? latest, DateOnly? earliest, string status, string needs, string current, string home, DateOnly? movedIn, DateOnly? closed)
        {
            int adults = size == 1 ? 1 : 2;
            int children = size - adults;
            int young = children / 3;
            int old = children / 4;
            text.Add(Text(++_next)).Add(Text(size)).Add(Text(adults)).Add(size > 2 ? "1" : "0").Add(Text(young)).Add(Text(children - young - old)).Add(Text(old)).Add(basis).Add(Day(decided));
            text.Add(latest is { } l ? Day(l) : "").Add(earliest is { } e ? Day(e) : "").Add(status).Add(needs).Add(current).Add(current.Length > 0 ? "nej" : "").Add(home);
            text.Add(movedIn is { } m ? Day(m) : "").Add(movedIn is { } r ? Day(r) : "").Add(closed is { } c ? Day(c) : "").Add("").EndRow();
        }
    }

    private string MakePremises()
    {
        DelimitedText text = new(
            ';', "\r\n", "Lokal", "Namn", "Adress", "Ägare", "Tidigare användning", "Yta", "Ledig från", "Känd den", "Månader", "Kostnad", "plan", "Dagsljus", "Två utrymningsvägar", "contamination_ok", "Vatten och avlopp",
            "Uppvärmning", "wc_shower", "Kök", "Ventilation", "Brandcell", "noise_ok", "Stegfri");
        Row("L-2", "Exempelskolan", 260, 4, 900_000, "ja ja ja ja ja ja nej nej ja ja ja ja", 44);
        Row("L-3", "Exempelförskolan", 180, 3, 450_000, "ja ja ja ja ja ja ja ja ja ja ja nej", 45);
        Row("L-4", "Exempelbanken", 120, 6, 800_000, "ja ja nej ja ja ja nej nej nej ja ja ja", 46);
        Row("L-5", "Exempelkontoret", 400, 5, 2_000_000, "? ja ja ja nej ja nej nej ja ja ja ja", 47);
        Row("L-6", "Exempelverkstaden", 320, 8, 2_400_000, "ja ja ja ja nej nej nej nej nej nej ja ja", 48);
        return text.ToString();

        void Row(string id, string name, int area, int months, int cost, string answers, int address)
        {
            text.Add(id).Add(name).Add(Street(address).Written).Add("kommunen").Add("verksamhet").Add(Text(area)).Add(Day(Today.AddDays(30))).Add(Day(Today.AddDays(-8))).Add(Text(months)).Add(Text(cost));
            foreach (string answer in answers.Split(' '))
            {
                text.Add(answer);
            }

            text.EndRow();
        }
    }

    private string MakeOwners()
    {
        DelimitedText text = new(';', "\r\n", "Fastighetsbeteckning", "Hyresvärd", "Slag");
        int i = 0;
        foreach (SampleProperty property in _town.Properties.Where(p => p.Homes.Count > 0).OrderBy(p => p.Id, StringComparer.Ordinal).Take(24))
        {
            text.Add(property.Designation).Add($"p-{(i % 9) + 1}").Add(i % 9 == 8 ? "dödsbo" : "privatperson").EndRow();
            i++;
        }

        return text.ToString();
    }

    private static string MakeLandlords()
    {
        DelimitedText text = new(';', "\r\n", "Hyresvärd", "Slag", "Namn", "Läge", "Senaste kontakt", "Nästa steg", "Nästa den", "Erbjudna bostäder");
        text.Add("exempelbo").Add("kommunalt bolag").Add("AB Exempelbo").Add("agreement").Add(Day(Today.AddDays(-6))).Add("vänta").Add("").Add("").EndRow();
        text.Add("p-1").Add("privatperson").Add("").Add("interested").Add(Day(Today.AddDays(-20))).Add("besök").Add(Day(Today.AddDays(-2))).Add("1").EndRow();
        text.Add("p-2").Add("privatperson").Add("").Add("contacted").Add(Day(Today.AddDays(-40))).Add("ring").Add(Day(Today.AddDays(5))).Add("").EndRow();
        text.Add("p-3").Add("privatperson").Add("").Add("do-not-contact").Add(Day(Today.AddDays(-90))).Add("").Add("").Add("").EndRow();
        return text.ToString();
    }

    private string MakeDecisions()
    {
        DelimitedText text = new(';', "\r\n", "Beslut", "Hushåll", "Bostad", "Ort", "Till", "Beslutsdatum", "Skäl");
        int first = 101 + _occupied.Count;
        text.Add("lås").Add(Text(first + 1)).Add("HUS-01").Add("").Add("").Add(Day(Today.AddDays(-3))).Add("annat").EndRow();
        text.Add("uteslut").Add(Text(first + 2)).Add("HUS-02").Add("").Add("").Add(Day(Today.AddDays(-3))).Add("hushållet nej").EndRow();
        text.Add("håll").Add("").Add("HUS-04").Add("").Add(Day(Today.AddDays(30))).Add(Day(Today.AddDays(-10))).Add("annat").EndRow();
        return text.ToString();
    }

    private string MakeSupport()
    {
        DelimitedText text = new(';', "\r\n", "Hushåll", "Steg", "Gjort", "Utfall", "Punkter");
        for (int i = 0; i < _occupied.Count; i++)
        {
            text.Add(Text(101 + i)).Add("furnish").Add(Day(Today.AddDays(-40 - i))).Add("bra").Add("").EndRow();
            text.Add(Text(101 + i)).Add("safe_home").Add(Day(Today.AddDays(-30 - i))).Add(i % 4 == 1 ? "problem" : "bra").Add("stove smoke_alarm").EndRow();
            if (i % 3 == 0)
            {
                text.Add(Text(101 + i)).Add("visit_1").Add(Day(Today.AddDays(-15))).Add(i % 2 == 0 ? "bra" : "problem").Add("").EndRow();
            }
        }

        return text.ToString();
    }
}
