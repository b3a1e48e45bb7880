using Assay.Storage.Sql;

namespace Assay.Storage.Tracking.Envelopes;

/// <summary>What of a series is not summed up.</summary>
/// <param name="Points">About how many points.</param>
/// <param name="Start">Where they begin.</param>
internal readonly record struct SeriesTail(long Points, HistoryPlace Start)
{
    public const string Columns = "tail_points, tail_timestamp, tail_step";

    public static SeriesTail Read(SqlRow row, int first) => new(row.Long(first), new(row.Long(first + 1), row.Long(first + 2)));

    /// <summary>The tail, for this write alone; null when the series is gone.</summary>
    public static ValueTask<SeriesTail?> LockAsync(SqlSession session, long series) => session.FirstAsync(
        $"SELECT {Columns} FROM metric_series WHERE series_key = $1{session.Dialect.ForUpdate}", row => (SeriesTail?)Read(row, 0), series);

    public ValueTask WriteAsync(SqlSession session, long series) => session.PostAsync(
        "UPDATE metric_series SET tail_points = $2, tail_timestamp = $3, tail_step = $4 WHERE series_key = $1", series, Points, Start.Timestamp, Start.Step);
}
