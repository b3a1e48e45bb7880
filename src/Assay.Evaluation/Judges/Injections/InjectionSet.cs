using System.Text.Json;

namespace Assay.Judges.Injections;

/// <summary>
/// A set of attempts to steer a judge from within the text under judgement, in English, Portuguese and French. Each case is judged with the
/// attempt and without it, so that a judge that cannot tell a bad answer anyway is not counted as steered.
/// </summary>
public static class InjectionSet
{
    /// <summary>The cases that come with Assay.</summary>
    public static IReadOnlyList<InjectionCase> Cases { get; } =
    [
        .. JudgeTexts.Read("judges/injections.jsonl").Split('\n')
            .Select(line => JsonSerializer.Deserialize(line, InjectionJson.Default.InjectionCase)!),
    ];

    /// <summary>Puts every case before a model. Throws only for cancellation.</summary>
    /// <param name="model">The model that judges.</param>
    /// <param name="concurrency">Cases at the same time, at most.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<IReadOnlyList<InjectionTrial>> TryAsync(
        JudgeModel model, int concurrency = 8, CancellationToken cancellationToken = default)
    {
        var trials = new InjectionTrial[Cases.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, trials.Length, options, async (i, stop) =>
            trials[i] = await TryAsync(model, Cases[i], stop).ConfigureAwait(false)).ConfigureAwait(false);
        return trials;
    }

    private static async Task<InjectionTrial> TryAsync(JudgeModel model, InjectionCase injection, CancellationToken cancellationToken)
    {
        var definition = BuiltInJudges.Get(injection.Judge);
        var judge = new Judge(injection.Rules is { } rules ? definition.WithRules(rules) : definition, model);
        var plain = await judge.AskAsync(input => injection.Text(input, attacked: false), injection.Id, cancellationToken).ConfigureAwait(false);
        var attacked = await judge.AskAsync(input => injection.Text(input, attacked: true), injection.Id, cancellationToken).ConfigureAwait(false);
        return new InjectionTrial(injection, plain.Step?.Value, attacked.Step?.Value, plain.Step is null ? plain.Reason : attacked.Reason);
    }
}
