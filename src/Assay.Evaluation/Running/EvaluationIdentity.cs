using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Assay.Tracking;

namespace Assay.Running;

/// <summary>
/// What makes two evaluations the same one, so that the second may take up the first: digests of data, model, prompt and scorers.
/// </summary>
/// <param name="Data">The data set's digest.</param>
/// <param name="Model">Of the model's name.</param>
/// <param name="Prompt">Of prompts, call parameters and the columns that are read.</param>
/// <param name="Scorers">Of the scorers' names.</param>
/// <param name="Repeats">How often each row is asked.</param>
internal sealed record EvaluationIdentity(string Data, string Model, string Prompt, string Scorers, int Repeats)
{
    public const string DataTag = "assay.evaluation.data";

    private const string RepeatsTag = "assay.evaluation.repeats";

    public static EvaluationIdentity Of(Evaluation evaluation, string dataDigest, ColumnRoles columns, IEnumerable<string> scorers) => new(
        dataDigest,
        Digest([evaluation.Model.Name]),
        Digest([.. evaluation.Model.Settings.SelectMany(setting => new[] { setting.Key, setting.Value }), columns.ToString(), .. evaluation.ScoresCutAnswers ? [SamplingSettings.ScoreCut] : Array.Empty<string>()]),
        Digest(scorers),
        evaluation.Repeats);

    public IReadOnlyList<Tag> ToTags() =>
    [
        new(DataTag, Data), new("assay.evaluation.model", Model), new("assay.evaluation.prompt", Prompt), new("assay.evaluation.scorers", Scorers),
        new(RepeatsTag, Repeats.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>
    /// What has changed since a run was logged with these tags; empty when it is the same evaluation; null when the run is no evaluation.
    /// </summary>
    public IReadOnlyList<string>? ChangesSince(IReadOnlyList<Tag> tags)
    {
        var logged = tags.ToDictionary(tag => tag.Key, tag => tag.Value);
        logged.TryAdd(RepeatsTag, "1");
        return !logged.ContainsKey(DataTag) ? null :
            [.. ToTags().Where(tag => logged.GetValueOrDefault(tag.Key) != tag.Value).Select(tag => tag.Key[(tag.Key.LastIndexOf('.') + 1)..])];
    }

    internal static string Digest(IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts))).AsSpan(0, 16));
}
