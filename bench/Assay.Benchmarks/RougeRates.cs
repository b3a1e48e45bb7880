using Assay.Checks;
using Assay.Overlap;
using Assay.Readability;

namespace Assay.Benchmarks;

/// <summary>
/// ROUGE, SQuAD and what else compares two texts: the references are texts of the corpus, the predictions the same with every fifth word
/// replaced. rouge_score 0.1.2 does 1,110 short and 10 to 23 long pairs a second for the four measures together, 455 and 11 with its stemmer;
/// SQuAD's script 7,150 short pairs.
/// </summary>
internal static class RougeRates
{
    private static readonly RougeOptions Plain = new();
    private static readonly RougeOptions Stemmed = new() { Stemmer = true };
    private static readonly RougeOptions AnyScript = new() { Unicode = true };

    public static void Print(Action<string, string[], Func<string, bool>> rate)
    {
        foreach (var (kind, texts) in new[] { ("short", Corpus.Short), ("long", Corpus.Long) })
        {
            var changed = texts.Distinct().ToDictionary(text => text, Changed);
            rate($"rouge1 + 2 + L + Lsum, {kind} texts", texts, text => Rouge(changed[text], text, Plain));
            rate($"the same, stemmed, {kind} texts", texts, text => Rouge(changed[text], text, Stemmed));
            rate($"the same, any script, {kind} texts", texts, text => Rouge(changed[text], text, AnyScript));
            rate($"SQuAD F1 + EM, {kind} texts", texts, text => Squad.F1(changed[text], [text]) + Squad.ExactMatch(changed[text], [text]) > 0);
            rate($"Levenshtein, {kind} texts", texts, text => Levenshtein.Distance(changed[text], text) > 0);
            rate($"all readability formulas, {kind} texts", texts, Formulas);
        }
    }

    private static bool Rouge(string prediction, string reference, RougeOptions options)
    {
        var pair = RougePair.Of(prediction, reference, options);
        return pair.Ngrams(1).F + pair.Ngrams(2).F + pair.Subsequence().F + pair.Summary().F > 0;
    }

    private static bool Formulas(string text)
    {
        var readable = new ReadabilityText(text);
        return TextStandard.Of(readable) + DifficultWordFormulas.Spache(readable) + LengthFormulas.Lix(readable) + SpanishFormulas.Crawford(readable) != 0;
    }

    private static string Changed(string text)
    {
        var words = text.Split(' ');
        for (var i = 4; i < words.Length; i += 5) words[i] = words[^(i + 1)];
        return string.Join(' ', words);
    }
}
