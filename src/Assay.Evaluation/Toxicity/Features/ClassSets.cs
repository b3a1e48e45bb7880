namespace Assay.Toxicity;

/// <summary>Sets of word classes that are used together, as bit masks.</summary>
internal static class ClassSets
{
    /// <summary>The bits of the four languages.</summary>
    public const int FirstLanguageBit = 60;

    public const ulong Languages = 0xFUL << FirstLanguageBit;

    /// <summary>Classes that say something about the meaning; function words only tell the language.</summary>
    public static readonly ulong Meaning = ~(Languages | Bit(WordClass.Function));

    /// <summary>Words worth finding again under a misspelling.</summary>
    public static readonly ulong Repairable = Of(
        WordClass.Identity, WordClass.Colour, WordClass.Slur, WordClass.Violence, WordClass.Hatred, WordClass.Dehuman,
        WordClass.Badtrait, WordClass.Exclusion, WordClass.Profanity, WordClass.Insult, WordClass.Crime);

    /// <summary>Words that people mask with asterisks.</summary>
    public static readonly ulong Masked = Of(WordClass.Slur, WordClass.Profanity, WordClass.Insult, WordClass.Sexual);

    /// <summary>A group that is protected, named neutrally.</summary>
    public static readonly ulong Group = Of(WordClass.Identity, WordClass.Colour);

    public static ulong Bit(WordClass member) => 1UL << (int)member;

    public static ulong Of(params ReadOnlySpan<WordClass> members)
    {
        var set = 0UL;
        foreach (var member in members)
        {
            set |= Bit(member);
        }

        return set;
    }

    public static ulong Of(ToxicityLanguage language) => 1UL << (FirstLanguageBit + (int)language);
}
