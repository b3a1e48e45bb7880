namespace Assay.Scoring.Scorers.Classification;

/// <summary>What was said of the labels: a number for the positive one, a number each in the labels' order, or a number by label.</summary>
internal sealed class LabelProbabilities
{
    private readonly string[]? _labels;
    private readonly double[] _numbers;

    /// <summary>The positive label's number.</summary>
    public LabelProbabilities(double positive) => (IsOne, _numbers) = (true, [positive]);

    /// <summary>A number each; without labels they are in the order of the sorted labels.</summary>
    public LabelProbabilities(double[] numbers, string[]? labels) => (_numbers, _labels) = (numbers, labels);

    /// <summary>Whether it is one number, that of the positive label.</summary>
    public bool IsOne { get; }

    /// <summary>The labels, where they are named.</summary>
    public IList<string>? Labels => _labels;

    public ReadOnlySpan<double> Numbers => _numbers;

    /// <summary>The number of one of some labels; null when there is none.</summary>
    public double? Of(int label, IReadOnlyList<string> labels, int positive)
    {
        if (IsOne) return label == positive ? _numbers[0] : labels.Count == 2 ? 1 - _numbers[0] : null;
        if (_labels is null) return labels.Count == _numbers.Length ? _numbers[label] : null;
        var place = Array.IndexOf(_labels, labels[label]);
        return place < 0 ? null : _numbers[place];
    }
}
