using System.Text.Json;

namespace Assay.Toxicity.Training.Corpus;

/// <summary>
/// Texts without labels that are taken to be harmless (health messages, encyclopedia paragraphs, questions, reviews): what ordinary language looks like,
/// above all in Spanish and French, and the carrier of generated sentences. Counted lightly, since nobody labelled them. A set that is absent is passed over.
/// </summary>
internal static class PlainSets
{
    public static IEnumerable<LabelledText> Read(InputDigests data)
    {
        foreach (var (file, language) in new[] { ("pt-BR", ToxicityLanguage.Portuguese), ("fr", ToxicityLanguage.French), ("es-419", ToxicityLanguage.Spanish) })
        {
            var name = $"translation/tico19_en-{file}.tsv";
            foreach (var line in Lines(data, name).Skip(1).Select(line => line.Split('\t')).Where(parts => parts.Length == 2))
            {
                yield return Plain(line[1], "plain_" + file, language);
                if (language == ToxicityLanguage.Spanish)
                {
                    yield return Plain(line[0], "plain_en", ToxicityLanguage.English);
                }
            }
        }

        foreach (var text in Paragraphs(data, "qa/xquad.es.json"))
        {
            yield return Plain(text, "plain_es_paragraphs", ToxicityLanguage.Spanish);
        }

        foreach (var line in Lines(data, "sentiment/sentence_polarity_v1.tsv").Skip(1).Select(line => line.Split('\t')).Where(parts => parts.Length == 2))
        {
            yield return Plain(line[1], "plain_reviews", ToxicityLanguage.English);
        }

        foreach (var line in Lines(data, "qa/NQ-open.dev.jsonl"))
        {
            using var json = JsonDocument.Parse(line);
            yield return Plain(json.RootElement.GetProperty("question").GetString()!, "plain_questions", ToxicityLanguage.English);
        }
    }

    private static LabelledText Plain(string text, string source, ToxicityLanguage language) => new()
    {
        Text = text, Source = source, Language = language, FoldKey = text, HateWeight = 0.25f, AnyWeight = 0.25f,
    };

    private static string[] Lines(InputDigests data, string name) =>
        data.Has(name) ? data.ReadText(name).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];

    private static IEnumerable<string> Paragraphs(InputDigests data, string name)
    {
        if (!data.Has(name))
        {
            yield break;
        }

        using var json = JsonDocument.Parse(data.ReadText(name));
        foreach (var article in json.RootElement.GetProperty("data").EnumerateArray())
        {
            foreach (var paragraph in article.GetProperty("paragraphs").EnumerateArray())
            {
                yield return paragraph.GetProperty("context").GetString()!;
                foreach (var question in paragraph.GetProperty("qas").EnumerateArray())
                {
                    yield return question.GetProperty("question").GetString()!;
                }
            }
        }
    }
}
