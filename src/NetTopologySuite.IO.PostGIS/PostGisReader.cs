using NetTopologySuite.Geometries;

namespace NetTopologySuite.IO;

/// <summary>Reads EWKB into geometries, in the shape that Npgsql.NetTopologySuite calls. M is not carried.</summary>
public class PostGisReader
{
    private readonly NtsGeometryServices _services;
    private readonly Ordinates _ordinates;

    public PostGisReader()
        : this(NtsGeometryServices.Instance.DefaultCoordinateSequenceFactory, NtsGeometryServices.Instance.DefaultPrecisionModel, Ordinates.None)
    {
    }

    public PostGisReader(CoordinateSequenceFactory sequences, PrecisionModel precision, Ordinates ordinates)
    {
        _services = new NtsGeometryServices(sequences, precision, -1);
        _ordinates = ordinates == Ordinates.None ? Ordinates.XYZM : ordinates;
    }

    /// <summary>Reads one geometry. A reader is made per call, because Npgsql shares this object between connections.</summary>
    public Geometry Read(Stream stream) => new WKBReader(_services) { HandleSRID = true, HandleOrdinates = _ordinates }.Read(stream);
}
