namespace Assay;

/// <summary>A small data set that comes with Assay.</summary>
/// <param name="Name">Its name, behind <c>sample:</c>.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="About">What it is.</param>
/// <param name="Source">Whose it is.</param>
/// <param name="Licence">The licence of its rows.</param>
public sealed record BundledSample(string Name, int Rows, IReadOnlyList<string> Columns, string About, string Source, string Licence)
{
    /// <summary>All there are.</summary>
    public static IReadOnlyList<BundledSample> All { get; } =
    [
        new("lab-questions", 2, ["inputs", "ground_truth"], "the labs' questions", "the lab \"Evaluate large language models\"", "quoted from the exercise"),
        new("sentiment", 500, ["inputs", "ground_truth"], "sentences of film reviews, half of them positive, half negative", "Sentence Polarity v1.0 (Pang and Lee 2005)", "CC BY 4.0"),
        new("open-qa", 500, ["inputs", "ground_truth"], "questions of open knowledge, each with every answer that counts", "NQ-open (Lee et al. 2019)", "CC BY-SA 3.0"),
        new("translation", 300, ["inputs", "pt", "fr", "es"], "English sentences in Portuguese, French and Spanish; name one with --reference", "TICO-19 (Anastasopoulos et al. 2020)", "CC0 1.0"),
        new("mt-bench", 80, ["id", "category", "inputs", "follow_up", "ground_truth"], "questions of two turns; 30 have GPT-4's answer to the first", "MT-Bench (Zheng et al. 2023)", "Apache-2.0"),
    ];
}
