namespace Assay.Overlap;

/// <summary>The lists of endings of Porter's steps 1a and 2 to 4: of each list the first ending that a word has decides.</summary>
internal static class PorterRules
{
    public static (string Suffix, string Replacement)[] Plurals { get; } = [("sses", "ss"), ("ies", "i"), ("ss", "ss"), ("s", "")];

    /// <summary>Step 2, with NLTK's bli and fulli; logi is a rule of its own.</summary>
    public static (string Suffix, string Replacement)[] Derivations { get; } =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"), ("alli", "al"),
        ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"),
        ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("fulli", "ful"),
    ];

    /// <summary>Step 3.</summary>
    public static (string Suffix, string Replacement)[] Qualities { get; } =
        [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];

    /// <summary>Step 4, in its order: ion needs an s or t before it.</summary>
    public static string[] Endings { get; } =
    [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize",
    ];

    /// <summary>NLTK's words that no rule is right for.</summary>
    public static string? Irregular(ReadOnlySpan<char> word) => word switch
    {
        "sky" or "skies" => "sky",
        "dying" => "die",
        "lying" => "lie",
        "tying" => "tie",
        "news" => "news",
        "innings" or "inning" => "inning",
        "outings" or "outing" => "outing",
        "cannings" or "canning" => "canning",
        "howe" => "howe",
        "proceed" => "proceed",
        "exceed" => "exceed",
        "succeed" => "succeed",
        _ => null,
    };
}
