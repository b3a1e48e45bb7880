namespace Assay.Comparisons;

/// <summary>Row scores of any tool: a file with a column that identifies the row, and a column of its score.</summary>
/// <param name="Path">A .csv, .tsv, .json or .jsonl, each also gzipped.</param>
/// <param name="IdColumn">The column that identifies a row; the same id again is another answer to the row, and their mean counts.</param>
/// <param name="ScoreColumn">The column of numbers, or of true and false; an empty cell is a row without a score.</param>
/// <param name="LowerIsBetter">Whether less is better.</param>
public sealed record ScoreFile(string Path, string IdColumn, string ScoreColumn, bool LowerIsBetter = false)
{
    internal async Task<RunScores> ReadAsync(string? groupColumn, CancellationToken cancellationToken)
    {
        var dataset = Dataset.FromFile(Path);
        var scores = new RunScores(Path, System.IO.Path.GetFileName(Path));
        var column = new ScoreColumnReader(this, groupColumn, scores);
        await foreach (var row in dataset.ReadAsync(cancellationToken).ConfigureAwait(false)) column.Add(row);
        return scores.Keys.Count > 0 ? column.End() : throw new BadInputException($"{Path}: there is no row in it");
    }
}
