using System.Runtime.InteropServices;
using HousingInventory.Diagnostics;
using HousingInventory.Import;
using HousingInventory.Model;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Union;

namespace HousingInventory.Prepare;

/// <summary>
/// Makes buildings of register rows: rows with one identity are parts of one building, so their outlines are united and their purposes joined. The result is
/// ordered by id and does not depend on the order of the rows.
/// </summary>
internal static class BuildingJoin
{
    /// <summary>No building has parts that far apart, in metres: rows of one id beyond it are several buildings.</summary>
    private const double WidestM = 1000;

    /// <summary>
    /// Joins the rows of all sources into buildings ordered by id, each with its house point. An id that rows far from each other share (a placeholder, a number
    /// that a spreadsheet rounded) says nothing: each of them is a building of its own, as if it had none.
    /// </summary>
    public static Building[] Join(IEnumerable<BuildingRow> delivered, NoticeLog notices)
    {
        List<BuildingRow> rows = [.. delivered];
        HashSet<string> shared = SharedIds(rows);
        if (shared.Count > 0)
        {
            foreach (IGrouping<string, BuildingRow> ofSource in rows.Where(r => shared.Contains(r.Id)).GroupBy(static r => r.Source).OrderBy(static g => g.Key, StringComparer.Ordinal))
            {
                notices.Add(new BuildingIdsShared(ofSource.Count()) { Source = ofSource.Key });
            }

            rows = [.. rows.Select(r => shared.Contains(r.Id) ? r with { Id = BuildingRow.IdOf(r.Outline) } : r)];
        }

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
            buildings[i] = One(CollectionsMarshal.AsSpan(rows)[from..to], out found[i]);
        });
        foreach (Notice? notice in found)
        {
            if (notice is not null)
            {
                notices.Add(notice);
            }
        }

        return buildings;
    }

    private static HashSet<string> SharedIds(List<BuildingRow> rows)
    {
        Dictionary<string, BuildingRow> first = new(rows.Count, StringComparer.Ordinal);
        Dictionary<string, Envelope> spread = new(StringComparer.Ordinal);
        foreach (BuildingRow row in rows)
        {
            if (!first.TryAdd(row.Id, row))
            {
                spread[row.Id] = (spread.GetValueOrDefault(row.Id) ?? first[row.Id].Outline.EnvelopeInternal).ExpandedBy(row.Outline.EnvelopeInternal);
            }
        }

        return [.. spread.Where(static s => s.Value.Diameter > WidestM).Select(static s => s.Key)];
    }

    private static Building One(Span<BuildingRow> rows, out Notice? notice)
    {
        // Parts differ in nothing that orders them but their place; a fixed order keeps the union's bytes the same.
        rows.Sort(static (a, b) => Order(a, b));
        notice = null;
        KeptArea[] parts = new KeptArea[rows.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = rows[i].KeptOutline;
            if (!Outlines.IsSound(parts[i]))
            {
                Geometry mended = Outlines.Polygonal(GeometryFixer.Fix(parts[i].Geometry));
                notice = new OutlineMended { Source = rows[i].Source, Row = rows[i].Row, Feature = rows[i].Id, Place = mended.IsEmpty ? null : mended.InteriorPoint };
                parts[i] = KeptArea.Of(mended);
            }
        }

        KeptArea outline = parts.Length == 1 ? parts[0] : KeptArea.Of(Outlines.Polygonal(UnaryUnionOp.Union(Array.ConvertAll(parts, static p => p.Geometry))));
        BuildingRow first = rows[0];
        bool isMultiDwelling = false;
        long row = first.Row;
        foreach (BuildingRow part in rows)
        {
            // The purpose of a dwelling goes before any other, then the first in the alphabet.
            bool isBefore = part.IsDwelling == first.IsDwelling ? string.CompareOrdinal(part.Purpose, first.Purpose) < 0 : part.IsDwelling;
            first = isBefore ? part : first;
            isMultiDwelling |= part.IsMultiDwelling;
            row = Math.Min(row, part.Row);
        }

        return new Building
        {
            Id = rows[0].Id,
            KeptOutline = outline,
            FootprintM2 = Outlines.AreaM2(outline),
            House = Outlines.House(outline),
            IsDwelling = first.IsDwelling,
            Purpose = first.Purpose,
            Kind = first.Kind,
            IsMultiDwelling = isMultiDwelling,
            PropertyKeys = rows.Length == 1 ? rows[0].PropertyKeys : [.. rows.ToArray().SelectMany(r => r.PropertyKeys).Distinct().Order(StringComparer.Ordinal)],
            Rows = rows.Length,
            Source = rows[0].Source,
            Row = row,
        };
    }

    private static int Order(BuildingRow a, BuildingRow b)
    {
        (Geometry outline, Geometry other) = (a.Outline, b.Outline);
        Envelope one = outline.EnvelopeInternal;
        Envelope two = other.EnvelopeInternal;
        int byBox = (one.MinX, one.MinY, one.MaxX, one.MaxY).CompareTo((two.MinX, two.MinY, two.MaxX, two.MaxY));
        int byOutline = byBox != 0 ? byBox : outline.CompareTo(other);
        return byOutline != 0 ? byOutline : string.CompareOrdinal(a.Source, b.Source);
    }
}
