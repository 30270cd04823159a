namespace HousingInventory.Score;

/// <summary>Fills a criterion's result home by home. Each home writes its own slots, so it may be filled from several threads.</summary>
internal sealed class MeasureColumn(int homes)
{
    private readonly double[] _values = [.. Enumerable.Repeat(double.NaN, homes)];
    private readonly MeasureState[] _states = new MeasureState[homes];
    private readonly int[] _points = new int[homes];

    public void Measured(int home, double value, int pointsTenths)
    {
        _values[home] = value;
        _points[home] = pointsTenths;
        _states[home] = MeasureState.Measured;
    }

    public void Missing(int home, MeasureState state) => _states[home] = state;

    public CriterionResult Result(params ExtraColumn[] extra) => Result([], extra);

    public CriterionResult Result(IReadOnlyList<Told?> told, params ExtraColumn[] extra) =>
        new() { Values = _values, States = _states, PointsTenths = _points, Extra = extra, Told = told };

    /// <summary>A result for when the source itself holds nothing: no data for any home, and out of the sum.</summary>
    public static CriterionResult WithoutData(int homes, Lack lack) => new()
    {
        Values = [.. Enumerable.Repeat(double.NaN, homes)],
        States = [.. Enumerable.Repeat(MeasureState.NoData, homes)],
        PointsTenths = new int[homes],
        Lack = lack,
    };
}
