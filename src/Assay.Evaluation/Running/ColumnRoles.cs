using Assay.Data;

namespace Assay.Running;

/// <summary>Which columns of a data set are what; null where it has no such column.</summary>
/// <param name="Input">What is asked.</param>
/// <param name="Reference">What is expected.</param>
/// <param name="Context">What an answer is to be based on.</param>
internal sealed record ColumnRoles(string? Input, string? Reference, string? Context)
{
    /// <summary>A column that was named must exist; one that was not is taken when the data set has one of the usual name.</summary>
    public static ColumnRoles Of(Evaluation evaluation, DatasetProfile profile)
    {
        string? Role(string? named, string usual, string option)
        {
            if (named is null)
            {
                return profile.Columns.Contains(usual) ? usual : null;
            }

            profile.RequireColumn(named, evaluation.Dataset.Name, option);
            return named;
        }

        return new ColumnRoles(
            Role(evaluation.InputColumn, "inputs", "--input"),
            Role(evaluation.ReferenceColumn, "ground_truth", "--reference"),
            Role(evaluation.ContextColumn, "context", "--context"));
    }
}
