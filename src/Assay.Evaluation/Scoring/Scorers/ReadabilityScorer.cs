using Assay.Languages;
using Assay.Readability;

namespace Assay.Scoring.Scorers;

/// <summary>
/// A readability figure of the output. On text that is plainly of another language than the one asked for it gives the figure and says so.
/// </summary>
internal sealed class ReadabilityScorer(string name, ReadabilityFigure figure, ReadabilityLanguage language, int? round) : TextScorer
{
    // The figures are asked for together, and counting is what costs: the text just seen is kept.
    [ThreadStatic]
    private static (ReadabilityText Text, Language Detected)? _last;

    public override ScorerDescription Description { get; } = new()
    {
        Name = name,
        Summary = figure.Summary,
        Kind = ScoreKind.Unbounded,
        Direction = ScoreDirection.None,
        Unit = figure.Unit,
        Aggregates = MetricKeys.Versioned(name),
        TableColumn = MetricKeys.Column(name),
        ReasonsAreWarnings = true,
    };

    protected override Score ScoreText(string text)
    {
        if (_last is not { } last || !ReferenceEquals(last.Text.Text, text) || last.Text.Language != language)
        {
            _last = last = (new ReadabilityText(text, language), LanguageDetector.Detect(text));
        }

        var value = figure.Of(last.Text);
        return double.IsNaN(value) ? Score.None($"the reference has no such figure for {language.Name}")
            : new Score(round is { } points ? PythonRounding.Round(value, points) : value, Warn(last.Detected));
    }

    private string? Warn(Language detected)
    {
        if (!figure.IsOfLanguage) return null;
        if (detected is not (Language.Unknown or Language.Other) && detected.ToString() != language.Name)
        {
            return $"the text looks {detected}, and this formula is for {language.Name}";
        }

        return figure.LooksUpWords && !language.HasEasyWords ? $"no list of easy words in {language.Name}: the English one is used" : null;
    }
}
