using Assay.Data;
using Assay.Tracking;

namespace Assay;

/// <summary>Answers that stand in a column of the data set. An empty cell is an answer of no text, and is not scored.</summary>
internal sealed class RecordedAnswers(string column) : Model
{
    public override string Name => $"recorded:{column}";

    public override bool IsCalled => false;

    public override string OutputColumn => column;

    public override IReadOnlyList<Param> Settings => [new("predictions", column)];

    public override Task<IReadOnlyList<string>> CheckAsync(
        Dataset dataset, DatasetProfile profile, string? referenceColumn, CancellationToken cancellationToken = default)
    {
        profile.RequireColumn(column, dataset.Name, "--predictions");
        return base.CheckAsync(dataset, profile, referenceColumn, cancellationToken);
    }

    internal override FieldValue Output(Row row, Answer answer) => row.Value(column);

    public override Task<Answer> AnswerAsync(Row row, CancellationToken cancellationToken) => Task.FromResult(Answer.FromText(row[column]));
}
