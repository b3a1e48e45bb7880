using Assay.Judges;
using Assay.Models;
using Assay.Scoring;
using Assay.Tests.Models;

namespace Assay.Tests.Judges;

public sealed class JudgeScorerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("faithfulness", "faithfulness/v1/mean faithfulness/v1/variance faithfulness/v1/p90", "faithfulness/v1/score")]
    [InlineData("relevance:as=served", "served/v1/mean served/v1/variance served/v1/p90", "served/v1/score")]
    [InlineData("answer_similarity:model=openai:other", "answer_similarity_openai:other/v1/mean answer_similarity_openai:other/v1/variance answer_similarity_openai:other/v1/p90", "answer_similarity_openai:other/v1/score")]
    [InlineData("guidelines:rules=Be polite.", "guidelines/v1/mean", "guidelines/v1/score")]
    [InlineData("pairwise:with=baseline", "pairwise/v1/mean pairwise/v1/disagreement", "pairwise/v1/score")]
    public void Keys_AreMlflows_WithTheJudgesVersion(string specification, string keys, string column)
    {
        var description = Named(specification).Description;
        string.Join(' ', description.Aggregates.Select(aggregate => aggregate.Key)).ShouldBe(keys);
        description.TableColumn.ShouldBe(column);
        description.Judge.ShouldNotBeNull();
    }

    [Fact]
    public async Task PartOfACompositeScorer_AsksTheSameModel()
    {
        var asked = new List<string>();
        var judges = Judges(Ask.Script(new Answer { Text = """{"reason":"It is rude.","verdict":"fail"}""" }), asked);
        var scorer = Scorers.Named(["all:of=(length:min=1+guidelines:rules=Be polite.),as=fit"], judges).Single();

        (await scorer.ScoreAsync(new Sample { Output = "Go away." }, TestContext.Current.CancellationToken))
            .ShouldBe(new Score(0, "guidelines:rules=Be polite. failed: It is rude."));
        asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("faithfulness:model=exec:API_KEY=sk-1234 python judge.py")]
    public void KeyThatAJudgesCommandSets_IsNotInItsName(string specification) =>
        Named(specification).Description.Name.ShouldBe("faithfulness_exec:API_KEY____ python judge.py");

    [Fact]
    public void OwnJudge_IsNamedByItsRecord()
    {
        _folder.Write("tone.yaml", "name: tone\nversion: v3\nprompt: Is it friendly?\ninputs: [output]\nscale: {no: \"\", yes: \"\"}\n");

        var description = Named($"judge:{_folder["tone.yaml"]}").Description;

        description.Aggregates[0].Key.ShouldBe("tone/v3/mean");
        description.Kind.ShouldBe(ScoreKind.PassFail);
        description.Judge!.Model.ShouldBe("script:model");
    }

    [Theory]
    [InlineData("faithfulness", "--scorer faithfulness: a judge needs a model to ask; give --judge MODEL")]
    [InlineData("guidelines:rules=Be brief.", "a judge needs a model to ask")]
    public void WithoutAModel_OneClearError(string specification, string message) =>
        Should.Throw<BadInputException>(() => Scorers.Named(specification)).Message.ShouldContain(message);

    [Theory]
    [InlineData("faithfulness")]
    [InlineData("faithfulness:model=openai:gpt-4o-mini")]
    [InlineData("judge:/etc/passwd")]
    [InlineData("guidelines:file=/etc/passwd")]
    [InlineData("pairwise:with=b")]
    public void WhereNoServicesAreCalled_JudgesAreRefused(string specification) =>
        Should.Throw<BadInputException>(() => Scorers.OfRecorded([specification], mayCallServices: false)).Message.ShouldContain("it asks a model, and no services are called here");

    [Theory]
    [InlineData("guidelines", "give its rules in one way")]
    [InlineData("guidelines:rules=a,column=b", "give its rules in one way")]
    [InlineData("judge", "the file of the judge is missing")]
    [InlineData("pairwise", "say which column holds the other answer")]
    [InlineData("relevance:temperature=1", "no parameter 'temperature'; it has model and as=NAME")]
    public void BadParameters_AreSaid(string specification, string message) =>
        Should.Throw<BadInputException>(() => Named(specification)).Message.ShouldContain(message);

    [Fact]
    public async Task Guidelines_FromAColumn_ArePartOfTheQuestion()
    {
        var asked = new List<string>();
        var scorer = Scorers.Named(["guidelines:column=rules"], Judges(Ask.Script(new Answer { Text = """{"reason":"It names one.","verdict":"fail"}""" }), asked)).Single();
        var row = new Row(0, "1", "", ["rules"], ["No prices."]);

        var score = await scorer.ScoreAsync(new Sample { Output = "It costs 5.", Row = row }, TestContext.Current.CancellationToken);

        score.ShouldBe(new Score(0, "It names one."));
        asked.Single().ShouldContain("No prices.");
        (await scorer.ScoreAsync(new Sample { Output = "x", Row = new Row(1, "2", "", [], []) }, TestContext.Current.CancellationToken))
            .Reason.ShouldBe("there are no rules in the column 'rules'");
    }

    [Fact]
    public async Task AnswerThatIsNotWhole_IsNotJudged()
    {
        var asked = new List<string>();
        var scorer = Scorers.Named(["answer_relevance"], Judges(Ask.Script(new InvalidOperationException("must not be asked")), asked)).Single();

        (await scorer.ScoreAsync(new Sample { WhyNoOutput = "the model refused", Input = "?" }, TestContext.Current.CancellationToken)).ShouldBe(Score.None("the model refused"));
        asked.ShouldBeEmpty();
    }

    private static IScorer Named(string specification) => Scorers.Named([specification], Judges(Ask.Script("unused"), [])).Single();

    private static JudgeModels Judges(FunctionModel model, List<string> asked) => new(
        _ => new FunctionModel("script:model", (request, cancellationToken) =>
        {
            asked.Add(request.Prompt);
            return model.AskAsync(request, cancellationToken);
        }),
        "script:model");
}
