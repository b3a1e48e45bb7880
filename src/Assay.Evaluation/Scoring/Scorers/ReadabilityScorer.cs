using Assay.Languages;
using Assay.Readability;

namespace Assay.Scoring.Scorers;

/// <summary>
/// A school-grade formula for English. On text that is plainly of another language it gives the formula's figure and says so.
/// </summary>
internal sealed class ReadabilityScorer(string name, string summary, Func<TextCounts, double> formula) : TextScorer
{
    [ThreadStatic]
    private static (string Text, TextCounts Counts, string? Warning) _last;

    public override ScorerDescription Description { get; } = new()
    {
        Name = name,
        Summary = summary,
        Kind = ScoreKind.Unbounded,
        Direction = ScoreDirection.None,
        Unit = "grade",
        Aggregates = MetricKeys.Versioned(name),
        TableColumn = MetricKeys.Column(name),
        ReasonsAreWarnings = true,
    };

    public static ReadabilityScorer FleschKincaid(string name) => new(
        name, "Flesch-Kincaid grade level: years of school that the text asks for (English).", counts => ReadabilityFormulas.FleschKincaidGrade(counts));

    public static ReadabilityScorer Ari(string name) => new(
        name, "Automated readability index: years of school that the text asks for (English).",
        counts => ReadabilityFormulas.AutomatedReadabilityIndex(counts));

    protected override Score ScoreText(string text)
    {
        // The formulas are asked for together, and counting is what costs: the counts of the text just seen are kept.
        if (!ReferenceEquals(_last.Text, text))
        {
            _last = (text, TextCounter.English.Count(text), Warn(LanguageDetector.Detect(text)));
        }

        return new Score(formula(_last.Counts), _last.Warning);
    }

    private static string? Warn(Language language) => language switch
    {
        Language.Portuguese => "the text looks Portuguese, and this formula is for English",
        Language.French => "the text looks French, and this formula is for English",
        Language.Spanish => "the text looks Spanish, and this formula is for English",
        _ => null,
    };
}
