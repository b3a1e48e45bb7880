using System.Buffers;
using System.ComponentModel;
using System.Text;
using Assay.Formats;
using Assay.Models;

namespace Assay.Scoring.Scorers;

/// <summary>
/// Any program as a scorer, run once by the system's shell at the first sample: one JSON line a sample in, one line out. A program that ends,
/// or prints what is none of the protocol, leaves every later sample without a score and says why; it is not started again.
/// </summary>
internal sealed class ExecScorer(string command, ScorerDescription description) : IScorer, IAsyncDisposable
{
    private readonly ExecSamples _samples = new();
    private readonly Lock _starting = new();
    private ExecProgram? _program;

    public ScorerDescription Description { get; } = description;

    public async ValueTask<Score> ScoreAsync(Sample sample, CancellationToken cancellationToken = default)
    {
        if (sample.Output.IsNull) return Score.None(MissingOutput.Reason(sample));
        Task<Score> score;
        // Without ids the program's order is ours: samples are sent in the order in which they wait.
        lock (_starting)
        {
            try
            {
                _program ??= ExecProgram.Start(command, OnLine, reason => _samples.End($"the scorer's program gave no score: {reason}"));
            }
            catch (Win32Exception exception)
            {
                return Score.None(new ModelException(ModelFailure.Unreachable, $"the scorer's program cannot be started ({OneLine.Of(exception.Message)})", exception));
            }

            (var id, score) = _samples.Add();
            _program.Send(ExecScoreLine.Question(id, sample));
        }

        return await score.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        _samples.End("the scorer was closed");
        if (_program is not null) await _program.DisposeAsync().ConfigureAwait(false);
    }

    private void OnLine(ReadOnlySequence<byte> bytes)
    {
        var line = Encoding.UTF8.GetString(bytes);
        if (string.IsNullOrWhiteSpace(line)) return;
        var answer = ExecScoreLine.Parse(line) ?? throw new InvalidDataException(
            $"it printed what is no score: '{OneLine.Of(line, 60)}'; print one line of JSON a sample, {{\"score\": number, \"reason\": text}}, and messages to standard error");
        if (!_samples.Complete(answer))
        {
            throw new InvalidDataException($"it printed a score that no sample waits for: '{OneLine.Of(line, 60)}'; print one line a sample");
        }
    }
}
