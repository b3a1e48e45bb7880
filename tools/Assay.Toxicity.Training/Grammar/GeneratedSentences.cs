using System.Text;
using Assay.Toxicity.Training.Corpus;
using Assay.Toxicity.Training.Learning;

namespace Assay.Toxicity.Training.Grammar;

/// <summary>
/// Makes the generated sentences of the four languages from the grammars under <c>Templates</c>: fills slots, writes contractions,
/// adds openings and endings, misspells some, sets some among ordinary sentences.
/// </summary>
internal sealed class GeneratedSentences(IReadOnlyDictionary<ToxicityLanguage, IReadOnlyList<string>> carriers)
{
    private const int PerTemplate = 26;

    // Beside natural texts: enough to teach what the training sets lack, not so much that they drown.
    private const float HateWeight = 0.5f;
    private const float AnyWeight = 0.15f;

    private static readonly string[] FileNames = ["en", "pt", "fr", "es"];

    public static string ReadTemplates(ToxicityLanguage language)
    {
        using var stream = typeof(GeneratedSentences).Assembly.GetManifestResourceStream($"templates/{FileNames[(int)language]}.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    public IEnumerable<LabelledText> Make(ToxicityLanguage language)
    {
        var grammar = SentenceGrammar.Parse(ReadTemplates(language), FileNames[(int)language] + ".txt");
        var random = new SeededRandom(7700 + (ulong)language);
        foreach (var kind in grammar.Kinds)
        {
            var seen = new HashSet<string>();
            foreach (var template in grammar.Templates(kind))
            {
                var count = Math.Max(1, (int)Math.Round(PerTemplate * kind.Weight));
                for (var i = 0; i < count; i++)
                {
                    var bare = Contractions.Apply(grammar.Expand(template, random), language);
                    if (seen.Add(bare))
                    {
                        yield return Label(Dress(bare, grammar, language, random), kind, template, language);
                    }
                }
            }
        }
    }

    private string Dress(string sentence, SentenceGrammar grammar, ToxicityLanguage language, SeededRandom random)
    {
        if (random.Chance(0.22))
        {
            sentence = SpellingNoise.Apply(sentence, random);
        }

        if (random.Chance(0.12))
        {
            sentence = grammar.Expand("{opening} ", random) + sentence;
        }

        if (random.Chance(0.7))
        {
            sentence = char.ToUpperInvariant(sentence[0]) + sentence[1..];
        }

        if (!char.IsPunctuation(sentence[^1]))
        {
            sentence += random.Below(10) switch { < 6 => ".", 6 => "!", 7 => " " + grammar.Expand("{ending}", random), _ => "" };
        }

        if (random.Chance(0.02))
        {
            sentence = sentence.ToUpperInvariant();
        }

        return random.Chance(0.12) && carriers[language].Count > 0 ? Carry(sentence, carriers[language], random) : sentence;
    }

    private static string Carry(string sentence, IReadOnlyList<string> among, SeededRandom random) => random.Below(3) switch
    {
        0 => sentence + " " + random.Pick(among),
        1 => random.Pick(among) + " " + sentence,
        _ => random.Pick(among) + " " + sentence + " " + random.Pick(among),
    };

    private static LabelledText Label(string text, SentenceKind kind, string template, ToxicityLanguage language) => new()
    {
        Text = text, Source = $"generated_{FileNames[(int)language]}_{kind.Name}", Language = language, FoldKey = kind.Name + template,
        Hate = kind.Hate == true, HateWeight = kind.Hate is null ? 0 : HateWeight,
        Any = kind.Any == true, AnyWeight = kind.Any is null ? 0 : AnyWeight,
    };
}
