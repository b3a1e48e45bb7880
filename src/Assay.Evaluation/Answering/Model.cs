using Assay.Data;
using Assay.Tracking;

namespace Assay;

/// <summary>
/// What an evaluation evaluates: something that has an answer to each row.
/// <see cref="From(Func{Row, CancellationToken, Task{Answer}}, string)"/> makes one of any function, <c>Model.Ask</c> one of a prompt and a
/// chat model, <see cref="Recorded"/> one of answers that the data set holds.
/// </summary>
public abstract partial class Model : IAsyncDisposable
{
    /// <summary>Its name, as the run records it.</summary>
    public abstract string Name { get; }

    /// <summary>Whether answering is a call, with a latency of its own; false for recorded answers.</summary>
    public abstract bool IsCalled { get; }

    /// <summary>The answers' column in a table of results.</summary>
    public virtual string OutputColumn => "outputs";

    /// <summary>What was set about it, logged as parameters of the run: prompts, call parameters. The name is logged apart.</summary>
    public virtual IReadOnlyList<Param> Settings => [];

    /// <summary>
    /// Looks at the data before the first row is answered. Returns what the user should know, a sentence each.
    /// Throws <see cref="BadInputException"/> when it cannot work with these columns.
    /// </summary>
    public virtual Task<IReadOnlyList<string>> CheckAsync(
        Dataset dataset, DatasetProfile profile, string? referenceColumn, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>What the row asks, as it is shown beside the answer; null when nothing is asked.</summary>
    public virtual string? Question(Row row, string? inputColumn) => inputColumn is null ? null : row[inputColumn];

    /// <summary>The answer to a row. Throws when there is none; the message becomes the row's error.</summary>
    public abstract Task<Answer> AnswerAsync(Row row, CancellationToken cancellationToken);

    /// <summary>The answer to a row that is asked several times: 0 for the first time, 1 for the next …</summary>
    internal virtual Task<Answer> AnswerAsync(Row row, int repeat, CancellationToken cancellationToken) => AnswerAsync(row, cancellationToken);

    /// <summary>Ends what the model holds: a program that it runs, a recording that it writes.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>What of an answer is scored: its text, or for recorded answers the value as it was read.</summary>
    internal virtual FieldValue Output(Row row, Answer answer) => answer.Text;

    /// <summary>The same model, giving answers with the log probabilities of their tokens where it can be asked for them.</summary>
    internal virtual Model WithTokens() => this;

    /// <summary>Any function is a model.</summary>
    /// <param name="answer">Answers one row; called from several threads at once.</param>
    /// <param name="name">The name that the run records.</param>
    public static Model From(Func<Row, CancellationToken, Task<Answer>> answer, string name = "function") => new FunctionRowModel(answer, name);

    /// <summary>Answers that were given before and stand in a column of the data set.</summary>
    public static Model Recorded(string column = "predictions") => new RecordedAnswers(column);
}
