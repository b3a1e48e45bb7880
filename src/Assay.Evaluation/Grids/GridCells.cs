using System.Globalization;
using Assay.Models;

namespace Assay.Grids;

/// <summary>The cells of a grid: every combination of its options, the data sets innermost.</summary>
internal static class GridCells
{
    /// <exception cref="BadInputException">An axis is empty, an option comes twice, or there are too many combinations.</exception>
    public static IReadOnlyList<GridCell> Of(EvaluationGrid grid)
    {
        Check(GridAxis.Model, grid.Models.Select(model => model.Name));
        Check(GridAxis.Prompt, grid.Prompts.Select(prompt => prompt.Name));
        Check(GridAxis.System, grid.Systems.Select(system => system.Name));
        Check(GridAxis.Temperature, grid.Temperatures.Select(Text));
        Check(GridAxis.MaxTokens, grid.MaxTokens.Select(Text));
        Check(GridAxis.Data, grid.Datasets.Select(data => data.Name));
        var count = (long)grid.Models.Count * grid.Prompts.Count * grid.Systems.Count * grid.Temperatures.Count * grid.MaxTokens.Count * grid.Datasets.Count;
        if (count > EvaluationGrid.MostCells)
        {
            throw new BadInputException(string.Create(
                CultureInfo.InvariantCulture, $"grid: {count} combinations, more than {EvaluationGrid.MostCells}; leave options away"));
        }

        var setting = 0;
        var cells = new List<GridCell>();
        foreach (var model in grid.Models)
        foreach (var prompt in grid.Prompts)
        foreach (var system in grid.Systems)
        foreach (var temperature in grid.Temperatures)
        foreach (var maxTokens in grid.MaxTokens)
        {
            cells.AddRange(grid.Datasets.Select(data => Make(grid, model, prompt, system, temperature, maxTokens, data, setting)));
            setting++;
        }

        return cells;
    }

    private static GridCell Make(
        EvaluationGrid grid, GridModel model, GridOption prompt, GridOption system, double? temperature, int? maxTokens, Dataset data, int setting)
    {
        (string Axis, string Option, int Options)[] all =
        [
            (GridAxis.Model, model.Name, grid.Models.Count), (GridAxis.Prompt, prompt.Name, grid.Prompts.Count), (GridAxis.System, system.Name, grid.Systems.Count),
            (GridAxis.Temperature, Text(temperature), grid.Temperatures.Count), (GridAxis.MaxTokens, Text(maxTokens), grid.MaxTokens.Count),
            (GridAxis.Data, data.Name, grid.Datasets.Count),
        ];
        GridPlace[] places = [.. all.Where(axis => axis.Options > 1).Select(axis => new GridPlace(axis.Axis, axis.Option))];
        var parameters = new CallParameters { Temperature = temperature, MaxTokens = maxTokens, Extra = grid.Extra };
        return new GridCell(places, setting, model, new Evaluation
        {
            Dataset = data,
            Model = Assay.Model.Ask(model.Model, prompt.Text, system.Text, parameters),
            Scorers = grid.Scorers,
            InputColumn = grid.InputColumn,
            ReferenceColumn = grid.ReferenceColumn,
            ContextColumn = grid.ContextColumn,
            Experiment = grid.Experiment,
            RunName = GridCell.NameOf(places),
            Concurrency = grid.Concurrency,
            ScoresCutAnswers = grid.ScoresCutAnswers,
            Repeats = grid.Repeats,
            Interval = grid.Interval,
            GroupColumn = grid.GroupColumn,
            Confidence = grid.Confidence,
            Prices = grid.Prices,
        });
    }

    private static string Text<T>(T? value)
        where T : struct, IFormattable => value?.ToString(null, CultureInfo.InvariantCulture) ?? "default";

    private static void Check(string axis, IEnumerable<string> names)
    {
        var all = names.ToList();
        if (all.Count == 0)
        {
            throw new BadInputException($"grid: {axis} has no option; give one, or leave {axis} away");
        }

        if (all.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new BadInputException($"grid: {axis} has the option '{twice.Key}' twice; give each once, or under a name of its own");
        }
    }
}
