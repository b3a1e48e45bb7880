#:project ../src/Assay.Charts/Assay.Charts.csproj
#:project ../src/Assay.Evaluation/Assay.Evaluation.csproj
#:project ../src/Assay.Storage/Assay.Storage.csproj
#:property PublishAot=false

// The lab "Exercise 05" in C#: sentiment of film reviews, BLEU, ROUGE, perplexity and accuracy, a bar chart, and whether a second prompt is better.
// Run: dotnet run samples/lab-003.cs
// With OPENAI_API_KEY set it asks gpt-4o-mini, with AZURE_OPENAI_ENDPOINT and AZURE_OPENAI_API_KEY the deployment gpt-4; without,
// the small model that comes with Assay, which tells stories and knows nothing of films: a coin does as well.

using System.Globalization;
using Assay;
using Assay.Charts;
using Assay.Comparisons;
using Assay.Models;
using Assay.Results;
using Assay.Storage;

static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 };

var service = IsSet("OPENAI_API_KEY") ? "openai:gpt-4o-mini" : IsSet("AZURE_OPENAI_ENDPOINT") ? "azure:gpt-4" : null;
string[] prompts = service is null
    ? ["{{inputs}} Is it positive or negative? It is", "{{inputs}} The film was very"]
    : ["{{inputs}}", "Is this film review positive or negative? Answer with one word. {{inputs}}"];

// Step 4: the metrics. Labels are looked for in what the model says; an answer without one is wrong, and counted.
string[] accuracy = ["accuracy:parse=first-match:positive=happy=good|negative=sad=bad=angry=scared,none=wrong"];
string[] overlap = ["corpus_bleu", "rouge1", "rouge2", "rougeL", "perplexity"];

// Step 5: the data. IMDB's reviews are Dataset.FromAddress("hf:stanfordnlp/imdb?split=test&sample=1000&seed=1&label_names=true").
var reviews = Dataset.FromAddress("sample:sentiment").Sample(60, seed: 1, stratifyBy: "ground_truth").Truncate("gpt2", 1024);

// Step 6: predictions and figures. The lab compares answers with the reviews (BLEU, ROUGE) and with the labels (accuracy); the answers are the same.
var path = args is [var given] ? given : "lab-003.db";
await using var store = await EmbeddedStore.OpenAsync(path);
await using var model = new SharedCallsModel(ModelPipeline.Create(
    ModelSpec.Parse(service ?? "local:stories260K"), ModelEnvironment.OfProcess, new ModelOptions()));

Task<EvaluationSummary> EvaluateAsync(string name, string prompt, string reference, string[] scorers) => new Evaluation
{
    Dataset = reviews,
    Model = Model.Ask(model, prompt, parameters: new CallParameters { Temperature = 0, MaxTokens = 50 }),
    Scorers = Scorers.Named(scorers),
    ReferenceColumn = reference,
    ScoresCutAnswers = true,
    Experiment = "lab-003",
    RunName = name,
}.RunAsync(store);

var first = await EvaluateAsync("first prompt", prompts[0], "ground_truth", accuracy);
var second = await EvaluateAsync("second prompt", prompts[1], "ground_truth", accuracy);
var repeated = await EvaluateAsync("second prompt, overlap", prompts[1], "inputs", overlap);

var figures = new[] { first, second, repeated }
    .SelectMany(run => run.Scorers.SelectMany(scorer => scorer.Aggregates).Select(figure => (Name: $"{figure.Key}, {run.RunName}", Figure: figure)))
    .ToList();
foreach (var (name, figure) in figures)
{
    var interval = figure.Interval is { } ends ? FormattableString.Invariant($"[{ends.Low:F3}, {ends.High:F3}]") : figure.WhyNoInterval;
    Console.WriteLine(FormattableString.Invariant($"{name,-52} {figure.Value,8:F3}  {interval}"));
}

// Step 7: the picture, with intervals. Perplexity has no end to its scale and stays out of it.
var bars = figures.Where(item => !item.Figure.Key.StartsWith("perplexity", StringComparison.Ordinal) && !item.Figure.Key.EndsWith("/variance", StringComparison.Ordinal))
    .Select(item => new Bar(
        item.Name.Replace(", second prompt, overlap", "", StringComparison.Ordinal), item.Figure.Value,
        item.Figure.Interval is { } ends ? (ends.Low, Math.Min(ends.High, 1)) : null,
        item.Figure.Value.ToString("F3", CultureInfo.InvariantCulture)));
var picture = Path.ChangeExtension(path, ".svg");
await File.WriteAllTextAsync(picture, BarChart.Render(new BarFigure
{
    Bars = [.. bars],
    Low = 0,
    High = 1,
    Title = "Model evaluation metrics",
    Number = (value, decimals) => value.ToString("F" + decimals, CultureInfo.InvariantCulture),
}));
Console.WriteLine($"picture {picture}");

// Step 8: is the second prompt better?
var comparison = await Comparison.Of(store, [first.RunId, second.RunId]);
foreach (var metric in comparison.Metrics)
{
    var interval = metric.Interval.Interval is { } ends ? FormattableString.Invariant($" [{ends.Low:F3}, {ends.High:F3}]") : "";
    Console.WriteLine(FormattableString.Invariant(
        $"{metric.Metric}: {metric.A:F3} → {metric.B:F3}, {metric.Difference:+0.000;-0.000;0}{interval}, p = {metric.P:G2}; second prompt: {VerdictWords.Of(metric.Verdict)}"));
}
