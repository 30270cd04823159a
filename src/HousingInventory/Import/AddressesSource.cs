using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Import;

/// <summary>The address register: Belägenhetsadress Nedladdning, the entrances of the register's XML, a municipal layer or table, or OpenStreetMap.</summary>
public sealed record AddressesSource : Source
{
    internal static readonly SourceVocabulary Known = new(
        [
            new("lantmateriet-belagenhetsadress", Carrier.Table, "adressomrade_faststalltnamn"),
            new("lantmateriet-byggnad-xml-entrances", Carrier.BuildingXml),
            new("openstreetmap-addresses", Carrier.OpenStreetMap),
            new("address-table", Carrier.Table),
        ],
        [
            new("id", "belagenhetsadress_objektidentitet", "objektidentitet", "adressplats_objektidentitet", "adress_uuid", "adressplatsid", "adressid", "address_id", "id", "uuid") { Nouns = ColumnMap.AddressNouns },
            new("address", "adress", "belagenhetsadress", "adresstext", "gatuadress", "address", "full_address"),
            new("street", "adressomrade_faststalltnamn", "adressomrade", "adressomr", "gatunamn", "vagnamn", "street", "vejnavn", "addr:street"),
            new("farm", "gardsadressomrade_faststalltnamn", "gardsadressomrade", "gardsnamn", "farm"),
            new("number", "adressplatsnummer", "nr_num", "adressplat", "nummer", "husnr", "number", "husnr_tekst", "addr:housenumber"),
            new("letter", "bokstavstillagg", "nr_litt", "littera", "litt", "bokstav", "letter"),
            new("supplement", "lagestillagg"),
            new("supplementNumber", "lagestillaggsnummer"),
            new("deviates", "avvikerfranstandarden"),
            new("deviating", "avvikandeadressplatsbeteckning"),
            new("kind", "adressplatstyp"),
            new("areaKind", "adressomradestyp"),
            new("postalCode", "postnummer", "postnr", "postcode", "postal_code", "addr:postcode"),
            new("postTown", "postort", "ort", "post_town", "addr:city", "postnrnavn"),
            new("municipality", "kommunkod", "kommun", "municipality"),
            new("district", "kommundel_faststalltnamn", "kommundel", "district"),
            new("popularName", "popularnamn", "popnamn"),
            new("status", "statusforbelagenhetsadress", "status"),
            new("building", "byggnad_objektidentitet", "byggnad_uuid", "byggnad", "byggnadsid", "building_id") { Nouns = ColumnMap.BuildingNouns },
            new("property", "registerenhetsreferens", "fastighet_uuid", "registerenhet_uuid", "property_id") { Nouns = ColumnMap.PropertyNouns },
            new("x", ColumnMap.EastNames),
            new("y", ColumnMap.NorthNames),
        ])
    {
        Product =
        [
            "belagenhetsadress_objektidentitet", "adressplatstyp", "adressomrade_faststalltnamn", "adressomradestyp", "gardsadressomrade_faststalltnamn", "adressplatsnummer",
            "bokstavstillagg", "lagestillagg", "lagestillaggsnummer", "avvikerfranstandarden", "avvikandeadressplatsbeteckning", "postnummer", "postort", "kommunkod", "kommunnamn",
            "lanskod", "kommundel_faststalltnamn", "popularnamn", "statusforbelagenhetsadress", "versiongiltigfran",
        ],
    };

    internal override SourceVocabulary Vocabulary => Known;

    internal override void Read(SourceFile file, Batch into)
    {
        switch (file.Carrier)
        {
            case Carrier.OpenStreetMap:
                OsmAddresses.Read(file, into);
                break;
            case Carrier.BuildingXml:
                BuildingXml.ReadEntrances(file, into);
                break;
            default:
                ReadTable(file, into);
                break;
        }
    }

    private static void ReadTable(SourceFile file, Batch into)
    {
        using SaidCursor cursor = file.Open(static l => l.Name.Contains("adress", StringComparison.OrdinalIgnoreCase) || l.Name.Contains("address", StringComparison.OrdinalIgnoreCase), "belagenhetsadress", "adress", "adresser", "addresses");
        AddressColumns columns = new(file.Columns(cursor.Layer));
        file.Info.Layout = columns.Layout;
        if (columns.Area < 0 && columns.Written < 0)
        {
            throw file.Refuse("has no column with a street or an address; name one with \"columns\": { \"address\": \"...\" }.");
        }

        PlaceReader places = file.Places(cursor);
        long adrift = 0;
        Func<bool> next = cursor.Read;
        while (file.Guard(next))
        {
            file.Info.Read++;
            if (cursor.Fault is { } fault)
            {
                file.LeaveOut("broken", new BrokenRecord(fault), cursor.Row);
                continue;
            }

            (double x, double y) = Point(cursor, columns, places);
            Address? address = columns.Read(file, cursor, x, y);
            if (address is null)
            {
                file.LeaveOut("no-address", new BrokenRecord("has no street, village or farm"), cursor.Row);
                continue;
            }

            if (file.Municipalities.Count > 0 && address.Municipality is { } code && !file.Municipalities.Contains(code))
            {
                file.Info.Leave("other-municipality");
                if (double.IsFinite(x) && double.IsFinite(y))
                {
                    into.AddressesElsewhere.Add(new Coordinate(x, y));
                }

                continue;
            }

            if (places.IsMisfit)
            {
                file.Notice(places.Left.Notice with { Row = cursor.Row });
            }

            into.Addresses.Add(address);
            file.Info.Used++;
            adrift += double.IsNaN(address.X) && address.BuildingKeys.Count == 0 && address.PropertyKey is null ? 1 : 0;
        }

        // Single ones are without a point in every register; most of them are so where the columns were not found.
        if (2 * adrift > file.Info.Used)
        {
            file.Notice(new AddressesWithoutPlace(adrift, file.Info.Used));
        }

        if (columns.NumbersFromDays > 0)
        {
            file.Notice(new HouseNumbersWereDays(columns.NumbersFromDays));
        }

        places.Finish();
    }

    /// <summary>The point of an address; a MultiPoint gives its first in the order of coordinates, so that their order in the file does not matter.</summary>
    private static (double X, double Y) Point(SaidCursor cursor, AddressColumns columns, PlaceReader places)
    {
        if (cursor.Layer.GeometryColumn is not null)
        {
            return places.Read() switch
            {
                Point point => (point.X, point.Y),
                MultiPoint points => points.Coordinates.OrderBy(c => c.X).ThenBy(c => c.Y).Select(c => (c.X, c.Y)).First(),
                { } other => (other.InteriorPoint.X, other.InteriorPoint.Y),
                null => (double.NaN, double.NaN),
            };
        }

        return places.Read(cursor.NumberAt(columns.X), cursor.NumberAt(columns.Y)) ?? (double.NaN, double.NaN);
    }
}
