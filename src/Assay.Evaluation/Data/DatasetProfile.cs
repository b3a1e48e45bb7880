using Assay.Data.Schema;
using Assay.Naming;

namespace Assay.Data;

/// <summary>What one reading of a data set tells.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Digest">Of all rows in order, 32 hexadecimal digits.</param>
/// <param name="Columns">Every column that some row has, in order of first appearance.</param>
public sealed record DatasetProfile(long Rows, string Digest, IReadOnlyList<string> Columns)
{
    /// <summary>What the columns hold, in the same order.</summary>
    public IReadOnlyList<ColumnProfile> Schema { get; init; } = [];

    /// <summary>The schema as MLflow writes that of a table: <c>{"mlflow_colspec": [{"type": "string", "name": "inputs", "required": true}]}</c>.</summary>
    public string SchemaJson => MlflowSchema.Of(this).ToJsonString(DatasetDescription.Readable);

    /// <summary>What the reading gives reason to warn of: texts that were cut, rows that a service holds in part.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>
    /// Throws <see cref="BadInputException"/> when no row has the column; the message says who asked for it, which columns there are, and
    /// which is nearest: <c>--reference: data.csv has no column "ground_thruth"; it has inputs, ground_truth; did you mean
    /// "ground_truth"?</c>.
    /// </summary>
    /// <param name="column">The column.</param>
    /// <param name="dataset">The data set's name, for the message.</param>
    /// <param name="askedBy">The option, template or field that names it.</param>
    public void RequireColumn(string column, string dataset, string askedBy)
    {
        if (!Columns.Contains(column))
        {
            throw new BadInputException($"{askedBy}: {Missing(column, dataset, Columns)}");
        }
    }

    /// <summary>That a data set has no such column, what it has, and the nearest.</summary>
    internal static string Missing(string column, string dataset, IReadOnlyList<string> columns)
    {
        const int Shown = 20;
        var names = string.Join(", ", columns.Take(Shown)) + (columns.Count > Shown ? $" and {columns.Count - Shown} more" : "");
        return $"{dataset} has no column \"{column}\"; it has {(names.Length == 0 ? "none" : names)}{NameSuggestion.Ending(column, columns)}";
    }
}
