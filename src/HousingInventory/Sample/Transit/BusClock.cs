namespace HousingInventory.Sample;

/// <summary>Reads times as timetables are written down.</summary>
internal static class BusClock
{
    /// <summary>Minutes after midnight of "06:40".</summary>
    public static int Minutes(string time) => (60 * Two(time, 0)) + Two(time, 3);

    private static int Two(string time, int at) => (10 * (time[at] - '0')) + time[at + 1] - '0';
}
