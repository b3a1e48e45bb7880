using System.Text.Json;
using Assay.Formats;
using Assay.Running;
using Assay.Scoring;

namespace Assay.Filters;

/// <summary>Scores what was read of one row and writes it: the core of every way in which rows are scored, whatever they come in and go out by.</summary>
internal sealed class LineScorer(IReadOnlyList<IScorer> scorers)
{
    private readonly IScorer[] _scorers = [.. scorers];
    private readonly bool _asksService = scorers.Any(scorer => scorer.Description.AsksService);
    private readonly ServiceWatch _watch = new(scorers);
    private readonly JsonEncodedText[] _names =
        [.. scorers.Select(scorer => JsonEncodedText.Encode(scorer.Description.Name, JsonText.Readable))];

    /// <summary>A score of each scorer, in their order.</summary>
    public async ValueTask<Score[]> ScoreAsync(LineFields fields, CancellationToken cancellationToken)
    {
        var scores = new Score[_scorers.Length];
        if (fields.Prediction.IsNull)
        {
            Array.Fill(scores, Score.None(fields.WhyNoPrediction!));
            return scores;
        }

        var sample = new Sample { Output = fields.Prediction, Reference = fields.Reference, Input = fields.Input, Context = fields.Context };
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = await _scorers[i].ScoreGuardedAsync(sample, cancellationToken).ConfigureAwait(false);
        }

        if (_asksService)
        {
            _watch.Observe(scores);
        }

        return scores;
    }

    /// <summary>Why no further line makes sense, as a service behind a scorer refuses the key or cannot be reached; null while they do.</summary>
    public Exception? Verdict => _watch.Verdict;

    /// <summary>The same when there are no more lines: also when few were asked, and none was answered.</summary>
    public Exception? VerdictAtEnd() => _watch.AtEnd();

    /// <summary>Writes an object of the scores: a number, or null where there is none or none that JSON has.</summary>
    public void WriteScores(Utf8JsonWriter json, ReadOnlySpan<Score> scores)
    {
        json.WriteStartObject();
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i].Value is { } value && double.IsFinite(value))
            {
                json.WriteNumber(_names[i], value);
            }
            else
            {
                json.WriteNull(_names[i]);
            }
        }

        json.WriteEndObject();
    }

    /// <summary>Writes an object of the reasons that there are.</summary>
    public void WriteReasons(Utf8JsonWriter json, ReadOnlySpan<Score> scores)
    {
        json.WriteStartObject();
        for (var i = 0; i < scores.Length; i++)
        {
            if (ReasonOf(scores[i]) is { } reason)
            {
                json.WriteString(_names[i], reason);
            }
        }

        json.WriteEndObject();
    }

    /// <summary>Whether there is a reason.</summary>
    public static bool HasReason(ReadOnlySpan<Score> scores)
    {
        foreach (var score in scores)
        {
            if (ReasonOf(score) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static string? ReasonOf(Score score) => score switch
    {
        { Reason: { Length: > 0 } reason } => reason,
        { Value: { } value } when !double.IsFinite(value) => "the score is not a number",
        _ => null,
    };
}
