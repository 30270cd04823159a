using HousingInventory.Formats;

namespace HousingInventory.Tests.Formats;

/// <summary>Days as tables hold them.</summary>
public sealed class DayTextTests
{
    [Theory]
    [InlineData("2026-11-10", 20261110)]
    [InlineData("20261110", 20261110)]
    [InlineData("2026/11/10", 20261110)]
    [InlineData("10/11/2026", 20261110)]
    [InlineData("10.11.2026", 20261110)]
    [InlineData("1.2.2026", 20260201)]
    [InlineData("11/23/2026", 20261123)] // no month 23: the American order
    [InlineData("261110", 20261110)]
    [InlineData("991231", 19991231)]
    [InlineData("271231", 19271231)] // 2027 is not yet
    [InlineData("26-11-10", 20261110)]
    [InlineData("10/11/26", 20261110)]
    [InlineData("10 nov 2026", 20261110)]
    [InlineData("10-okt-2026", 20261010)]
    [InlineData("1 maj 2026", 20260501)]
    [InlineData("3 mars 2026", 20260303)]
    [InlineData("november 2026 10", 20261110)]
    [InlineData("45992", 20251201)] // days since 1899-12-30
    [InlineData("45992.5", 20251201)]
    [InlineData("2026-11-10 13:45:00", 20261110)]
    [InlineData("2026-11-10T00:00:00Z", 20261110)]
    [InlineData("10/11/2026 00:00", 20261110)]
    [InlineData("20261110134500", 20261110)]
    [InlineData("2026", 20260000)]
    [InlineData("2026-11", 20261100)]
    [InlineData("201511", 20151100)] // no month 15 in the first reading
    [InlineData("9999-12-31", 99991231)]
    [InlineData("", 0)]
    [InlineData("0", 0)]
    [InlineData("0000-00-00", 0)]
    [InlineData("########", Unreadable)]
    [InlineData("2026-13-01", Unreadable)]
    [InlineData("2026-02-30", Unreadable)]
    [InlineData("1900-01-00", 19000100)]
    [InlineData("i fjol", Unreadable)]
    [InlineData("1,96408E+11", Unreadable)]
    public void A_day_is_read_in_every_form(string text, int day) => Assert.Equal(day, DayText.Sortable(text, 2026));

    private const int Unreadable = DayText.Unreadable;
}
