using Assay.Storage.Artifacts;
using Assay.Storage.S3;

namespace Assay.Tests.Storage;

/// <summary>What users may write for the place of artifacts.</summary>
public sealed class ArtifactLocationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_is_made_and_no_library_of_AWS_is_loaded()
    {
        ArtifactLocation.Open(folder["a/b"]).ShouldBeOfType<FileArtifactStore>();
        Directory.Exists(folder["a/b"]).ShouldBeTrue();
        ArtifactLocation.Open(new Uri(folder["c d"]).AbsoluteUri).ShouldBeOfType<FileArtifactStore>();
        Directory.Exists(folder["c d"]).ShouldBeTrue();
        AppDomain.CurrentDomain.GetAssemblies().ShouldNotContain(assembly => assembly.GetName().Name!.StartsWith("AWSSDK"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("gs://bucket/x")]
    [InlineData("file://")]
    [InlineData("s3://")]
    [InlineData("s3:///prefix")]
    [InlineData("s3://x y/prefix")]
    public void What_is_no_place_is_refused(string text) =>
        Should.Throw<BadInputException>(() => ArtifactLocation.Open(text)).Message.ShouldStartWith($"Artifacts cannot be kept at '{text}': ");

    [Fact]
    public void A_file_is_refused()
    {
        folder.Write("file", "");
        Should.Throw<BadInputException>(() => ArtifactLocation.Open(folder["file"])).Message.ShouldStartWith($"Artifacts cannot be kept in the folder {folder["file"]}: ");
        Should.Throw<BadInputException>(() => ArtifactLocation.Open(folder["file/x"])).Message.ShouldStartWith("Artifacts cannot be kept in the folder ");
    }
}
