using Assay.Overlap.Words;

namespace Assay.Overlap.Tokenizers;

/// <summary>sacrebleu's <c>char</c>: every code point is a token.</summary>
internal sealed class CharacterTokenizer : LineTokenizer
{
    public override string Name => "char";

    public override void Rewrite(ReadOnlySpan<char> text, Scratch scratch)
    {
        var into = scratch.Begin();
        for (var i = 0; i < text.Length; i++)
        {
            into.Add(text[i]);
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) into.Add(text[++i]);
            into.Add(' ');
        }
    }
}
