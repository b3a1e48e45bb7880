using System.Text.Json;
using Assay.Evaluations;

namespace Assay.Tests.Reports;

/// <summary>Rows for reports: ordinary ones, and ones that want to break out of the page.</summary>
internal static class SampleRows
{
    public const string Hostile =
        "<script>window.hacked=1;alert('x')</script>\"'><img src=x onerror=\"window.hacked=2\"> ]]> </td></table></script><!-- --><svg/onload=alert(3)> "
        + "{{7*7}} javascript:alert(4) &lt;b&gt; \u202Eevil\u2066 \0\u0001\u001B[31m\u0085 \uD800 \uDC00 \uFFFE שלום مرحبا 👩‍👩‍👧 `x` | **b** [l](http://evil.example/)";

    public static EvaluationRow Ordinary(int index, string? padding = null)
    {
        var failed = index % 50 == 49;
        var input = $"What is the capital of country number {index}?";
        var reference = $"The capital of country number {index} is the city of Town {index}.";
        var output = index % 3 == 0 ? reference : $"The capital city of country {index} is surely Town {index}, as everyone knows.{padding}";
        return new EvaluationRow
        {
            RowId = $"q-{index}",
            Index = index,
            Digest = $"{index:x32}",
            Fields = JsonSerializer.Serialize(new { inputs = input, ground_truth = reference, topic = $"topic {index % 7}" }),
            Input = input,
            Reference = reference,
            Answer = failed ? null : new Answer { Text = output, Usage = new TokenUsage(30 + index % 5, 20), Model = "test-model" },
            Error = failed ? "HTTP 500 after 5 attempts: the service is overloaded" : null,
            LatencySeconds = 0.2 + (index * 37 % 100 / 100.0),
            Scores = failed ? [] : Scores(index),
        };
    }

    public static EvaluationRow Evil(int index) => Ordinary(index) with
    {
        RowId = Hostile,
        Fields = JsonSerializer.Serialize(new Dictionary<string, string> { ["inputs"] = "x", [Hostile] = Hostile }),
        Input = Hostile,
        Reference = Hostile + " more",
        Answer = new Answer { Text = Hostile, ToolCalls = [new ToolCall(Hostile, Hostile, Hostile)], Model = Hostile },
        Error = null,
        Scores = [new RowScore("exact_match", null, Hostile), new RowScore("toxicity", 0.99, Hostile), new RowScore("flesch_kincaid_grade_level", -3.4)],
        TraceId = Hostile,
    };

    private static RowScore[] Scores(int index) =>
    [
        new("exact_match", index % 3 == 0 ? 1 : 0),
        index % 20 == 7 ? new RowScore("toxicity", null, "there is no text to score") : new RowScore("toxicity", index * 7919 % 1000 / 1000.0 * (index % 13 == 0 ? 1 : 0.2)),
        new("flesch_kincaid_grade_level", 4 + (index * 31 % 97 / 10.0)),
    ];
}
