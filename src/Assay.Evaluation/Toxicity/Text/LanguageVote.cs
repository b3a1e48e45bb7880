using System.Numerics;

namespace Assay.Toxicity;

/// <summary>Tells the language by the words known in one language only; function words count double.</summary>
internal static class LanguageVote
{
    public static void Count(TextWindow window)
    {
        for (var i = 0; i < window.TokenCount; i++)
        {
            var classes = window.Tokens[i].Classes;
            var languages = classes >> ClassSets.FirstLanguageBit;
            if (languages == 0)
            {
                continue;
            }

            var votes = ((classes & ClassSets.Bit(WordClass.Function)) != 0 ? 12 : 6) / BitOperations.PopCount(languages);
            for (var language = 0; language < window.LanguageVotes.Length; language++)
            {
                window.LanguageVotes[language] += (languages >> language & 1) != 0 ? votes : 0;
            }
        }
    }

    /// <summary>The language with most votes; on a tie the one named first, so English without any vote.</summary>
    public static ToxicityLanguage Winner(TextWindow window)
    {
        var best = 0;
        for (var language = 1; language < window.LanguageVotes.Length; language++)
        {
            if (window.LanguageVotes[language] > window.LanguageVotes[best])
            {
                best = language;
            }
        }

        return (ToxicityLanguage)best;
    }
}
