using Assay.LoggedModels;
using Assay.Registry;
using Assay.Tracking;

namespace Assay.Tests.Filters;

/// <summary>The registered models, versions and logged models that <c>filter-cases.tsv</c> is about.</summary>
internal static class ModelFilterFixture
{
    private static readonly Tag Prompt = new("mlflow.prompt.is_prompt", "true");

    public static async Task WriteAsync(IAssayStore store, CancellationToken cancellationToken)
    {
        await ModelsAsync(store.Registry, cancellationToken);
        await VersionsAsync(store.Registry, cancellationToken);
        await LoggedModelsAsync(store, cancellationToken);
    }

    private static async Task ModelsAsync(IRegistryStore registry, CancellationToken cancellationToken)
    {
        foreach (var (name, time, tags) in ((string, long, Tag[])[])
            [
                ("Alpha", 1000, [new("team", "red"), new("note", "it's")]),
                ("bravo", 2000, [new("team", "Red"), new("x y", "é")]),
                ("100%_model", 2000, [new("wild", "50% off_now")]),
                ("Ähre", 3000, [new("team", "blue")]),
                ("prompt", 4000, [Prompt, new("team", "red")]),
            ])
        {
            await registry.CreateModelAsync(new NewRegisteredModel(name, Tags: tags) { CreationTime = time }, cancellationToken);
        }
    }

    private static async Task VersionsAsync(IRegistryStore registry, CancellationToken cancellationToken)
    {
        foreach (var (name, source, run, time, tags) in ((string, string, string?, long, Tag[])[])
            [
                ("Alpha", "s3://bucket/a", "run-a", 1000, [new("stage", "dev")]),
                ("Alpha", "s3://bucket/b_2", "run-b", 2000, [new("stage", "Dev")]),
                ("bravo", "mlflow-artifacts:/0/c/artifacts", null, 3000, []),
                ("prompt", "prompt-template", null, 4000, [Prompt]),
            ])
        {
            await registry.CreateVersionAsync(new NewModelVersion(name, source) { RunId = run, CreationTime = time, Tags = tags }, cancellationToken);
        }
    }

    private static async Task LoggedModelsAsync(IAssayStore store, CancellationToken cancellationToken)
    {
        var models = store.LoggedModels;
        var one = await models.CreateAsync(
            new NewLoggedModel("0", "one") { CreationTime = 1000, ModelType = "Agent", Params = [new("depth", "3")], Tags = [new("kind", "big")] }, cancellationToken);
        var two = await models.CreateAsync(new NewLoggedModel("0", "two") { CreationTime = 2000, Params = [new("depth", "10")] }, cancellationToken);
        await models.CreateAsync(new NewLoggedModel("0", "three") { CreationTime = 3000 }, cancellationToken);
        await models.FinalizeAsync(one.ModelId, LoggedModelStatus.Ready, cancellationToken);
        var run = await store.Tracking.CreateRunAsync(new NewRun("0"), cancellationToken);
        var points = new RunBatch
        {
            Metrics =
            [
                new("acc", 0.5, 1) { ModelId = one.ModelId },
                new("acc", 0.9, 2, 1) { ModelId = one.ModelId },
                new("acc", double.NaN, 1) { ModelId = two.ModelId },
            ],
        };
        await store.Tracking.LogBatchAsync(run.RunId, points, cancellationToken);
    }
}
