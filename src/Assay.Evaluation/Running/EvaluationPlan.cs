using Assay.Data;
using Assay.Gates;
using Assay.Scoring;
using Assay.Tracking;

namespace Assay.Running;

/// <summary>All that is known of an evaluation before its first call, with everything checked that can be.</summary>
internal sealed record EvaluationPlan
{
    public required DatasetProfile Profile { get; init; }

    public required DatasetReference Dataset { get; init; }

    public required ColumnRoles Columns { get; init; }

    public required IReadOnlyList<IScorer> Scorers { get; init; }

    public required IReadOnlyList<Param> Settings { get; init; }

    public required EvaluationIdentity Identity { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The columns of MLflow's results table before the output: inputs as they stand in the data, then the reference.</summary>
    public required IReadOnlyList<string> TableColumns { get; init; }

    /// <summary>The output's column there: the predictions' own name, or <c>outputs</c> for a model that was called.</summary>
    public required string OutputColumn { get; init; }

    public static async Task<EvaluationPlan> MakeAsync(Evaluation evaluation, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(evaluation.Concurrency, 1, nameof(evaluation.Concurrency));
        SamplingSettings.Check(evaluation);
        var (dataset, model) = (evaluation.Dataset, evaluation.Model);
        var scorers = ChooseScorers(evaluation);
        GateKeys.Check(evaluation.Gates, [.. scorers.SelectMany(scorer => scorer.Description.Aggregates).Select(aggregate => aggregate.Key)]);
        ComparisonGates.CheckKeys(evaluation.Gates, scorers);

        var profile = await dataset.InspectAsync(cancellationToken).ConfigureAwait(false);
        var columns = ColumnRoles.Of(evaluation, profile);
        SamplingSettings.Check(evaluation, profile);
        var warnings = await model.CheckAsync(dataset, profile, columns.Reference, cancellationToken).ConfigureAwait(false);
        var names = scorers.Select(scorer => scorer.Description.Name).ToList();
        var inputs = profile.Columns.Where(column => column != columns.Reference && column != model.OutputColumn);
        return new EvaluationPlan
        {
            Profile = profile,
            Dataset = DatasetDescription.Of(dataset, profile),
            Columns = columns,
            Scorers = scorers,
            Settings =
            [
                new("model", model.Name),
                .. model.Settings,
                new("data", dataset.Name),
                new("data_digest", profile.Digest),
                .. DatasetDescription.Settings(dataset.Steps),
                new("scorers", string.Join(", ", names)),
                .. SamplingSettings.Of(evaluation),
                .. Judges(scorers),
            ],
            Identity = EvaluationIdentity.Of(evaluation, profile.Digest, columns, scorers.Select(IdentityOf)),
            Warnings = [.. profile.Warnings, .. LabelWarnings.Of(dataset, profile, columns.Reference), .. warnings],
            TableColumns = columns.Reference is null ? [.. inputs] : [.. inputs, columns.Reference],
            OutputColumn = model.OutputColumn,
        };
    }

    // Another prompt or another model makes another judge, whatever its name.
    private static string IdentityOf(IScorer scorer) =>
        scorer.Description.Judge is { } judge ? $"{scorer.Description.Name} {judge}" : scorer.Description.Name;

    private static Param[] Judges(IReadOnlyList<IScorer> scorers)
    {
        var judges = scorers.Select(scorer => scorer.Description.Judge?.ToString()).OfType<string>().ToList();
        return judges.Count == 0 ? [] : [new("judges", string.Join(", ", judges))];
    }

    private static IReadOnlyList<IScorer> ChooseScorers(Evaluation evaluation)
    {
        var scorers = ScorerNames.Distinct(
            evaluation.Scorers.Where(scorer => evaluation.Model.IsCalled || scorer.Description is not { NeedsModelCall: true, Optional: true }));
        return scorers.Count > 0 ? scorers : throw new BadInputException("--scorer: an evaluation needs at least one scorer, such as question-answering");
    }
}
