using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>
/// A population extract: Navet (XML or term-coded), SPAR, a municipal table, or one already reduced to keys and counts. Only link keys and counts leave this
/// file; of a person's number a salted hash is kept until duplicates are dropped, and names are never read.
/// </summary>
public sealed record ResidentsSource : Source
{
    internal override void Read(SourceFile file, Inputs into)
    {
        using ResidentRows rows = file.OpenResidents();
        ResidentBook book = new(file, into);
        while (file.Guard(rows.Read))
        {
            file.Info.Read++;
            book.Enter(rows);
        }

        book.Close(rows);
    }
}
