namespace Assay.Overlap.Tokenizers;

/// <summary>sacrebleu's tokenizers by their names there.</summary>
internal static class BleuTokenizers
{
    private static readonly LineTokenizer[] All =
        [new MtevalTokenizer(), new InternationalTokenizer(), new CharacterTokenizer(), new ChineseTokenizer(), new WhiteSpaceTokenizer()];

    /// <summary>Those of sacrebleu's that part words by a dictionary or a learned model.</summary>
    private static readonly string[] WithModels = ["ja-mecab", "ko-mecab", "spm", "flores101", "flores200", "spBLEU-1K"];

    public static LineTokenizer Mteval => All[0];

    /// <summary>The first is the reference's default.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(tokenizer => tokenizer.Name)];

    /// <exception cref="ArgumentException">There is none of that name; the message says why and which there are.</exception>
    public static LineTokenizer Named(string name) => Array.Find(All, tokenizer => tokenizer.Name == name) ?? throw new ArgumentException(
        $"tokenize={name} {(WithModels.Contains(name) ? "needs a dictionary or model that Assay does not have" : "is unknown")}; choose one of {string.Join(", ", Names)}");
}
