using System.Globalization;
using System.Runtime.InteropServices;

namespace Assay.Models.Local;

/// <summary>A model's weights, as llama2.c's version 0 keeps them: float32, little-endian, one table after the other. Never changed.</summary>
internal sealed class Checkpoint
{
    private Checkpoint(CheckpointShape shape, TableReader tables)
    {
        Shape = shape;
        var (width, layers) = (shape.Width, shape.Layers);
        Embedding = tables.Read((long)shape.Vocabulary * width);
        AttentionNorm = tables.Read((long)layers * width);
        Query = tables.Read((long)layers * width * width);
        Key = tables.Read((long)layers * width * shape.KeyWidth);
        Value = tables.Read((long)layers * width * shape.KeyWidth);
        Output = tables.Read((long)layers * width * width);
        FeedForwardNorm = tables.Read((long)layers * width);
        Gate = tables.Read((long)layers * width * shape.HiddenWidth);
        Down = tables.Read((long)layers * width * shape.HiddenWidth);
        Up = tables.Read((long)layers * width * shape.HiddenWidth);
        FinalNorm = tables.Read(width);

        // Two tables of rotations, which are computed instead.
        tables.Read((long)shape.Context * shape.HeadWidth);
        Classifier = shape.SharesClassifier ? Embedding : tables.Read((long)shape.Vocabulary * width);
    }

    public CheckpointShape Shape { get; }

    public float[] Embedding { get; }

    public float[] AttentionNorm { get; }

    public float[] Query { get; }

    public float[] Key { get; }

    public float[] Value { get; }

    public float[] Output { get; }

    public float[] FeedForwardNorm { get; }

    public float[] Gate { get; }

    public float[] Down { get; }

    public float[] Up { get; }

    public float[] FinalNorm { get; }

    public float[] Classifier { get; }

    /// <summary>Reads a checkpoint. Nothing is allocated before the header's sizes are found to fill the file exactly.</summary>
    /// <param name="stream">The file, at its beginning; its length is known.</param>
    /// <param name="file">What messages call it.</param>
    /// <exception cref="BadInputException">It is no checkpoint, or a damaged one.</exception>
    public static Checkpoint Read(Stream stream, string file)
    {
        Span<byte> header = stackalloc byte[CheckpointShape.HeaderBytes];
        if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
        {
            throw new BadInputException($"{file} is no llama2.c checkpoint: it has {stream.Length} bytes, less than a header");
        }

        var shape = CheckpointShape.Read(header, file);
        var expected = CheckpointShape.HeaderBytes + (sizeof(float) * shape.Numbers);
        return stream.Length == expected ? new Checkpoint(shape, new TableReader(stream, file)) : throw new BadInputException(string.Create(
            CultureInfo.InvariantCulture,
            $"{file} has {stream.Length} bytes, but a checkpoint with its header (dim {shape.Width}, {shape.Layers} layers, {shape.Vocabulary} tokens) has {expected}: it was cut, or is no llama2.c checkpoint of version 0"));
    }

    /// <summary>Reads one table after the other.</summary>
    private sealed class TableReader(Stream stream, string file)
    {
        public float[] Read(long length)
        {
            if (length > Array.MaxLength / sizeof(float))
            {
                throw new BadInputException($"{file} has a table of {length} numbers, more than are read; use a smaller model");
            }

            var table = new float[length];
            stream.ReadExactly(MemoryMarshal.AsBytes(table.AsSpan()));
            return Array.TrueForAll(table, float.IsFinite) ? table
                : throw new BadInputException($"{file} is damaged: among its weights is one that is no number");
        }
    }
}
