namespace Assay.Server.OpenApi;

/// <summary>
/// What a route of Assay's own API does, for programs and people; metadata of the route. From these the document at
/// <c>/openapi/v1.json</c> is made: a new route joins it by having one.
/// </summary>
/// <param name="Id">The operation's name: <c>scoreRows</c>.</param>
/// <param name="Tag">The resource that it belongs to: <c>scores</c>.</param>
/// <param name="Summary">What it does, in a sentence.</param>
internal sealed record Operation(string Id, string Tag, string Summary)
{
    /// <summary>What else there is to know; null for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>Parameters in the query. Those in the path are found there.</summary>
    public IReadOnlyList<OperationParameter> Query { get; init; } = [];

    /// <summary>What is sent; null for no body.</summary>
    public OperationBody? Request { get; init; }

    /// <summary>What is answered.</summary>
    public OperationBody? Response { get; init; }
}
