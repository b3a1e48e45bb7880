namespace Assay.Grids;

/// <summary>The scores of every setting on the rows that all of them have a score of: eight bytes each.</summary>
/// <param name="Settings">Each setting's places but for the data set.</param>
/// <param name="Scores">By setting, then by row; the rows of all data sets, one behind the other.</param>
/// <param name="LeftOut">Rows that some setting has no score of.</param>
internal sealed record SettingMatrix(IReadOnlyList<IReadOnlyList<GridPlace>> Settings, double[][] Scores, long LeftOut)
{
    public int Rows => Scores.Length == 0 ? 0 : Scores[0].Length;

    public string Name(int setting) => GridCell.NameOf(Settings[setting]);

    public static SettingMatrix Of(GridPlan plan, IReadOnlyList<CellRows> rows)
    {
        var cells = plan.Cells.Select((cell, index) => (cell.Cell, rows[index].Scores)).ToList();
        var settings = cells.GroupBy(cell => cell.Cell.Setting).OrderBy(setting => setting.Key).ToList();
        var data = cells.Select(cell => cell.Cell.Evaluation.Dataset).Distinct().ToList();
        var kept = new List<(Dataset Data, string Row)>();
        var all = 0L;
        foreach (var set in data)
        {
            var ofSet = cells.Where(cell => cell.Cell.Evaluation.Dataset == set).Select(cell => cell.Scores).ToList();
            var ids = ofSet.SelectMany(scores => scores.Keys).Distinct().Order(StringComparer.Ordinal).ToList();
            all += ids.Count;
            kept.AddRange(ids.Where(id => ofSet.TrueForAll(scores => scores.ContainsKey(id))).Select(id => (set, id)));
        }

        var matrix = settings.Select(setting =>
        {
            var byData = setting.ToDictionary(cell => cell.Cell.Evaluation.Dataset, cell => cell.Scores);
            return kept.Select(row => byData[row.Data][row.Row]).ToArray();
        }).ToArray();
        return new SettingMatrix(
            [.. settings.Select(setting => (IReadOnlyList<GridPlace>)[.. setting.First().Cell.Places.Where(place => place.Axis != GridAxis.Data)])],
            matrix, all - kept.Count);
    }
}
