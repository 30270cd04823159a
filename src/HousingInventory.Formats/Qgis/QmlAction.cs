namespace HousingInventory.Formats;

/// <summary>An address that QGIS opens in the browser when the user asks for it.</summary>
/// <param name="Key">A GUID in braces, unique in the layer and the same in every run.</param>
/// <param name="Title">What people read.</param>
/// <param name="Address">https://..., with expressions between [% and %].</param>
public sealed record QmlAction(string Key, string Title, string Address);
