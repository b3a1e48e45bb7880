using Assay.Naming;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Assay.Cli.Settings;

/// <summary>Settings in a YAML file: its keys are the long options without dashes. Every error names file, line and column.</summary>
internal sealed class SettingFile(string path, string command, IReadOnlyList<SettingDefinition> settings)
{
    private const long LargestFile = 1 << 20;

    private readonly string _folder = path.Length == 0 ? "" : Path.GetDirectoryName(Path.GetFullPath(path))!;

    private string Example => settings.Any(setting => setting.Name == "data") ? "data: questions.jsonl" : "store: assay.db";

    /// <summary>The options of each axis of the section <c>grid</c>; empty when the file has none.</summary>
    public IReadOnlyList<GridAxisSetting> Grid { get; private set; } = [];

    public SettingBag Read()
    {
        var bag = new SettingBag();
        foreach (var (key, value) in ReadRoot())
        {
            var name = (key as YamlScalarNode)?.Value ?? throw Error(key, "a key must be a word");
            if (name == GridAxisSetting.Section && command == "evaluate")
            {
                Grid = new GridSection(settings, _folder, Place).Read(value);
                continue;
            }

            var setting = settings.FirstOrDefault(known => known.Name == name) ?? throw Error(
                key, $"unknown key '{name}'{NameSuggestion.Ending(name, settings.Select(known => known.Name))}; the keys are the options of 'assay {command} --help' without dashes");
            foreach (var (node, text) in Values(setting, value))
            {
                bag.Add(name, new SettingValue(setting.IsPath && Dataset.IsFile(text) && !text.Contains("://", StringComparison.Ordinal) ? Path.Combine(_folder, text) : text, $"{Place(node)}: {name}"));
            }
        }

        return bag;
    }

    private YamlMappingNode ReadRoot()
    {
        if (path.Length == 0)
        {
            throw new BadInputException("the name of the YAML file is empty; give one, or the options themselves");
        }

        if (!File.Exists(path))
        {
            throw new BadInputException(Directory.Exists(path)
                ? $"{path}: a folder, not a YAML file; name the file in it"
                : $"{path}: no such file; give a YAML file, or the options themselves");
        }

        if (new FileInfo(path).Length > LargestFile)
        {
            throw new BadInputException($"{path}: larger than 1 MiB, which no configuration is; give data with --data");
        }

        var stream = new YamlStream();
        try
        {
            using var reader = new StreamReader(path);
            stream.Load(reader);
        }
        catch (YamlException wrong)
        {
            throw new BadInputException($"{path}, line {wrong.Start.Line}, column {wrong.Start.Column}: not valid YAML: {wrong.Message.ReplaceLineEndings(" ")}", wrong);
        }

        return stream.Documents switch
        {
            [] => throw new BadInputException($"{path}: empty; an example: {Example}"),
            [{ RootNode: YamlMappingNode root }] => root,
            [var only] => throw Error(only.RootNode, $"keys and values are expected, such as {Example}"),
            _ => throw new BadInputException($"{path}: more than one document; leave '---' away"),
        };
    }

    private IEnumerable<(YamlNode Node, string Text)> Values(SettingDefinition setting, YamlNode node) => node switch
    {
        YamlScalarNode scalar => [(scalar, scalar.Value ?? "")],
        YamlSequenceNode list when setting.IsRepeatable => list.Select(item => item is YamlScalarNode scalar
            ? ((YamlNode)scalar, scalar.Value ?? "")
            : throw Error(item, $"an item of {setting.Name} must be a single value")),
        // param: {seed: 1} reads better than a list of seed=1.
        YamlMappingNode map when setting.IsRepeatable => map.Select(pair => pair is { Key: YamlScalarNode key, Value: YamlScalarNode value }
            ? ((YamlNode)value, $"{key.Value}={value.Value}")
            : throw Error(pair.Value, $"a value of {setting.Name} must be a single value")),
        _ => throw Error(node, $"{setting.Name} takes one value"),
    };

    private BadInputException Error(YamlNode node, string message) => new($"{Place(node)}: {message}");

    private string Place(YamlNode node) => $"{path}, line {node.Start.Line}, column {node.Start.Column}";
}
