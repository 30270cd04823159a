using NetTopologySuite.Geometries;

namespace NetTopologySuite.IO;

/// <summary>Writes geometries as EWKB, in the shape that Npgsql.NetTopologySuite calls.</summary>
public class PostGisWriter
{
    /// <summary>Which ordinates to write; <see cref="Ordinates.None"/> writes those that the geometry has.</summary>
    public Ordinates HandleOrdinates { get; set; } = Ordinates.None;

    /// <summary>Writes one geometry, with its SRID where that is above 0.</summary>
    public void Write(Geometry geometry, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(geometry);
        Ordinates ordinates = HandleOrdinates;
        if (ordinates == Ordinates.None)
        {
            OrdinateProbe probe = new();
            geometry.Apply(probe);
            ordinates = probe.Found;
        }

        new WKBWriter(ByteOrder.LittleEndian, geometry.SRID > 0, ordinates.HasFlag(Ordinates.Z), ordinates.HasFlag(Ordinates.M)) { Strict = false }
            .Write(geometry, stream);
    }

    private sealed class OrdinateProbe : IEntireCoordinateSequenceFilter
    {
        public Ordinates Found { get; private set; } = Ordinates.XY;

        public bool Done => false;

        public bool GeometryChanged => false;

        public void Filter(CoordinateSequence seq)
        {
            for (int i = 0; seq.HasZ && i < seq.Count; i++)
            {
                if (!double.IsNaN(seq.GetZ(i)))
                {
                    Found |= Ordinates.Z;
                    break;
                }
            }

            if (seq.HasM)
            {
                Found |= Ordinates.M;
            }
        }
    }
}
