using Assay.Overlap.Tokenizers;
using Assay.Overlap.Words;
using Assay.Tests.Golden;

namespace Assay.Tests.Overlap;

public sealed class BleuTokenizersGoldenTests
{
    [Fact]
    public void Tokens_equal_the_references() => GoldenFile.ShouldAllAgree(GoldenFile.Read("sacrebleu_tokens").SelectMany(record =>
    {
        var text = record.GetProperty("input").GetProperty("text").GetString()!;
        return record.GetProperty("expected").EnumerateObject().Select(tokenizer =>
        {
            var scratch = Scratch.Take();
            BleuTokenizers.Named(tokenizer.Name).Rewrite(PythonSpace.TrimEnd(text), scratch);
            List<string> actual = Words(scratch.Text), expected = Words(tokenizer.Value.GetString());
            return actual.SequenceEqual(expected) ? null
                : $"{record.GetProperty("id")} {tokenizer.Name}: {string.Join(' ', actual)} for {string.Join(' ', expected)}";
        });
    }));

    private static List<string> Words(ReadOnlySpan<char> text)
    {
        var words = new List<string>();
        while (PythonSpace.TakeWord(ref text, out var word)) words.Add(word.ToString());
        return words;
    }
}
