using Assay.Formats;

namespace Assay.Tests.Formats;

public sealed class MomentTests
{
    [Theory]
    [InlineData(0, 1970)]
    [InlineData(1_700_000_000_000, 2023)]
    [InlineData(long.MaxValue, 9999)]
    [InlineData(long.MinValue, 1)]
    public void Of_AnyNumber_IsATimeOfTheCalendar(long milliseconds, int year) => Moment.Of(milliseconds).Year.ShouldBe(year);
}
