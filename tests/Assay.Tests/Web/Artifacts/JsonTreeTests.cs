using System.Text.Json;
using Assay.Web.Artifacts;

namespace Assay.Tests.Web.Artifacts;

public sealed class JsonTreeTests
{
    [Fact]
    public void Render_NamesAndValues_AreText()
    {
        var html = Render("""{"<script>": "</div><img src=x>", "n": 1.50, "list": [true, null]}""");
        html.ShouldNotContain("<script>");
        html.ShouldNotContain("<img");
        html.ShouldContain("1.50");
        html.ShouldContain("[2]");
    }

    [Fact]
    public void Render_AWideOrDeepValue_IsShownInPart()
    {
        Render("[" + string.Join(',', Enumerable.Range(0, 100_000)) + "]").ShouldContain("99900 left");
        Render(string.Concat(Enumerable.Repeat("[", 60)) + string.Concat(Enumerable.Repeat("]", 60))).Length.ShouldBeLessThan(10_000);
        var square = "[" + string.Join(',', Enumerable.Repeat("[" + string.Join(',', Enumerable.Repeat("[1,2,3,4,5,6,7,8,9]", 90)) + "]", 90)) + "]";
        Render(square).Length.ShouldBeLessThan(500_000);
    }

    [Fact]
    public void Render_ANameThatIsHalfALetter_IsShownAsItIsWritten() => Render("""{"\ud800": 1}""").ShouldContain("\\ud800");

    private static string Render(string json)
    {
        using var parsed = JsonDocument.Parse(json);
        return JsonTree.Render(parsed.RootElement, left => $"{left} left");
    }
}
