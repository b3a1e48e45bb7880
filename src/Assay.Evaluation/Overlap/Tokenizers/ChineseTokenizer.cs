using Assay.Overlap.Words;

namespace Assay.Overlap.Tokenizers;

/// <summary>sacrebleu's <c>zh</c>: what it takes for a Chinese character stands alone, the rest is parted as by mteval-v13a.</summary>
internal sealed class ChineseTokenizer : LineTokenizer
{
    public override string Name => "zh";

    public override void Rewrite(ReadOnlySpan<char> text, Scratch scratch)
    {
        var into = scratch.Begin();
        foreach (var c in PythonSpace.TrimStart(text))
        {
            if (IsChinese(c)) into.AddApart(c);
            else into.Add(c);
        }

        scratch.Step(WesternPunctuation.PartSymbols);
        WesternPunctuation.PartByDigits(scratch);
    }

    // The reference writes the ideographs of plane 2 with an escape of four digits and one digit more, which Python reads as a range of
    // two-character texts: it holds U+2001 to U+2A6D (dashes, quotation marks, arrows) and no ideograph of plane 2. Kept as it is.
    private static bool IsChinese(char c) => c is >= '\u2001' and <= '\u2A6D'
        or >= '\u2E80' and <= '\u2FDF' or >= '\u2FF0' and <= '\u303F' or >= '\u3100' and <= '\u312F' or >= '\u31A0' and <= '\u31BF'
        or >= '\u31C0' and <= '\u31EF' or >= '\u3200' and <= '\u4DB5' or >= '\u4E00' and <= '\u9FBB'
        or >= '\uF900' and <= '\uFA2D' or >= '\uFA30' and <= '\uFA6A' or >= '\uFA70' and <= '\uFAD9'
        or >= '\uFE10' and <= '\uFE1F' or >= '\uFE30' and <= '\uFE4F' or >= '\uFF00' and <= '\uFFEF';
}
