using Assay.Tokens;
using BenchmarkDotNet.Attributes;

namespace Assay.Benchmarks;

/// <summary>Token counts of one text of 300 words.</summary>
[MemoryDiagnoser]
public class TokenCountBenchmarks
{
    private TokenEncoding _encoding = null!;
    private int _next;

    [Params("cl100k_base", "o200k_base", "gpt2")]
    public string Encoding { get; set; } = "";

    [GlobalSetup]
    public void Setup() => _encoding = TokenEncoding.Get(Encoding);

    [Benchmark]
    public int Long() => _encoding.Count(Corpus.Long[_next++ % Corpus.Long.Length]);
}
