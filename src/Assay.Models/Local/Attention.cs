namespace Assay.Models.Local;

/// <summary>Attention of one token to itself and all before it, over keys and values that lie by dimension.</summary>
internal static class Attention
{
    /// <summary>Keeps a token's key and value.</summary>
    public static void Keep(CheckpointShape shape, TransformerState state, int layer, int position, ReadOnlySpan<float> key, ReadOnlySpan<float> value)
    {
        var at = (layer * shape.KeyWidth * state.Capacity) + position;
        for (var dimension = 0; dimension < key.Length; dimension++, at += state.Capacity)
        {
            state.Keys[at] = key[dimension];
            state.Values[at] = value[dimension];
        }
    }

    /// <summary>For each head the values of all tokens up to this one, weighted by how well their keys fit its query.</summary>
    public static void Attend(CheckpointShape shape, TransformerState state, int layer, int position, ReadOnlySpan<float> query, Span<float> attended)
    {
        var (capacity, headWidth) = (state.Capacity, shape.HeadWidth);
        var sharing = shape.Heads / shape.KeyHeads;
        var scale = 1 / MathF.Sqrt(headWidth);

        // Up to a whole number of lanes: what lies behind the last token has weight 0.
        var scores = state.Scores.AsSpan(0, (position / VectorMath.Lanes * VectorMath.Lanes) + VectorMath.Lanes);
        for (var head = 0; head < shape.Heads; head++)
        {
            var from = ((layer * shape.KeyWidth) + (head / sharing * headWidth)) * capacity;
            scores.Clear();
            for (var dimension = 0; dimension < headWidth; dimension++)
            {
                var keys = state.Keys.AsSpan(from + (dimension * capacity), scores.Length);
                VectorMath.AddScaled(scores, keys, query[(head * headWidth) + dimension] * scale);
            }

            VectorMath.Softmax(scores, position + 1);
            for (var dimension = 0; dimension < headWidth; dimension++)
            {
                attended[(head * headWidth) + dimension] = VectorMath.Dot(scores, state.Values.AsSpan(from + (dimension * capacity), scores.Length));
            }
        }
    }
}
