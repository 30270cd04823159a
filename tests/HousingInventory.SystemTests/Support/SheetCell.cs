namespace HousingInventory.SystemTests;

/// <summary>A cell of a sheet.</summary>
/// <param name="Type">What LibreOffice takes it for: float, string, date, ...; empty for an empty cell.</param>
/// <param name="Text">What a person sees.</param>
/// <param name="Number">Its value if it is a number.</param>
public sealed record SheetCell(string Type, string Text, double? Number);
