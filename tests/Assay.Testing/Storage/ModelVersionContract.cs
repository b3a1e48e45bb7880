using Assay.LoggedModels;
using Assay.Registry;
using Assay.Tracking;

namespace Assay.Tests.Storage;

/// <summary>Versions of registered models, as every store must keep them.</summary>
public abstract class ModelVersionContract : StoreContract
{
    private const string Source = "mlflow-artifacts:/0/run/artifacts/model";

    private IRegistryStore Registry => Store.Registry;

    [Fact]
    public async Task Versions_are_numbered_and_a_deleted_number_is_not_given_again()
    {
        await NewModelAsync();
        (await NewVersionAsync()).Version.ShouldBe(1);
        (await NewVersionAsync()).Version.ShouldBe(2);
        await Registry.DeleteVersionAsync("m", 2, Cancel);
        (await NewVersionAsync()).Version.ShouldBe(3);
        await ShouldRefuse(
            Registry.DeleteVersionAsync("m", 2, Cancel), ErrorCode.ResourceDoesNotExist, "Model Version (name=m, version=2) not found");
    }

    [Fact]
    public async Task A_version_keeps_what_it_was_given()
    {
        await NewModelAsync();
        var version = await Registry.CreateVersionAsync(
            new NewModelVersion("m", Source)
            {
                RunId = "r", RunLink = "https://elsewhere/r", Description = "first", UserId = "ana", Tags = [new Tag("b", "2"), new Tag("a", "1")],
            },
            Cancel);
        version.ShouldBeSameAs(new ModelVersion
        {
            Name = "m", Version = 1, CreationTime = version.CreationTime, LastUpdateTime = version.CreationTime, UserId = "ana", Description = "first",
            Source = Source, StorageLocation = Source, RunId = "r", RunLink = "https://elsewhere/r", Tags = [new Tag("a", "1"), new Tag("b", "2")],
        });
        (await Registry.GetVersionAsync("m", 1, Cancel)).ShouldBeSameAs(version);
        (await Registry.GetModelAsync("m", Cancel)).LastUpdateTime.ShouldBe(version.CreationTime);
    }

    [Fact]
    public async Task A_version_that_was_not_described_has_no_description_run_or_link()
    {
        await NewModelAsync();
        var version = await NewVersionAsync();
        (version.Description, version.RunId, version.RunLink, version.ModelId).ShouldBe((null, "", "", null));
        (await Registry.DescribeVersionAsync("m", 1, "late", Cancel)).Description.ShouldBe("late");
    }

    [Fact]
    public async Task A_version_copied_from_elsewhere_keeps_its_number_and_time()
    {
        await NewModelAsync();
        var copied = await Registry.CreateVersionAsync(new NewModelVersion("m", Source) { Version = 7, CreationTime = 1_000 }, Cancel);
        (copied.Version, copied.CreationTime).ShouldBe((7, 1_000));
        await Registry.CreateVersionAsync(new NewModelVersion("m", Source) { Version = 3 }, Cancel);
        (await NewVersionAsync()).Version.ShouldBe(8);
        await ShouldRefuse(
            Registry.CreateVersionAsync(new NewModelVersion("m", Source) { Version = 7 }, Cancel), ErrorCode.ResourceAlreadyExists,
            "Model Version (name=m, version=7) already exists.");
        foreach (var number in (int[])[0, int.MaxValue])
        {
            await ShouldRefuse(
                Task.Run(() => Registry.CreateVersionAsync(new NewModelVersion("m", Source) { Version = number }, Cancel)), ErrorCode.InvalidParameterValue,
                $"Parameter 'version' must be from 1 to 1000000000, got '{number}'.");
        }
    }

    [Fact]
    public async Task Stages_hold_versions_and_the_latest_of_each_is_told()
    {
        await NewModelAsync();
        for (var i = 1; i <= 4; i++)
        {
            await NewVersionAsync();
        }

        await Registry.MoveVersionAsync("m", 1, ModelStage.Production, cancellationToken: Cancel);
        await Registry.MoveVersionAsync("m", 2, ModelStage.Staging, cancellationToken: Cancel);
        await Registry.MoveVersionAsync("m", 3, ModelStage.Production, cancellationToken: Cancel);
        (await LatestAsync()).ShouldBe([(ModelStage.None, 4), (ModelStage.Staging, 2), (ModelStage.Production, 3)]);
        (await LatestAsync(ModelStage.Production, ModelStage.Archived)).ShouldBe([(ModelStage.Production, 3)]);

        var moved = await Registry.MoveVersionAsync("m", 4, ModelStage.Production, archiveExisting: true, Cancel);

        moved.Stage.ShouldBe(ModelStage.Production);
        (await LatestAsync()).ShouldBe([(ModelStage.Staging, 2), (ModelStage.Production, 4), (ModelStage.Archived, 3)]);
        (await Registry.GetModelAsync("m", Cancel)).LatestVersions.Select(version => version.Version).ShouldBe([2, 4, 3]);
    }

