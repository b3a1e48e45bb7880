namespace Assay.Tests.Samples;

[Collection(nameof(SampleProcess))]
public sealed class LabSampleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Lab_Runs_AndPrintsTheFiguresOfTheRun()
    {
        var output = await SampleProcess.RunAsync(_folder, "lab.cs", _folder["lab.db"]);

        output.ShouldContain("toxicity/v1/mean");
        output.ShouldContain("flesch_kincaid_grade_level/v1/mean");
        output.ShouldContain("ari_grade_level/v1/mean");
        output.ShouldContain(_folder["lab.db"]);
    }
}
