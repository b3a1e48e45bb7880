using System.Text.Json;
using Assay.Statistics;
using Assay.Tests.Golden;

namespace Assay.Tests.Statistics.Tests;

/// <summary>The paired tests against scipy 1.10.1.</summary>
public sealed class PairedTestsGoldenTests
{
    // scipy's 'exact' with zeros falls back to the normal approximation, and raises where nothing is left.
    [Fact]
    public void Wilcoxon_equals_the_reference() => GoldenFile.ShouldAllAgree(Records("wilcoxon").Select(record =>
    {
        var parameters = record.GetProperty("params");
        var zeros = parameters.GetProperty("zero_method").GetString() switch
        {
            "wilcox" => WilcoxonZeros.LeftOut, "pratt" => WilcoxonZeros.Pratt, _ => WilcoxonZeros.Split,
        };
        var method = parameters.GetProperty("mode").GetString() switch
        {
            "exact" => WilcoxonMethod.Exact, "approx" => WilcoxonMethod.Approximate, _ => WilcoxonMethod.Auto,
        };
        var result = WilcoxonTest.Of(Differences(record), zeros, method, parameters.GetProperty("correction").GetBoolean(), Alternative(record));
        return Expected(record, result);
    }));

    [Fact]
    public void Paired_t_equals_the_reference() =>
        GoldenFile.ShouldAllAgree(Records("ttest_rel").Select(record => Expected(record, PairedTTest.Of(Differences(record), Alternative(record)))));

    [Fact]
    public void Counted_flips_equal_the_reference() => GoldenFile.ShouldAllAgree(Records("sign_flip_exact").Select(record =>
    {
        var result = SignFlipTest.Of(Numbers(record.GetProperty("input").GetProperty("d")));
        return Agrees(result.PValue, record.GetProperty("expected").GetProperty("pvalue").Number()) ? null : $"{record.GetProperty("id")}: {result}";
    }));

    [Fact]
    public void Swapped_samples_equal_the_reference() => GoldenFile.ShouldAllAgree(Records("permutation_test")
        .Where(record => record.GetProperty("params").GetProperty("type").GetString()!.StartsWith("samples", StringComparison.Ordinal))
        .Select(record =>
        {
            var result = SignFlipTest.Of(Differences(record), Alternative(record));
            return Agrees(result.PValue, record.GetProperty("expected").GetProperty("pvalue").Number()) ? null : $"{record.GetRawText()}: {result}";
        }));

    [Fact]
    public void McNemar_equals_the_reference() => GoldenFile.ShouldAllAgree(Records("mcnemar").Select(record =>
    {
        int b = record.GetProperty("input").GetProperty("b").GetInt32(), c = record.GetProperty("input").GetProperty("c").GetInt32();
        var expected = record.GetProperty("expected");
        double exact = McNemarTest.Exact(b, c), mid = McNemarTest.MidP(b, c);
        bool Same(string name, Assay.Statistics.TestResult result) => !expected.TryGetProperty(name + "_p", out var p)
            || (Agrees(result.PValue, p.Number()) && Agrees(result.Statistic, expected.GetProperty(name + "_statistic").Number()));
        return Agrees(exact, expected.GetProperty("exact_p").Number()) && Agrees(mid, expected.GetProperty("mid_p").Number())
            && Same("chi2", McNemarTest.ChiSquare(b, c)) && Same("chi2_cc", McNemarTest.ChiSquare(b, c, correction: true))
            ? null
            : $"{record.GetRawText()}: {exact}, {mid}";
    }));

    [Fact]
    public void The_tests_of_a_fair_coin_equal_the_reference() => GoldenFile.ShouldAllAgree(Records("binomtest")
        .Where(record => record.GetProperty("params").GetProperty("p").GetDouble() == 0.5)
        .Select(record =>
        {
            int k = record.GetProperty("input").GetProperty("successes").GetInt32(), n = record.GetProperty("input").GetProperty("n").GetInt32();
            var expected = record.GetProperty("expected");
            return Agrees(FairCoin.PValue(k, n), expected.GetProperty("two-sided").Number())
                && Agrees(FairCoin.PValue(k, n, Assay.Statistics.Alternative.Less), expected.GetProperty("less").Number())
                && Agrees(FairCoin.PValue(k, n, Assay.Statistics.Alternative.Greater), expected.GetProperty("greater").Number())
                ? null
                : record.GetRawText();
        }));

    internal static IReadOnlyList<JsonElement> Records(string metric) =>
        GoldenFile.Read("stats", record => record.GetProperty("metric").GetString() == metric);

    internal static Alternative Alternative(JsonElement record) => record.GetProperty("params").GetProperty("alternative").GetString() switch
    {
        "less" => Assay.Statistics.Alternative.Less,
        "greater" => Assay.Statistics.Alternative.Greater,
        _ => Assay.Statistics.Alternative.TwoSided,
    };

    internal static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(number => number.Number())];

    /// <summary>p-values to 1e-9, as the reference's own are; below 1e-290 both are nothing.</summary>
    internal static bool Agrees(double actual, double expected) =>
        GoldenFile.Agrees(actual, expected, 1e-9) || (Math.Abs(actual) < 1e-290 && Math.Abs(expected) < 1e-290);

    private static double[] Differences(JsonElement record)
    {
        double[] x = Numbers(record.GetProperty("input").GetProperty("x")), y = Numbers(record.GetProperty("input").GetProperty("y"));
        return [.. x.Zip(y, (first, second) => first - second)];
    }

    private static string? Expected(JsonElement record, Assay.Statistics.TestResult result)
    {
        var expected = record.GetProperty("expected");
        if (expected.TryGetProperty("error", out _)) return double.IsNaN(result.PValue) ? null : $"{record.GetProperty("id")}: {result} for an error";
        double statistic = expected.GetProperty("statistic").Number(), p = expected.GetProperty("pvalue").Number();
        return Agrees(result.PValue, p) && GoldenFile.Agrees(result.Statistic, statistic, 1e-9)
            ? null
            : $"{record.GetProperty("id")} {record.GetProperty("params").GetRawText()}: {result} for {statistic}, {p}";
    }
}
