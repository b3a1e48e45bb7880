using System.Runtime.CompilerServices;
using System.Text.Json;
using Assay.Data;
using Assay.Evaluations;
using Assay.Running;
using Assay.Scoring;

namespace Assay.Comparisons;

/// <summary>
/// What rows add to figures of all rows together is not stored: the stored answers are scored once more, where the scorer can be made again from
/// what the runs say that it was made from (or from its name, for runs that do not say), and all say the same.
/// </summary>
/// <param name="reader">Reads the rows.</param>
/// <param name="byContent">Whether rows are known by what they hold.</param>
/// <param name="known">Scorers that need not be made again.</param>
internal sealed class CorpusParts(RunScoresReader reader, bool byContent, IReadOnlyList<IScorer>? known = null)
{
    public async Task<IReadOnlyList<CorpusScores>> GatherAsync(IReadOnlyList<RunScores> runs, CancellationToken cancellationToken)
    {
        var scorers = runs[0].Columns.Select(column => column.Scorer)
            .Where(scorer => HasCorpusFigure(scorer) && runs.All(run => run.Columns.Exists(column => column.Scorer.Name == scorer.Name)))
            .Select(scorer => Rebuilt(scorer.Name, runs)).OfType<ICorpusScorer>()
            .Select(scorer => new CorpusScores(scorer, [.. runs.Select(run => new object?[run.Keys.Count])])).ToList();
        for (var run = 0; run < runs.Count && scorers.Count > 0; run++)
        {
            await ScoreAsync(runs[run], run, scorers, cancellationToken).ConfigureAwait(false);
        }

        return scorers;
    }

    public static bool HasCorpusFigure(ScorerDescription scorer) => scorer.Aggregates.Any(aggregate => aggregate.Kind == AggregateKind.Corpus);

    private ICorpusScorer? Rebuilt(string name, IReadOnlyList<RunScores> runs)
    {
        var given = known?.FirstOrDefault(scorer => scorer.Description.Name == name);
        var stored = runs.Select(run => run.Summary?.Scorers.FirstOrDefault(of => of.Scorer.Name == name)?.Specification)
            .Append(given is null ? null : ScorerCatalog.SpecificationOf(given)).OfType<string>().Distinct().ToList();
        if (stored.Count > 1) return null;
        if (given is not null) return given as ICorpusScorer;
        try
        {
            return ScorerCatalog.Create(stored.FirstOrDefault(name), mayCallServices: false) is [ICorpusScorer scorer] && scorer.Description.Name == name
                ? scorer : null;
        }
        catch (BadInputException)
        {
            return null;
        }
    }

    private async Task ScoreAsync(RunScores scores, int run, List<CorpusScores> scorers, CancellationToken cancellationToken)
    {
        var predictions = scores.Settings.FirstOrDefault(param => param.Key == "predictions")?.Value;
        var keys = new RowKeys(byContent ? predictions : null, byContent, null);
        var scoresCut = scores.Settings.Any(param => param.Key == SamplingSettings.ScoreCut);
        await Parallel.ForEachAsync(PlacedAsync(scores, keys, cancellationToken), cancellationToken, async (placed, cancel) =>
        {
            var (row, place) = placed;
            var sample = Sample(row, predictions, scoresCut);
            foreach (var scorer in scorers)
            {
                var score = await scorer.Scorer.ScoreGuardedAsync(sample, cancel).ConfigureAwait(false);
                scorer.Parts[run][place] = score.Part;
            }
        }).ConfigureAwait(false);
    }

    // Keys are made in the rows' order, since rows that hold the same are told apart by it.
    private async IAsyncEnumerable<(EvaluationRow Row, int Place)> PlacedAsync(
        RunScores scores, RowKeys keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in reader.RowsAsync(scores.Id, cancellationToken).ConfigureAwait(false))
        {
            var place = scores.Find(keys.Of(row));
            if (row.Answer is not null && row.Repeat == 0 && place >= 0) yield return (row, place);
        }
    }

    private static Sample Sample(EvaluationRow stored, string? predictions, bool scoresCut)
    {
        using var json = JsonDocument.Parse(stored.Fields);
        var fields = json.RootElement.EnumerateObject().Select(field => (field.Name, Value: FieldValue.FromJson(field.Value))).ToList();
        var row = new Row(stored.Index, stored.RowId, stored.Digest, [.. fields.Select(field => field.Name)], [.. fields.Select(field => field.Value)]);

        // The stored reference is text; the field that holds it says whether it is a list.
        var reference = fields.Find(field => field.Value.Text == stored.Reference && stored.Reference is not null);
        var answer = stored.Answer!;
        var whyNot = scoresCut ? answer.WhyNotUsable : answer.WhyNotWhole;
        return new Sample
        {
            Output = predictions is null ? whyNot is null ? answer.Text : null : row.Value(predictions),
            WhyNoOutput = predictions is null ? whyNot : null,
            Input = stored.Input,
            Reference = reference.Name is null ? stored.Reference : reference.Value,
            Context = row["context"],
            Answer = answer,
            LatencySeconds = stored.LatencySeconds,
            Row = row,
        };
    }
}
