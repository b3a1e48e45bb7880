using Assay.Judges;
using Assay.Judges.Pairwise;
using Assay.Models;

namespace Assay.Scoring.Families;

/// <summary>Judgements by a model.</summary>
internal static class JudgeScorers
{
    private const string Guidelines = "guidelines";

    public static IReadOnlyDictionary<string, Func<ScorerParameters, IScorer>> All { get; } = new Dictionary<string, Func<ScorerParameters, IScorer>>
    {
        ["answer_correctness"] = BuiltIn("answer_correctness"),
        ["answer_relevance"] = BuiltIn("answer_relevance"),
        ["answer_similarity"] = BuiltIn("answer_similarity"),
        ["faithfulness"] = BuiltIn("faithfulness"),
        [Guidelines] = ByRules,
        ["judge"] = OfFile,
        ["pairwise"] = Pairwise,
        ["relevance"] = BuiltIn("relevance"),
    };

    private static Func<ScorerParameters, IScorer> BuiltIn(string name) => given =>
        new JudgeScorer(new Judge(BuiltInJudges.Get(name), given.Judge("model")), Name(given, name));

    private static JudgeScorer OfFile(ScorerParameters given)
    {
        var file = given.Text("file") ?? throw new BadInputException("--scorer judge: the file of the judge is missing; an example: judge:tone.yaml");
        // The model first: where no services are called, no file of this machine is read either.
        var model = given.Judge("model");
        var definition = JudgeDefinitionReader.Read(file);
        return definition.NeedsRules
            ? throw new BadInputException($"--scorer judge:{file}: {{{{rules}}}} in its prompt is for the scorer 'guidelines'; write the rules into the prompt")
            : new JudgeScorer(new Judge(definition, model), Name(given, definition.Name));
    }

    private static JudgeScorer ByRules(ScorerParameters given)
    {
        var (text, file, column) = (given.Text("rules"), given.Text("file"), given.Text("column"));
        var model = given.Judge("model");
        if (new[] { text, file, column }.Count(way => way is not null) != 1)
        {
            throw new BadInputException(
                "--scorer guidelines: give its rules in one way: rules=TEXT, file=FILE, or column=COL; an example: guidelines:file=rules.txt");
        }

        var name = Name(given, file is null ? Guidelines : $"{Guidelines}_{Path.GetFileNameWithoutExtension(file)}");
        var definition = BuiltInJudges.Get(Guidelines);
        return column is not null
            ? new JudgeScorer(new Judge(definition, model), name, column)
            : new JudgeScorer(new Judge(definition.WithRules(text ?? RulesIn(file!)), model), name);
    }

    private static PairwiseScorer Pairwise(ScorerParameters given)
    {
        var other = given.Text("with") ?? throw new BadInputException("--scorer pairwise: say which column holds the other answer, as in pairwise:with=baseline");
        return new PairwiseScorer(new PairwiseJudge(given.Judge("model")), Name(given, "pairwise"), other);
    }

    private static string Name(ScorerParameters given, string name) =>
        given.Alias ?? MetricKeys.Clean(given.Text("model") is { } model ? $"{name}_{SecretNames.ScrubAssignments(model)}" : name);

    private static string RulesIn(string file)
    {
        try
        {
            return File.ReadAllText(file) is var rules && !string.IsNullOrWhiteSpace(rules)
                ? rules : throw new BadInputException($"--scorer guidelines: {file} holds no rules; write one a line");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"--scorer guidelines: {file} cannot be read; give a text file with a rule a line", failure);
        }
    }
}
