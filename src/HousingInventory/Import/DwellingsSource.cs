using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>The dwelling register: a table, or Lantmäteriet's XML.</summary>
public sealed record DwellingsSource : Source
{
    internal static readonly SourceVocabulary Known = new(
        [
            new("lantmateriet-lagenhet-xml", Carrier.BuildingXml),
            new("dwelling-table", Carrier.Table),
        ],
        [
            new("id", "lagenhet_objektidentitet", "objektidentitet", "lagenhet_uuid", "lagenhetsid", "dwelling_id", "id") { Nouns = ColumnMap.DwellingNouns },
            new("number", "lagenhetsnummer", "lghnr", "lgh", "lagenhetsnr", "dwelling_number", "number"),
            new("addressId", "belagenhetsadress_objektidentitet", "adressplatsid", "adress_uuid", "adressid", "address_id") { Nouns = ColumnMap.AddressNouns },
            new("address", "adress", "belagenhetsadress", "gatuadress", "address"),
            new("building", "byggnad_objektidentitet", "byggnad_uuid", "byggnadsid", "byggnad", "building_id") { Nouns = ColumnMap.BuildingNouns },
        ]);

    internal override SourceVocabulary Vocabulary => Known;

    internal override SourceReader ReadBy => SourceReader.Run;

    internal override void Read(SourceFile file, Batch into)
    {
        if (file.Carrier == Carrier.BuildingXml)
        {
            BuildingXml.ReadDwellings(file, into);
            return;
        }

        using SaidCursor cursor = file.Open(static l => l.Name.Contains("lagenhet", StringComparison.OrdinalIgnoreCase) || l.Name.Contains("dwelling", StringComparison.OrdinalIgnoreCase), "lagenhet", "lagenheter", "dwellings");
        ColumnMap columns = file.Columns(cursor.Layer);
        int key = columns.Find("id");
        int number = columns.Find("number");
        int address = columns.Find("addressId");
        int text = columns.Find("address");
        int building = columns.Find("building");
        file.Info.Layout = columns.Layout;
        if (address < 0 && text < 0 && building < 0)
        {
            throw file.Refuse("has no column that ties a dwelling to an address or a building; name one with \"columns\": { \"addressId\": \"...\" }.");
        }

        TableScan.Rows(file, cursor, () =>
        {
            Dwelling dwelling = new()
            {
                KeptKey = Keyed.Of(cursor, key),
                Number = Texts.Padded(cursor.TextAt(number), 4),
                KeptAddressKey = Keyed.Of(cursor, address),
                AddressText = cursor.TextAt(text),
                KeptBuildingKey = Keyed.Of(cursor, building),
            };
            if (dwelling.KeptAddressKey.IsNone && dwelling.AddressText is null && dwelling.KeptBuildingKey.IsNone)
            {
                return ("no-address", new BrokenRecord("has neither an address nor a building"));
            }

            into.Dwellings.Add(dwelling);
            return null;
        });
    }
}
