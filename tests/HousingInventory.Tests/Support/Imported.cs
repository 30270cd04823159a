using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Import;
using HousingInventory.Model;

namespace HousingInventory.Tests.Support;

/// <summary>What was read from the files of a test, and what was made of it before anything was linked.</summary>
internal sealed record Imported(Delivery Delivery, Question Question)
{
    public DateOnly AsOf => Question.AsOf;

    public IReadOnlyList<Building> Buildings => Question.Registers.Buildings;

    public IReadOnlyList<Address> Addresses => Question.Registers.Addresses;

    public IReadOnlyList<Property> Properties => Question.Registers.Properties;

    public IReadOnlyList<Dwelling> Dwellings => Question.Registers.Dwellings;

    public Registrations Registrations => Delivery.Registrations;

    public IReadOnlyList<WithheldKey> Withheld => Delivery.Withheld;

    public Surroundings Surroundings => Question.Surroundings;

    public Transit? Transit => Surroundings.Transit;

    public BoardingPosts? Posts => Surroundings.Posts;

    public IReadOnlyList<ServicePlace> Services => Surroundings.Services;

    public IReadOnlyList<Locality> Localities => Surroundings.Localities;

    public IReadOnlyList<HolidayArea> HolidayAreas => Surroundings.HolidayAreas;

    public IReadOnlyList<OnDemandZone> OnDemandZones => Surroundings.OnDemandZones;

    public IReadOnlyList<FollowUp> FollowUps => Question.Papers.FollowUps;

    public IReadOnlyList<FollowUpTable> FollowUpTables => Question.Papers.FollowUpTables;

    public IReadOnlyList<Evidence> Evidence => Question.Papers.Evidence;

    public IReadOnlyList<InputFile> Files => Question.Books.Files;

    public static Imported Of(LoadedConfig loaded, Run run)
    {
        Delivery delivery = Pipeline.Deliver(loaded, run);
        return new Imported(delivery, Pipeline.Prepare(delivery, loaded.Config, run));
    }
}
