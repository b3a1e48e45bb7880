using Assay.Evaluations;

namespace Assay.Comparisons;

/// <summary>Puts questions and answers to the rows that changed most, in one more pass over the rows.</summary>
internal sealed class ChangedRowTexts(RunScoresReader reader, bool byContent)
{
    private const int LongestText = 4000;

    public async Task<Comparison> FillAsync(Comparison comparison, IReadOnlyList<RunScores> runs, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, Dictionary<UInt128, EvaluationRow>>();
        foreach (var run in runs)
        {
            var wanted = comparison.Metrics.Where(metric => metric.RunA == run.Id || metric.RunB == run.Id)
                .SelectMany(metric => metric.Changed).Select(changed => changed.Key).ToHashSet();
            rows[run.Id] = wanted.Count == 0 ? [] : await reader.RowsOfAsync(run, byContent, wanted, cancellationToken).ConfigureAwait(false);
        }

        return comparison with
        {
            Metrics = [.. comparison.Metrics.Select(metric => metric with
            {
                Changed = [.. metric.Changed.Select(changed => Fill(changed, rows[metric.RunA], rows[metric.RunB]))],
            })],
        };
    }

    private static ChangedRow Fill(ChangedRow changed, Dictionary<UInt128, EvaluationRow> first, Dictionary<UInt128, EvaluationRow> second)
    {
        var (a, b) = (first.GetValueOrDefault(changed.Key), second.GetValueOrDefault(changed.Key));
        return changed with
        {
            RowId = a?.RowId ?? b?.RowId ?? "",
            Input = Cut(a?.Input ?? b?.Input),
            Reference = Cut(a?.Reference ?? b?.Reference),
            OutputA = Cut(a?.Answer?.Text),
            OutputB = Cut(b?.Answer?.Text),
        };
    }

    private static string? Cut(string? text) => text is { Length: > LongestText } ? text[..LongestText] + "…" : text;
}
