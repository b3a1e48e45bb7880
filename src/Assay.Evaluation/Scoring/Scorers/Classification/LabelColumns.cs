using Assay.Classification;
using Assay.Labels;

namespace Assay.Scoring.Scorers.Classification;

/// <summary>The labels of a run's rows as numbers, and what was said of their probabilities as ranks: all that many resamples need.</summary>
internal sealed class LabelColumns
{
    private LabelColumns(string[] labels, int classes, string? positive, bool isBinary)
    {
        (Labels, Classes, IsBinary) = (labels, classes, isBinary);
        Positive = Array.IndexOf(labels, positive ?? LabelOrder.Sorted(labels.Take(classes))[^1]);
    }

    /// <summary>The labels; the last may be that of answers without one.</summary>
    public string[] Labels { get; }

    /// <summary>How many of them are labels that an answer may have.</summary>
    public int Classes { get; }

    /// <summary>Whether there are two labels at most.</summary>
    public bool IsBinary { get; }

    /// <summary>The positive label's number; -1 when no row has the one that was named.</summary>
    public int Positive { get; }

    public required int[] Truth { get; init; }

    public required int[] Predicted { get; init; }

    /// <summary>The ranks of each label's probabilities; null when not every row has them.</summary>
    public RankedScores[]? Scores { get; private set; }

    /// <summary>Each row's log loss; null when not every row has a probability for each label.</summary>
    public double[]? LogLosses { get; private set; }

    /// <summary>Whether any row has probabilities, of whichever labels.</summary>
    public bool HasProbabilities { get; private set; }

    /// <summary>Rows that have probabilities of all labels.</summary>
    public int WithProbabilities { get; private set; }

    public static LabelColumns Of(IReadOnlyList<LabelledPart> parts, LabelNames names, string? positive)
    {
        var occurring = parts.Select(part => part.Truth).Concat(parts.Select(part => part.Predicted)).Where(label => label != LabelledPart.NoLabel);
        var labels = names.Labels.Count > 0 ? [.. names.Labels] : LabelOrder.Sorted(occurring);
        string[] all = parts.Any(part => part.Predicted == LabelledPart.NoLabel) ? [.. labels, LabelledPart.NoLabel] : labels;
        var places = all.Index().ToDictionary(label => label.Item, label => label.Index, StringComparer.Ordinal);
        var columns = new LabelColumns(all, labels.Length, positive, labels.Length <= 2)
        {
            Truth = [.. parts.Select(part => places[part.Truth])],
            Predicted = [.. parts.Select(part => places[part.Predicted])],
        };
        columns.Rank(parts, labels);
        return columns;
    }

    /// <summary>The labels that some of these rows have, as reference or answer.</summary>
    public int[] Occurring(ClassCounts counts) => [.. Enumerable.Range(0, Classes).Where(counts.Occurs)];

    private void Rank(IReadOnlyList<LabelledPart> parts, string[] labels)
    {
        HasProbabilities = parts.Any(part => part.Probabilities is not null);
        if (!HasProbabilities) return;

        // The table of rows by labels is made only once it is known to be full: answers that are no labels are many, each its own.
        var row = new double[labels.Length];
        WithProbabilities = parts.Count(part => Fill(part.Probabilities, labels, row));
        if (WithProbabilities < parts.Count) return;
        var (numbers, losses) = (new double[labels.Length][], new double[parts.Count]);
        for (var i = 0; i < labels.Length; i++) numbers[i] = new double[parts.Count];
        for (var i = 0; i < parts.Count; i++)
        {
            Fill(parts[i].Probabilities, labels, row);
            for (var of = 0; of < labels.Length; of++) numbers[of][i] = row[of];
            losses[i] = ProbabilityLoss.Log(row, Truth[i]);
        }

        Scores = Array.ConvertAll(numbers, column => new RankedScores(column));
        LogLosses = losses;
    }

    private bool Fill(LabelProbabilities? probabilities, string[] labels, double[] row)
    {
        for (var of = 0; of < labels.Length; of++)
        {
            if (probabilities?.Of(of, labels, Positive) is not { } number) return false;
            row[of] = number;
        }

        return true;
    }
}
