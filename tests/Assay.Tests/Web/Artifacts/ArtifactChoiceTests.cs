using Assay.Artifacts;
using Assay.Web.Artifacts;

namespace Assay.Tests.Web.Artifacts;

public sealed class ArtifactChoiceTests
{
    [Theory]
    [InlineData("assay_summary.json eval_results_table.json notes.md README.txt", "README.txt")]
    [InlineData("assay_summary.json eval_results_table.json notes.md", "notes.md")]
    [InlineData("a.csv assay_summary.json eval_results_table.json", "eval_results_table.json")]
    [InlineData("model/MLmodel model/conda.yaml model/model.pkl", "model/MLmodel")]
    [InlineData("data.json plot.png log.txt", "plot.png")]
    [InlineData("a.bin weights.pt", null)]
    [InlineData("", null)]
    public void Of_AFolder_IsWhatIsBestReadFirst(string files, string? chosen) =>
        ArtifactChoice.Of([.. files.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(path => new ArtifactInfo(path, false, 1))])?.Path.ShouldBe(chosen);

    [Fact]
    public void Of_AFolderNamedLikeAFile_IsNotChosen() => ArtifactChoice.Of([new ArtifactInfo("README.md", true, null)]).ShouldBeNull();
}
