using System.Collections.Concurrent;

namespace Assay.Judges;

/// <summary>The judges that come with Assay, by name. Their prompts are files among the assembly's resources.</summary>
public static class BuiltInJudges
{
    private static readonly ConcurrentDictionary<string, JudgeDefinition> Loaded = [];

    /// <summary>Those that score an answer on a scale of its own.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["answer_correctness", "answer_relevance", "answer_similarity", "faithfulness", "guidelines", "relevance"];

    /// <summary>The judge that says which of two answers is better.</summary>
    public static JudgeDefinition Pairwise => Get("pairwise");

    /// <summary>A judge by its name.</summary>
    public static JudgeDefinition Get(string name) =>
        Loaded.GetOrAdd(name, static name => JudgeDefinitionReader.Parse(JudgeTexts.Read($"judges/{name}.yaml"), name));
}
