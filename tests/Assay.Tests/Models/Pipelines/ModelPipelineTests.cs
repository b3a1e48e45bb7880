using Assay.Models;
using Assay.Tests.Loopback;
using Assay.Tests.Models.OpenAI;

namespace Assay.Tests.Models.Pipelines;

public sealed class ModelPipelineTests : IDisposable
{
    private static readonly ModelSpec Spec = ModelSpec.Parse("azure:gpt-35-turbo");
    private readonly TemporaryFile file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task RecordedCalls_AreReplayed_WithoutServiceOrKey()
    {
        await using (var server = await ChatServer.StartAsync(ScriptedReply.Error(503, "busy", null, ("retry-after-ms", "1"))))
        {
            server.Otherwise = call => call.Prompt == "b" ? ScriptedReply.Error(400, "bad b") : ScriptedReply.Text(call.Prompt + "!");
            await using var recorded = ModelPipeline.Create(Spec, OpenAIChatModelTests.EnvironmentOf(server), new ModelOptions { RecordTo = file.Path });
            (await recorded.AskAsync(Ask.User("a", "1"))).Text.ShouldBe("a!");
            (await recorded.FailAsync(Ask.User("b", "2"))).Status.ShouldBe(400);
        }

        await using var replayed = ModelPipeline.Create(Spec, Ask.Environment(), new ModelOptions { ReplayFrom = file.Path });
        (await replayed.AskAsync(Ask.User("a", "1"))).Usage.ShouldBe(new TokenUsage(10, 5));
        (await replayed.FailAsync(Ask.User("b", "2"))).Message.ShouldEndWith("answered 400: bad b");
        replayed.Name.ShouldBe("azure:gpt-35-turbo");
        file.Lines[0].ShouldContain("\"attempts\":2");
        file.Text.ShouldNotContain("azure-loopback-key");

        await using var byName = ModelPipeline.Create(ModelSpec.Parse("replay:" + file.Path), Ask.Environment(), new ModelOptions());
        (await byName.AskAsync(Ask.User("a", "1"))).Text.ShouldBe("a!");
    }

    [Fact]
    public async Task ReplayedFailure_IsNotTriedAgain()
    {
        await using (var recorded = ModelPipeline.Create(
            Ask.Script(new ModelException(ModelFailure.Throttled, "slow")), new ModelOptions { RecordTo = file.Path, Retries = 0 }))
        {
            await recorded.FailAsync(Ask.User("a"));
        }

        // With a clock that stands still, a wait would never end.
        await using var replayed = ModelPipeline.Create(ModelSpec.Parse("replay:" + file.Path), Ask.Environment(), new ModelOptions(), new FakeClock());
        (await replayed.FailAsync(Ask.User("a"))).Message.ShouldBe("slow");
    }

    [Fact]
    public async Task EveryTry_CountsAgainstTheLimit()
    {
        var clock = new FakeClock();
        var model = Ask.Script(new ModelException(ModelFailure.Unreachable, "gone"), Answer.FromText("a"));
        await using var pipeline = ModelPipeline.Create(model, new ModelOptions { RequestsPerMinute = 1, Timeout = TimeSpan.FromSeconds(30) }, clock);

        (await clock.RunAsync(pipeline.AskAsync(Ask.User("x")))).Text.ShouldBe("a");

        clock.Elapsed.ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task TimedOutRow_IsRecordedAsSuch()
    {
        await using var server = await ChatServer.StartAsync(ScriptedReply.Silence);
        var clock = new FakeClock();
        await using (var pipeline = ModelPipeline.Create(Spec, OpenAIChatModelTests.EnvironmentOf(server), new ModelOptions { RecordTo = file.Path, Timeout = TimeSpan.FromSeconds(5) }, clock))
        {
            (await clock.RunAsync(pipeline.FailAsync(Ask.User("x")))).Failure.ShouldBe(ModelFailure.TimedOut);
        }

        file.Text.ShouldContain("\"error\":{\"failure\":\"timed_out\",\"message\":\"azure:gpt-35-turbo gave no answer within 5 s\"}");
    }

    [Fact]
    public async Task Dispose_EndsTheProgramBehindAllDecorators()
    {
        var done = file.Path + ".done";
        await using (var pipeline = ModelPipeline.Create(
            ModelSpec.Parse($"exec:read a; echo '{{\"id\":\"1\",\"output\":\"x\"}}'; cat; echo > {done}"), Ask.Environment(), new ModelOptions { RecordTo = file.Path, RequestsPerMinute = 60 }))
        {
            await pipeline.AskAsync(Ask.User("x"));
        }

        File.Exists(done).ShouldBeTrue();
        File.Delete(done);
    }

    public static TheoryData<ModelOptions> Nonsense => new()
    {
        new ModelOptions { Retries = -1 },
        new ModelOptions { Timeout = TimeSpan.Zero },
        new ModelOptions { Timeout = TimeSpan.FromDays(100) },
        new ModelOptions { RequestsPerMinute = 0 },
        new ModelOptions { TokensPerMinute = double.NaN },
        new ModelOptions { RecordTo = "a", ReplayFrom = "b" },
    };

    [Theory]
    [MemberData(nameof(Nonsense))]
    public void LimitsThatMakeNoSense_AreBadInput(ModelOptions options) =>
        Should.Throw<BadInputException>(() => ModelPipeline.Create(Ask.Script(Answer.FromText("a")), options));
}
