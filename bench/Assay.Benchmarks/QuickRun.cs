using System.Diagnostics;
using System.Text;
using Assay.Languages;
using Assay.Tokens;
using Assay.Toxicity;

namespace Assay.Benchmarks;

/// <summary>Rates on one thread in a few seconds: each job runs over its texts for a second, three times, and the best run counts.</summary>
internal static class QuickRun
{
    public static void Print()
    {
        Rate("FK + ARI, short texts", Corpus.Short, text => ReadabilityBenchmarks.Grades(text) > 0);
        Rate("FK + ARI, long texts", Corpus.Long, text => ReadabilityBenchmarks.Grades(text) > 0);
        foreach (var name in TokenEncoding.Names)
        {
            var load = Stopwatch.StartNew();
            var encoding = TokenEncoding.Get(name);
            encoding.Count("load");
            Console.WriteLine($"{name} loaded in {load.Elapsed.TotalMilliseconds:0} ms");
            Rate($"{name}, short texts", Corpus.Short, text => encoding.Count(text) > 0);
            Rate($"{name}, long texts", Corpus.Long, text => encoding.Count(text) > 0);
            Rate($"{name}, long texts cut to 256 tokens", Corpus.Long, text => encoding.PrefixLength(text, 256) > 0);
        }

        string[] run = [new string('a', 1 << 20)];
        Rate("cl100k_base, 1 MB of one letter", run, text => TokenEncoding.Get("cl100k_base").Count(text) > 0);
        Rate("toxicity, short texts", Corpus.Short, text => ToxicityModel.Embedded.Predict(text).Hate >= 0);
        Rate("language, short texts", Corpus.Short, text => LanguageDetector.Detect(text) == Language.English);
        RougeRates.Print(Rate);
    }

    internal static void Rate(string what, string[] texts, Func<string, bool> job)
    {
        var bytes = texts.Sum(text => (long)Encoding.UTF8.GetByteCount(text));
        double best = 0;
        for (var run = 0; run < 3; run++)
        {
            var watch = Stopwatch.StartNew();
            var rounds = 0;
            for (; watch.ElapsedMilliseconds < 1000; rounds++)
                foreach (var text in texts) job(text);
            best = Math.Max(best, rounds / watch.Elapsed.TotalSeconds);
        }

        Console.WriteLine($"{what}: {best * texts.Length:N0} texts/s, {best * bytes / 1e6:N1} MB/s");
    }
}
