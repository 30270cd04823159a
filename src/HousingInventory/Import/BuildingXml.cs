using System.IO.Compression;
using HousingInventory.Formats;
using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Import;

/// <summary>
/// Lantmäteriet's XML of buildings, the product that ties building, address and property together. The same file serves as buildings, addresses (its
/// entrances, when they have a position) and dwellings.
/// </summary>
internal static class BuildingXml
{
    /// <summary>Whether the file is such XML, bare or in a zip.</summary>
    public static bool Is(SourceFile file) => file.Guard(() =>
    {
        byte[] head = new byte[16 * 1024];
        using FileStream stream = File.OpenRead(file.FullPath);
        head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (!head.AsSpan().StartsWith("PK\x03\x04"u8))
        {
            return BuildingXmlReader.Recognise(head);
        }

        try
        {
            stream.Position = 0;
            using ZipArchive archive = new(stream, ZipArchiveMode.Read);
            return archive.Entries.Any(e => e.Name.StartsWith("byggnad", StringComparison.OrdinalIgnoreCase) && e.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    });

    public static void ReadBuildings(SourceFile file, Batch into)
    {
        file.Info.Layout = "lantmateriet-byggnad-xml";
        Each(file, (record, transform) =>
        {
            if (record.Geometry is not IPolygonal outline)
            {
                return ("not-an-area", new NotAnArea { Feature = Texts.Id(record.Id) });
            }

            if (Outlines.IsTooComplex(record.Geometry!, ReadLimits.Current.OutlineCorners))
            {
                return ("outline-too-complex", new OutlineTooComplex { Feature = Texts.Id(record.Id) });
            }

            BuildingPurpose? dwelling = record.Purposes.FirstOrDefault(p => string.Equals(p.Type, "Bostad", StringComparison.OrdinalIgnoreCase));
            BuildingPurpose? shown = dwelling ?? (record.Purposes.Count > 0 ? record.Purposes[0] : null);
            Purposes.Reading reading = Purposes.Read($"{shown?.Type};{shown?.Purpose}");
            Geometry placed = transform(record.Geometry!);
            into.Buildings.Add(new BuildingRow(
                Texts.Id(record.Id) ?? BuildingRow.IdOf(placed), placed, reading.IsDwelling && record.Status is not (RegisterStatus.Planned or RegisterStatus.Deregistered),
                reading.Label, reading.Kind, reading.IsMulti,
                [.. record.RegisterUnits.Select(u => Keyed.Of(u.Key ?? u.NationalKey)).OfType<string>()], file.Info.Id, file.Info.Read));
            AddEntrances(record, transform, into);
            return null;
        });
    }

    public static void ReadEntrances(SourceFile file, Batch into)
    {
        file.Info.Layout = "lantmateriet-byggnad-xml-entrances";
        Each(file, (record, transform) =>
        {
            AddEntrances(record, transform, into);
            return null;
        });
    }

    public static void ReadDwellings(SourceFile file, Batch into)
    {
        file.Info.Layout = "lantmateriet-lagenhet-xml";
        Each(file, (record, _) =>
        {
            foreach (BuildingEntrance entrance in record.Entrances)
            {
                foreach (BuildingDwelling dwelling in entrance.Dwellings.Where(d => d.Status is not (RegisterStatus.Planned or RegisterStatus.Deregistered)))
                {
                    into.Dwellings.Add(new Dwelling
                    {
                        Key = Keyed.Of(dwelling.Key),
                        Number = Texts.Padded(dwelling.Number, 4),
                        AddressKey = Keyed.Of(entrance.AddressKey ?? entrance.AddressNationalKey),
                        BuildingKey = Keyed.Of(record.Id),
                    });
                }
            }

            return null;
        });
    }

    /// <summary>An entrance ties an address, known by its key, to the building.</summary>
    private static void AddEntrances(BuildingXmlRecord record, Func<Geometry, Geometry> transform, Batch into)
    {
        foreach (BuildingEntrance entrance in record.Entrances)
        {
            if (Keyed.Of(entrance.AddressKey ?? entrance.AddressNationalKey) is { } address && Keyed.Of(record.Id) is { } building)
            {
                Point? place = entrance.Position is null ? null : transform(entrance.Position) as Point;
                into.Entrances.Add(new Entrance(address, building, place?.X ?? double.NaN, place?.Y ?? double.NaN));
            }
        }
    }

    private static void Each(SourceFile file, Func<BuildingXmlRecord, Func<Geometry, Geometry>, (string Reason, Diagnostics.Notice Notice)?> use)
    {
        using BuildingXmlReader reader = file.Guard(() => BuildingXmlReader.Open(file.FullPath));
        CrsTransform? transform = null;
        while (file.Guard(reader.Read))
        {
            file.Info.Read++;
            if (reader.Fault is { } fault)
            {
                file.LeaveOut("broken", new BrokenRecord(fault), reader.Row);
                continue;
            }

            Geometry Working(Geometry geometry)
            {
                Crs crs = file.Options.Crs ?? reader.Crs ?? throw file.Refuse($"states a CRS that this tool does not know ({reader.CrsText}); say what it is with \"crs\": \"EPSG:...\".");
                transform ??= CrsTransform.Between(crs, file.WorkingCrs);
                file.Info.Crs = crs.ToString();
                return transform.Apply(geometry);
            }

            if (reader.Current.Geometry is { IsEmpty: false } outline && IsAstray(outline, file.Options.Crs ?? reader.Crs))
            {
                file.LeaveOut("other-crs", new CoordinatesMisfit(reader.Crs?.ToString() ?? "") { Feature = Texts.Id(reader.Current.Id) }, reader.Row);
                continue;
            }

            if (use(reader.Current, Working) is { } left)
            {
                file.LeaveOut(left.Reason, left.Notice, reader.Row);
            }
            else
            {
                file.Info.Used++;
            }
        }
    }

    /// <summary>Whether a corner is no place of the stated system, or does not go with the first.</summary>
    private static bool IsAstray(Geometry outline, Crs? stated)
    {
        CoordinateReading first = CoordinateReading.Judge(outline.Coordinate.X, outline.Coordinate.Y, stated);
        return first.Kind == CoordinateKind.Impossible || StrayVertex.IsIn(outline, stated, first);
    }
}
