namespace Assay;

/// <summary>A model that is a function of the row.</summary>
internal sealed class FunctionRowModel(Func<Row, CancellationToken, Task<Answer>> answer, string name) : Model
{
    public override string Name => name;

    public override bool IsCalled => true;

    public override Task<Answer> AnswerAsync(Row row, CancellationToken cancellationToken) => answer(row, cancellationToken);
}
