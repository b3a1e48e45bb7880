using Assay.Tracking;

namespace Assay.Comparisons;

/// <summary>
/// Runs held against each other, row by row: every run against the first. A difference is called one only when a paired test, corrected for all
/// primary metrics, says so.
/// </summary>
public sealed record Comparison
{
    /// <summary>The runs, the baseline first.</summary>
    public required IReadOnlyList<ComparedRun> Runs { get; init; }

    /// <summary>Every metric of every run against the first, primary ones first.</summary>
    public required IReadOnlyList<MetricComparison> Metrics { get; init; }

    /// <summary>With three runs or more, where each stands in the metrics that have a better side.</summary>
    public IReadOnlyList<MetricRanking> Rankings { get; init; } = [];

    /// <summary>Rows that every run has.</summary>
    public required int SharedRows { get; init; }

    /// <summary>Whether rows were matched by their content, as that finds more of them in all runs than their ids do.</summary>
    public bool ByContent { get; init; }

    /// <summary>The confidence that was asked for.</summary>
    public required double Confidence { get; init; }

    /// <summary>The margin of equivalence; null for none.</summary>
    public double? Margin { get; init; }

    /// <summary>What the reader should know before believing it, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Compares runs of a store. Rows are streamed; scores alone are kept, eight bytes each.</summary>
    /// <param name="store">Where the runs are.</param>
    /// <param name="runs">Two or more: the baseline first; ids, beginnings of ids, names, <c>last</c> or <c>last~1</c>.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BadInputException">A run is not there or has no rows, no row or metric is shared, a metric is not known.</exception>
    public static async Task<Comparison> Of(
        IAssayStore store, IReadOnlyList<string> runs, ComparisonOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(runs);
        options ??= new ComparisonOptions();
        options.Check();
        var found = new List<Run>();
        foreach (var run in runs) found.Add(await RunLookup.FindAsync(store.Tracking, run, cancellationToken).ConfigureAwait(false));
        RequireDistinct(found);

        var reader = new RunScoresReader(store, options.GroupColumn);
        var (scores, byContent) = await RunAlignment.ReadAsync(
            (content, cancel) => ReadAsync(reader, found, content, cancel), cancellationToken).ConfigureAwait(false);
        var corpora = await new CorpusParts(reader, byContent).GatherAsync(scores, cancellationToken).ConfigureAwait(false);
        var comparison = new ComparisonBuilder(scores, corpora, options, byContent).Build();
        return await new ChangedRowTexts(reader, byContent).FillAsync(comparison, scores, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Compares files of row scores, of whatever tool: every file against the first.</summary>
    /// <exception cref="BadInputException">A file cannot be read, or no row is in both.</exception>
    public static async Task<Comparison> OfFiles(
        IReadOnlyList<ScoreFile> files, ComparisonOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        options ??= new ComparisonOptions();
        options.Check();
        if (files.Count < 2) throw new BadInputException("a comparison needs two files at least; name the baseline first");
        var scores = new List<RunScores>();
        foreach (var file in files) scores.Add(await file.ReadAsync(options.GroupColumn, cancellationToken).ConfigureAwait(false));
        return new ComparisonBuilder(scores, [], options, byContent: false).Build();
    }

    private static async Task<IReadOnlyList<RunScores>> ReadAsync(RunScoresReader reader, List<Run> runs, bool byContent, CancellationToken cancellationToken)
    {
        var scores = new List<RunScores>();
        foreach (var run in runs) scores.Add(await reader.ReadAsync(run, byContent, null, cancellationToken).ConfigureAwait(false));
        return scores;
    }

    private static void RequireDistinct(List<Run> runs)
    {
        if (runs.Count < 2) throw new BadInputException("a comparison needs two runs at least; name the baseline first: assay compare RUN RUN");
        if (runs.GroupBy(run => run.RunId).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new BadInputException($"the run {twice.Key} is named twice; compare it with another one");
        }
    }
}
