using Assay.Tracking;

namespace Assay.Tests.Storage;

/// <summary>What every contract's tests begin with: an empty store of the implementation in question.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    protected IAssayStore Store { get; private set; } = null!;

    protected ITrackingStore Tracking => Store.Tracking;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Store = await OpenEmptyAsync();

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await CleanAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<IAssayStore> OpenEmptyAsync();

    protected abstract Task CleanAsync();

    protected Task<Run> NewRunAsync(string experimentId = "0", long? start = null) =>
        Tracking.CreateRunAsync(new NewRun(experimentId, StartTime: start), Cancel);

    protected static async Task<AssayException> ShouldRefuse(Task task, ErrorCode code, string message)
    {
        var error = await task.ShouldThrowAsync<AssayException>();
        error.Message.ShouldBe(message);
        error.Code.ShouldBe(code);
        return error;
    }
}
