using Assay.Evaluations;
using Assay.Reports.Figures;
using Assay.Reports.Rows;
using Assay.Results;

namespace Assay.Reports.Html;

/// <summary>
/// The columns of the table of rows, and what they have in common. Columns that would say the same of every row are left out.
/// </summary>
internal sealed class RowColumns
{
    public RowColumns(ReportContext context, RowSample sample)
    {
        HasInput = sample.Rows.Any(r => r.Input is not null);
        HasStatus = sample.Rows.Any(r => r.Status != RowStatus.Answered);
        HasRepeats = sample.Rows.Any(r => r.Stored.Repeat > 0);
        Sampled = !sample.IsWhole;
        Scorers = context.Summary.Scorers;
        Formats = [.. Scorers.Select(scorer => new ColumnFormat(
            context.Texts.Notation,
            sample.Rows.SelectMany(r => r.Stored.Scores).Where(s => s.Scorer == scorer.Scorer.Name).Select(s => s.Value).OfType<double>()))];
    }

    public bool HasInput { get; }

    public bool HasStatus { get; }

    public bool HasRepeats { get; }

    public bool Sampled { get; }

    public IReadOnlyList<ScorerSummary> Scorers { get; }

    public IReadOnlyList<ColumnFormat> Formats { get; }

    public int Count => 2 + (HasInput ? 1 : 0) + (HasStatus ? 1 : 0) + Scorers.Count;
}
