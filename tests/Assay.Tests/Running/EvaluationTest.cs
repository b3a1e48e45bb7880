using Assay.Storage;
using Assay.Tracking;

namespace Assay.Tests.Running;

/// <summary>An evaluation over a store of its own, in a folder that goes with it.</summary>
public abstract class EvaluationTest : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    private protected SqlStore Store { get; private set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Answers with the row's expected answer where the row is even, else with something else.</summary>
    protected static Model Echo { get; } = Model.From((row, _) => Task.FromResult<Answer>(row.Index % 2 == 0 ? row["ground_truth"] : "no"));

    public async ValueTask InitializeAsync() => Store = await EmbeddedStore.OpenAsync(_folder["assay.db"], cancellationToken: Cancel);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Store.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>An evaluation of so many questions.</summary>
    protected static Evaluation Questions(int rows) => new()
    {
        Dataset = Dataset.From(Enumerable.Range(0, rows).Select(i => new { inputs = $"What is {i} + {i}?", ground_truth = $"It is {2 * i}." })),
        Model = Echo,
        Scorers = Scorers.QuestionAnswering,
    };

    protected async Task<IReadOnlyList<Run>> Runs() =>
        (await Store.Tracking.SearchRunsAsync(new RunQuery { ExperimentIds = ["0"] }, Cancel)).Items;
}
