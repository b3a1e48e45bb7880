namespace Assay.Toxicity;

/// <summary>
/// A sentence in outline: which kinds of target it names, which kinds of attack it holds, and with which attitude.
/// The outline as a whole is one feature, and so are its parts two by two; the same for the whole window.
/// </summary>
internal static class SentenceProfile
{
    private static readonly ulong[] Targets =
    [
        ClassSets.Group, ClassSets.Bit(WordClass.Slur), ClassSets.Bit(WordClass.Nonprotected), ClassSets.Bit(WordClass.Thing),
        ClassSets.Of(WordClass.Individual, WordClass.Second), ClassSets.Bit(WordClass.Third),
    ];

    private static readonly ulong[] Attacks =
    [
        ClassSets.Bit(WordClass.Hatred), ClassSets.Bit(WordClass.Violence), ClassSets.Bit(WordClass.Dehuman),
        ClassSets.Of(WordClass.Badtrait, WordClass.Insult, WordClass.Less), ClassSets.Of(WordClass.Exclusion, WordClass.Crime),
        ClassSets.Of(WordClass.Profanity, WordClass.Masked),
    ];

    private static readonly ulong[] Attitudes =
    [
        ClassSets.Bit(WordClass.Negation), ClassSets.Bit(WordClass.Denounce), ClassSets.Bit(WordClass.Speech), ClassSets.Of(WordClass.Good, WordClass.Fellow),
        ClassSets.Bit(WordClass.Duty), ClassSets.Of(WordClass.Question, WordClass.Request),
    ];

    public static void Add(TextWindow window, Action<TextWindow, ulong> emit)
    {
        var sentence = new Outline();
        var whole = new Outline();
        var number = -1;
        for (var i = 0; i < window.TokenCount; i++)
        {
            ref readonly var token = ref window.Tokens[i];
            if (token.Sentence != number)
            {
                Emit(window, sentence, 50, emit);
                sentence = new Outline();
                number = token.Sentence;
            }

            sentence.Note(token);
            whole.Note(token);
        }

        Emit(window, sentence, 50, emit);
        Emit(window, whole, 60, emit);
    }

    private static void Emit(TextWindow window, Outline outline, ulong kind, Action<TextWindow, ulong> emit)
    {
        if ((outline.Targets | outline.Attacks | outline.Attitudes) == 0)
        {
            return;
        }

        emit(window, WordHash.Join(outline.Targets << 16 | outline.Attacks << 8 | outline.Attitudes, kind));
        emit(window, WordHash.Join(outline.Targets << 8 | outline.Attacks, kind + 1));
        emit(window, WordHash.Join(outline.Targets << 8 | outline.Attitudes, kind + 2));
        emit(window, WordHash.Join(outline.Attacks << 8 | outline.Attitudes, kind + 3));
    }

    private struct Outline
    {
        public ulong Targets, Attacks, Attitudes;

        public void Note(in Token token)
        {
            Targets |= Kinds(SentenceProfile.Targets, token.Classes);
            Attacks |= Kinds(SentenceProfile.Attacks, token.Classes);
            Attitudes |= Kinds(SentenceProfile.Attitudes, token.Classes) | (token.Quoted ? 0x40UL : 0);
        }

        private static ulong Kinds(ulong[] kinds, ulong classes)
        {
            var found = 0UL;
            for (var i = 0; i < kinds.Length; i++)
            {
                found |= (classes & kinds[i]) != 0 ? 1UL << i : 0;
            }

            return found;
        }
    }
}
