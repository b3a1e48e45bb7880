using System.Text.Json;
using Assay.Formats;

namespace Assay.Models;

/// <summary>
/// Answers from a cassette, offline. A recorded failure is thrown as it was; a call that is not recorded fails with
/// <see cref="ModelFailure.NotRecorded"/>, naming the row and what differs from the nearest recorded call. Answers at once: latencies of a
/// replay are its own.
/// </summary>
public sealed class ReplayingModel : IModel, IDisposable
{
    private readonly Cassette _cassette;
    private readonly string _recordedName;

    /// <summary>Answers in place of a model.</summary>
    /// <param name="name">The model's name as the recording has it.</param>
    /// <param name="cassette">The recording; closed with this model.</param>
    public ReplayingModel(string name, Cassette cassette)
        : this(name, name, cassette)
    {
    }

    private ReplayingModel(string name, string recordedName, Cassette cassette)
    {
        Name = name;
        _recordedName = recordedName;
        _cassette = cassette;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>
    /// Answers in place of the one model that was recorded, as <c>replay:FILE</c>. Throws <see cref="BadInputException"/> when there are
    /// several.
    /// </summary>
    /// <param name="path">The cassette's file.</param>
    public static ReplayingModel Open(string path)
    {
        var cassette = Cassette.Open(path);
        if (cassette.Models.Count == 1)
        {
            return new ReplayingModel("replay:" + path, cassette.Models.First(), cassette);
        }

        cassette.Dispose();
        throw new BadInputException(
            $"{path} holds calls of several models ({string.Join(", ", cassette.Models)}): say which with --model NAME --replay {path}");
    }

    /// <inheritdoc/>
    public Task<Answer> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var document = RequestDocument.Write(_recordedName, request);
        var line = _cassette.Find(RequestDocument.Digest(document), request.RowId, request.Repeat);
        return line switch
        {
            { Answer: { } answer } => Task.FromResult(answer.ToAnswer()),
            { Error: { } error } => Task.FromException<Answer>(error.ToException()),
            _ => Task.FromException<Answer>(new ModelException(ModelFailure.NotRecorded, WhyNot(request, document))),
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _cassette.Dispose();

    private string WhyNot(ModelRequest request, byte[] document)
    {
        var missing = $"row '{OneLine.Of(request.RowId, 80)}' {(request.Repeat > 0 ? $"(repeat {request.Repeat}) " : "")}is not recorded in {_cassette.Path}";
        var asked = JsonElement.Parse(document);
        if (_cassette.FindRow(request.RowId) is { } ofRow)
        {
            var difference = RequestDifference.Between(asked, ofRow.Request);
            return difference.Parts.Count == 0
                ? $"{missing}: the recording has only other repeats of it"
                : $"{missing}: from the call that was recorded for it, {Join(difference)}";
        }

        var (line, nearest) = _cassette.Samples
            .Select(sample => (Line: sample, Difference: RequestDifference.Between(asked, sample.Request)))
            .MinBy(candidate => (candidate.Difference.Parts.Count, -candidate.Difference.InCommon));
        return nearest.Parts.Count == 0
            ? $"{missing}: the same request was recorded for row '{OneLine.Of(line.Row, 80)}'; are the ids of the rows the same as then?"
            : $"{missing}: no call of this row was; from the nearest recorded one, of row '{OneLine.Of(line.Row, 80)}', {Join(nearest)}";
    }

    private static string Join(RequestDifference difference) => string.Join("; ", difference.Parts.Take(3));
}
