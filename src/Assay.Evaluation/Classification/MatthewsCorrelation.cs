namespace Assay.Classification;

/// <summary>
/// Matthews' correlation of classes expected and predicted, for any number of classes (Gorodkin 2004; scikit-learn 1.2.1's
/// <c>matthews_corrcoef</c>): −1 to 1, higher is better, 0 is what chance gives. 0 when a side has one class only.
/// </summary>
public static class MatthewsCorrelation
{
    /// <summary>The coefficient of the counts.</summary>
    public static double Of(ClassCounts counts)
    {
        double rows = counts.Rows, both = 0, predicted = 0, support = 0;
        for (var i = 0; i < counts.Support.Length; i++)
        {
            both += (double)counts.Support[i] * counts.Predicted[i];
            predicted += (double)counts.Predicted[i] * counts.Predicted[i];
            support += (double)counts.Support[i] * counts.Support[i];
        }

        var (predictedSpread, supportSpread) = (rows * rows - predicted, rows * rows - support);
        return predictedSpread * supportSpread == 0
            ? 0
            : (counts.Correct * rows - both) / Math.Sqrt(supportSpread * predictedSpread);
    }
}
