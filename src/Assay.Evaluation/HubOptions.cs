namespace Assay;

/// <summary>Which rows of a data set on the Hugging Face hub to read, and how to reach it.</summary>
public sealed record HubOptions
{
    /// <summary>The configuration (subset); null: the only one, or the one named <c>default</c>.</summary>
    public string? Config { get; init; }

    /// <summary>The split; null: the only one.</summary>
    public string? Split { get; init; }

    /// <summary>So many rows drawn at random, in their order; null: all. Only the pages that have them are fetched.</summary>
    public int? Sample { get; init; }

    /// <summary>Which draw <see cref="Sample"/> is.</summary>
    public long Seed { get; init; }

    /// <summary>Only the first so many rows; null: all. Not together with <see cref="Sample"/>.</summary>
    public int? Head { get; init; }

    /// <summary>
    /// Whether each column of class numbers (a ClassLabel) is followed by one of their names: <c>label</c> by <c>label_name</c>.
    /// </summary>
    public bool LabelNames { get; init; }

    /// <summary>The column whose value is the row's id; null: the id is the content's digest and its occurrence.</summary>
    public string? IdColumn { get; init; }

    /// <summary>The hub; null: <c>HF_ENDPOINT</c>, else https://huggingface.co.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>
    /// The row service; null: <c>HF_DATASETS_SERVER</c>, else <c>HF_ENDPOINT</c> when that is set, else https://datasets-server.huggingface.co.
    /// </summary>
    public Uri? RowsEndpoint { get; init; }

    /// <summary>The key; null: <c>HF_TOKEN</c>, else none. Sent to these two hosts only, and never logged.</summary>
    public string? Token { get; init; }

    /// <summary>Where pages are kept; null: <c>ASSAY_CACHE</c>, else <c>assay</c> in <c>HF_HOME</c> or <c>XDG_CACHE_HOME</c> (~/.cache).</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Hears of pages as they are read while some are fetched.</summary>
    public IProgress<FetchProgress>? Progress { get; init; }

    /// <summary>Never with the key.</summary>
    public override string ToString() => $"HubOptions {{ Config = {Config}, Split = {Split} }}";
}
