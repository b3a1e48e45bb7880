using Assay.Judges;
using Assay.Results;
using Assay.Scoring;
using Assay.Tracking;
using Assay.Web.Runs;

namespace Assay.Tests.Web.Runs;

public sealed class EvaluateCommandLineTests
{
    [Fact]
    public void Of_AnEvaluation_NamesDataModelScorersAndPlace()
    {
        var command = Of(
            new("data", "sample:sentiment"), new("data_digest", "ddd6"), new("data_sample", "40"), new("model", "local:stories260K"),
            new("prompt", "{{inputs}} It's"), new("temperature", "0"), new("max_tokens", "4"), new("scorers", "accuracy, exact_match"), new("score_cut", "true"),
            new("seed", "7"));
        command.ShouldBe(
            """
            assay evaluate \
              --data sample:sentiment \
              --sample 40 \
              --model local:stories260K \
              --prompt '{{inputs}} It'\''s' \
              --temperature 0 \
              --max-tokens 4 \
              --param seed=7 \
              --scorer accuracy \
              --scorer exact_match \
              --score-cut \
              --experiment 'my lab' \
              --tracking-uri http://127.0.0.1:5000
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Of_RecordedAnswers_AsksNoModel()
    {
        var command = Of(new("data", "answers.csv"), new("model", "recorded"), new("predictions", "output"), new("anything", "else"));
        command.ShouldContain("--predictions output");
        command.ShouldNotContain("--model");
        command.ShouldNotContain("--param");
    }

    [Fact]
    public void Of_ASecret_IsNotToldAgain() => Of(new("data", "x.csv"), new("model", "openai:m"), new("api_key", "***")).ShouldNotContain("api_key");

    [Fact]
    public void Of_ARunThatIsNoEvaluation_IsNothing() =>
        EvaluateCommandLine.Of(Run([new("data", "x.csv")], []), null, "lab", "http://x").ShouldBeNull();

    [Fact]
    public void Of_AJudgedRun_NamesTheJudgeOnce()
    {
        var run = Run([new("data", "x.csv"), new("model", "openai:m"), new("judges", "tone/v1 0 by openai:judge")], [new Tag("assay.evaluation.data", "ddd6")]);
        var command = EvaluateCommandLine.Of(run, Judged("tone", "style"), "lab", "http://x").ShouldNotBeNull();
        command.ShouldContain("--scorer style \\\n  --judge openai:judge \\\n  --experiment");
        EvaluateCommandLine.Of(run, Judged("tone:model=openai:judge"), "lab", "http://x").ShouldNotBeNull().ShouldNotContain("--judge");
    }

    private static EvaluationSummary Judged(params string[] scorers) => new()
    {
        RunId = "r", RunName = "run", Experiment = "lab", Status = RunStatus.Finished, StartTime = DateTimeOffset.UnixEpoch, DurationSeconds = 1,
        Dataset = new DatasetReference("d", "d", "local", "{}"), Settings = [], Rows = new RowCounts { Total = 1 },
        Scorers = [.. scorers.Select(name => new ScorerSummary
        {
            Scorer = new ScorerDescription
            {
                Name = name, Summary = name, Kind = ScoreKind.Unbounded, Direction = ScoreDirection.None, Judge = new JudgeIdentity(name, "v1", "0", "openai:judge temperature=1"), Aggregates = [],
            },
            Scored = 1, NotScored = [], Aggregates = [],
        })],
    };

    private static string Of(params Param[] settings) =>
        EvaluateCommandLine.Of(Run(settings, [new Tag("assay.evaluation.data", "ddd6")]), null, "my lab", "http://127.0.0.1:5000")!;

    private static Run Run(Param[] settings, Tag[] tags) => new()
    {
        RunId = new string('a', 32), ExperimentId = "1", RunName = "run", ArtifactUri = "mlflow-artifacts:/1/a/artifacts", Params = settings, Tags = tags,
    };
}
