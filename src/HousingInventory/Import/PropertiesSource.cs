using HousingInventory.Formats;
using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Import;

/// <summary>
/// Properties with their areas: Fastighetsindelning Nedladdning (registerenhetsomradesyta), the old AY_ shapefile, or a municipal layer. A property's areas
/// are brought together by its key, else by its designation, in Prepare.
/// </summary>
public sealed record PropertiesSource : Source
{
    internal static readonly SourceVocabulary Known = new(
        [
            new("lantmateriet-registerenhetsomradesyta", Carrier.Table, "registerenhetsreferens"),
            new("gsd-fastighetskartan-ay", Carrier.Table, "trakt", "blockenhet"),
            new("property-layer", Carrier.Table),
        ],
        [
            new("id", "registerenhetsreferens", "registerenhet_objektidentitet", "fastighet_uuid", "fnr", "externid", "property_id", "objektidentitet", "uuid", "id") { Nouns = ColumnMap.PropertyNouns },
            new("designation", "fastighetsbeteckning", "registerbeteckning", "beteckning", "fastighet", "designation", "property"),
            new("tract", "trakt", "traktnamn", "kvarter"),
            new("block", "block"),
            new("unit", "enhet"),
            new("blockUnit", "blockenhet", "etikett"),
            new("municipality", "kommunkod", "kommun"),
        ]);

    internal override SourceVocabulary Vocabulary => Known;

    internal override void Read(SourceFile file, Batch into)
    {
        using SaidCursor cursor = file.Open(static l => l.GeometryColumn is not null
            && (l.Name.StartsWith("registerenhetsomradesyta", StringComparison.OrdinalIgnoreCase) || l.Name.StartsWith("registerenhet_yta", StringComparison.OrdinalIgnoreCase)
                || l.Name.StartsWith("ay_", StringComparison.OrdinalIgnoreCase)), "registerenhetsomradesyta", "registerenhet_yta");
        ColumnMap columns = file.Columns(cursor.Layer);
        int key = columns.Find("id");
        int designation = columns.Find("designation");
        int tract = columns.Find("tract");
        int block = columns.Find("block");
        int unit = columns.Find("unit");
        int blockUnit = columns.Find("blockUnit");
        int municipality = columns.Find("municipality");
        file.Info.Layout = columns.Layout;
        if (designation < 0 && tract < 0 && key < 0)
        {
            throw file.Refuse("has no column with a designation or a property id; name one with \"columns\": { \"designation\": \"...\" }.");
        }

        PlaceReader places = file.Places(cursor);
        Func<bool> next = cursor.Read;
        while (file.Guard(next))
        {
            file.Info.Read++;
            if (cursor.Fault is { } fault)
            {
                file.LeaveOut("broken", new BrokenRecord(fault), cursor.Row);
                continue;
            }

            KeptId id = Keyed.Of(cursor, key);
            string? written = Designation(Text(cursor, designation), Text(cursor, tract), Text(cursor, block), Text(cursor, unit), Text(cursor, blockUnit));
            if (id.IsNone && written is null)
            {
                file.LeaveOut("no-designation", new BrokenRecord("has neither a property id nor a designation"), cursor.Row);
                continue;
            }

            Geometry? area = cursor.Layer.GeometryColumn is null ? null : places.Read();
            if (area is null && places.IsMisfit)
            {
                file.Notice(places.Left.Notice with { Row = cursor.Row });
            }

            if (area is not null && Outlines.IsTooComplex(area, ReadLimits.Current.Corners))
            {
                file.Notice(new OutlineTooComplex { Feature = id.Text, Row = cursor.Row });
                area = null;
            }

            into.Properties.Add(new Property
            {
                KeptKey = id,
                Designation = written ?? "",
                Tract = Text(cursor, tract),
                Municipality = file.MunicipalityOf(Text(cursor, municipality)),
                Area = area is IPolygonal ? area : GeometryFactory.Default.CreatePolygon(),
            });
            file.Info.Used++;
        }

        places.Finish();
    }

    private static string? Designation(string? whole, string? tract, string? block, string? unit, string? blockUnit)
    {
        if (tract is null)
        {
            return whole?.Trim().ToUpperInvariant();
        }

        string? number = unit is null ? blockUnit : block is null or "*" ? unit : $"{block}:{unit}";
        return number is null ? whole?.ToUpperInvariant() : $"{tract} {number}".ToUpperInvariant();
    }

    private static string? Text(SaidCursor cursor, int column) => column < 0 ? null : cursor.Text(column);
}
