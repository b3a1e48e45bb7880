using Assay.Tracking;

namespace Assay.Tests.Storage;

/// <summary>A run that is copied from elsewhere keeps its id, and an experiment its time.</summary>
public sealed class GivenRunIdTests : IAsyncLifetime
{
    private readonly EmbeddedPlace place = new();
    private IAssayStore store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => store = await place.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await place.CleanAsync();
    }

    [Fact]
    public async Task CreateRun_OfAGivenId_KeepsIt()
    {
        const string Id = "0123456789abcdef0123456789abcdef";
        var run = await store.Tracking.CreateRunAsync(new NewRun("0", "r") { RunId = Id }, Cancel);
        run.RunId.ShouldBe(Id);
        run.ArtifactUri.ShouldEndWith($"/{Id}/artifacts");

        var taken = await Should.ThrowAsync<AssayException>(() => store.Tracking.CreateRunAsync(new NewRun("0", "other") { RunId = Id }, Cancel));

        (taken.Code, taken.Message).ShouldBe((ErrorCode.ResourceAlreadyExists, $"Run with id={Id} already exists"));
        (await store.Tracking.GetRunAsync(Id, Cancel)).RunName.ShouldBe("r");
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("../../23456789abcdef0123456789abcde")]
    [InlineData("0123456789abcdef0123456789abcdef0")]
    public async Task CreateRun_OfAnIdThatIsNone_IsRefused(string id)
    {
        var error = await Should.ThrowAsync<AssayException>(() => store.Tracking.CreateRunAsync(new NewRun("0") { RunId = id }, Cancel));

        (error.Code, error.Message).ShouldBe((ErrorCode.InvalidParameterValue, $"Invalid run id: '{id}'. It must be 32 hexadecimal digits"));
    }

    [Fact]
    public async Task CreateExperiment_OfAnEarlierTime_KeepsIt()
    {
        var experiment = await store.Tracking.CreateExperimentAsync(new NewExperiment("old") { CreationTime = 5 }, Cancel);

        experiment.CreationTime.ShouldBe(5);
    }
}
