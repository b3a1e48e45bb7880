#:project ../src/Assay.Storage/Assay.Storage.csproj
#:project ../src/Assay.Evaluation/Assay.Evaluation.csproj
#:property PublishAot=false

// The lab "Evaluate large language models" in C#: two questions, a reference answer each, a function that asks a chat deployment, and its figures.
// Run: dotnet run samples/lab.cs
// With AZURE_OPENAI_ENDPOINT and AZURE_OPENAI_API_KEY set it asks the deployment gpt-35-turbo; without, it takes the answers recorded beside the data.

using Assay;
using Assay.Storage;

var folder = Path.GetDirectoryName((string)AppContext.GetData("EntryPointFilePath")!)!;
var questions = Dataset.FromFile(Path.Combine(folder, "data", "lab-questions.jsonl"));

var isLive = Environment.GetEnvironmentVariable("AZURE_OPENAI_ENDPOINT") is not null;
var model = isLive
    ? Model.Ask("azure:gpt-35-turbo", prompt: "{{inputs}}", system: "Please answer the following question in formal language.")
    : Model.Recorded("predictions");

var evaluation = new Evaluation { Dataset = questions, Model = model, Scorers = Scorers.QuestionAnswering, Experiment = "lab" };

await using var store = await EmbeddedStore.OpenAsync(args is [var path] ? path : "lab.db");
var summary = await evaluation.RunAsync(store);

foreach (var figure in summary.Scorers.SelectMany(scorer => scorer.Aggregates))
{
    Console.WriteLine(FormattableString.Invariant($"{figure.Key,-40} {figure.Value,8:F3}"));
}

Console.WriteLine($"run {summary.RunId} in {store.Location}");
