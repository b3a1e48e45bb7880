using Assay.Results;
using Assay.Tracking;
using Assay.Web.Components;
using Assay.Web.Evaluations;

namespace Assay.Web.Runs;

/// <summary>The command that evaluates again what a run evaluated, from what was logged of it, for a POSIX shell.</summary>
internal static class EvaluateCommandLine
{
    // Parameters with an option of their own. Two names say how the option is called where it is not like the parameter.
    private static readonly (string Param, string Option)[] Options =
    [
        ("data", "data"), ("data_where", "where"), ("data_sample", "sample"), ("data_seed", "seed"), ("data_stratify", "stratify"), ("data_head", "head"),
        ("data_truncate", "truncate"), ("predictions", "predictions"), ("model", "model"), ("prompt", "prompt"), ("system", "system"),
        ("temperature", "temperature"), ("max_tokens", "max-tokens"), ("repeats", "repeats"), ("group", "group"), ("confidence", "confidence"),
        ("interval", "interval"),
    ];

    private static readonly HashSet<string> NotSent = ["data_digest", "scorers", "score_cut", "judges"];

    /// <summary>The command; null for a run that was no evaluation of Assay's, or that is a whole grid.</summary>
    public static string? Of(Run run, EvaluationSummary? summary, string experiment, string address)
    {
        var logged = run.Params.ToDictionary(param => param.Key, param => param.Value, StringComparer.Ordinal);
        if (!RunSummary.IsExpected(run) || !logged.ContainsKey("data") || logged.ContainsKey("grid.cells"))
        {
            return null;
        }

        var asksModel = !logged.ContainsKey("predictions");
        var lines = new List<string> { "assay evaluate" };
        lines.AddRange(
            from option in Options
            where logged.ContainsKey(option.Param) && (asksModel || option.Param != "model") && !IsDefault(option.Param, logged[option.Param])
            select Line(option.Option, logged[option.Param]));
        lines.AddRange(asksModel ? logged.Where(IsSent).Select(param => Line("param", $"{NameOf(param.Key)}={param.Value}")) : []);
        lines.AddRange(Scorers(logged, summary).Select(scorer => Line("scorer", scorer)));
        lines.AddRange(Judges(summary).Select(judge => Line("judge", judge)));
        lines.AddRange(logged.GetValueOrDefault("score_cut") == "true" ? ["--score-cut"] : []);
        lines.AddRange((summary?.Gates ?? []).Select(gate => Line("gate", gate.Gate)));
        lines.Add(Line("experiment", experiment));
        lines.Add(Line("tracking-uri", address));
        return string.Join(" \\\n  ", lines);
    }

    // A value that begins with a dash is an option to whoever reads the line, unless it is joined to its own.
    private static string Line(string option, string value) => value.StartsWith('-') ? $"--{option}={Shell.Quote(value)}" : $"--{option} {Shell.Quote(value)}";

    private static IEnumerable<string> Scorers(Dictionary<string, string> logged, EvaluationSummary? summary) => summary is { Scorers.Count: > 0 }
        ? summary.Scorers.Select(scorer => scorer.Specification ?? scorer.Scorer.Name)
        : logged.GetValueOrDefault("scorers", "").Split(", ", StringSplitOptions.RemoveEmptyEntries);

    // Of the models that judged, those that no scorer names itself; behind a model's name stand the parameters that were set.
    private static IEnumerable<string> Judges(EvaluationSummary? summary) => (summary?.Scorers ?? [])
        .Where(scorer => scorer.Scorer.Judge is not null && !(scorer.Specification ?? scorer.Scorer.Name).Contains("model=", StringComparison.Ordinal))
        .Select(scorer => scorer.Scorer.Judge!.Model.Split(' ')[0]).Distinct(StringComparer.Ordinal).Take(1);

    // What was logged when no prompt was given, which is no template.
    private static bool IsDefault(string param, string value) => param == "prompt" && value.EndsWith(", or messages", StringComparison.Ordinal);

    // The request's other fields. What is hidden was a secret, and cannot be told again.
    private static bool IsSent(KeyValuePair<string, string> param) =>
        !NotSent.Contains(param.Key) && !Options.Any(option => option.Param == param.Key) && !param.Key.StartsWith("data_", StringComparison.Ordinal)
        && !param.Key.StartsWith("grid.", StringComparison.Ordinal) && !param.Key.StartsWith("judge", StringComparison.Ordinal) && param.Value.Trim('*').Length > 0;

    private static string NameOf(string key) => key.StartsWith("param.", StringComparison.Ordinal) ? key["param.".Length..] : key;
}
