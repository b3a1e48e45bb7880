namespace Assay.Toxicity;

/// <summary>
/// Gives phrases of the lexicon their classes, and makes one token of a group's name in several words ("black women", "personnes handicapees"),
/// so that every group looks alike to what follows.
/// </summary>
internal sealed class PhraseMerging(Lexicon lexicon)
{
    private static readonly ulong Persons = ClassSets.Bit(WordClass.Person);
    private static readonly ulong Identities = ClassSets.Bit(WordClass.Identity);
    private static readonly ulong Slurs = ClassSets.Bit(WordClass.Slur);
    private static readonly ulong Nonprotected = ClassSets.Bit(WordClass.Nonprotected);

    public void Merge(TextWindow window)
    {
        var tokens = window.Tokens;
        var to = 0;
        for (var at = 0; at < window.TokenCount;)
        {
            var token = tokens[at];
            var length = PhraseLength(window, at, ref token);
            at += length;
            if (to > 0 && Absorbs(ref tokens[to - 1], token))
            {
                continue;
            }

            tokens[to++] = token;
        }

        window.TokenCount = to;
        for (var i = 0; i < to; i++)
        {
            Share(ref tokens[i]);
        }
    }

    private int PhraseLength(TextWindow window, int at, ref Token token)
    {
        if (!lexicon.StartsPhrase(token.Word))
        {
            return 1;
        }

        var hash = token.Word;
        var longest = 1;
        for (var length = 2; length <= Lexicon.LongestPhrase && at + length <= window.TokenCount; length++)
        {
            hash = WordHash.Join(hash, window.Tokens[at + length - 1].Word);
            if (lexicon.TryGetPhrase(hash, out var classes))
            {
                longest = length;
                token.Word = hash;
                token.Classes = classes;
            }
        }

        return longest;
    }

    // Group and person words next to each other are one name; a colour becomes a group when persons are meant.
    private static bool Absorbs(ref Token before, in Token token)
    {
        const ulong none = 0;
        var both = Persons | ClassSets.Group;
        if ((before.Classes & both) == none || (token.Classes & both) == none || before.Sentence != token.Sentence
            || ((before.Classes | token.Classes) & ClassSets.Group) == none || ((before.Classes | token.Classes) & Slurs) != none)
        {
            return false;
        }

        before.Classes = ((before.Classes | token.Classes) & ~(both | ClassSets.Bit(WordClass.Individual))) | Identities;
        before.Word = WordHash.Join(before.Word, token.Word);
        return true;
    }

    private static void Share(ref Token token)
    {
        token.Shared = token.Word;
        if ((token.Classes & Slurs) != 0)
        {
            token.Shared = Slurs;
        }
        else if ((token.Classes & ClassSets.Group) != 0)
        {
            token.Shared = token.Classes & ClassSets.Group;
            token.Shielded = true;
        }
        else if ((token.Classes & Nonprotected) != 0)
        {
            token.Shared = Nonprotected;
            token.Shielded = true;
        }
    }
}
