using Assay.Web.Artifacts;

namespace Assay.Tests.Web.Artifacts;

public sealed class ArtifactKindsTests
{
    [Theory]
    [InlineData("a/plot.PNG", ArtifactKind.Image, "image/png")]
    [InlineData("drawing.svg", ArtifactKind.Image, "image/svg+xml")]
    [InlineData("page.html", ArtifactKind.Html, "text/plain; charset=utf-8")]
    [InlineData("page.xhtml", ArtifactKind.Other, "application/octet-stream")]
    [InlineData("code.js", ArtifactKind.Text, "text/plain; charset=utf-8")]
    [InlineData("model/MLmodel", ArtifactKind.Text, "text/plain; charset=utf-8")]
    [InlineData("data.csv", ArtifactKind.Table, "text/plain; charset=utf-8")]
    [InlineData("weights.pt", ArtifactKind.Other, "application/octet-stream")]
    [InlineData("", ArtifactKind.Other, "application/octet-stream")]
    public void Of_AName_IsNeverAPageOrAScript(string path, ArtifactKind kind, string type)
    {
        ArtifactKinds.Of(path).ShouldBe(kind);
        ArtifactKinds.TypeOf(path).ShouldBe(type);
    }
}
