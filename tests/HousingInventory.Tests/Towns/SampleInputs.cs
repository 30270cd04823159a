using System.Globalization;
using HousingInventory.Model;
using HousingInventory.Sample;
using HousingInventory.Tests.Support;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;

namespace HousingInventory.Tests.Towns;

/// <summary>
/// Makes the inputs of a synthetic municipality without going through files, as Import would read them, with registers or keys left out at will.
/// </summary>
internal static class SampleInputs
{
    /// <summary>What an extract holds.</summary>
    public sealed record Delivery(bool Dwellings = true, bool AddressKeys = true, bool Designations = true, bool Texts = true, bool Properties = true, bool DwellingBuildings = true);

    public static Given Of(SampleTown town, Delivery? delivery = null)
    {
        delivery ??= new Delivery();
        Given given = new() { Buildings = [.. town.Buildings.Select(Building)] };
        given.Addresses.AddRange(town.Addresses.Select(Address));
        if (delivery.Properties)
        {
            given.Properties.AddRange(town.Properties.Select(Property));
        }

        if (delivery.Dwellings)
        {
            given.Dwellings.AddRange(town.Dwellings.Where(d => d.Address is not null && d.Building.Kind != SampleBuildingKind.HolidayHouse).Select(d => Dwelling(d, delivery)));
        }

        foreach (Registration r in town.Registrations.Where(r => r.Kind == RegistrationKind.Current))
        {
            given.Registrations.Add(Key(r, delivery));
        }

        given.Withheld.AddRange(town.Withheld.Select(w => new Model.WithheldKey(w.BuildingId + w.AddressId + w.PropertyId)));
        given.Localities.AddRange(town.Localities.Where(l => l.Outline.Length > 0).Select(l => new Model.Locality(l.Name, Polygon(l.Outline), l.Population)));
        return given;
    }

    /// <summary>The municipality with all keys, and its truth: by building its status, whether it must not be told, and how it was made.</summary>
    public static (Town Town, IReadOnlyDictionary<string, (string Status, bool Hidden, string Program)> Truth) AsTown(SampleTown town)
    {
        Given inputs = Of(town);
        Town copy = new Town().Take(inputs.Buildings, inputs.Addresses, inputs.Properties, inputs.Dwellings, inputs.Withheld);
        foreach (IGrouping<RegistrationKey, Registration> home in town.Registrations.Where(r => r.Kind == RegistrationKind.Current).GroupBy(r => Key(r, new Delivery())))
        {
            copy.Lives(home.Key, home.Count());
        }

        copy.More.Add(more => more.HolidayAreas.AddRange(town.HolidayAreas.Select((ring, i) => new HolidayArea("area " + i.ToString(CultureInfo.InvariantCulture), Polygon(ring)))));
        return (copy, town.Buildings.ToDictionary(
            b => b.Id,
            b => (Truth.Status(b), b.Labels.HasFlag(TruthLabels.Withheld) || b.Labels.HasFlag(TruthLabels.BesideWithheld), $"{b.Kind} {TruthLabelWords.Text(b.Labels)}")));
    }

    private static RegistrationKey Key(Registration r, Delivery delivery) => new(
        delivery.Dwellings ? Blank(r.DwellingId) : null,
        delivery.AddressKeys ? Blank(r.AddressId) : null,
        delivery.Texts ? Blank(r.StreetLine) : null,
        Blank(r.PostalCode),
        Blank(r.PostTown),
        delivery.Designations ? Blank(r.PropertyId) : null,
        delivery.Designations ? Blank(r.Designation) : null,
        delivery.Dwellings ? Blank(r.DwellingNumber) : null,
        r.CountyCode + r.MunicipalityCode);

    private static string? Blank(string text) => text.Length == 0 ? null : text;

    private static Model.Building Building(SampleBuilding b)
    {
        Geometry outline = b.Rows.Count == 1 ? Polygon(b.Rows[0]) : UnaryUnionOp.Union(b.Rows.Select(Polygon));
        string[] labels = [.. b.Purposes.Select(p => p.Split(';')[1].Trim().Length > 0 ? p.Split(';')[1].Trim() : p.Split(';')[0])];
        int dwelling = Array.FindIndex(b.Purposes, p => p.StartsWith("Bostad", StringComparison.Ordinal));
        return new Model.Building
        {
            Id = b.Id,
            Outline = outline,
            FootprintM2 = outline.Area,
            House = outline.Centroid.Within(outline) ? outline.Centroid.Coordinate : outline.InteriorPoint.Coordinate,
            IsDwelling = dwelling >= 0,
            Purpose = labels[Math.Max(0, dwelling)],
            Kind = HousingInventory.Import.Purposes.Read(b.Purposes[Math.Max(0, dwelling)]).Kind,
            IsMultiDwelling = labels[Math.Max(0, dwelling)] is "Flerfamiljshus" or "Småhus med flera lägenheter",
            Source = "buildings",
            Row = 1,
        };
    }

    private static Model.Address Address(SampleAddress a) => new()
    {
        Key = a.Id,
        Area = a.Area,
        Farm = a.Farm.Length > 0 ? a.Farm : null,
        Number = a.Number > 0 ? a.Number.ToString(CultureInfo.InvariantCulture) + a.Letter : null,
        PostalCode = a.PostalCode.ToString("D5", CultureInfo.InvariantCulture),
        PostTown = a.PostTown,
        Municipality = "2482",
        InForce = !a.Reserved,
        IsVillage = a.Kind != AddressKind.Street,
        X = a.Point.East,
        Y = a.Point.North,
    };

    private static Model.Property Property(SampleProperty p) => new()
    {
        Key = p.Id,
        Designation = p.Designation,
        Tract = p.Tract,
        Municipality = "2482",
        Area = p.Areas.Count == 1 ? Polygon(p.Areas[0]) : new MultiPolygon([.. p.Areas.Select(Polygon)]),
    };

    private static Model.Dwelling Dwelling(SampleDwelling d, Delivery delivery) => new()
    {
        Key = d.Id,
        Number = d.Number.Length > 0 ? d.Number : null,
        AddressKey = d.Address!.Id,
        BuildingKey = delivery.DwellingBuildings ? d.Building.Id : null,
    };

    private static Polygon Polygon(HousingInventory.Sample.Position[] ring) => new(new LinearRing([.. ring.Select(p => new Coordinate(p.East, p.North))]));
}
