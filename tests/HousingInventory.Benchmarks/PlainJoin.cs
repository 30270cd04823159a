using System.Globalization;
using HousingInventory.Sample;
using HousingInventory.Tests.Towns;

namespace HousingInventory.Benchmarks;

/// <summary>What an analyst would write in PostGIS or geopandas: residents to addresses by id or text, addresses to buildings by place, and what is left is empty.</summary>
internal static class PlainJoin
{
    public static string Of(SampleTown town)
    {
        Tests.Support.Given inputs = SampleInputs.Of(town);
        NetTopologySuite.Index.Strtree.STRtree<Model.Building> tree = new();
        inputs.Buildings.ForEach(b => tree.Insert(b.Outline.EnvelopeInternal, b));
        HashSet<string> inhabited = [];
        Dictionary<string, Model.Address> byId = inputs.Addresses.ToDictionary(a => a.Key!);
        Dictionary<string, Model.Address> byText = inputs.Addresses.GroupBy(a => a.Text.ToUpperInvariant()).ToDictionary(g => g.Key, g => g.First());
        foreach (HousingInventory.Sample.Registration r in town.Registrations.Where(r => r.Kind != HousingInventory.Sample.RegistrationKind.OtherMunicipality))
        {
            if (!byId.TryGetValue(r.AddressId, out Model.Address? address) && !byText.TryGetValue(r.StreetLine, out address))
            {
                continue;
            }

            NetTopologySuite.Geometries.Point point = new(address.X, address.Y);
            foreach (Model.Building building in tree.Query(point.EnvelopeInternal))
            {
                if (building.Outline.Contains(point))
                {
                    inhabited.Add(building.Id);
                }
            }
        }

        int said = 0;
        int right = 0;
        int empty = 0;
        foreach (SampleBuilding building in town.Buildings.Where(b => b.IsDwelling))
        {
            bool isEmpty = Truth.Status(building) == "nobody-registered";
            bool saysEmpty = !inhabited.Contains(building.Id);
            said += saysEmpty ? 1 : 0;
            empty += isEmpty ? 1 : 0;
            right += isEmpty && saysEmpty ? 1 : 0;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{(double)right / said,9:0.0000}  {(double)right / empty,6:0.0000}");
    }
}
