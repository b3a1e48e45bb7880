namespace Assay.Models.Local;

/// <summary>
/// What one call keeps while it reads: the keys and values of the tokens so far, and room to work in. Keys and values lie by dimension, all
/// positions of one side by side, so that attention runs over positions eight at a time however narrow a head is.
/// </summary>
internal sealed class TransformerState
{
    /// <summary>Tokens that are read together, at most: more would not stay in the first cache.</summary>
    public const int MostTogether = 16;

    public TransformerState(CheckpointShape shape, int positions)
    {
        Capacity = (positions + VectorMath.Lanes - 1) / VectorMath.Lanes * VectorMath.Lanes;
        Keys = new float[shape.Layers * shape.KeyWidth * Capacity];
        Values = new float[shape.Layers * shape.KeyWidth * Capacity];
        Scores = new float[Capacity];
        var together = Math.Min(MostTogether, positions);
        Hidden = new float[together * shape.Width];
        Normalized = new float[together * shape.Width];
        Query = new float[together * shape.Width];
        Attended = new float[together * shape.Width];
        Key = new float[together * shape.KeyWidth];
        Value = new float[together * shape.KeyWidth];
        Gate = new float[together * shape.HiddenWidth];
        Up = new float[together * shape.HiddenWidth];
    }

    /// <summary>Positions that there is room for.</summary>
    public int Capacity { get; }

    /// <summary>Tokens read so far.</summary>
    public int Position { get; set; }

    public float[] Keys { get; }

    public float[] Values { get; }

    public float[] Scores { get; }

    public float[] Hidden { get; }

    public float[] Normalized { get; }

    public float[] Query { get; }

    public float[] Key { get; }

    public float[] Value { get; }

    public float[] Attended { get; }

    public float[] Gate { get; }

    public float[] Up { get; }
}
