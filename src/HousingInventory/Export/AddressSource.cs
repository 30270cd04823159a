using HousingInventory.Model;

namespace HousingInventory.Export;

/// <summary>Whose address is shown for a building.</summary>
public enum AddressSource
{
    [Term("own", "Huset självt", "The house itself")]
    Own,

    [Term("property", "Fastigheten", "The property")]
    Property,

    [Term("none", "Ingen adress", "No address")]
    None,
}
