namespace Assay.Classification;

/// <summary>The share of rows whose class was found. 0 to 1, higher is better; NaN without rows. scikit-learn 1.2.1.</summary>
public static class Accuracy
{
    /// <summary>Correct rows over all rows (<c>accuracy_score</c>).</summary>
    public static double Of(ClassCounts counts) => (double)counts.Correct / counts.Rows;

    /// <summary>The mean recall of the classes that are the reference of a row (<c>balanced_accuracy_score</c>).</summary>
    public static double Balanced(ClassCounts counts)
    {
        var (sum, classes) = (0.0, 0);
        for (var i = 0; i < counts.Support.Length; i++)
        {
            if (counts.Support[i] == 0) continue;
            sum += (double)counts.Hits[i] / counts.Support[i];
            classes++;
        }

        return sum / classes;
    }
}
