using Assay.Scoring;

namespace Assay.Tests.Filters;

/// <summary>Scores a text's length; has no score for the text "none", and gives "nan" no number. Waits before it answers when told to.</summary>
internal sealed class TextLength(string name = "length", Func<Sample, Task>? wait = null) : IScorer
{
    public ScorerDescription Description { get; } = new()
    {
        Name = name,
        Summary = "The length of the text.",
        Kind = ScoreKind.Unbounded,
        Direction = ScoreDirection.None,
        Aggregates = [],
        TableColumn = null,
    };

    public async ValueTask<Score> ScoreAsync(Sample sample, CancellationToken cancellationToken = default)
    {
        if (wait is not null)
        {
            await wait(sample);
        }

        return sample.Output.Text switch
        {
            "none" => Score.None("it says \"none\""),
            "nan" => double.NaN,
            var text => text!.Length + 10 * (sample.Reference.Text?.Length ?? 0) + 100 * (sample.Input?.Length ?? 0) + 1000 * (sample.Context?.Length ?? 0),
        };
    }
}
