using System.ComponentModel;
using System.Text.Json.Serialization;
using HousingInventory.Analyses.WhatIf.Changes;
using HousingInventory.Formats;
using NetTopologySuite.Geometries;

namespace HousingInventory.Analyses.WhatIf;

/// <summary>Where something was drawn: a feature of a file, or points in the configuration itself.</summary>
public sealed record Draw
{
    [Description("File of drawings: GeoPackage, GeoJSON or Shapefile.")]
    public string? Path { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Layer, where the file has several with lines.")]
    public string? Layer { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Name of the drawing, in its column 'name'. Default: the only one.")]
    public string? Name { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Number of the feature in its layer, for a drawing without a name.")]
    public int? Row { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Instead of a file: points [longitude, latitude], in order.")]
    public IReadOnlyList<IReadOnlyList<double>>? Line { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("With line: stops [longitude, latitude].")]
    public IReadOnlyList<IReadOnlyList<double>>? Stops { get; init; }

    [Description("roads: the drawing is laid onto the roads. drawn: the bus drives as drawn, at 30 km/h.")]
    public Follow Follow { get; init; } = Follow.Roads;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    internal Sentence? Fault() => Path is null && Line is null ? Sentence.Of(" needs a \"path\", or a \"line\" of points")
        : Line?.Concat(Stops ?? []).Any(p => p.Count != 2 || Math.Abs(p[0]) > 180 || Math.Abs(p[1]) > 90) == true ? Sentence.Of(" must hold points [longitude, latitude] in degrees")
        : null;
}

/// <summary>How a drawing is driven.</summary>
public enum Follow
{
    Roads,
    Drawn,
}

/// <summary>A drawing in the working CRS.</summary>
/// <param name="Points">The line, or the one point.</param>
/// <param name="Stops">Stops that were drawn for it, with their names ("" without).</param>
/// <param name="Follow">How it is driven.</param>
/// <param name="Where">The file and the drawing, for messages.</param>
internal sealed record Drawing(Coordinate[] Points, IReadOnlyList<(string Name, Coordinate Place)> Stops, Follow Follow, Sentence Where)
{
    private const double ShortestM = 100;

    /// <summary>Reads drawings; each file once.</summary>
    internal sealed class Book(Func<string, string> resolve, Crs working)
    {
        private readonly Dictionary<string, IReadOnlyList<Feature>> _files = new(StringComparer.Ordinal);
        private readonly Lock _lock = new();

        /// <summary>The drawing of a line.</summary>
        /// <exception cref="ChangeException">It is not there, or is no line.</exception>
        public Drawing Line(Draw draw)
        {
            if (draw.Line is { } points)
            {
                return Long(new Drawing([.. points.Select(FromDegrees)], [.. (draw.Stops ?? []).Select(s => ("", FromDegrees(s)))], draw.Follow, Sentence.Of("the line in the configuration")));
            }

            Feature[] lines = [.. Of(draw).Where(f => f.Geometry is LineString or MultiLineString)];
            Feature line = Named(draw, lines, isLine: true);
            string name = line.Name;
            (string, Coordinate)[] stops =
            [
                .. Of(draw with { Layer = null }).Where(f => f.Geometry is Point && f.LineName.Length > 0 && f.LineName == name).Select(f => (f.Name, f.Geometry!.Coordinate)),
            ];
            return Long(new Drawing(Joined(line.Geometry!, Where(draw, line)), stops, draw.Follow, Where(draw, line)));
        }

        /// <summary>The drawing of a point; of a line its first.</summary>
        /// <exception cref="ChangeException">It is not there.</exception>
        public Coordinate Point(Draw draw) => draw.Line is { Count: > 0 } points ? FromDegrees(points[0])
            : Named(draw, [.. Of(draw).Where(f => f.Geometry is not null)], isLine: false).Geometry!.Coordinate;

        /// <summary>A point in degrees, in the working CRS.</summary>
        public Coordinate FromDegrees(IReadOnlyList<double> point)
        {
            (double x, double y) = CrsTransform.Between(CrsTable.Wgs84, working).Apply(point[0], point[1]);
            return new Coordinate(x, y);
        }

        private static Drawing Long(Drawing drawing)
        {
            double lengthM = 0;
            for (int i = 1; i < drawing.Points.Length; i++)
            {
                lengthM += drawing.Points[i].Distance(drawing.Points[i - 1]);
            }

            return drawing.Points.Length >= 2 && lengthM >= ShortestM && double.IsFinite(lengthM) ? drawing
                : throw new ChangeException($" draws {drawing.Where}, which is {lengthM:F0} m long: draw at least {ShortestM:F0} m");
        }

        private static Sentence Where(Draw draw, Feature feature) => Sentence.Of($"{draw.Path}, layer {feature.Layer}, '{Named(feature)}'");

        private static Sentence Named(Feature feature) => feature.Name.Length > 0 ? Sentence.Of($"{feature.Name}") : Sentence.Of($"row {feature.Row}");

        private static Feature Named(Draw draw, Feature[] features, bool isLine)
        {
            Feature[] found = [.. features.Where(f => (draw.Name is null || f.Name == draw.Name) && (draw.Row is null || f.Row == draw.Row) && (draw.Layer is null || f.Layer == draw.Layer))];
            Sentence names = features.Length > 0 ? Sentence.Of($"there are {features.Select(Named).DistinctBy(static n => n.ToString()).Take(10).Aggregate(static (all, name) => Sentence.Of($"{all}, {name}"))}")
                : isLine ? Sentence.Of("it holds no line") : Sentence.Of("it holds no point");
            Sentence asked = draw.Name is { } said ? Sentence.Of($"'{said}'") : isLine ? Sentence.Of("one line") : Sentence.Of("one point");
            string layers = string.Join(", ", features.Select(f => f.Layer).Distinct());
            return found.Length switch
            {
                1 => found[0],
                0 => throw new ChangeException(isLine
                    ? Sentence.Of($" draws {asked} of {draw.Path}, layer {draw.Layer ?? layers}, where no line is called so; {names}")
                    : Sentence.Of($" draws {asked} of {draw.Path}, layer {draw.Layer ?? layers}, where no point is called so; {names}")),
                _ => throw new ChangeException($" draws {asked} of {draw.Path}, layer {layers}, and there are {found.Length}: name one; {names}"),
            };
        }

        /// <summary>Parts that meet are one line; parts apart are none.</summary>
        private static Coordinate[] Joined(Geometry geometry, Sentence where)
        {
            List<Coordinate> points = [.. geometry.GetGeometryN(0).Coordinates];
            for (int part = 1; part < geometry.NumGeometries; part++)
            {
                Coordinate[] next = geometry.GetGeometryN(part).Coordinates;
                if (next.Length == 0 || next[0].Distance(points[^1]) > 1)
                {
                    throw new ChangeException($" draws {where}, whose parts do not meet: draw it as one line");
                }

                points.AddRange(next.Skip(1));
            }

            return [.. points];
        }

        private IReadOnlyList<Feature> Of(Draw draw)
        {
            lock (_lock)
            {
                string path = resolve(draw.Path!);
                if (!_files.TryGetValue(path, out IReadOnlyList<Feature>? features))
                {
                    try
                    {
                        _files.Add(path, features = Read(path));
                    }
                    catch (Exception e) when (e is DataFormatException or IOException or UnauthorizedAccessException)
                    {
                        throw new ChangeException($" draws {draw.Path}, which cannot be read: {e.Message}");
                    }
                }

                return features;
            }
        }

        private List<Feature> Read(string path)
        {
            if (!File.Exists(path))
            {
                throw new ChangeException($" draws {path}, which is not there");
            }

            List<Feature> features = [];
            foreach (LayerInfo layer in DataFile.Layers(path).Where(l => l.GeometryColumn is not null))
            {
                using IFeatureCursor cursor = DataFile.Open(path, new ReadOptions(layer.Name));
                CrsTransform transform = CrsTransform.Between(
                    cursor.Layer.Crs ?? (DataFile.Recognise(path) == DataFormat.GeoJson ? CrsTable.Wgs84 : throw new ChangeException($" draws {path}, which states no CRS that this tool knows")), working);
                int name = cursor.Layer.FindColumn("name"), lineName = cursor.Layer.FindColumn("line_name");
                while (cursor.Read())
                {
                    Geometry? geometry = cursor.Fault is null && cursor.Geometry is { IsEmpty: false } read ? read.Copy() : null;
                    geometry?.Apply(new Filter(transform));
                    geometry = geometry?.Coordinates.All(c => double.IsFinite(c.X) && double.IsFinite(c.Y)) == true ? geometry : null;
                    features.Add(new Feature(layer.Name, (int)cursor.Row, name < 0 ? "" : cursor.Text(name) ?? "", lineName < 0 ? "" : cursor.Text(lineName) ?? "", geometry));
                }
            }

            return features;
        }

        private sealed record Feature(string Layer, int Row, string Name, string LineName, Geometry? Geometry);

        private sealed class Filter(CrsTransform transform) : ICoordinateSequenceFilter
        {
            public bool Done => false;

            public bool GeometryChanged => true;

            void ICoordinateSequenceFilter.Filter(CoordinateSequence seq, int i)
            {
                (double x, double y) = transform.Apply(seq.GetX(i), seq.GetY(i));
                seq.SetX(i, x);
                seq.SetY(i, y);
            }
        }
    }
}
