using System.Globalization;
using System.Security.Cryptography;
using HousingInventory.Diagnostics;
using HousingInventory.Model;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Union;

namespace HousingInventory.Import;

/// <summary>
/// Makes buildings of register rows: rows with one identity are parts of one building, so their outlines are united and their purposes joined. The result is
/// ordered by id and does not depend on the order of the rows.
/// </summary>
internal static class BuildingJoin
{
    /// <summary>One row as a building of its own. A row without an identity gets one from its outline, the same in every run.</summary>
    public static Building Row(
        string? id, Geometry outline, bool isDwelling, string purpose, bool isMulti, int? builtYear, IReadOnlyList<string> propertyKeys, string source, long row)
        => new()
        {
            Id = id ?? OutlineId(outline),
            Outline = outline,
            FootprintM2 = outline.Area,
            House = outline.Coordinate,
            IsDwelling = isDwelling,
            Purpose = purpose,
            IsMultiDwelling = isMulti,
            BuiltYear = builtYear,
            PropertyKeys = propertyKeys,
            Source = source,
            Row = row,
        };

    /// <summary>Joins the rows of all sources into buildings ordered by id, each with its house point.</summary>
    public static List<Building> Join(List<Building> rows, NoticeLog notices)
    {
        rows.Sort(static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        List<(int From, int To)> groups = [];
        for (int from = 0, to; from < rows.Count; from = to)
        {
            to = from + 1;
            while (to < rows.Count && rows[to].Id == rows[from].Id)
            {
                to++;
            }

            groups.Add((from, to));
        }

        Building[] buildings = new Building[groups.Count];
        Notice?[] found = new Notice?[groups.Count];
        Parallel.For(0, groups.Count, i =>
        {
            (int from, int to) = groups[i];
            buildings[i] = One(rows.GetRange(from, to - from), out found[i]);
            buildings[i].Index = i;
        });
        foreach (Notice? notice in found)
        {
            if (notice is not null)
            {
                notices.Add(notice);
            }
        }

        return [.. buildings];
    }

    private static Building One(List<Building> rows, out Notice? notice)
    {
        // Parts differ in nothing that orders them but their place; a fixed order keeps the union's bytes the same.
        rows.Sort(static (a, b) => Order(a, b));
        notice = null;
        Geometry[] parts = new Geometry[rows.Count];
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = rows[i].Outline;
            if (!Outlines.IsSound(parts[i]))
            {
                parts[i] = Outlines.Polygonal(GeometryFixer.Fix(parts[i]));
                notice = new OutlineMended { Source = rows[i].Source, Row = rows[i].Row, Feature = rows[i].Id, Place = parts[i].IsEmpty ? null : parts[i].InteriorPoint };
            }
        }

        Geometry outline = parts.Length == 1 ? parts[0] : Outlines.Polygonal(UnaryUnionOp.Union(parts));
        Building? dwelling = rows.Where(r => r.IsDwelling).MinBy(r => r.Purpose, StringComparer.Ordinal);
        Building first = dwelling ?? rows.MinBy(r => r.Purpose, StringComparer.Ordinal)!;
        return new Building
        {
            Id = rows[0].Id,
            Outline = outline,
            FootprintM2 = outline.Area,
            House = Outlines.House(outline),
            IsDwelling = dwelling is not null,
            Purpose = first.Purpose,
            IsMultiDwelling = rows.Any(r => r.IsMultiDwelling),
            BuiltYear = rows.Min(r => r.BuiltYear),
            PropertyKeys = rows.Count == 1 ? rows[0].PropertyKeys : [.. rows.SelectMany(r => r.PropertyKeys).Distinct().Order(StringComparer.Ordinal)],
            Rows = rows.Count,
            Source = rows[0].Source,
            Row = rows.Min(r => r.Row),
        };
    }

    private static int Order(Building a, Building b)
    {
        Envelope one = a.Outline.EnvelopeInternal;
        Envelope two = b.Outline.EnvelopeInternal;
        int byBox = (one.MinX, one.MinY, one.MaxX, one.MaxY).CompareTo((two.MinX, two.MinY, two.MaxX, two.MaxY));
        int byOutline = byBox != 0 ? byBox : a.Outline.CompareTo(b.Outline);
        return byOutline != 0 ? byOutline : string.CompareOrdinal(a.Source, b.Source);
    }

    private static string OutlineId(Geometry outline)
    {
        Envelope box = outline.EnvelopeInternal;
        string text = string.Create(CultureInfo.InvariantCulture, $"{box.MinX:F2} {box.MinY:F2} {box.MaxX:F2} {box.MaxY:F2} {outline.Area:F2} {outline.NumPoints}");
        return "outline-" + Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(text)).AsSpan(0, 8));
    }
}
