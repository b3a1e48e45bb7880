using Assay.Naming;
using YamlDotNet.RepresentationModel;

namespace Assay.Cli.Settings;

/// <summary>Reads the section <c>grid</c>: under each setting a list of values, or values under names of their own.</summary>
internal sealed class GridSection(IReadOnlyList<SettingDefinition> settings, string folder, Func<YamlNode, string> place)
{
    private const int LongestName = 60;

    public IReadOnlyList<GridAxisSetting> Read(YamlNode section)
    {
        if (section is not YamlMappingNode axes)
        {
            throw Error(section, "grid holds settings and their options, such as temperature: [0, 0.7]");
        }

        return [.. axes.Select(axis => Read(axis.Key, axis.Value))];
    }

    private GridAxisSetting Read(YamlNode key, YamlNode options)
    {
        var name = (key as YamlScalarNode)?.Value ?? "";
        if (!GridAxisSetting.Axes.Contains(name))
        {
            throw Error(key, $"grid: no axis '{name}'; there are {string.Join(", ", GridAxisSetting.Axes)}{NameSuggestion.Ending(name, GridAxisSetting.Axes)}");
        }

        var isPath = settings.First(setting => setting.Name == name).IsPath;
        (string, SettingValue)[] read = options switch
        {
            YamlScalarNode only => [Option(name, null, only, isPath)],
            YamlSequenceNode list => [.. list.Select((item, index) => Option(name, null, item, isPath, index))],
            YamlMappingNode named => [.. named.Select(pair => Option(name, (pair.Key as YamlScalarNode)?.Value, pair.Value, isPath))],
            _ => throw Error(options, $"grid: {name} takes a list of values, or values under names"),
        };
        RequireDistinct(name, options, read);
        return read.Length > 0 ? new GridAxisSetting(name, read) : throw Error(options, $"grid: {name} has no option; give one, or leave {name} away");
    }

    private void RequireDistinct(string axis, YamlNode options, (string Name, SettingValue Value)[] read)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < read.Length; i++)
        {
            if (!seen.Add(read[i].Name))
            {
                var node = options is YamlSequenceNode list ? list[i] : options;
                throw Error(node, $"grid: {axis} has the option '{read[i].Name}' twice; give each once, or under names of their own");
            }
        }
    }

    private (string Name, SettingValue Value) Option(string axis, string? name, YamlNode node, bool isPath, int index = 0)
    {
        var text = (node as YamlScalarNode)?.Value ?? throw Error(node, $"grid: an option of {axis} must be a single value; for options with names of their own write {axis}: {{ name: value }}");
        var path = isPath && Dataset.IsFile(text) ? Path.Combine(folder, text) : text;
        return (name ?? NameOf(axis, text, index), new SettingValue(path, $"{place(node)}: {axis}"));
    }

    /// <summary>Short values are names themselves; long texts are numbered.</summary>
    private static string NameOf(string axis, string text, int index) => text.Length <= LongestName && !text.Contains('\n', StringComparison.Ordinal)
        ? text
        : FormattableString.Invariant($"{axis} {index + 1}");

    private BadInputException Error(YamlNode node, string message) => new($"{place(node)}: {message}");
}
