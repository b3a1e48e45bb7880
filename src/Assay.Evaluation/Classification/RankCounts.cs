namespace Assay.Classification;

/// <summary>
/// Positive and negative rows by their score, highest first, and the areas under the curves that they draw. Each is 0 to 1, higher is
/// better. scikit-learn 1.2.1.
/// </summary>
public sealed class RankCounts
{
    private readonly int[] _positive;
    private readonly int[] _negative;

    internal RankCounts(int steps) => (_positive, _negative) = (new int[steps], new int[steps]);

    /// <summary>Positive rows.</summary>
    public int Positive { get; private set; }

    /// <summary>Negative rows.</summary>
    public int Negative { get; private set; }

    /// <summary>
    /// The area under the receiver operating characteristic (<c>roc_auc_score</c>): the chance that a positive row has a higher score than a
    /// negative one, ties counting half. NaN without rows of both kinds.
    /// </summary>
    public double RocArea()
    {
        double area = 0, above = 0;
        for (var i = 0; i < _positive.Length; i++)
        {
            area += _negative[i] * (above + _positive[i] / 2.0);
            above += _positive[i];
        }

        return area / ((double)Positive * Negative);
    }

    /// <summary>
    /// Average precision (<c>average_precision_score</c>): the precision at each score, weighted by the recall gained there. 0 without
    /// positive rows.
    /// </summary>
    public double AveragePrecision()
    {
        double sum = 0, positive = 0, rows = 0;
        for (var i = 0; i < _positive.Length; i++)
        {
            positive += _positive[i];
            rows += _positive[i] + _negative[i];
            if (_positive[i] > 0) sum += _positive[i] * (positive / rows);
        }

        return Positive == 0 ? 0 : sum / Positive;
    }

    /// <summary>
    /// The area under the precision-recall curve by trapezoids (<c>auc</c> of <c>precision_recall_curve</c>), which joins its points by
    /// straight lines and is too hopeful for it; prefer <see cref="AveragePrecision"/>. Without positive rows 0.5, as the reference has it.
    /// </summary>
    public double PrecisionRecallArea()
    {
        if (Positive == 0) return 0.5;
        double area = 0, positive = 0, rows = 0, before = 1;
        for (var i = 0; i < _positive.Length; i++)
        {
            if (_positive[i] + _negative[i] == 0) continue;
            positive += _positive[i];
            rows += _positive[i] + _negative[i];
            var precision = positive / rows;
            area += _positive[i] * (before + precision) / 2;
            before = precision;
        }

        return area / Positive;
    }

    internal void Add(int step, bool isPositive)
    {
        if (isPositive)
        {
            _positive[step]++;
            Positive++;
        }
        else
        {
            _negative[step]++;
            Negative++;
        }
    }
}
