namespace Assay.Data;

/// <summary>What one reading tells of a column.</summary>
/// <param name="Name">The column.</param>
/// <param name="Type">What its values are.</param>
/// <param name="ReadsAs">
/// What its texts could be read as, when all of them are numbers or truth values, as in CSV, where every value is a text; null otherwise.
/// </param>
/// <param name="Rows">Rows of the data set.</param>
/// <param name="Filled">Rows that have a value.</param>
/// <param name="Values">
/// Its values and how many rows have each, the most frequent first; null when there are more than <see cref="MostValues"/>, or long ones.
/// </param>
public sealed record ColumnProfile(
    string Name, ColumnType Type, ColumnType? ReadsAs, long Rows, long Filled, IReadOnlyList<ValueCount>? Values)
{
    /// <summary>So many different values are counted, at most.</summary>
    public const int MostValues = 20;

    /// <summary>The share of rows without a value, 0 to 1.</summary>
    public double NullShare => Rows == 0 ? 0 : (double)(Rows - Filled) / Rows;
}
