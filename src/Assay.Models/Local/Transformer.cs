namespace Assay.Models.Local;

/// <summary>
/// Llama 2's network (Touvron and others 2023): normalisation before each layer, rotary positions, heads that share keys and values, SwiGLU.
/// Weights are shared; what a call changes is in its <see cref="TransformerState"/>, so any number of calls may run at once.
/// </summary>
internal sealed class Transformer(Checkpoint weights)
{
    private readonly CheckpointShape _shape = weights.Shape;
    private readonly RotaryTable _rotary = new(weights.Shape.HeadWidth, weights.Shape.Context);

    public CheckpointShape Shape => _shape;

    /// <summary>Reads on.</summary>
    /// <param name="tokens">The next tokens.</param>
    /// <param name="state">What was read before; has room for them.</param>
    /// <param name="logits">
    /// Receives how likely each token of the vocabulary is to follow, unnormalised: after every token, or as many of the last ones as it has room
    /// for.
    /// </param>
    public void Read(ReadOnlySpan<int> tokens, TransformerState state, Span<float> logits)
    {
        var skipped = tokens.Length - (logits.Length / _shape.Vocabulary);
        for (var done = 0; done < tokens.Length; done += TransformerState.MostTogether)
        {
            var piece = tokens.Slice(done, Math.Min(TransformerState.MostTogether, tokens.Length - done));
            ReadTogether(piece, state);
            var first = Math.Max(0, skipped - done);
            if (first < piece.Length)
            {
                var at = (done + first - skipped) * _shape.Vocabulary;
                var hidden = state.Hidden.AsSpan(first * _shape.Width, (piece.Length - first) * _shape.Width);
                Classify(hidden, state, logits.Slice(at, (piece.Length - first) * _shape.Vocabulary));
            }
        }
    }

    private void ReadTogether(ReadOnlySpan<int> tokens, TransformerState state)
    {
        var (width, count) = (_shape.Width, tokens.Length);
        var hidden = state.Hidden.AsSpan(0, count * width);
        for (var i = 0; i < count; i++)
        {
            weights.Embedding.AsSpan(tokens[i] * width, width).CopyTo(hidden[(i * width)..]);
        }

        for (var layer = 0; layer < _shape.Layers; layer++)
        {
            Attend(layer, count, hidden, state);
            FeedForward(layer, count, hidden, state);
        }

        state.Position += count;
    }

    private void Attend(int layer, int count, Span<float> hidden, TransformerState state)
    {
        var (width, keyWidth) = (_shape.Width, _shape.KeyWidth);
        var normalized = Normalize(hidden, weights.AttentionNorm.AsSpan(layer * width, width), state);
        var query = state.Query.AsSpan(0, count * width);
        var key = state.Key.AsSpan(0, count * keyWidth);
        var value = state.Value.AsSpan(0, count * keyWidth);
        MatrixProduct.Compute(Of(weights.Query, layer, width * width), width, normalized, query);
        MatrixProduct.Compute(Of(weights.Key, layer, width * keyWidth), width, normalized, key);
        MatrixProduct.Compute(Of(weights.Value, layer, width * keyWidth), width, normalized, value);
        for (var i = 0; i < count; i++)
        {
            var position = state.Position + i;
            _rotary.Rotate(query.Slice(i * width, width), position);
            _rotary.Rotate(key.Slice(i * keyWidth, keyWidth), position);
            Attention.Keep(_shape, state, layer, position, key.Slice(i * keyWidth, keyWidth), value.Slice(i * keyWidth, keyWidth));
        }

        var attended = state.Attended.AsSpan(0, count * width);
        for (var i = 0; i < count; i++)
        {
            Attention.Attend(_shape, state, layer, state.Position + i, query.Slice(i * width, width), attended.Slice(i * width, width));
        }

        MatrixProduct.Compute(Of(weights.Output, layer, width * width), width, attended, normalized);
        VectorMath.AddScaled(hidden, normalized, 1);
    }

    private void FeedForward(int layer, int count, Span<float> hidden, TransformerState state)
    {
        var (width, inside) = (_shape.Width, _shape.HiddenWidth);
        var normalized = Normalize(hidden, weights.FeedForwardNorm.AsSpan(layer * width, width), state);
        var gate = state.Gate.AsSpan(0, count * inside);
        var up = state.Up.AsSpan(0, count * inside);
        MatrixProduct.Compute(Of(weights.Gate, layer, width * inside), width, normalized, gate);
        MatrixProduct.Compute(Of(weights.Up, layer, width * inside), width, normalized, up);
        VectorMath.GateBySilu(gate, up);
        MatrixProduct.Compute(Of(weights.Down, layer, width * inside), inside, gate, normalized);
        VectorMath.AddScaled(hidden, normalized, 1);
    }

    private void Classify(Span<float> hidden, TransformerState state, Span<float> logits) =>
        MatrixProduct.Compute(weights.Classifier, _shape.Width, Normalize(hidden, weights.FinalNorm, state), logits);

    private static Span<float> Normalize(ReadOnlySpan<float> hidden, ReadOnlySpan<float> norm, TransformerState state)
    {
        var normalized = state.Normalized.AsSpan(0, hidden.Length);
        for (var at = 0; at < hidden.Length; at += norm.Length)
        {
            VectorMath.Normalize(normalized.Slice(at, norm.Length), hidden.Slice(at, norm.Length), norm);
        }

        return normalized;
    }

    private static ReadOnlySpan<float> Of(float[] table, int layer, int size) => table.AsSpan(layer * size, size);
}
