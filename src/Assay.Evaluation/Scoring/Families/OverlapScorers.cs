using System.Globalization;
using Assay.Overlap;
using Assay.Overlap.Tokenizers;
using Assay.Scoring.Scorers;

namespace Assay.Scoring.Families;

/// <summary>BLEU, chrF and TER: overlap with references, as translation has it.</summary>
internal static class OverlapScorers
{
    private const string Hundred = "of 100";

    private static readonly IReadOnlyDictionary<string, BleuSmoothing> Smoothings = new Dictionary<string, BleuSmoothing>
    {
        ["exp"] = BleuSmoothing.Exp,
        ["none"] = BleuSmoothing.None,
        ["floor"] = BleuSmoothing.Floor,
        ["add-k"] = BleuSmoothing.AddK,
    };

    public static IReadOnlyDictionary<string, Func<ScorerParameters, IScorer>> All { get; } = new Dictionary<string, Func<ScorerParameters, IScorer>>
    {
        ["bleu"] = given => new MlflowBleuScorer(given.Name),
        ["corpus_bleu"] = given => Named("corpus_bleu", () => CorpusBleu(given)),
        ["sacrebleu"] = given => Named("sacrebleu", () => SacreBleu(given)),
        ["chrf"] = given => Named("chrf", () => Chrf(given, ChrfOptions.Default)),
        ["chrfpp"] = given => Named("chrfpp", () => Chrf(given, ChrfOptions.PlusPlus)),
        ["ter"] = Ter,
    };

    private static SummedScorer CorpusBleu(ScorerParameters given)
    {
        var bleu = new HuggingFaceBleu(Whole(given, "max_order") ?? 4, given.Flag("smooth"));
        return new SummedScorer(Describe(
            given.Name,
            "BLEU of all rows together, from their summed n-grams (Hugging Face's), 0 to 1; each row's score is its own.",
            ScoreKind.UnitInterval), bleu);
    }

    private static SummedScorer SacreBleu(ScorerParameters given)
    {
        // The tokenizer is taken as it is given: of one that needs a model the metric says so.
        var bleu = new SacreBleu(new SacreBleuOptions
        {
            Tokenize = given.Text("tokenize") ?? BleuTokenizers.Names[0],
            Smoothing = Smoothings[given.OneOf("smooth", [.. Smoothings.Keys])],
            SmoothValue = Number(given, "smooth_value"),
            Lowercase = given.Flag("lowercase"),
            EffectiveOrder = given.Text("effective_order") is null ? null : given.Flag("effective_order"),
            MaxOrder = Whole(given, "max_ngram_order") ?? 4,
        });
        return new SummedScorer(Describe(
            given.Name,
            $"BLEU of all rows together, from their summed n-grams (sacrebleu's {bleu.Settings}); each row's score is its own.",
            ScoreKind.Unbounded), bleu);
    }

    private static SummedScorer Chrf(ScorerParameters given, ChrfOptions defaults)
    {
        var chrf = new Chrf(new ChrfOptions
        {
            CharacterOrder = Whole(given, "char_order") ?? defaults.CharacterOrder,
            WordOrder = Whole(given, "word_order") ?? defaults.WordOrder,
            Beta = Whole(given, "beta") ?? defaults.Beta,
            Lowercase = given.Flag("lowercase"),
            WhiteSpace = given.Flag("whitespace"),
            EpsSmoothing = given.Flag("eps_smoothing"),
        });
        return new SummedScorer(Describe(
            given.Name,
            $"F score of n-grams of characters, all rows together (sacrebleu's {chrf.Settings}); each row's score is its own.",
            ScoreKind.Unbounded), chrf);
    }

    private static SummedScorer Ter(ScorerParameters given)
    {
        var ter = new Ter(new TerOptions
        {
            Normalized = given.Flag("normalized"),
            NoPunctuation = given.Flag("no_punct"),
            AsianSupport = given.Flag("asian_support"),
            CaseSensitive = given.Flag("case_sensitive"),
        });
        return new SummedScorer(Describe(
            given.Name,
            $"Edits for each 100 words of the reference, all rows together (sacrebleu's {ter.Settings}); each row's score is its own.",
            ScoreKind.Unbounded) with
        { Direction = ScoreDirection.Lower, Unit = "%" }, ter);
    }

    private static ScorerDescription Describe(string name, string summary, ScoreKind kind) => new()
    {
        Name = name,
        Summary = summary,
        Kind = kind,
        Direction = ScoreDirection.Higher,
        Unit = kind == ScoreKind.Unbounded ? Hundred : null,
        Aggregates = [new AggregateDefinition($"{name}/v1", AggregateKind.Corpus)],
        TableColumn = MetricKeys.Column(name),
        NeedsReference = true,
    };

    private static SummedScorer Named(string scorer, Func<SummedScorer> build)
    {
        try
        {
            return build();
        }
        catch (ArgumentException refused)
        {
            throw new BadInputException($"--scorer {scorer}: {refused.Message}");
        }
    }

    private static int? Whole(ScorerParameters given, string parameter) => given.Text(parameter) is not { } text ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw new ArgumentException($"{parameter}={text} is no whole number; give one such as {parameter}=2");

    private static double? Number(ScorerParameters given, string parameter) => given.Text(parameter) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : throw new ArgumentException($"{parameter}={text} is no number; give one such as {parameter}=0.1");
}
