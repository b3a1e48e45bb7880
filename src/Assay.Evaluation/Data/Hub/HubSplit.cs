namespace Assay.Data.Hub;

/// <summary>One split of a data set at one revision.</summary>
/// <param name="Dataset">The data set's own name, which may be longer than the one asked for: <c>stanfordnlp/imdb</c>.</param>
/// <param name="Revision">The revision of its rows.</param>
/// <param name="Config">The configuration.</param>
/// <param name="Name">The split.</param>
internal sealed record HubSplit(string Dataset, string Revision, string Config, string Name);
