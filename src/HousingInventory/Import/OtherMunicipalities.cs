using HousingInventory.Diagnostics;
using HousingInventory.Model;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace HousingInventory.Import;

/// <summary>
/// Leaves out buildings of municipalities that the run is not about: a register often covers several, the population extract one, and the others' homes would look as
/// if nobody were registered there. What a building's row says of itself goes first, then the property that it stands on, then the addresses within it. One of which
/// nothing tells stays.
/// </summary>
internal static class OtherMunicipalities
{
    /// <summary>Leaves them out of the rows and the books.</summary>
    /// <param name="batch">All that was read.</param>
    /// <param name="asked">Codes of the configuration; where there are none, those that registrations name, if each of them names one.</param>
    /// <exception cref="InputException">Every building lies elsewhere.</exception>
    public static void LeaveOut(Batch batch, IReadOnlyList<string> asked)
    {
        HashSet<string> here = asked.Count > 0 ? [.. asked] : NamedByResidents(batch.Registrations);
        if (here.Count == 0 || batch.Buildings.Count == 0)
        {
            return;
        }

        Ground ground = new(batch, here);
        SortedDictionary<string, SortedDictionary<string, long>> left = new(StringComparer.Ordinal);
        List<BuildingRow> kept = new(batch.Buildings.Count);
        foreach (BuildingRow row in batch.Buildings)
        {
            if (ground.Elsewhere(row) is not { } code)
            {
                kept.Add(row);
                continue;
            }

            if (!left.TryGetValue(row.Source, out SortedDictionary<string, long>? byCode))
            {
                left.Add(row.Source, byCode = new(StringComparer.Ordinal));
            }

            byCode[code] = byCode.GetValueOrDefault(code) + 1;
        }

        if (kept.Count == 0 && !batch.Buildings.Exists(static b => b.Municipality is not null))
        {
            // Properties or addresses that all bear another code than is asked for tell of a wrong code, and of no building.
            return;
        }

        foreach ((string source, SortedDictionary<string, long> byCode) in left)
        {
            InputFile file = batch.Files.First(f => f.Id == source);
            if (kept.Count == 0)
            {
                throw new InputException($"{file.Path} ({file.Id}): every building lies in another municipality than {string.Join(", ", here.Order(StringComparer.Ordinal))}; check \"municipality\" or order the right file.");
            }

            long count = byCode.Values.Sum();
            file.Used -= count;
            file.Leave("other-municipality", count);
            batch.Notices.Add(new BuildingsElsewhere(count, string.Join(", ", byCode.Keys.Select(static c => c.Length == 0 ? "?" : c))) { Source = source });
        }

        if (left.Count > 0)
        {
            batch.Buildings.Clear();
            batch.Buildings.AddRange(kept);
        }
    }

    private static HashSet<string> NamedByResidents(Registrations registrations)
    {
        HashSet<string> codes = new(StringComparer.Ordinal);
        int last = 0;
        for (int i = 0; i < registrations.Count; i++)
        {
            int code = registrations[i].Municipality;
            if (code == 0)
            {
                return [];
            }

            if (code != last)
            {
                codes.Add(code.ToString("0000", System.Globalization.CultureInfo.InvariantCulture));
                last = code;
            }
        }

        return codes;
    }

    /// <summary>What properties and addresses tell of the ground that a building stands on; made only where some of them lie elsewhere.</summary>
    private sealed class Ground
    {
        private readonly HashSet<string> _here;
        private readonly Dictionary<string, string?> _byKey = new(StringComparer.Ordinal);
        private readonly STRtree<Property>? _areas;
        private readonly STRtree<Coordinate>? _addresses;
        private readonly STRtree<Coordinate>? _ownAddresses;

        public Ground(Batch batch, HashSet<string> here)
        {
            _here = here;
            if (batch.Properties.Exists(p => p.Municipality is { } code && !here.Contains(code)))
            {
                _areas = new STRtree<Property>();
                foreach (Property property in batch.Properties.Where(static p => p.Municipality is not null))
                {
                    if (property.Key is { } key && !_byKey.TryAdd(key, property.Municipality) && _byKey[key] != property.Municipality)
                    {
                        // A key that properties of two municipalities share tells nothing.
                        _byKey[key] = null;
                    }

                    if (!property.Area.IsEmpty)
                    {
                        _areas.Insert(property.Area.EnvelopeInternal, property);
                    }
                }
            }

            if (batch.AddressesElsewhere.Count > 0)
            {
                _addresses = new STRtree<Coordinate>();
                batch.AddressesElsewhere.ForEach(a => _addresses.Insert(new Envelope(a), a));
                _ownAddresses = new STRtree<Coordinate>();
                foreach (Address own in batch.Addresses.Where(static a => double.IsFinite(a.X) && double.IsFinite(a.Y)))
                {
                    Coordinate at = new(own.X, own.Y);
                    _ownAddresses.Insert(new Envelope(at), at);
                }
            }
        }

        /// <summary>The municipality of a row that lies elsewhere, "" where only an address tells that it does; null for one that lies here or may.</summary>
        public string? Elsewhere(BuildingRow row)
        {
            if (row.Municipality is { } own)
            {
                return _here.Contains(own) ? null : own;
            }

            if (_areas is null && _addresses is null)
            {
                return null;
            }

            string[] keyed = [.. row.PropertyKeys.Select(k => _byKey.GetValueOrDefault(k)).OfType<string>()];
            if (keyed.Length > 0)
            {
                return keyed.Any(_here.Contains) ? null : keyed[0];
            }

            if (OfArea(row.Outline) is { } code)
            {
                return _here.Contains(code) ? null : code;
            }

            return _addresses is not null && Holds(_addresses, row.Outline) && !Holds(_ownAddresses!, row.Outline) ? "" : null;
        }

        // Where areas of two municipalities overlap the building is taken for one of here.
        private string? OfArea(Geometry outline)
        {
            if (_areas is null || outline.IsEmpty)
            {
                return null;
            }

            Point within = outline.InteriorPoint;
            string[] codes = [.. _areas.Query(within.EnvelopeInternal).Where(p => p.Area.Contains(within)).Select(static p => p.Municipality!).Order(StringComparer.Ordinal)];
            return codes.FirstOrDefault(_here.Contains) ?? codes.FirstOrDefault();
        }

        private static bool Holds(STRtree<Coordinate> points, Geometry outline) =>
            points.Query(outline.EnvelopeInternal).Any(p => NetTopologySuite.Algorithm.Locate.SimplePointInAreaLocator.Locate(p, outline) != Location.Exterior);
    }
}