    [Fact]
    public async Task Archiving_what_is_there_makes_sense_for_the_stages_of_use_only() => await ShouldRefuse(
        Task.Run(() => Registry.MoveVersionAsync("m", 1, ModelStage.Archived, archiveExisting: true, Cancel)), ErrorCode.InvalidParameterValue,
        "Model version transition cannot archive existing model versions because 'Archived' is not an Active stage. "
        + "Valid stages are ['Staging', 'Production']");

    [Fact]
    public async Task A_source_that_is_a_logged_model_is_resolved_and_the_model_knows_it()
    {
        await NewModelAsync();
        var run = await NewRunAsync();
        var logged = await Store.LoggedModels.CreateAsync(new NewLoggedModel("0", "made") { SourceRunId = run.RunId }, Cancel);

        var version = await Registry.CreateVersionAsync(
            new NewModelVersion("m", $"models:/{logged.ModelId}") { ModelId = logged.ModelId }, Cancel);

        version.Source.ShouldBe($"models:/{logged.ModelId}");
        version.StorageLocation.ShouldBe(logged.ArtifactUri);
        (version.RunId, version.ModelId).ShouldBe((run.RunId, logged.ModelId));
        (await Store.LoggedModels.GetAsync(logged.ModelId, Cancel)).Tags.ShouldBe(
            [new Tag("mlflow.modelVersions", "[{\"name\":\"m\",\"version\":1}]")]);
    }

    [Fact]
    public async Task Sources_that_are_runs_versions_and_aliases_are_resolved()
    {
        await NewModelAsync();
        var run = await NewRunAsync();
        (await LocationAsync($"runs:/{run.RunId}/models/best")).ShouldBe($"{run.ArtifactUri}/models/best");
        (await LocationAsync("models:/m/1")).ShouldBe($"{run.ArtifactUri}/models/best");
        await Registry.SetAliasAsync("m", "champ", 1, Cancel);
        (await LocationAsync("models:/m@champ")).ShouldBe($"{run.ArtifactUri}/models/best");
        (await LocationAsync("runs:/0123456789abcdef0123456789abcdef/m")).ShouldBe("runs:/0123456789abcdef0123456789abcdef/m");
        (await LocationAsync("s3://bucket/m")).ShouldBe("s3://bucket/m");
    }

    [Fact]
    public async Task A_source_that_names_no_model_is_refused_and_takes_no_number()
    {
        await NewModelAsync();
        await ShouldRefuse(
            LocationAsync("models:/m-0123"), ErrorCode.ResourceDoesNotExist,
            "Unable to fetch model from model URI source artifact location 'models:/m-0123'. Error: Logged model with ID 'm-0123' not found.");
        (await NewVersionAsync()).Version.ShouldBe(1);
    }

    [Fact]
    public async Task Notes_on_versions_are_set_again_and_removed()
    {
        await NewModelAsync();
        await NewVersionAsync();
        await Registry.SetVersionTagAsync("m", 1, new Tag("k", "1"), Cancel);
        await Registry.SetVersionTagAsync("m", 1, new Tag("k", "2"), Cancel);
        (await Registry.GetVersionAsync("m", 1, Cancel)).Tags.ShouldBe([new Tag("k", "2")]);
        await Registry.DeleteVersionTagAsync("m", 1, "k", Cancel);
        await Registry.DeleteVersionTagAsync("m", 1, "k", Cancel);
        (await Registry.GetVersionAsync("m", 1, Cancel)).Tags.ShouldBeEmpty();
        await ShouldRefuse(
            Task.Run(() => Registry.SetVersionTagAsync("m", 1, new Tag("mlflow.prompt.text", new string('p', 5001)), Cancel)),
            ErrorCode.InvalidParameterValue, "Prompt text exceeds max length of 5000 characters.");
    }

    [Fact]
    public async Task Versions_created_at_once_have_different_numbers()
    {
        await NewModelAsync();
        var created = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => NewVersionAsync()));
        created.Select(version => version.Version).Order().ShouldBe(Enumerable.Range(1, 20));
    }

    private Task<RegisteredModel> NewModelAsync() => Registry.CreateModelAsync(new NewRegisteredModel("m"), Cancel);

    private Task<ModelVersion> NewVersionAsync() => Registry.CreateVersionAsync(new NewModelVersion("m", Source), Cancel);

    private async Task<string> LocationAsync(string source) =>
        (await Registry.CreateVersionAsync(new NewModelVersion("m", source), Cancel)).StorageLocation;

    private async Task<IEnumerable<(ModelStage Stage, int Version)>> LatestAsync(params ModelStage[] stages) =>
        (await Registry.GetLatestVersionsAsync("m", stages, Cancel)).Select(version => (version.Stage, version.Version));
}
