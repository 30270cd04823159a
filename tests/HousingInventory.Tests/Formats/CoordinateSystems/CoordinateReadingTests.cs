using HousingInventory.Formats;

namespace HousingInventory.Tests.Formats;

public sealed class CoordinateReadingTests
{
    [Theory]
    [InlineData(3006, 782877.5, 7193894.0, CoordinateKind.AsStated, false)]
    [InlineData(3006, 7193894.0, 782877.5, CoordinateKind.AsStated, true)]
    [InlineData(3006, 245000.0, 6500000.0, CoordinateKind.AsStated, false)]
    [InlineData(3006, 20.95, 64.75, CoordinateKind.Degrees, false)]
    [InlineData(3006, 64.75, 20.95, CoordinateKind.Degrees, true)]
    [InlineData(3006, 183330.7, 7183650.6, CoordinateKind.SwerefZone, false)]
    [InlineData(3006, 7183650.6, 183330.7, CoordinateKind.SwerefZone, true)]
    [InlineData(3006, 1744779.2, 7192783.2, CoordinateKind.Rt90, false)]
    [InlineData(3006, 7192783.2, 1744779.2, CoordinateKind.Rt90, true)]
    [InlineData(3016, 183330.7, 7183650.6, CoordinateKind.AsStated, false)]
    [InlineData(3016, 782877.5, 7193894.0, CoordinateKind.SwerefTm, false)]
    [InlineData(3021, 1744779.2, 7192783.2, CoordinateKind.AsStated, false)]
    [InlineData(3021, 7192783.2, 1744779.2, CoordinateKind.AsStated, true)]
    [InlineData(4326, 20.95, 64.75, CoordinateKind.AsStated, false)]
    [InlineData(4326, 64.75, 20.95, CoordinateKind.AsStated, true)]
    [InlineData(4326, 782877.5, 7193894.0, CoordinateKind.SwerefTm, false)]
    [InlineData(4326, 145.7, -16.9, CoordinateKind.Elsewhere, false)]
    [InlineData(4326, 500.0, 91.0, CoordinateKind.Impossible, false)]
    [InlineData(32635, 385000.0, 6672000.0, CoordinateKind.AsStated, false)]
    [InlineData(32635, 6672000.0, 385000.0, CoordinateKind.AsStated, true)]
    [InlineData(3857, 2011543.0, 8251000.0, CoordinateKind.AsStated, false)]
    [InlineData(3857, 8251000.0, 2011543.0, CoordinateKind.AsStated, true)]
    [InlineData(3006, double.NaN, 7193894.0, CoordinateKind.Impossible, false)]
    [InlineData(3006, 0.0, 0.0, CoordinateKind.Impossible, false)]
    [InlineData(4326, 0.0, 0.0, CoordinateKind.Elsewhere, false)]
    [InlineData(0, 782877.5, 7193894.0, CoordinateKind.SwerefTm, false)]
    [InlineData(0, 7193894.0, 782877.5, CoordinateKind.SwerefTm, true)]
    [InlineData(0, 183330.7, 7183650.6, CoordinateKind.SwerefZone, false)]
    [InlineData(0, 240000.0, 6500000.0, CoordinateKind.Ambiguous, false)]
    [InlineData(0, 64.75, 20.95, CoordinateKind.Degrees, true)]
    [InlineData(0, 1.0, 2.0, CoordinateKind.Impossible, false)]
    public void Size_tells_the_system(int stated, double x, double y, CoordinateKind kind, bool isSwapped)
    {
        Assert.Equal(new CoordinateReading(kind, isSwapped), CoordinateReading.Judge(x, y, CrsTable.Find(stated)));
    }
}
