using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Assay.Models.Local;

/// <summary>
/// A SentencePiece vocabulary in llama2.c's form: for each token its score in merging, and its bytes. Tokens 0 to 2 are unknown, beginning and
/// end; 3 to 258 the single bytes, for what has no token of its own.
/// </summary>
internal sealed class TokenVocabulary
{
    public const int Begin = 1;
    public const int End = 2;

    private const int FirstByte = 3;
    private const int FirstPiece = FirstByte + 256;

    private readonly byte[][] _pieces;
    private readonly float[] _scores;
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

    private TokenVocabulary(byte[][] pieces, float[] scores)
    {
        (_pieces, _scores) = (pieces, scores);
        for (var token = FirstPiece; token < pieces.Length; token++)
        {
            _ids.TryAdd(Encoding.UTF8.GetString(pieces[token]), token);
        }
    }

    public int Count => _pieces.Length;

    /// <summary>The bytes that a token writes: none for beginning and end.</summary>
    public ReadOnlySpan<byte> Bytes(int token) => token is Begin or End ? [] : _pieces[token];

    /// <summary>The token of a piece of text; null when it has none.</summary>
    public int? Find(string piece) => _ids.TryGetValue(piece, out var token) ? token : null;

    public float Score(int token) => _scores[token];

    public static int OfByte(byte value) => FirstByte + value;

    /// <summary>Reads a tokenizer's file whole: some hundred kilobytes at most.</summary>
    /// <param name="data">The file.</param>
    /// <param name="tokens">How many tokens the model knows.</param>
    /// <param name="file">What messages call it.</param>
    /// <exception cref="BadInputException">It is no such file, or of another model.</exception>
    public static TokenVocabulary Read(ReadOnlySpan<byte> data, int tokens, string file)
    {
        if (tokens < FirstPiece)
        {
            throw new BadInputException($"{file}: a model of {tokens} tokens has none for single bytes; it cannot be read");
        }

        var (pieces, scores) = (new byte[tokens][], new float[tokens]);
        var at = sizeof(int);
        for (var token = 0; token < tokens; token++)
        {
            var length = at + 8 <= data.Length ? BinaryPrimitives.ReadInt32LittleEndian(data[(at + 4)..]) : -1;
            if (length < 0 || length > data.Length - at - 8)
            {
                throw new BadInputException(
                    $"{file} ends at token {token} of the model's {tokens}: it was cut, or belongs to another model; name the right one with local:MODEL.bin@TOKENIZER.bin");
            }

            scores[token] = BinaryPrimitives.ReadSingleLittleEndian(data[at..]);
            pieces[token] = data.Slice(at + 8, length).ToArray();
            at += 8 + length;
        }

        if (at != data.Length)
        {
            throw new BadInputException($"{file} holds more tokens than the model's {tokens}: it belongs to another model; name the right one with local:MODEL.bin@TOKENIZER.bin");
        }

        for (var value = 0; value < 256; value++)
        {
            var spelled = string.Create(CultureInfo.InvariantCulture, $"<0x{value:X2}>");
            pieces[FirstByte + value] = pieces[FirstByte + value].AsSpan().SequenceEqual(Encoding.ASCII.GetBytes(spelled)) ? [(byte)value]
                : throw new BadInputException($"{file} is no tokenizer of llama2.c: its token {FirstByte + value} is not the byte {spelled}");
        }

        return new TokenVocabulary(pieces, scores);
    }
}
