using Assay.Overlap.Words;
using Assay.Scoring;

namespace Assay.Overlap.Tokenizers;

/// <summary>Rewrites a text so that white space parts its tokens.</summary>
internal abstract class LineTokenizer
{
    /// <summary>The name in signatures.</summary>
    public abstract string Name { get; }

    /// <summary>Rewrites the text into the scratch's <see cref="Scratch.Text"/>.</summary>
    public abstract void Rewrite(ReadOnlySpan<char> text, Scratch scratch);

    /// <summary>The numbers of a text's tokens, the text's end trimmed and lowered first as the reference's BLEU does.</summary>
    public void Tokenize(string text, bool lowercase, Scratch scratch, List<int> into)
    {
        into.Clear();
        Rewrite(PythonSpace.TrimEnd(lowercase ? PythonLowerCase.Of(text) : text), scratch);
        scratch.Words.Split(scratch.Text, into);
    }
}
