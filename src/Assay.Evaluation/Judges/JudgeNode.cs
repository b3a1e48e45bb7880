using Assay.Naming;
using YamlDotNet.RepresentationModel;

namespace Assay.Judges;

/// <summary>A place in a judge's record, with its name and line for messages.</summary>
internal sealed class JudgeNode(string file, YamlNode node)
{
    public bool IsMap => node is YamlMappingNode;

    private YamlMappingNode Map => node as YamlMappingNode ?? throw Error("keys and values are expected here");

    public BadInputException Error(string message) => new($"{file}, line {node.Start.Line}, column {node.Start.Column}: {message}");

    public void RequireKnown(IReadOnlyList<string> keys)
    {
        foreach (var (key, value) in Pairs())
        {
            if (!keys.Contains(key))
            {
                throw value.Error($"unknown key '{key}'{NameSuggestion.Ending(key, keys)}; known are {string.Join(", ", keys)}");
            }
        }
    }

    public IReadOnlyList<(string Key, JudgeNode Value)> Pairs() =>
        [.. Map.Select(pair => (new JudgeNode(file, pair.Key).Text(), new JudgeNode(file, pair.Value)))];

    public bool Has(string key) => Find(key) is not null;

    public string Text() => node is YamlScalarNode scalar ? scalar.Value ?? "" : throw Error("a single value is expected here");

    public string? Optional(string key) => Find(key)?.Text();

    public string Required(string key) => Required(key, found => found.Text());

    public T Required<T>(string key, Func<JudgeNode, T> read) => Find(key) is { } found ? read(found) : throw Error($"'{key}' is missing");

    public string OneOf(string key, params string[] values)
    {
        var value = Optional(key) ?? values[0];
        return values.Contains(value) ? value : throw Find(key)!.Error($"{key}: '{value}' is none of {string.Join(", ", values)}");
    }

    /// <summary>The items of a list; empty when there is none.</summary>
    public IReadOnlyList<JudgeNode> Items(string key) => Find(key) switch
    {
        null => [],
        { } found => found.List(),
    };

    private IReadOnlyList<JudgeNode> List() =>
        node is YamlSequenceNode list ? [.. list.Select(item => new JudgeNode(file, item))] : throw Error("a list is expected here");

    private JudgeNode? Find(string key) =>
        Map.Children.TryGetValue(new YamlScalarNode(key), out var found) ? new JudgeNode(file, found) : null;
}
