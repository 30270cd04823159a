using System.Globalization;

namespace HousingInventory.Sample;

/// <summary>Writes the households down as posts of the population register, with the faults that registers have.</summary>
internal sealed class RegisterBuilder(SampleTown town, SampleNoise noise, SampleRandom random)
{
    private static readonly string[] DeregistrationCodes = ["AV", "UV", "OB", "GN", "AN", "TA", "AV", "UV"];
    private readonly SampleRandom _random = random.For("register");
    private readonly PersonIds _ids = new(random.For("person ids"), town.Place.FirstPerson);
    private readonly List<Registration> _posts = [];
    private int _households;

    public void Write(IReadOnlyList<SampleHousehold> households)
    {
        foreach (SampleHousehold household in households)
        {
            Household(household);
        }

        int[] current = [.. Enumerable.Range(0, _posts.Count).Where(i => _posts[i].Kind == RegistrationKind.Current)];
        List<SampleBuilding> empty = [.. town.Buildings.Where(b => b.IsDwelling && b.Residents == 0 && b.Addresses.Count > 0)];
        _random.Shuffle(empty);
        Queue<SampleBuilding> targets = new(empty);
        History(current, targets);
        Unplaced(current.Length);
        Deregistered(current.Length, targets);
        OtherMunicipalities(current.Length, targets);
        Duplicates();
        _random.Shuffle(_posts);
        town.Registrations.AddRange(_posts);
    }

    private void Household(SampleHousehold household)
    {
        SampleBuilding home = household.Building;
        SampleDwelling dwelling = household.Dwelling;
        string surname = SampleNames.Surname(_households++);
        DateOnly date = Date();
        string line = dwelling.Address is null ? "" : AddressTyping.Write(dwelling.Address, household.Losses.Fault, _random);
        bool capitals = _random.Chance(0.3);
        for (int k = 0; k < household.Persons; k++)
        {
            Registration post = At(home, dwelling, dwelling.Address, household.Losses, line) with
            {
                PersonNumber = _ids.Next(),
                FirstName = SampleNames.FirstName(_random.Below(256)),
                Surname = surname,
                RegisteredOn = date,
                CapitalIds = capitals,
            };
            if (Protected(post, household.Protection) is { } written)
            {
                _posts.Add(written);
            }
        }

        if (household.Protection != Protection.None)
        {
            Withhold(home);
        }
        else
        {
            home.ResidentsInExtract += household.Persons;
            Losses lost = household.Losses;
            home.Labels |= (lost.Fault != TypingFault.None ? TruthLabels.TypedAddress : TruthLabels.None)
                | (lost.AddressKey ? TruthLabels.MissingKey : TruthLabels.None)
                | (lost.OldDesignation ? TruthLabels.OldDesignation : TruthLabels.None)
                | (lost.Dwelling ? TruthLabels.NoDwellingNumber : TruthLabels.None);
        }
    }

    // Everything that the register would say about somebody here, less what is lost.
    private Registration At(SampleBuilding home, SampleDwelling? dwelling, SampleAddress? address, Losses lost, string line)
    {
        bool addressKnown = address is not null && !lost.AddressKey;
        bool dwellingKnown = dwelling is not null && addressKnown && !lost.Dwelling;
        SampleLocality postal = town.Localities.MinBy(l => l.Centre.DistanceM(home.Middle))!;
        return new Registration
        {
            CountyCode = town.Place.CountyCode,
            MunicipalityCode = town.Place.Code[2..],
            Kind = RegistrationKind.Current,
            Home = home,
            Dwelling = dwelling,
            PersonNumber = "",
            FirstName = "",
            Surname = "",
            RegisteredOn = default,
            Designation = lost.OldDesignation ? $"EXEMPELGAMMALBYN 1:{_random.Whole(2, 400).ToString(CultureInfo.InvariantCulture)}" : home.Property.Designation,
            DwellingNumber = dwelling is null || lost.Dwelling ? "" : dwelling.Number,
            StreetLine = line,
            PostalCode = (address?.PostalCode ?? postal.RuralPostalCode).ToString("D5", CultureInfo.InvariantCulture),
            PostTown = (address?.PostTown ?? postal.Name).ToUpperInvariant(),
            PropertyKey = lost.EveryKey ? "" : home.Property.Key.ToString(CultureInfo.InvariantCulture),
            PropertyId = lost.EveryKey || lost.OldDesignation ? "" : home.Property.Id,
            AddressKey = addressKnown ? address!.Key.ToString(CultureInfo.InvariantCulture) : "",
            AddressId = addressKnown ? address!.Id : "",
            DwellingKey = dwellingKnown ? dwelling!.Key.ToString(CultureInfo.InvariantCulture) : "",
            DwellingId = dwellingKnown ? dwelling!.Id : "",
            Fault = lost.Fault,
        };
    }

    private Registration? Protected(Registration post, Protection protection) => protection switch
    {
        Protection.None => post,
        Protection.Absent => null,
        Protection.WithoutPlace => Placeless(post) with { Kind = RegistrationKind.Protected, ProtectionMark = true },
        Protection.Elsewhere => Placeless(post) with { Kind = RegistrationKind.OtherMunicipality, ProtectedRegistration = true, CountyCode = town.Place.CountyElsewhere, MunicipalityCode = "80" },
        _ => post with { Kind = RegistrationKind.Protected, ProtectionMark = true },
    };

