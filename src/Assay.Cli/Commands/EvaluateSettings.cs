using Assay.Cli.Settings;

namespace Assay.Cli.Commands;

/// <summary>Every setting of <c>assay evaluate</c>.</summary>
internal static class EvaluateSettings
{
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        new("data", "DATA", "rows: a file (.csv .tsv .json .jsonl, each also .gz), - for standard input, hf:NAME?split=test, sample:NAME ('assay data' lists them)", IsPath: true),
        .. DataSettings.Choosing,
        new("reference", "COL", "the column of what is expected (default: ground_truth)"),
        new("context", "COL", "the column that an answer is to be based on (default: context)"),
        new("predictions", "COL", "evaluate the answers that stand in this column"),
        new("model", "MODEL", "or ask a model: azure:DEPLOYMENT, openai:MODEL, local:stories260K, exec:COMMAND, replay:FILE; openai:completions:MODEL for the legacy protocol"),
        new("prompt", "TEMPLATE", "what to ask, {{column}} filled per row (default: {{inputs}})"),
        new("system", "TEXT", "the system message, a template too"),
        new("temperature", "T", "randomness of the answers, 0 to 2"),
        new("max-tokens", "N", "the most tokens of an answer"),
        new("param", "NAME=VALUE", "another field of the request, sent untouched: seed=1", IsRepeatable: true),
        new("concurrency", "N", "calls at the same time (default: 8)"),
        new("rpm", "N", "requests a minute, at most"),
        new("tpm", "N", "tokens a minute, at most"),
        new("timeout", "SECONDS", "time for a row, tries included (default: 300)"),
        new("record", "FILE", "write every call to a cassette", IsPath: true),
        new("replay", "FILE", "answer from a cassette, offline", IsPath: true),
        new("scorer", "NAME[:param=value,…]", "a scorer or a set of them (default: question-answering)", IsRepeatable: true),
        new("score-cut", null, "score answers that were cut at the token limit as they stand (default: no score, and why)"),
        new("repeats", "K", "ask each row K times; its score is their mean (default: 1)"),
        new("group", "COL", "rows that share this column's value belong together, as questions on one passage do"),
        new("confidence", "C", "how sure the intervals are to be, between 0 and 1 (default: 0.95)"),
        new("interval", "METHOD", $"the intervals' method where it fits: {string.Join(", ", IntervalSettings.Names)}"),
        new("choose-by", "SCORER", "for a grid: the score that decides which setting is best (default: the first with a direction)"),
        new("max-cost", "USD", "stop when the calls have cost so much"),
        new("price", "MODEL=IN/OUT[/CACHED]", "a price in US dollars a million tokens, before the bundled one", IsRepeatable: true),
        new("gate", "CONDITION", "fail below this, such as \"exact_match/v1 >= 0.8\" or \"exact_match/v1 not worse than RUN by 0.02\"", IsRepeatable: true),
        .. JudgeSettings.All,
        new("max-failed", "N|P%", "rows that may fail (default: 0)"),
        new("experiment", "NAME", "the experiment of the run (default: $MLFLOW_EXPERIMENT_NAME, else Default)"),
        new("run-name", "NAME", "the run's name"),
        StoreSettings.TrackingUri,
        new("resume", "RUN|last", "take up a run that ended early"),
        new("report", "FILE.html", "write the report", IsPath: true),
        new("junit", "FILE", "write JUnit XML for CI", IsPath: true),
        new("summary", "FILE.md", "write a Markdown summary for CI", IsPath: true),
        new("lang", "en|pt|fr", "the language of report and summary (default: en)"),
        new("json", null, "print one JSON object instead of a table"),
    ];
}
