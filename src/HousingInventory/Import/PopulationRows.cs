using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>Rows of the registers' own layouts: Navet and SPAR.</summary>
internal sealed class PopulationRows(IPopulationCursor cursor) : ResidentRows
{
    public override string Layout => cursor.Layout;

    public override long Row => cursor.Row;

    public override string? Fault => cursor.Fault;

    public override RegistrationKey Key
    {
        get
        {
            PopulationRecord person = cursor.Current;
            return new RegistrationKey(
                person.DwellingUuid ?? person.DwellingNationalKey,
                person.AddressUuid ?? person.AddressNationalKey,
                person.UnplacedText is null ? person.Address : null,
                person.PostalCode,
                person.PostTown,
                person.PropertyUuid ?? person.PropertyNationalKey,
                person.UnplacedText is null ? person.Property : null,
                person.DwellingNumber,
                person.MunicipalityCode);
        }
    }

    // A person emigrated or missing is not registered even where no reason of de-registration is given.
    public override bool IsDeregistered => cursor.Current.IsDeregistered || cursor.Current.RegistrationType is "UV" or "OB";

    public override bool IsProtected => cursor.Current.IsProtected;

    public override bool HasFictitiousProperty => cursor.Current.HasFictitiousProperty;

    public override int Persons => 1;

    public override bool IsAggregated => false;

    public override int RegisteredOn => cursor.Current.RegisteredOn;

    public override DateOnly? Extracted => cursor.Extracted;

    public override bool LooksLikeChangeFile => cursor.LooksLikeChangeFile;

    public override long? StatedCount => cursor.StatedCount;

    public override bool HasPersonText => !cursor.Current.PersonNumber.IsWhiteSpace();

    public override bool Read() => cursor.Read();

    public override UInt128? Person(PersonHasher hasher, DateOnly asOf) => hasher.Hash(cursor.Current.PersonNumber, asOf);

    public override void Dispose() => cursor.Dispose();
}
