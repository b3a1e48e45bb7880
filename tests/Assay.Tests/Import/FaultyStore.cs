using System.Reflection;
using Assay.Artifacts;
using Assay.Evaluations;
using Assay.LoggedModels;
using Assay.Registry;
using Assay.Tracking;

namespace Assay.Tests.Import;

/// <summary>A store before a real one that fails a call of one's choice: before it, or after it was done.</summary>
/// <param name="inner">The real store.</param>
/// <param name="failsAt">Which writing call fails: 1 for the first.</param>
/// <param name="afterwards">Whether the call is done before it fails.</param>
internal sealed class FaultyStore(IAssayStore inner, int failsAt, bool afterwards) : IAssayStore
{
    private int _writes;

    public int Writes => _writes;

    public ITrackingStore Tracking => Faulty<ITrackingStore>.Of(inner.Tracking, this);

    public IEvaluationStore Evaluations => inner.Evaluations;

    public IRegistryStore Registry => Faulty<IRegistryStore>.Of(inner.Registry, this);

    public ILoggedModelStore LoggedModels => Faulty<ILoggedModelStore>.Of(inner.LoggedModels, this);

    public IArtifactStore Artifacts => Faulty<IArtifactStore>.Of(inner.Artifacts, this);

    public string Location => inner.Location;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal object? Call(object of, MethodInfo method, object?[]? arguments)
    {
        var isRead = method.Name.StartsWith("Get", StringComparison.Ordinal) || method.Name.StartsWith("Find", StringComparison.Ordinal)
            || method.Name.StartsWith("Search", StringComparison.Ordinal) || method.Name.StartsWith("List", StringComparison.Ordinal)
            || method.Name.StartsWith("Open", StringComparison.Ordinal);
        if (isRead || Interlocked.Increment(ref _writes) != failsAt)
        {
            return method.Invoke(of, arguments);
        }

        // As if the program had been stopped here.
        var stop = new OperationCanceledException($"stopped at write {failsAt}");
        if (afterwards)
        {
            ((Task)method.Invoke(of, arguments)!).GetAwaiter().GetResult();
        }

        throw stop;
    }
}

/// <summary>One part of a <see cref="FaultyStore"/>; public, as a proxy is derived from it in another assembly.</summary>
public class Faulty<T> : DispatchProxy
    where T : class
{
    private T _inner = null!;
    private FaultyStore _store = null!;

    internal static T Of(T inner, FaultyStore store)
    {
        var proxy = Create<T, Faulty<T>>();
        ((Faulty<T>)(object)proxy)._inner = inner;
        ((Faulty<T>)(object)proxy)._store = store;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => _store.Call(_inner, targetMethod!, args);
}
