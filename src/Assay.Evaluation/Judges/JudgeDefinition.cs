using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Assay.Scoring;

namespace Assay.Judges;

/// <summary>
/// A judge as data: what a model is told, which texts it is shown, and what it may answer. Changing any of it changes <see cref="Digest"/>;
/// a change that moves scores deserves a new <see cref="Version"/> too, which is a part of the metric keys.
/// </summary>
public sealed record JudgeDefinition
{
    /// <summary>The name in scores and metric keys: <c>faithfulness</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The version in metric keys: <c>v1</c>.</summary>
    public required string Version { get; init; }

    /// <summary>What it measures, in a sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>
    /// The task in plain words. <c>{{output}}</c> and the other inputs are replaced by the text between markers; inputs that it does not
    /// place follow below it. <c>{{rules}}</c> is replaced by the rules that the user gives.
    /// </summary>
    public required string Prompt { get; init; }

    /// <summary>The texts that it is shown, in this order.</summary>
    public required IReadOnlyList<JudgeInput> Inputs { get; init; }

    /// <summary>What it may answer, from the lowest value to the highest; two steps at least.</summary>
    public required IReadOnlyList<JudgeStep> Scale { get; init; }

    /// <summary>Judgements to learn the scale by; may be empty.</summary>
    public IReadOnlyList<JudgeExample> Examples { get; init; } = [];

    /// <summary>Which way is better.</summary>
    public ScoreDirection Direction { get; init; } = ScoreDirection.Higher;

    /// <summary>The figures of a run.</summary>
    public IReadOnlyList<AggregateKind> Aggregates { get; init; } = [AggregateKind.Mean, AggregateKind.Variance, AggregateKind.P90];

    /// <summary>Whether the answers are whole numbers; otherwise they are words.</summary>
    public bool IsNumeric => Scale.All(step => int.TryParse(step.Answer, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));

    /// <summary>The field of the judge's answer that holds its step: <c>score</c> for numbers, <c>verdict</c> for words.</summary>
    public string Field => IsNumeric ? "score" : "verdict";

    /// <summary>The kind of number that its scores are.</summary>
    public ScoreKind Kind =>
        Scale.Count == 2 && Scale[0].Value == 0 && Scale[1].Value == 1 ? ScoreKind.PassFail
        : Scale.All(step => step.Value is >= 0 and <= 1) ? ScoreKind.UnitInterval
        : ScoreKind.Ordinal;

    /// <summary>SHA-256 of all that the judge is told and may answer, 16 hexadecimal digits.</summary>
    public string Digest
    {
        get
        {
            var parts = new List<string> { Name, Version, JudgeTexts.Instructions, Prompt };
            parts.AddRange(Inputs.Select(input => input.ToString()));
            parts.AddRange(Scale.Select(step => FormattableString.Invariant($"{step.Answer}={step.Value:R} {step.Meaning}")));
            foreach (var example in Examples)
            {
                parts.AddRange(example.Texts.OrderBy(text => text.Key, StringComparer.Ordinal).SelectMany(text => new[] { text.Key, text.Value }));
                parts.Add(example.Answer);
                parts.Add(example.Reason);
            }

            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts))).AsSpan(0, 8));
        }
    }

    /// <summary>Whether it needs rules of the user's.</summary>
    public bool NeedsRules => Prompt.Contains("{{rules}}", StringComparison.Ordinal);

    /// <summary>The judge with the user's rules in its prompt.</summary>
    public JudgeDefinition WithRules(string rules) => this with { Prompt = Prompt.Replace("{{rules}}", rules.Trim(), StringComparison.Ordinal) };
}
