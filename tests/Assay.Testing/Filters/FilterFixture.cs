using Assay.Tracking;

namespace Assay.Tests.Filters;

/// <summary>The runs and experiments that <c>filter-cases.tsv</c> is about.</summary>
internal static class FilterFixture
{
    public const string Sql = "'; DROP TABLE runs; --";

    public static async Task WriteAsync(ITrackingStore store, CancellationToken cancellationToken)
    {
        await store.SetExperimentTagAsync("0", new Tag("team", "red"), cancellationToken);
        await store.CreateExperimentAsync(new NewExperiment("Translation", Tags: [new Tag("team", "blue"), new Tag("x y", "é")]), cancellationToken);
        await store.CreateExperimentAsync(new NewExperiment("peer-1", Tags: [new Tag("team", "Blue")]), cancellationToken);
        await Alpha(store, cancellationToken);
        await Bravo(store, cancellationToken);
        await Charlie(store, cancellationToken);
        await Delta(store, cancellationToken);
        await RunAsync(store, "echo", 'e', 500, new RunBatch { Tags = [new Tag("stage", "Prod")] }, RunStatus.Killed, 900, cancellationToken);
    }

    private static async Task Alpha(ITrackingStore store, CancellationToken cancellationToken)
    {
        var batch = new RunBatch
        {
            Metrics = [new("acc", 0.1, 1), new("acc", 0.9, 2, 1), new("loss", 0.25, 1), new("a/b", 1, 1), new("big num", 1e300, 1), new("only", 7, 1)],
            Params = [new("model", "LR"), new("lr", "0.01"), new("a -- key", "1"), new("lines", "one\ntwo\\three")],
            Tags = [new("stage", "dev"), new("x y", "1"), new("note", "it's"), new("both", "it's \"so\""), new("and", "a AND b = 'c'")],
        };
        await RunAsync(store, "alpha", 'a', 100, batch, RunStatus.Finished, 200, cancellationToken);
        var train = new DatasetReference("train", "d1", "local", "{}");
        var test = new DatasetReference("test", "d2", "local", "{}");
        await store.LogInputsAsync(Id('a'), [new(train, [new("mlflow.data.context", "training")]), new(test, [new("mlflow.data.context", "eval")])], cancellationToken);
    }

    private static async Task Bravo(ITrackingStore store, CancellationToken cancellationToken)
    {
        var batch = new RunBatch
        {
            Metrics = [new("acc", 0.5, 1), new("loss", double.NaN, 1)],
            Params = [new("model", "lr"), new("lr", "0.1")],
            Tags = [new("stage", "prod"), new("note", Sql), new("wild", "100%_sure")],
        };
        await RunAsync(store, "bravo", 'b', 100, batch, RunStatus.Running, null, cancellationToken);
        await store.LogInputsAsync(Id('b'), [new(new("train", "d1", "local", "{}"), [])], cancellationToken);
    }

    private static Task Charlie(ITrackingStore store, CancellationToken cancellationToken) => RunAsync(
        store, "charlie", 'c', 300,
        new RunBatch
        {
            Metrics = [new("acc", double.PositiveInfinity, 1), new("loss", 0.75, 1)],
            Params = [new("model", "Forest"), new("path", @"C:\runs\")],
            Tags = [new("stage", ""), new("wild", "100 x sure"), new("glob", "a*b?c[d]")],
        },
        RunStatus.Failed, 350, cancellationToken);

    private static Task Delta(ITrackingStore store, CancellationToken cancellationToken) => RunAsync(
        store, "delta", 'd', 400,
        new RunBatch
        {
            Metrics = [new("acc", double.NegativeInfinity, 1), new("loss", -0.0, 1)],
            Params = [new("model", "ΔΈΛΤΑ"), new(new string('k', 250), "long")],
            Tags = [new("place", "Äußere Straße"), new("emoji", "a😀b"), new("note", "50% off_now")],
        },
        RunStatus.Finished, 500, cancellationToken);

    private static async Task RunAsync(
        ITrackingStore store, string name, char id, long start, RunBatch batch, RunStatus status, long? end, CancellationToken cancellationToken)
    {
        await store.CreateRunAsync(new NewRun("0", name, id == 'b' ? "bob" : "ann", start) { RunId = Id(id) }, cancellationToken);
        await store.LogBatchAsync(Id(id), batch, cancellationToken);
        await store.UpdateRunAsync(Id(id), new RunUpdate(status, end), cancellationToken);
    }

    private static string Id(char digit) => new(digit, 32);
}
