namespace HousingInventory.Model;

/// <summary>
/// What is left of a population extract: link keys with a count of persons, never a person. Rows with the same keys are one entry. Dropped after Link.
/// </summary>
public sealed class Registrations
{
    /// <summary>The distinct sets of link keys, in order of first appearance.</summary>
    public List<RegistrationKey> Keys { get; } = [];

    /// <summary>How many persons are registered with these keys; parallel to <see cref="Keys"/>, at least 1.</summary>
    public List<int> Persons { get; } = [];

    /// <summary>Rows that are registered somewhere but at no place that could be a home (protected, on the municipality, fictitious property, no address).</summary>
    public long NotPlaceable { get; set; }
}

/// <summary>Everything by which a registration can be tied to a building. Null members are unknown. Values as delivered, trimmed; ids normalised.</summary>
/// <param name="Dwelling">Dwelling id.</param>
/// <param name="Address">Address id.</param>
/// <param name="AddressText">Written address.</param>
/// <param name="PostalCode">Five digits.</param>
/// <param name="PostTown">Post town.</param>
/// <param name="Property">Property id.</param>
/// <param name="Designation">Property designation without the municipality.</param>
/// <param name="DwellingNumber">Four digits.</param>
/// <param name="Municipality">Four digits.</param>
public readonly record struct RegistrationKey(
    string? Dwelling,
    string? Address,
    string? AddressText,
    string? PostalCode,
    string? PostTown,
    string? Property,
    string? Designation,
    string? DwellingNumber,
    string? Municipality);