    private static Registration Placeless(Registration post) => post with
    {
        Designation = "",
        DwellingNumber = "",
        StreetLine = "",
        PostalCode = "",
        PostTown = "",
        PropertyKey = "",
        PropertyId = "",
        AddressKey = "",
        AddressId = "",
        DwellingKey = "",
        DwellingId = "",
    };

    // The list names the building, sometimes only its address or its property.
    private void Withhold(SampleBuilding home)
    {
        int turn = town.Withheld.Count % 5;
        SampleAddress? address = home.Addresses.Count > 0 ? home.Addresses[0] : null;
        town.Withheld.Add(
            turn == 1 && address is not null ? new SampleWithheldKey("", address.Id, "")
            : turn == 3 ? new SampleWithheldKey("", "", home.Property.Id)
            : new SampleWithheldKey(home.Id, "", ""));
        home.Labels |= TruthLabels.Withheld;
        foreach (SampleBuilding other in home.Property.Homes.Where(b => b != home && b.IsDwelling))
        {
            other.Labels |= TruthLabels.BesideWithheld;
        }
    }

    private void History(int[] current, Queue<SampleBuilding> targets)
    {
        foreach (int at in _random.Share(current, noise.History))
        {
            SampleBuilding? past = targets.Count > 0 && _random.Chance(0.1) ? targets.Dequeue() : null;
            if (past is not null)
            {
                past.Labels |= TruthLabels.HistoryHere;
            }
            else
            {
                past = _random.Pick(town.Buildings);
            }

            SampleAddress? address = past.Addresses.Count > 0 ? past.Addresses[0] : null;
            _posts[at] = _posts[at] with
            {
                History =
                [
                    new PastRegistration(
                        Date(),
                        past.Property.Designation,
                        address?.Written.ToUpperInvariant() ?? "",
                        address?.PostalCode.ToString("D5", CultureInfo.InvariantCulture) ?? "",
                        address?.PostTown.ToUpperInvariant() ?? ""),
                ],
            };
        }
    }

    private void Unplaced(int current)
    {
        for (int k = Count(noise.Unplaced, current); k > 0; k--)
        {
            bool municipality = k % 3 != 0;
            _posts.Add(Nobody(RegistrationKind.Unplaced) with
            {
                Designation = municipality ? (k % 2 == 0 ? "PÅ KOMMUNEN SKRIVEN" : "") : "EXEMPELFIKTIVA 1:1",
                FictitiousNumber = municipality ? 0 : 9,
                StreetLine = k % 6 == 1 ? "BOX 99" : "",
            });
        }
    }

    private void Deregistered(int current, Queue<SampleBuilding> targets)
    {
        for (int k = Count(noise.Deregistered, current); k > 0; k--)
        {
            SampleBuilding home = Target(targets, k, TruthLabels.DeregisteredHere);
            _posts.Add(Copied(home, RegistrationKind.Deregistered) with
            {
                DeregistrationCode = DeregistrationCodes[k % DeregistrationCodes.Length],
                DeregistrationDate = Date(),
            });
        }
    }

    private void OtherMunicipalities(int current, Queue<SampleBuilding> targets)
    {
        for (int k = Count(noise.OtherMunicipality, current); k > 0; k--)
        {
            // The same text stands in another municipality; keys of that one are not ours.
            SampleBuilding home = Target(targets, k, TruthLabels.OtherMunicipalityHere);
            _posts.Add(Copied(home, RegistrationKind.OtherMunicipality) with
            {
                CountyCode = town.Place.CountyElsewhere,
                MunicipalityCode = k % 2 == 0 ? "80" : "09",
                PropertyKey = "",
                PropertyId = "",
                AddressKey = "",
                AddressId = "",
                DwellingKey = "",
                DwellingId = "",
            });
        }
    }

    private void Duplicates()
    {
        foreach (Registration post in _random.Share([.. _posts.Where(p => p.Kind == RegistrationKind.Current)], noise.DuplicatePerson))
        {
            _posts.Add(post with { Kind = RegistrationKind.Duplicate });
        }
    }

    private SampleBuilding Target(Queue<SampleBuilding> targets, int k, TruthLabels label)
    {
        if (k % 2 == 0 || targets.Count == 0)
        {
            return _random.Pick(town.Buildings);
        }

        SampleBuilding home = targets.Dequeue();
        home.Labels |= label;
        return home;
    }

    private Registration Copied(SampleBuilding home, RegistrationKind kind)
    {
        SampleAddress? address = home.Addresses.Count > 0 ? home.Addresses[0] : null;
        SampleDwelling? dwelling = home.Dwellings.Count > 0 ? home.Dwellings[0] : null;
        return At(home, dwelling, address, default, address is null ? "" : address.Written.ToUpperInvariant()) with
        {
            Kind = kind,
            Home = null,
            Dwelling = null,
            PersonNumber = _ids.Next(),
            FirstName = SampleNames.FirstName(_random.Below(256)),
            Surname = SampleNames.Surname(_households++),
            RegisteredOn = Date(),
        };
    }

    private Registration Nobody(RegistrationKind kind) => new()
    {
        CountyCode = town.Place.CountyCode,
        MunicipalityCode = town.Place.Code[2..],
        Kind = kind,
        Home = null,
        Dwelling = null,
        PersonNumber = _ids.Next(),
        FirstName = SampleNames.FirstName(_random.Below(256)),
        Surname = SampleNames.Surname(_households++),
        RegisteredOn = Date(),
    };

    private static int Count(double share, int of) => share <= 0 ? 0 : Math.Max(6, (int)Math.Round(share * of));

    private DateOnly Date() => new DateOnly(1975, 1, 1).AddDays(_random.Below(51 * 365));
}
