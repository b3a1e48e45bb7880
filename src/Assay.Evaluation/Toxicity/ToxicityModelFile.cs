using System.Runtime.InteropServices;
using System.Text;

namespace Assay.Toxicity;

/// <summary>The model file: little-endian, a header, the sources' digests, the vocabulary, then the weights as they lie in memory.</summary>
internal static class ToxicityModelFile
{
    private const uint Magic = 0x31584F54;
    private const int WeightCount = ToxicityWeights.Heads << FeatureExtractor.BucketBits;

    public static void Write(Stream stream, ToxicityWeights weights)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(weights.LexiconDigest);
        writer.Write(weights.Sources.Count);
        foreach (var (name, digest) in weights.Sources)
        {
            writer.Write(name);
            writer.Write(digest);
        }

        WriteFloats(writer, weights.Steps);
        WriteFloats(writer, weights.Biases);
        WriteFloats(writer, weights.Gains);
        WriteFloats(writer, weights.Calibration);
        writer.Write(weights.Vocabulary.Count);
        foreach (var entry in weights.Vocabulary)
        {
            writer.Write(entry.Key);
            writer.Write((byte)(entry.Rarity << 4 | entry.Languages));
        }

        writer.Write(MemoryMarshal.AsBytes(weights.Quantised.AsSpan()));
    }

    /// <exception cref="InvalidDataException">The stream holds no toxicity model.</exception>
    public static ToxicityWeights Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            if (reader.ReadUInt32() != Magic)
            {
                throw new InvalidDataException("This is not a toxicity model file.");
            }

            return ReadBody(reader);
        }
        catch (EndOfStreamException)
        {
            throw new InvalidDataException("The toxicity model file ends too early.");
        }
    }

    private static ToxicityWeights ReadBody(BinaryReader reader)
    {
        var digest = reader.ReadBytes(32);
        var sources = new KeyValuePair<string, string>[reader.ReadInt32()];
        for (var i = 0; i < sources.Length; i++)
        {
            sources[i] = new(reader.ReadString(), reader.ReadString());
        }

        var steps = ReadFloats(reader);
        var biases = ReadFloats(reader);
        var gains = ReadFloats(reader);
        var calibration = ReadFloats(reader);
        var vocabulary = new VocabularyEntry[reader.ReadInt32()];
        for (var i = 0; i < vocabulary.Length; i++)
        {
            var key = reader.ReadUInt32();
            var note = reader.ReadByte();
            vocabulary[i] = new(key, (byte)(note >> 4), (byte)(note & 15));
        }

        var quantised = new sbyte[WeightCount];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(quantised.AsSpan()));
        return new ToxicityWeights
        {
            LexiconDigest = digest, Sources = sources, Steps = steps, Biases = biases, Gains = gains,
            Calibration = calibration, Vocabulary = vocabulary, Quantised = quantised,
        };
    }

    private static void WriteFloats(BinaryWriter writer, float[] values)
    {
        writer.Write((byte)values.Length);
        foreach (var value in values)
        {
            writer.Write(value);
        }
    }

    private static float[] ReadFloats(BinaryReader reader)
    {
        var values = new float[reader.ReadByte()];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = reader.ReadSingle();
        }

        return values;
    }
}
