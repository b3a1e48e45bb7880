using Assay.Overlap.Words;

namespace Assay.Overlap.Tokenizers;

/// <summary>sacrebleu's <c>13a</c>, which is mteval-v13a's of WMT, and Hugging Face's for BLEU.</summary>
internal sealed class MtevalTokenizer : LineTokenizer
{
    public override string Name => "13a";

    public override void Rewrite(ReadOnlySpan<char> text, Scratch scratch)
    {
        if (text.ContainsAny('&', '\n') || text.Contains("<skipped>", StringComparison.Ordinal))
        {
            text = WesternPunctuation.Unescape(text.ToString().Replace("<skipped>", "", StringComparison.Ordinal)
                .Replace("-\n", "", StringComparison.Ordinal).Replace('\n', ' '));
        }

        var padded = scratch.Begin();
        padded.Add(' ');
        padded.Add(text);
        padded.Add(' ');
        scratch.Step(WesternPunctuation.PartSymbols);
        WesternPunctuation.PartByDigits(scratch);
    }
}
