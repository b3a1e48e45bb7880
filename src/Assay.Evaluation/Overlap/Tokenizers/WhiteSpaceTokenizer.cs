using Assay.Overlap.Words;

namespace Assay.Overlap.Tokenizers;

/// <summary>sacrebleu's <c>none</c>: the text is tokenized already.</summary>
internal sealed class WhiteSpaceTokenizer : LineTokenizer
{
    public override string Name => "none";

    public override void Rewrite(ReadOnlySpan<char> text, Scratch scratch) => scratch.Begin().Add(text);
}
