using HousingInventory.Formats;
using NetTopologySuite.Geometries;

namespace HousingInventory.Sample;

/// <summary>The registers with geometry as GeoPackages, in the layouts in which Lantmäteriet and Statistics Sweden deliver them.</summary>
internal static class RegisterLayers
{
    private static readonly DateTime Delivered = new(2026, 11, 1, 3, 0, 0, DateTimeKind.Utc);
    private static readonly GeometryFactory Shapes = new(new PrecisionModel(), 3006);

    /// <summary>Byggnad Nedladdning: one row a part, most as multipolygons and some as polygons.</summary>
    public static void WriteBuildings(SampleTown town, string path) => Write(
        path,
        Layer("byggnad", "GEOMETRY", "geom", "objektidentitet TEXT", "versiongiltigfran DATETIME", "objektversion INTEGER", "objekttypnr INTEGER", "objekttyp TEXT", "andamal1 TEXT", "andamal2 TEXT", "andamal3 TEXT", "andamal4 TEXT", "andamal5 TEXT", "huvudbyggnad TEXT", "husnummer INTEGER", "byggnadsnamn1 TEXT", "byggnadsnamn2 TEXT", "byggnadsnamn3 TEXT", "insamlingslage TEXT", "lagesosakerhetplan DOUBLE", "lagesosakerhethojd DOUBLE", "ursprunglig_organisation TEXT"),
        BuildingRows(town));

    /// <summary>Belägenhetsadress Nedladdning.</summary>
    public static void WriteAddresses(SampleTown town, string path) => Write(
        path,
        Layer("belagenhetsadress", "POINT", "adressplatspunkt", "belagenhetsadress_objektidentitet TEXT", "adressplatstyp TEXT", "adressomrade_faststalltnamn TEXT", "adressomradestyp TEXT", "gardsadressomrade_faststalltnamn TEXT", "adressplatsnummer TEXT", "bokstavstillagg TEXT", "lagestillagg TEXT", "lagestillaggsnummer INTEGER", "avvikerfranstandarden INTEGER", "avvikandeadressplatsbeteckning TEXT", "postnummer INTEGER", "postort TEXT", "kommunkod TEXT", "kommunnamn TEXT", "lanskod TEXT", "kommundel_faststalltnamn TEXT", "popularnamn TEXT", "statusforbelagenhetsadress TEXT", "versiongiltigfran DATETIME"),
        AddressRows(town));

    /// <summary>Fastighetsindelning Nedladdning, the areas of register units.</summary>
    public static void WriteProperties(SampleTown town, string path) => Write(
        path,
        Layer("registerenhetsomradesyta", "MULTIPOLYGON", "geometri", "objektidentitet TEXT", "registerenhetsreferens TEXT", "objekttyp TEXT", "lanskod TEXT", "kommunkod TEXT", "kommunnamn TEXT", "trakt TEXT", "block TEXT", "enhet INTEGER", "omradesnummer INTEGER", "etikett TEXT", "senastandrad DATETIME"),
        PropertyRows(town));

    /// <summary>Statistics Sweden's localities.</summary>
    public static void WriteLocalities(SampleTown town, string path) => Write(
        path,
        Layer("Tatorter_2023", "POLYGON", "geom", "tatortskod TEXT", "tatort TEXT", "kommun TEXT", "kommunnamn TEXT", "lan TEXT", "lannamn TEXT", "bef INTEGER", "area_ha INTEGER", "ar INTEGER", "validfrom TEXT", "validto TEXT"),
        LocalityRows(town));

    /// <summary>Statistics Sweden's areas of holiday homes; "fritidshus" is a code there, not a count.</summary>
    public static void WriteHolidayAreas(SampleTown town, string path) => Write(
        path,
        Layer("Fritidshusomraden_2020", "POLYGON", "geom", "fritidshus TEXT", "kommun TEXT", "ar INTEGER"),
        town.HolidayAreas.Select((ring, k) => ((Geometry?)Polygon(ring), new object?[] { Text($"{town.Place.Code}F{k + 1:D4}"), town.Place.Code, 2020 })));

