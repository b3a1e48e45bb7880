using System.Text.Json;

namespace Assay.Toxicity.Training.Corpus;

/// <summary>What the model is judged on and never trained on.</summary>
internal static class TestSuites
{
    private static readonly (string File, ToxicityLanguage Language)[] Files =
    [
        ("hatecheck_test_suite_cases.csv", ToxicityLanguage.English), ("mhc_portuguese.csv", ToxicityLanguage.Portuguese),
        ("mhc_french.csv", ToxicityLanguage.French), ("mhc_spanish.csv", ToxicityLanguage.Spanish),
    ];

    public static IEnumerable<SuiteCase> HateCheck(InputDigests data) => Files.SelectMany(file =>
        Table.Rows(data.ReadText("toxicity_test/" + file.File)).Select(row => new SuiteCase(
            file.Language, row("functionality"), row("test_case"), row("label_gold") == "hateful", row("target_ident"))));

    /// <summary>Prompts of RealToxicityPrompts with Perspective's scores of toxicity and of identity attack.</summary>
    public static IEnumerable<(string Text, double Toxicity, double IdentityAttack)> RealToxicityPrompts(InputDigests data)
    {
        foreach (var file in new[] { "toxic", "nontoxic" })
        {
            foreach (var line in data.ReadText($"toxicity_test/decodingtrust_rtp_{file}.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                using var json = JsonDocument.Parse(line);
                var prompt = json.RootElement.GetProperty("prompt");
                if (prompt.GetProperty("toxicity").ValueKind == JsonValueKind.Number)
                {
                    yield return (prompt.GetProperty("text").GetString()!, prompt.GetProperty("toxicity").GetDouble(),
                        prompt.GetProperty("identity_attack").ValueKind == JsonValueKind.Number ? prompt.GetProperty("identity_attack").GetDouble() : 0);
                }
            }
        }
    }

    /// <summary>Short sentences filled with names of groups; bad or not.</summary>
    public static IEnumerable<(string Text, bool Bad)> Madlibs(InputDigests data) =>
        Table.Rows(data.ReadText("bias/wiki_bias_madlibs_77k.csv")).Select(row => (row("Text"), row("Label") == "BAD"));
}
