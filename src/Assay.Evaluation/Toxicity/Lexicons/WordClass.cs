namespace Assay.Toxicity;

/// <summary>
/// What a word does in a sentence, shared by the four languages. A section of a lexicon file bears one of these names.
/// The value is the number of a bit; a word may have several.
/// </summary>
internal enum WordClass
{
    Identity,
    Colour,
    Person,
    Slur,
    Homonym,
    Nonprotected,
    Thing,
    Individual,
    First,
    Second,
    Third,
    Violence,
    Hatred,
    Dehuman,
    Badtrait,
    Exclusion,
    Crime,
    Good,
    Negation,
    Duty,
    Speech,
    Denounce,
    Fellow,
    Human,
    Profanity,
    Insult,
    Sexual,
    Selfharm,
    Request,
    Inquiry,
    Opinion,
    All,
    Future,
    Wish,
    Less,
    Function,

    // What the tokenizer finds by itself.
    Question,
    Exclamation,
    Masked,
    Mention,
}
