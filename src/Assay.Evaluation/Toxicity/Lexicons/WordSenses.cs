using System.Numerics;

namespace Assay.Toxicity;

/// <summary>
/// Words that several languages write alike ("con", "sale", "bite") take their classes from the language of the text;
/// an entry for all words with one beginning holds for its own language only.
/// </summary>
internal sealed class WordSenses(Lexicon lexicon)
{
    public void Choose(TextWindow window)
    {
        var language = LanguageVote.Winner(window);
        var mine = ClassSets.Of(language);
        for (var i = 0; i < window.TokenCount; i++)
        {
            ref var token = ref window.Tokens[i];
            var languages = token.Classes & ClassSets.Languages;
            if (token.ByPrefix && (languages & mine) == 0)
            {
                token.Classes = languages;
            }
            else if (BitOperations.PopCount(languages) > 1 && lexicon.TryGetSense(token.Word, language, out var classes))
            {
                token.Classes = classes;
            }
        }
    }
}
