using Assay.Cli.Settings;
using Assay.Naming;

namespace Assay.Cli.Plots;

/// <summary>Which chart is meant, when it is not said: the scores of one run, else a figure of several.</summary>
internal static class PlotChoice
{
    public static PlotKind Of(SettingBag settings, IReadOnlyList<PlottedRun> runs)
    {
        if (settings.Last("kind") is { } asked)
        {
            return Named(asked.Text);
        }

        return runs is [{ Grid: null }] ? PlotKind.Histogram : PlotKind.Bars;
    }

    public static PlotKind Named(string kind)
    {
        var known = Enum.GetNames<PlotKind>().Select(name => name.ToLowerInvariant()).ToList();
        var place = known.IndexOf(kind);
        return place >= 0 ? Enum.GetValues<PlotKind>()[place]
            : throw new BadInputException($"--kind {kind}: there is no such chart{NameSuggestion.Ending(kind, known)}; there are {string.Join(", ", known)}");
    }
}
