using Assay.Cli.Output;
using Assay.Comparisons;
using Assay.Models;

namespace Assay.Cli.Commands;

/// <summary>
/// The end of the demo: three prompts at two temperatures for the model that comes with the program; of two pairs one differs by more than chance.
/// </summary>
internal static class DemoComparison
{
    private const int Rows = 40;

    // The model writes stories and is no judge of films: how a story goes on is read as its label.
    private const string Accuracy = "accuracy:parse=first-match:positive=happy=good|negative=sad=bad=angry=scared,none=wrong";

    private static readonly double[] Temperatures = [0, 0.8];

    private static readonly (string Name, string Prompt)[] Prompts =
    [
        ("question", "{{inputs}} Is it positive or negative? It is"),
        ("film", "{{inputs}} The film was very"),
        ("ben", "Ben saw a film. {{inputs}} Ben felt so"),
    ];

    /// <summary>Evaluates and compares; gives the runs that were compared, each with the one after it.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(IAssayStore store, CancellationToken cancellationToken)
    {
        Console.WriteLine(FormattableString.Invariant(
            $"Is one prompt better than another? {Rows} film reviews, continued by the small model that comes with Assay (a coin would be right in half):"));
        var runs = new List<string>();
        foreach (var temperature in Temperatures.Reverse())
        {
            runs.Clear();
            foreach (var (name, prompt) in Prompts)
            {
                runs.Add(await EvaluateAsync(name, prompt, temperature, store, cancellationToken).ConfigureAwait(false));
            }
        }

        foreach (var (before, after) in runs.Zip(runs.Skip(1)))
        {
            ComparisonTable.Write(await Comparison.Of(store, [before, after], cancellationToken: cancellationToken).ConfigureAwait(false));
        }

        return runs;
    }

    private static async Task<string> EvaluateAsync(string name, string prompt, double temperature, IAssayStore store, CancellationToken cancellationToken)
    {
        await using var model = Model.Ask("local:stories260K", prompt, parameters: new CallParameters { Temperature = temperature, MaxTokens = 4 });
        var evaluation = new Evaluation
        {
            Dataset = Dataset.Bundled("sentiment").Sample(Rows, seed: 1, stratifyBy: "ground_truth"),
            Model = model,
            Scorers = Scorers.Named(Accuracy),
            ScoresCutAnswers = true,
            Experiment = "prompts",
            RunName = temperature == 0 ? name : FormattableString.Invariant($"{name}, temperature {temperature}"),
        };
        return (await evaluation.RunAsync(store, cancellationToken: cancellationToken).ConfigureAwait(false)).RunId;
    }
}
