using System.Buffers.Binary;

namespace Assay.Models.Local;

/// <summary>
/// The sizes of a model, as the seven numbers at the head of llama2.c's checkpoint of version 0 say them.
/// </summary>
/// <param name="Width">Numbers that stand for one token between layers (<c>dim</c>).</param>
/// <param name="HiddenWidth">Numbers inside a feed-forward layer.</param>
/// <param name="Layers">Layers.</param>
/// <param name="Heads">Attention heads.</param>
/// <param name="KeyHeads">Heads that keys and values have; several query heads share one.</param>
/// <param name="Vocabulary">Tokens that it knows.</param>
/// <param name="Context">Tokens that it reads at most.</param>
/// <param name="SharesClassifier">Whether the table of tokens also says which comes next.</param>
internal sealed record CheckpointShape(
    int Width, int HiddenWidth, int Layers, int Heads, int KeyHeads, int Vocabulary, int Context, bool SharesClassifier)
{
    public const int HeaderBytes = 7 * sizeof(int);

    /// <summary>How llama2.c's later versions begin.</summary>
    private const int VersionedMagic = 0x616b3432;

    private const int Most = 1 << 20;

    public int HeadWidth => Width / Heads;

    public int KeyWidth => HeadWidth * KeyHeads;

    /// <summary>The numbers behind the header; a decimal, because sizes from a damaged header overflow anything shorter.</summary>
    public decimal Numbers =>
        ((decimal)Vocabulary * Width * (SharesClassifier ? 1 : 2))
        + (Layers * ((2m * Width) + (2m * Width * Width) + (2m * Width * KeyWidth) + (3m * Width * HiddenWidth)))
        + Width + ((decimal)Context * HeadWidth);

    /// <summary>Reads a header.</summary>
    /// <param name="header">The first <see cref="HeaderBytes"/> bytes.</param>
    /// <param name="file">The file, for the message.</param>
    /// <exception cref="BadInputException">It is no such header.</exception>
    public static CheckpointShape Read(ReadOnlySpan<byte> header, string file)
    {
        var numbers = new int[7];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BinaryPrimitives.ReadInt32LittleEndian(header[(i * sizeof(int))..]);
        }

        if (numbers[0] == VersionedMagic)
        {
            throw new BadInputException(
                $"{file} is a llama2.c checkpoint of version {numbers[1]}; only version 0 (float32) is read: export the model with --version 0");
        }

        string[] names = ["dim", "hidden_dim", "n_layers", "n_heads", "n_kv_heads", "vocab_size", "seq_len"];
        for (var i = 0; i < names.Length; i++)
        {
            // A vocabulary below 0 says that the classifier has a table of its own.
            Require(Math.Abs((long)numbers[i]) is > 0 and <= Most && (i == 5 || numbers[i] > 0), file, $"{names[i]} is {numbers[i]}");
        }

        var shape = new CheckpointShape(
            numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], Math.Abs(numbers[5]), numbers[6], numbers[5] > 0);
        Require(shape.Width % shape.Heads == 0 && shape.HeadWidth % 2 == 0, file, $"dim {shape.Width} cannot be shared by {shape.Heads} heads");
        Require(shape.Heads % shape.KeyHeads == 0, file, $"{shape.Heads} heads cannot share {shape.KeyHeads} heads of keys");
        return shape;
    }

    private static void Require(bool holds, string file, string what)
    {
        if (!holds)
        {
            throw new BadInputException($"{file} is no llama2.c checkpoint of version 0: its header says {what}");
        }
    }
}
