using Assay.Tracking;
using Assay.Web.Components;
using Assay.Web.Languages;

namespace Assay.Tests.Web.Components;

/// <summary>Sizes, times and counts as pages write them.</summary>
public sealed class TextTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1000, "1.0 kB")]
    [InlineData(12_345, "12 kB")]
    [InlineData(999_999, "1.0 MB")]
    [InlineData(5_400_000_000, "5.4 GB")]
    [InlineData(long.MaxValue, "9,223,372 TB")]
    [InlineData(1000, "1,0 ko", "fr")]
    [InlineData(999, "999 o", "fr")]
    public void Size_IsInTheUnitThatFits(long bytes, string text, string language = "en") =>
        ByteText.Of(PageLanguage.Find(language)!, bytes).Replace('\u00A0', ' ').ShouldBe(text);

    [Theory]
    [InlineData(0, "en", "now")]
    [InlineData(9, "en", "now")]
    [InlineData(59, "en", "59")]
    [InlineData(60, "en", "1 min")]
    [InlineData(7200, "fr", "2")]
    [InlineData(86_400, "pt-BR", "1 dia")]
    public void Time_IsSaidAsHowLongAgo(int seconds, string language, string part)
    {
        var now = new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero);
        RelativeTime.Of(Request.Visit($"/?culture={language}", now), now.AddSeconds(-seconds)).ShouldContain(part, Case.Insensitive);
    }

    [Theory]
    [InlineData(-31)]
    [InlineData(1)]
    public void Time_LongAgoOrToCome_IsADate(int days)
    {
        var now = new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero);
        RelativeTime.Of(Request.Visit("/", now), now.AddDays(days)).ShouldContain("2024");
    }

    [Fact]
    public void Count_AboveWhatStoresCount_IsSaidToBeMore()
    {
        RunCount.Of(Request.Visit("/"), RunQuery.MostCounted).ShouldBe("100,000");
        RunCount.Of(Request.Visit("/"), RunQuery.MostCounted + 1).ShouldBe("100,000+");
    }
}
