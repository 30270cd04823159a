using System.Globalization;
using HousingInventory.Model;

namespace HousingInventory.Difference;

/// <summary>
/// Whether the rows of the registers that are about a home itself (outline, purpose, addresses, property, dwellings, evidence) are the same in two worlds. Where they
/// are, and its answer is another, rows about other homes have moved the links.
/// </summary>
internal sealed class OwnRows(WorldList before, WorldList after)
{
    private readonly Side _before = new(before);
    private readonly Side _after = new(after);

    /// <summary>Whether any row about the home differs.</summary>
    public bool Differ(string id)
    {
        string[] parts = [.. _before.Parts(id).Union(_after.Parts(id), StringComparer.Ordinal)];
        string[] addresses = [.. _before.Addresses(parts).Union(_after.Addresses(parts), StringComparer.Ordinal)];
        string[] properties = [.. _before.Properties(parts).Union(_after.Properties(parts), StringComparer.Ordinal)];
        return !_before.Rows(parts, addresses, properties).SequenceEqual(_after.Rows(parts, addresses, properties));
    }

    private sealed class Side
    {
        private readonly WorldList _world;
        private readonly Dictionary<string, Building> _buildings;
        private readonly ILookup<int, string> _parts;
        private readonly ILookup<string, Address> _addresses;
        private readonly ILookup<string, Property> _properties;
        private readonly ILookup<string, Dwelling> _dwellings;
        private readonly ILookup<string, Evidence> _evidence;

        public Side(WorldList world)
        {
            _world = world;
            Registers registers = world.Registers;
            _buildings = registers.Buildings.ToDictionary(static b => b.Id, StringComparer.Ordinal);
            _parts = registers.Buildings.ToLookup(b => world.Linkage.HouseOf[b.Index], static b => b.Id);
            _addresses = registers.Addresses.ToLookup(Name, StringComparer.Ordinal);
            _properties = registers.Properties.ToLookup(Name, StringComparer.Ordinal);
            _dwellings = registers.Dwellings.SelectMany(static d => new[] { d.BuildingKey, d.AddressKey, d.AddressText }.OfType<string>().Select(k => (Key: k, Row: d)))
                .ToLookup(static d => d.Key, static d => d.Row, StringComparer.Ordinal);
            _evidence = world.Evidence.ToLookup(static e => e.Key, StringComparer.OrdinalIgnoreCase);
        }

        public IEnumerable<string> Parts(string id) => _buildings.TryGetValue(id, out Building? building) ? _parts[_world.Linkage.HouseOf[building.Index]] : [id];

        public IEnumerable<string> Addresses(string[] parts) => Of(parts).SelectMany(b => _world.Linkage.AddressesOf[b.Index]).Select(a => Name(_world.Registers.Addresses[a]));

        public IEnumerable<string> Properties(string[] parts) => Of(parts).Select(b => _world.Linkage.PropertyOf[b.Index]).Where(static p => p >= 0).Select(p => Name(_world.Registers.Properties[p]));

        /// <summary>The rows as text, each kind in an order of its own.</summary>
        public IEnumerable<string> Rows(string[] parts, string[] addresses, string[] properties)
        {
            string[] keys = [.. parts, .. parts.Select(Ref.Of), .. addresses, .. addresses.SelectMany(a => _addresses[a]).Select(static a => a.Text), .. properties, .. properties.SelectMany(p => _properties[p]).Select(static p => p.Designation)];
            return
            [
                .. Of(parts).Select(Text).Order(StringComparer.Ordinal),
                .. addresses.SelectMany(a => _addresses[a]).Select(Text).Order(StringComparer.Ordinal),
                .. properties.SelectMany(p => _properties[p]).Select(Text).Order(StringComparer.Ordinal),
                .. keys.SelectMany(k => _dwellings[k]).Select(static d => $"{d.Key}|{d.Number}|{d.AddressKey}|{d.AddressText}|{d.BuildingKey}").Distinct().Order(StringComparer.Ordinal),
                .. keys.SelectMany(k => _evidence[k]).Select(static e => $"{e.Key}|{e.Kind}|{e.Class}").Distinct().Order(StringComparer.Ordinal),
            ];
        }

        private IEnumerable<Building> Of(string[] parts) => parts.Select(p => _buildings.GetValueOrDefault(p)).OfType<Building>();

        private static string Name(Address address) => address.Key ?? string.Create(CultureInfo.InvariantCulture, $"{address.Text}|{address.X}|{address.Y}");

        private static string Name(Property property) => property.Key ?? property.Designation;

        private static string Text(Building building) =>
            $"{building.Id}|{building.Purpose}|{building.IsDwelling}|{building.IsMultiDwelling}|{string.Join(' ', building.PropertyKeys)}|{Convert.ToHexString(building.Outline.AsBinary())}";

        private static string Text(Address a) => string.Create(
            CultureInfo.InvariantCulture,
            $"{a.Key}|{a.Area}|{a.Farm}|{a.Number}|{a.Supplement}|{a.PostalCode}|{a.PostTown}|{a.PopularName}|{a.InForce}|{a.IsVillage}|{a.X}|{a.Y}|{string.Join(' ', a.BuildingKeys)}|{a.PropertyKey}");

        private static string Text(Property property) => $"{property.Key}|{property.Designation}|{Convert.ToHexString(property.Area.AsBinary())}";
    }
}
