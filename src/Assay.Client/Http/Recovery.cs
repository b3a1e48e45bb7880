namespace Assay.Client.Http;

/// <summary>
/// What makes a repeated call have its effect once, where the call alone would not: asked only when an earlier try may have been carried out
/// and its answer was lost.
/// </summary>
/// <param name="Look">Before a repetition: looks for what the call was to make; null when it is not there, and the call is repeated.</param>
/// <param name="Settle">A repetition was refused: the answer when the refusal only says that it was done already; null when it says more.</param>
internal sealed record Recovery<T>(
    Func<ServiceClient, CancellationToken, Task<T?>>? Look = null, Func<AssayException, T?>? Settle = null)
    where T : class;
