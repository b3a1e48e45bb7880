using Assay.Agreement;
using Assay.Classification;

namespace Assay.Judges.Calibration;

/// <summary>Holds a judge's scores against people's labels.</summary>
public static class Calibrator
{
    /// <summary>The fewest labels: below, every interval would be as wide as the scale.</summary>
    public const int FewestLabels = PredictionPoweredMean.FewestLabels;

    /// <summary>Labels that make a table of pairs; with more, scores are numbers and no categories.</summary>
    private const int MostCategories = 20;

    /// <summary>Compares.</summary>
    /// <param name="rows">All rows that the judge scored, with people's labels where there are some.</param>
    /// <param name="options">How.</param>
    /// <param name="judge">Which judge it is; null when that is not known.</param>
    /// <exception cref="BadInputException">There are fewer labels than <see cref="FewestLabels"/>.</exception>
    public static JudgeCalibration Compare(IReadOnlyList<LabeledRow> rows, CalibrationOptions options, JudgeIdentity? judge = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(options);
        var judged = rows.Where(row => row.Judge is not null).ToList();
        var labeled = judged.Where(row => row.Human is not null).ToList();
        if (labeled.Count < FewestLabels)
        {
            throw new BadInputException(
                $"{labeled.Count} rows have both a label and a score of the judge; a calibration needs {FewestLabels} at least: label {FewestLabels - labeled.Count} more");
        }

        double[] human = [.. labeled.Select(row => row.Human!.Value)], scores = [.. labeled.Select(row => row.Judge!.Value)];
        var table = ConfusionTable.Of(human, scores);
        var kappa = Kappa(table, KappaWeighting.None, options);
        var (mean, whyNoMean) = Mean(human, scores, judged, options);
        var threshold = options.Threshold ?? Threshold(table.Labels);
        return new JudgeCalibration
        {
            Judge = judge,
            Labels = labeled.Count,
            Judged = judged.Count,
            LabeledWithoutScore = rows.Count(row => row is { Judge: null, Human: not null }),
            Agreement = CalibrationFigure.Share(table.Agreements, table.Rows, options.Confidence),
            Threshold = threshold,
            TruePositiveRate = Rate(human, scores, value => value >= threshold, options),
            TrueNegativeRate = Rate(human, scores, value => value < threshold, options),
            Kappa = kappa,
            KappaLinear = Kappa(table, KappaWeighting.Linear, options),
            KappaQuadratic = Kappa(table, KappaWeighting.Quadratic, options),
            AlphaNominal = Alpha(labeled, AlphaLevel.Nominal, options),
            AlphaOrdinal = Alpha(labeled, AlphaLevel.Ordinal, options),
            AlphaInterval = Alpha(labeled, AlphaLevel.Interval, options),
            ConfusionLabels = table.Labels.Count <= MostCategories ? table.Labels : [],
            Confusion = table.Labels.Count <= MostCategories ? table.ToRows() : null,
            Bias = CalibrationFigure.Mean(Differences(labeled), options.Confidence),
            LengthBias = LengthBias(labeled, options),
            Groups = Groups(labeled, options),
            Position = Position(rows, options),
            LabelsNeeded = Needed(table, kappa, human, scores, judged, options),
            Mean = mean,
            WhyNoMean = whyNoMean,
        };
    }

    private static CalibrationFigure Rate(double[] human, double[] scores, Func<double, bool> belongs, CalibrationOptions options)
    {
        var places = Enumerable.Range(0, human.Length).Where(i => belongs(human[i])).ToList();
        return CalibrationFigure.Share(places.Count(i => belongs(scores[i])), places.Count, options.Confidence);
    }

    // The smallest label above the middle: 1 of 0 and 1, 4 of 1 to 5.
    private static double Threshold(IReadOnlyList<double> labels)
    {
        var middle = (labels[0] + labels[^1]) / 2;
        return labels.FirstOrDefault(label => label > middle, labels[^1]);
    }

    private static CalibrationFigure Kappa(ConfusionTable table, KappaWeighting weights, CalibrationOptions options) =>
        table.Labels.Count > MostCategories
            ? CalibrationFigure.None($"{table.Labels.Count} different labels; kappa is for categories")
            : CalibrationFigure.Of(KappaStatistic.Of(table, weights, options.Confidence), table.Rows);

    private static CalibrationFigure Alpha(List<LabeledRow> labeled, AlphaLevel level, CalibrationOptions options) => CalibrationFigure.Of(
        KrippendorffAlpha.Of([.. labeled.Select(row => new[] { row.Human!.Value, row.Judge!.Value })], level, options.Confidence, options.Seed), labeled.Count);

    private static double[] Differences(IEnumerable<LabeledRow> labeled) => [.. labeled.Select(row => row.Judge!.Value - row.Human!.Value)];

    private static CalibrationFigure LengthBias(List<LabeledRow> labeled, CalibrationOptions options)
    {
        var measured = labeled.Where(row => row.Length is not null).ToList();
        return measured.Count < FewestLabels
            ? CalibrationFigure.None("the texts' lengths are not known")
            : CalibrationFigure.Of(
                RankCorrelation.Of(Differences(measured), [.. measured.Select(row => row.Length!.Value)], options.Confidence, options.Seed), measured.Count);
    }

    private static IReadOnlyList<GroupCalibration> Groups(List<LabeledRow> labeled, CalibrationOptions options) =>
    [
        .. labeled.Where(row => row.Group is not null).GroupBy(row => row.Group!).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group =>
        {
            var table = ConfusionTable.Of([.. group.Select(row => row.Human!.Value)], [.. group.Select(row => row.Judge!.Value)]);
            return new GroupCalibration(
                group.Key, table.Rows, CalibrationFigure.Share(table.Agreements, table.Rows, options.Confidence),
                Kappa(table, KappaWeighting.None, options), CalibrationFigure.Mean(Differences(group), options.Confidence));
        }),
    ];

    private static PositionCalibration? Position(IReadOnlyList<LabeledRow> rows, CalibrationOptions options)
    {
        var pairs = rows.Where(row => row is { Forward: not null, Backward: not null }).Select(row => (row.Forward!.Value, row.Backward!.Value)).ToList();
        return pairs.Count == 0 ? null : PositionCalibration.Of(pairs, options.Confidence);
    }

    private static LabelsNeeded? Needed(
        ConfusionTable table, CalibrationFigure kappa, double[] human, double[] scores, List<LabeledRow> judged, CalibrationOptions options) =>
        options.Precision is not { } precision ? null : new LabelsNeeded(
            precision,
            Math.Max(FewestLabels, LabelBudget.ForShare((double)table.Agreements / table.Rows, precision, options.Confidence)),
            kappa.Interval is { } interval ? LabelBudget.Scaled(table.Rows, interval, precision) : null,
            options.LabelsAreRandom ? LabelBudget.ForMean(human, scores, Others(judged), precision, options.Confidence) : null);

    private static (PredictionPoweredMean? Mean, string? WhyNot) Mean(
        double[] human, double[] scores, List<LabeledRow> judged, CalibrationOptions options) => options.LabelsAreRandom
            ? (PredictionPoweredMean.Of(human, scores, Others(judged), options.Confidence), null)
            : (null, "it holds only when the labelled rows were drawn at random from the judged ones and did not serve to make the judge; if so, state --labels-are random");

    private static double[] Others(IEnumerable<LabeledRow> judged) => [.. judged.Where(row => row.Human is null).Select(row => row.Judge!.Value)];
}