    private static IEnumerable<(Geometry? Geometry, object?[] Values)> BuildingRows(SampleTown town)
    {
        int number = 0;
        foreach (SampleBuilding building in town.Buildings)
        {
            foreach (Position[] row in building.Rows)
            {
                // One in six hundred is a plain polygon in deliveries; here one in sixty.
                Polygon outline = Polygon(row);
                string?[] purposes = new string?[5];
                building.Purposes.CopyTo(purposes, 0);
                string type = building.Purposes[0].Split(';')[0];
                yield return (
                    ++number % 60 == 0 ? outline : Shapes.CreateMultiPolygon([outline]),
                    [
                        building.Id, Delivered.AddDays(-(number % 5000)), 1 + (number % 3), building.TypeNumber, type,
                        purposes[0], purposes[1], purposes[2], purposes[3], purposes[4],
                        number % 300 == 0 ? "Ja" : "Nej", building.HouseNumber, null, null, null,
                        building.CapturePosition, building.UncertaintyM, number % 4 == 0 ? null : 1.0, number % 5 == 0 ? "Lantmäteriet" : $"{town.Place.Name} kommun",
                    ]);
            }
        }
    }

    private static IEnumerable<(Geometry? Geometry, object?[] Values)> AddressRows(SampleTown town)
    {
        int number = 0;
        foreach (SampleAddress address in town.Addresses)
        {
            (string place, string area) = address.Kind switch
            {
                AddressKind.Street => ("Gatuadressplats", "Gatuadressområde"),
                AddressKind.Village => ("Byadressplats", "Byadressområde"),
                _ => ("Gårdsadressplats", "Byadressområde"),
            };
            bool noPostalCode = ++number % 90 == 0;
            yield return (
                Shapes.CreatePoint(new Coordinate(address.Point.East, address.Point.North)),
                [
                    address.Id, place, address.Area, area, address.Farm.Length > 0 ? address.Farm : null,
                    address.Number > 0 ? Text($"{address.Number}") : null, address.Letter.Length > 0 ? address.Letter : null, null, null, 0, null,
                    noPostalCode ? 0 : address.PostalCode, noPostalCode ? null : address.PostTown, town.Place.Code, town.Place.Name, town.Place.CountyCode, town.Place.Name, null,
                    address.Reserved ? "Reserverad" : "Gällande", Delivered.AddDays(-(number % 4000)),
                ]);
        }
    }

    private static IEnumerable<(Geometry? Geometry, object?[] Values)> PropertyRows(SampleTown town)
    {
        foreach (SampleProperty property in town.Properties)
        {
            for (int k = 0; k < property.Areas.Count; k++)
            {
                bool joint = property.Block == "S";
                yield return (
                    Polygon(property.Areas[k]),
                    [
                        property.AreaIds[k], property.Id, joint ? "samfällighetsområde" : "fastighetsområde", town.Place.CountyCode, town.Place.Code, town.Place.Name.ToUpperInvariant(),
                        property.Tract, property.Block.Length > 0 ? property.Block : null, property.Unit, k + 1,
                        property.Block.Length > 0 ? Text($"{property.Block}:{property.Unit}") : Text($"{property.Unit}"), Delivered.AddDays(-(property.Unit % 3000)),
                    ]);
            }
        }
    }

    private static IEnumerable<(Geometry? Geometry, object?[] Values)> LocalityRows(SampleTown town)
    {
        foreach (SampleLocality locality in town.Localities)
        {
            Polygon area = Polygon(locality.Outline);
            yield return (
                area,
                [locality.Code, locality.Name, town.Place.Code, town.Place.Name, town.Place.CountyCode, town.Place.Number == 0 ? "Västerbotten" : "Exempellän", locality.Population, (int)(area.Area / 10_000), 2023, "2023-12-31", null]);
        }
    }

    private static void Write(string path, GpkgLayerDefinition layer, IEnumerable<(Geometry? Geometry, object?[] Values)> rows)
    {
        using GeoPackageWriter writer = GeoPackageWriter.Create(path, Delivered);
        writer.AddLayer(layer, rows);
        writer.Complete();
    }

    private static GpkgLayerDefinition Layer(string name, string geometryType, string geometryColumn, params ReadOnlySpan<string> columns)
    {
        List<GpkgColumn> definitions = [];
        foreach (string column in columns)
        {
            string[] parts = column.Split(' ');
            definitions.Add(new GpkgColumn(parts[0], parts[1]));
        }

        return new GpkgLayerDefinition
        {
            Name = name,
            Identifier = $"EXEMPELDATA {name}",
            Description = "EXEMPELDATA: ingenting här finns i verkligheten.",
            Crs = CrsTable.Sweref99Tm,
            GeometryType = geometryType,
            GeometryColumn = geometryColumn,
            Columns = definitions,
        };
    }

    private static Polygon Polygon(Position[] ring) => Shapes.CreatePolygon([.. ring.Select(p => new Coordinate(p.East, p.North))]);

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
