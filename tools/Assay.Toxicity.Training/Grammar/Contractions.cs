namespace Assay.Toxicity.Training.Grammar;

/// <summary>Puts right what filling slots leaves wrong: double spaces, and the contractions of Portuguese, French and Spanish.</summary>
internal static class Contractions
{
    private static readonly (string From, string To)[][] Pairs =
    [
        [(" a a", " an a"), (" a e", " an e"), (" a i", " an i"), (" a o", " an o")],
        [
            (" de os ", " dos "), (" de as ", " das "), (" de o ", " do "), (" de a ", " da "), (" em os ", " nos "), (" em as ", " nas "), (" em um", " num"),
            (" a os ", " aos "), (" a as ", " às "), (" por os ", " pelos "), (" por as ", " pelas "), (" de esses ", " desses "), (" de essas ", " dessas "),
        ],
        [
            (" de les ", " des "), (" à les ", " aux "), (" de des ", " de "), (" que i", " qu'i"), (" que u", " qu'u"), (" que e", " qu'e"), (" que o", " qu'o"),
            (" de a", " d'a"), (" de é", " d'é"), (" de i", " d'i"), (" de h", " d'h"), (" de u", " d'u"), (" de o", " d'o"), (" je a", " j'a"), (" je é", " j'é"), (" le a", " l'a"), (" le i", " l'i"),
            (" ne a", " n'a"), (" ne e", " n'e"), (" ne o", " n'o"), (" si i", " s'i"),
        ],
        [(" de el ", " del "), (" a el ", " al ")],
    ];

    public static string Apply(string sentence, ToxicityLanguage language)
    {
        var text = " " + sentence + " ";
        foreach (var (from, to) in Pairs[(int)language])
        {
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        while (text.Contains("  ", StringComparison.Ordinal))
        {
            text = text.Replace("  ", " ", StringComparison.Ordinal);
        }

        return text.Replace(" ,", ",", StringComparison.Ordinal).Replace(" .", ".", StringComparison.Ordinal).Trim();
    }
}
