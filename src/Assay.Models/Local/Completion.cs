using System.Runtime.InteropServices;
using System.Text;

namespace Assay.Models.Local;

/// <summary>Writes on from a prompt, one token after the other. Used for one call.</summary>
internal sealed class Completion(TokenVocabulary vocabulary, LocalParameters parameters, int repeat)
{
    private readonly TokenSampler _sampler = new(parameters.Temperature, parameters.TopP, new SampleRandom(parameters.Seed, repeat));
    private readonly List<byte> _written = [];
    private readonly List<TokenProbability> _tokens = [];

    private readonly byte[][] _stops = [.. parameters.Stop.Select(Encoding.UTF8.GetBytes)];

    public Answer Write(Transformer transformer, IReadOnlyList<int> prompt, CancellationToken cancellationToken)
    {
        // The answer ends where the context does.
        var room = transformer.Shape.Context - prompt.Count;
        var most = Math.Min(parameters.MaxTokens ?? room, room);
        var state = new TransformerState(transformer.Shape, prompt.Count + most);
        var logits = new float[transformer.Shape.Vocabulary];
        LikelihoodReading.ReadInPieces(transformer, [.. prompt], state, logits, cancellationToken);
        var output = 0;
        var reason = FinishReason.Length;
        while (output < most)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var token = _sampler.Choose(logits);
            if (token is TokenVocabulary.Begin or TokenVocabulary.End)
            {
                reason = FinishReason.Stop;
                break;
            }

            output++;
            var before = _written.Count;
            Append(token, logits, afterBegin: prompt.Count == 1 && output == 1);
            if (CutAtStop(before))
            {
                reason = FinishReason.Stop;
                break;
            }

            if (output < most)
            {
                transformer.Read([token], state, logits);
            }
        }

        return AnswerOf(reason, prompt.Count, output);
    }

    private void Append(int token, ReadOnlySpan<float> logits, bool afterBegin)
    {
        _written.AddRange(TokenText.Written(vocabulary, token, afterBegin));
        if (parameters.LogProbabilities)
        {
            _tokens.Add(TokenText.Of(vocabulary, token, LogProbabilities.Of(logits, token), afterBegin));
        }
    }

    /// <summary>Takes away the first text that ends the answer and all behind it. It ends in what the last token wrote.</summary>
    private bool CutAtStop(int before)
    {
        var first = int.MaxValue;
        foreach (var stop in _stops)
        {
            var from = Math.Max(0, before - stop.Length + 1);
            var at = CollectionsMarshal.AsSpan(_written)[from..].IndexOf(stop);
            first = at < 0 ? first : Math.Min(first, from + at);
        }

        CollectionsMarshal.SetCount(_written, Math.Min(_written.Count, first));
        return first < int.MaxValue;
    }

    private Answer AnswerOf(FinishReason reason, int input, int output) => new()
    {
        Text = Encoding.UTF8.GetString(CollectionsMarshal.AsSpan(_written)),
        FinishReason = reason,
        Usage = new TokenUsage(input, output),
        Tokens = parameters.LogProbabilities ? _tokens : null,
    };
}
