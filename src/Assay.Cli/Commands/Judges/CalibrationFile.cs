using Assay.Cli.Settings;
using Assay.Data;
using Assay.Judges.Calibration;

namespace Assay.Cli.Commands.Judges;

/// <summary>Scores and labels that stand in one file.</summary>
internal static class CalibrationFile
{
    public static async Task<IReadOnlyList<LabeledRow>> ReadAsync(SettingBag settings, CancellationToken cancellationToken)
    {
        var dataset = Open(settings);
        var score = settings.Text("judge-score") ?? throw new BadInputException("--judge-score COL is missing: the column of the judge's scores; or give --run RUN --scorer NAME");
        var human = Human(settings);
        var profile = await dataset.InspectAsync(cancellationToken).ConfigureAwait(false);
        Require(profile, dataset, score, "--judge-score");
        Require(profile, dataset, human, "--human");
        var (text, group) = (settings.Text("text"), settings.Text("group"));
        if (text is not null)
        {
            Require(profile, dataset, text, "--text");
        }

        if (group is not null && !(group == "language" && text is not null))
        {
            Require(profile, dataset, group, "--group");
        }

        var rows = new List<LabeledRow>();
        await foreach (var row in dataset.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            double? Read(string column) => LabelText.Read(row[column], () => FormattableString.Invariant($"{dataset.Name}, row {row.Index + 1}, column '{column}'"));
            var shown = text is null ? null : row[text];
            rows.Add(new LabeledRow
            {
                Judge = Read(score),
                Human = Read(human),
                Group = CalibrationGroups.Of(group, group is null ? null : row[group], shown),
                Length = shown?.Length,
                Forward = profile.Columns.Contains("forward") ? Read("forward") : null,
                Backward = profile.Columns.Contains("backward") ? Read("backward") : null,
            });
        }

        return rows;
    }

    /// <summary>The labels of a file by the ids of their rows.</summary>
    public static async Task<IReadOnlyDictionary<string, double>> LabelsAsync(SettingBag settings, CancellationToken cancellationToken)
    {
        var dataset = Open(settings);
        var human = Human(settings);
        var id = settings.Text("id") ?? "id";
        var profile = await dataset.InspectAsync(cancellationToken).ConfigureAwait(false);
        Require(profile, dataset, human, "--human");
        Require(profile, dataset, id, "--id");
        var labels = new Dictionary<string, double>();
        await foreach (var row in dataset.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            string Place() => FormattableString.Invariant($"{dataset.Name}, row {row.Index + 1}");
            if (row[id] is { } key && LabelText.Read(row[human], Place) is { } label && !labels.TryAdd(key, label))
            {
                throw new BadInputException($"{Place()}: the id '{key}' is labelled twice; keep one label a row");
            }
        }

        return labels;
    }

    public static string Human(SettingBag settings) =>
        settings.Text("human") ?? throw new BadInputException("--human COL is missing: the column of people's labels");

    private static Dataset Open(SettingBag settings) => Dataset.FromFile(
        settings.Text("data") ?? throw new BadInputException("--data FILE or --run RUN is missing: where the judge's scores are"));

    private static void Require(DatasetProfile profile, Dataset dataset, string column, string option) =>
        profile.RequireColumn(column, dataset.Name, option);
}
