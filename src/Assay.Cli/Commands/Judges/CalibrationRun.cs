using System.Text.Json;
using Assay.Cli.Settings;
using Assay.Data;
using Assay.Judges;
using Assay.Judges.Calibration;
using Assay.Results;
using Assay.Tracking;

namespace Assay.Cli.Commands.Judges;

/// <summary>A judge's scores in a run, with the labels that stand in its data or in a file of their own.</summary>
/// <param name="Scorer">The judge's name there.</param>
/// <param name="Judge">Which judge it is; null for a run that does not say.</param>
/// <param name="Rows">The rows.</param>
internal sealed record CalibrationRun(string Scorer, JudgeIdentity? Judge, IReadOnlyList<LabeledRow> Rows)
{
    public static async Task<CalibrationRun> ReadAsync(IAssayStore store, Run run, SettingBag settings, CancellationToken cancellationToken)
    {
        var summary = await SummaryArtifact.ReadAsync(store.Artifacts, run, cancellationToken).ConfigureAwait(false)
            ?? throw new BadInputException($"--run: {run.RunId} is not an evaluation that has ended");
        var names = summary.Scorers.Select(of => of.Scorer.Name).ToList();
        var scorer = settings.Text("scorer") ?? throw new BadInputException($"--scorer NAME is missing: the run has {string.Join(", ", names)}");
        var described = summary.Scorers.FirstOrDefault(of => of.Scorer.Name == scorer)
            ?? throw new BadInputException($"--scorer: the run has no '{scorer}'; it has {string.Join(", ", names)}");

        var labels = settings.Has("data") ? await CalibrationFile.LabelsAsync(settings, cancellationToken).ConfigureAwait(false) : null;
        var (human, group, id) = (CalibrationFile.Human(settings), settings.Text("group"), settings.Text("id"));
        var rows = new List<LabeledRow>();
        await foreach (var row in AnswerPairs.RowsAsync(store.Evaluations, run.RunId, cancellationToken).ConfigureAwait(false))
        {
            using var fields = JsonDocument.Parse(row.Fields);
            string? Field(string column) => fields.RootElement.TryGetProperty(column, out var value) ? FieldValue.FromJson(value).Text : null;
            var key = (id is null ? null : Field(id)) ?? row.RowId;
            var text = row.Answer?.Text;
            rows.Add(new LabeledRow
            {
                Judge = row.Scores.FirstOrDefault(score => score.Scorer == scorer)?.Value,
                Human = labels is null
                    ? LabelText.Read(Field(human), () => FormattableString.Invariant($"run {run.RunId}, row {row.Index + 1}, column '{human}'"))
                    : labels.TryGetValue(key, out var label) ? label : null,
                Group = CalibrationGroups.Of(group, group is null ? null : Field(group), text),
                Length = text?.Length,
            });
        }

        return new CalibrationRun(scorer, described.Scorer.Judge, rows);
    }
}
