namespace HousingInventory.Import;

/// <summary>One usable row of residents, until duplicates are dropped.</summary>
/// <param name="Person">Salted hash of the number; 0 when the row has none. No hash is 0, but for a chance of 2⁻¹²⁸.</param>
/// <param name="Key">Index of its keys.</param>
/// <param name="Persons">Persons that it stands for.</param>
/// <param name="RegisteredOn">yyyyMMdd, 0 when unknown.</param>
/// <param name="File">Index of its file in <see cref="Batch.Files"/>.</param>
internal readonly record struct ResidentRow(UInt128 Person, int Key, int Persons, int RegisteredOn, int File);
