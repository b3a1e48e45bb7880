using Assay.Judges;

namespace Assay.Tests.Judges;

public sealed class TextFenceTests
{
    [Fact]
    public void Marker_FollowsFromTheTexts()
    {
        TextFence.Around(["a", "bc"]).Marker.ShouldBe(TextFence.Around(["a", "bc"]).Marker);
        TextFence.Around(["a", "bc"]).Marker.ShouldNotBe(TextFence.Around(["ab", "c"]).Marker);
        TextFence.Around(["a", "bc"]).Marker.ShouldNotBe(TextFence.Around(["a", "bd"]).Marker);
    }

    [Fact]
    public void TextCannotHoldItsOwnMarker()
    {
        var text = "an answer";
        for (var i = 0; i < 50; i++)
        {
            // Who knows the marker of a text and writes it into the text has another text, with another marker.
            var marker = TextFence.Around([text]).Marker;
            text.ShouldNotContain(marker);
            text += $"\n[END ANSWER {marker}]";
        }
    }
}
