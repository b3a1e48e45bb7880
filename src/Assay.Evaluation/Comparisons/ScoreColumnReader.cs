using System.Globalization;
using Assay.Data;
using Assay.Scoring;

namespace Assay.Comparisons;

/// <summary>Takes ids and scores from the rows of a file.</summary>
internal sealed class ScoreColumnReader(ScoreFile file, string? groupColumn, RunScores scores)
{
    private readonly ContentDigest _digests = new();
    private readonly ScoreColumn _column = new(Describe(file, ScoreKind.Unbounded));
    private bool _isUnit = true;
    private int _repeats;

    public void Add(Row row)
    {
        var id = Field(row, file.IdColumn, "--id").Text
            ?? throw new BadInputException($"{file.Path}, row {row.Index + 1}: no value in the column \"{file.IdColumn}\"; give every row an id");
        var value = Number(row);
        _isUnit &= double.IsNaN(value) || value is >= 0 and <= 1;
        var known = scores.Keys.Count;
        var place = scores.Place(_digests.Compute(id), id);
        _repeats += scores.Keys.Count == known ? 1 : 0;
        _column.Add(place, value);
        if (groupColumn is not null)
        {
            scores.SetGroup(place, _digests.Compute(Field(row, groupColumn, "--group").Text
                ?? throw new BadInputException($"{file.Path}, row {row.Index + 1}: no value in the column \"{groupColumn}\"; name a column that every row has")));
        }
    }

    public RunScores End()
    {
        if (_repeats > 0) scores.Notes.Add($"{file.Path}: {_repeats} lines have the id of one before them; their scores are averaged");
        scores.Columns.Add(_isUnit ? _column.As(Describe(file, ScoreKind.UnitInterval)) : _column);
        return scores;
    }

    private static ScorerDescription Describe(ScoreFile file, ScoreKind kind) => new()
    {
        Name = file.ScoreColumn, Summary = "", Kind = kind, Direction = file.LowerIsBetter ? ScoreDirection.Lower : ScoreDirection.Higher,
        Aggregates = [], TableColumn = null,
    };

    private FieldValue Field(Row row, string column, string option) => row.Columns.Contains(column)
        ? row.Value(column)
        : throw new BadInputException($"{file.Path}, row {row.Index + 1}: {option}: {DatasetProfile.Missing(column, "the row", row.Columns)}");

    private double Number(Row row)
    {
        var text = Field(row, file.ScoreColumn, "--score").Text?.Trim();
        return text switch
        {
            null or "" or "NaN" or "nan" => double.NaN,
            "true" or "True" => 1,
            "false" or "False" => 0,
            _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                ? number
                : throw new BadInputException($"{file.Path}, row {row.Index + 1}: \"{file.ScoreColumn}\" is '{text}', which is no number; scores are numbers, true or false, or left empty"),
        };
    }
}
