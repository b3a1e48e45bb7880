using Assay.Resources;

// Builds the embedded resources of Assay.Evaluation from their public sources:
//   dotnet run --project tools/Assay.Resources -- --data DIR [--out DIR]
// DIR holds language/ (cmudict, hyph_*.dic, easy_words_*.txt: textstat's resources/*/easy_words.txt), models/ (*.tiktoken), sentiment/
// (sentence_polarity_v1.tsv), qa/ (NQ-open.dev.jsonl), translation/ (tico19_en-*.tsv) and prompts/ (mt_bench_*.jsonl); samples/data of this
// repository has the labs' questions.
// The same sources give the same bytes.
var data = Option("--data");
var output = Option("--out") ?? Path.Combine("src", "Assay.Evaluation", "Resources");
if (data is null || !Directory.Exists(data))
{
    await Console.Error.WriteLineAsync("usage: Assay.Resources --data DIR [--out DIR]; DIR must exist and hold language/, models/, sentiment/, qa/, translation/ and prompts/");
    return 2;
}

Directory.CreateDirectory(Path.Combine(output, "tokens"));
Write("syllables-en.bin", PronouncingDictionary.Pack(File.ReadLines(Path.Combine(data, "language", "cmudict"))));
foreach (var language in new[] { "en_US", "es", "fr", "pt_BR" })
    Write($"hyphenation-{language}.bin", HyphenationSource.Pack(File.ReadAllText(Path.Combine(data, "language", $"hyph_{language}.dic"))));
foreach (var language in new[] { "en", "es" })
    Write($"easy-words-{language}.bin", EasyWordsSource.Pack(File.ReadLines(Path.Combine(data, "language", $"easy_words_{language}.txt"))));
foreach (var encoding in new[] { "cl100k_base", "o200k_base", "gpt2" })
    Write($"tokens/{encoding}.bin", TokenRanksSource.Pack(File.ReadLines(Path.Combine(data, "models", encoding + ".tiktoken"))));

Directory.CreateDirectory(Path.Combine(output, "samples"));
Write("samples/lab-questions.bin", SampleSources.LabQuestions(File.ReadLines(Path.Combine("samples", "data", "lab-questions.jsonl"))));
Write("samples/sentiment.bin", SampleSources.Sentiment(Lines("sentiment/sentence_polarity_v1.tsv"), each: 250));
Write("samples/open-qa.bin", SampleSources.OpenQuestions(Lines("qa/NQ-open.dev.jsonl"), rows: 500));
Write("samples/translation.bin", SampleSources.Translations(
    Lines("translation/tico19_en-pt-BR.tsv"), Lines("translation/tico19_en-fr.tsv"), Lines("translation/tico19_en-es-419.tsv"), rows: 300));
Write("samples/mt-bench.bin", SampleSources.MtBench(Lines("prompts/mt_bench_question.jsonl"), Lines("prompts/mt_bench_reference_gpt-4.jsonl")));
return 0;

IEnumerable<string> Lines(string name) => File.ReadLines(Path.Combine(data, name));

string? Option(string name)
{
    var at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}

void Write(string name, byte[] plain)
{
    var packed = Compression.Brotli(plain);
    File.WriteAllBytes(Path.Combine(output, name), packed);
    Console.WriteLine($"{name}: {plain.Length:N0} bytes, {packed.Length:N0} packed");
}
