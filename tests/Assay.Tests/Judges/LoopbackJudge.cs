using System.Text.Json;
using Assay.Judges;
using Assay.Models;
using Assay.Tests.Loopback;
using Assay.Tests.Models;

namespace Assay.Tests.Judges;

/// <summary>A judge whose model is a server on loopback that answers by a script.</summary>
internal sealed class LoopbackJudge : IAsyncDisposable
{
    private LoopbackJudge(ChatServer server, JudgeModel model) => (Server, Model) = (server, model);

    public ChatServer Server { get; }

    public JudgeModel Model { get; }

    public static async Task<LoopbackJudge> StartAsync(params ScriptedReply[] script) => await StartAsync(new ModelOptions { Retries = 0 }, script);

    public static async Task<LoopbackJudge> StartAsync(ModelOptions options, params ScriptedReply[] script)
    {
        var server = await ChatServer.StartAsync(script);
        return new LoopbackJudge(server, new JudgeModel(Pipeline(server, options)));
    }

    public static ModelPipeline Pipeline(ChatServer server, ModelOptions options) => ModelPipeline.Create(
        ModelSpec.Parse("openai:judge"), Ask.Environment(("OPENAI_API_KEY", "sk-test"), ("OPENAI_BASE_URL", server.BaseUrl)), options);

    public static ScriptedReply Score(int score, string reason = "Because.") => ScriptedReply.Text(JsonSerializer.Serialize(new { reason, score }));

    public static ScriptedReply Verdict(string verdict, string reason = "Because.") => ScriptedReply.Text(JsonSerializer.Serialize(new { reason, verdict }));

    public Task<Judgement> AskAsync(string judge = "answer_correctness", string output = "Paris.") =>
        new Judge(BuiltInJudges.Get(judge), Model).AskAsync(
            input => input.Name switch { "input" => "What is the capital of France?", "output" => output, "reference" => "Paris", _ => null },
            "row-1", TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Model.DisposeAsync();
        await Server.DisposeAsync();
    }
}
