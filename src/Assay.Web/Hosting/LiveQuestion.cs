namespace Assay.Web.Hosting;

/// <summary>What a stream of changes asks the store again and again.</summary>
/// <param name="Key">What the question is known by: all who have the same share its answers, whoever they are, so it says everything that the answer depends on.</param>
/// <param name="Ask">Gives a short text that changes when what is shown does. It outlives the request that brought it, and must not look at it.</param>
public sealed record LiveQuestion(string Key, Func<CancellationToken, Task<string>> Ask);
