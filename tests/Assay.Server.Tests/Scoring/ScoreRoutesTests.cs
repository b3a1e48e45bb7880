using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Assay.Filters;
using Assay.Server.Scoring;

namespace Assay.Server.Tests.Scoring;

public sealed class ScoreRoutesTests : IAsyncLifetime
{
    private LoopbackServer _server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await LoopbackServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Rows_come_back_with_scores_and_reasons_in_order()
    {
        var (status, body) = await ScoreAsync("""
            {"scorers": ["exact_match", "token_count:encoding=gpt2"],
             "rows": [{"prediction": "Yes.", "reference": "Yes."}, {"prediction": "No"}, {"prediction": null}, {}]}
            """);

        status.ShouldBe(200);
        body!.ToJsonString().ShouldBe(
            """{"rows":[{"scores":{"exact_match":1,"token_count_gpt2":2},"reasons":{}},"""
            + """{"scores":{"exact_match":null,"token_count_gpt2":1},"reasons":{"exact_match":"there is no reference"}},"""
            + """{"scores":{"exact_match":null,"token_count_gpt2":null},"reasons":{"exact_match":"the field \u0022prediction\u0022 has no value","token_count_gpt2":"the field \u0022prediction\u0022 has no value"}},"""
            + """{"scores":{"exact_match":null,"token_count_gpt2":null},"reasons":{"exact_match":"there is no field \u0022prediction\u0022","token_count_gpt2":"there is no field \u0022prediction\u0022"}}]}""");
    }

    /// <summary>The same rows through the filter that <c>assay score</c> is.</summary>
    [Theory]
    [InlineData("text")]
    [InlineData("question-answering")]
    [InlineData("toxicity:label=any", "exact_match:ignore_case=true,as=same", "latency")]
    public async Task Scores_are_those_of_the_command_line(params string[] scorers)
    {
        string[] rows =
        [
            """{"prediction":"The cat sat on the mat.","reference":"the cat sat on the mat."}""",
            """{"prediction":"You are an idiot and I hate you","reference":5,"scores":{"old":1},"other":[1,{"a":2}]}""",
            """{"prediction":5,"reference":5.0}""",
            """{"prediction":"","reference":""}""",
            """{"prediction":"half \ud800 a character"}""",
            """{"prediction":"O governo anunciou ontem que a taxa de juros será mantida até o final do ano que vem."}""",
            """{"prediction":["a"],"reference":["a"]}""",
        ];
        using var output = new MemoryStream();
        await ScoreFilter.RunAsync(
            new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', rows))), output, Scorers.OfRecorded(scorers), cancellationToken: Cancel);
        var expected = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();

        var (status, body) = await ScoreAsync($$"""{"rows": [{{string.Join(", ", rows)}}], "scorers": [{{string.Join(',', scorers.Select(name => $"\"{name}\""))}}]}""");

        status.ShouldBe(200);
        var found = body!["rows"]!.AsArray();
        found.Count.ShouldBe(rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            found[i]!["scores"]!.ToJsonString().ShouldBe(expected[i]["scores"]!.ToJsonString());
            found[i]!["reasons"]!.ToJsonString().ShouldBe(expected[i]["reasons"]?.ToJsonString() ?? "{}");
        }
    }

    [Theory]
    [InlineData("""{"scorers":["exact_match"],"rows":[{},{},{},5]}""", "rows[3]: a number where an object is expected")]
    [InlineData("""{"scorers":["exact_match"],"rows":[[]]}""", "rows[0]: a list where an object is expected")]
    [InlineData("""{"scorers":["exact_match"],"rows":{}}""", "rows: an object where a list is expected")]
    [InlineData("""{"scorers":["exact_match"]}""", "rows: missing; ")]
    [InlineData("""{"rows":[]}""", "scorers: missing; known are accuracy, all, ")]
    [InlineData("""{"scorers":[],"rows":[]}""", "scorers: missing; ")]
    [InlineData("""{"scorers":"exact_match","rows":[]}""", "scorers: a text where a list is expected")]
    [InlineData("""{"scorers":["exact_match",7],"rows":[]}""", "scorers[1]: a number where a scorer's name is expected")]
    [InlineData("""{"scorers":["\ud800"],"rows":[]}""", "scorers[0]: holds half a character")]
    [InlineData("""{"scorers":["exact_match","exact_mach"],"rows":[]}""", "scorers[1]: exact_mach: no scorer 'exact_mach'; did you mean \"exact_match\"?")]
    [InlineData("""{"scorers":["exact_match:ignore_case"],"rows":[]}""", "scorers[0]: exact_match:ignore_case: 'ignore_case' is not of the form param=value")]
    [InlineData("""{"scorers":["toxicity","toxicity"],"rows":[]}""", "scorers: two scorers are named 'toxicity'")]
    [InlineData("[]", "The body is a list; ")]
    [InlineData("", "The body is not valid JSON: ")]
    [InlineData("{\"scorers\":[\"exact_match\"],\n\"rows\":[{\"prediction\": nope}]}", "The body is not valid JSON: 'nope}]}' is an invalid JSON literal (line 2, column 25).")]
    [InlineData("""{"scorers":["exact_match"],"rows":[]} x""", "The body is not valid JSON: ")]
    public async Task Bad_requests_are_refused_with_the_place(string body, string says)
    {
        var (status, answer) = await ScoreAsync(body);

        status.ShouldBe(400);
        ((string)answer!["error_code"]!).ShouldBe("INVALID_PARAMETER_VALUE");
        ((string)answer["message"]!).ShouldStartWith(says);
    }

    [Fact]
    public async Task A_body_that_is_not_UTF8_is_refused()
    {
        var (status, answer) = await ScoreAsync([.. "{\"scorers\":[\"exact_match\"],\"rows\":[{\"prediction\":\""u8, 0xff, .. "\"}]}"u8]);

        status.ShouldBe(400);
        ((string)answer!["message"]!).ShouldBe("The body is not UTF-8 (0xFF at byte 51).");
    }

    [Fact]
    public async Task A_refusal_does_not_repeat_what_is_long()
    {
        var (status, answer) = await ScoreAsync($$"""{"scorers":["exact_match"],"rows":[n{{new string('x', 100_000)}}""");

        status.ShouldBe(400);
        ((string)answer!["message"]!).Length.ShouldBeLessThan(1000);

        (_, answer) = await ScoreAsync($$"""{"scorers":["{{new string('x', 100_000)}}"],"rows":[]}""");
        ((string)answer!["message"]!).Length.ShouldBeLessThan(1000);
    }

    [Fact]
    public async Task A_scorer_that_would_call_a_service_is_refused_and_nothing_is_called()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();

        var (status, answer) = await ScoreAsync(
            $$"""{"scorers":["toxicity:endpoint=http://{{listener.LocalEndpoint}}/v1/moderations"],"rows":[{"prediction":"a"}]}""");

        status.ShouldBe(400);
        ((string)answer!["message"]!).ShouldStartWith("scorers[0]: toxicity: endpoint names a service, and no services are called here");
        listener.Pending().ShouldBeFalse();
    }

    [Fact]
    public async Task Too_many_rows_or_bytes_are_refused()
    {
        var rows = string.Join(',', Enumerable.Repeat("{}", ScoreLimits.Rows + 1));
        var (status, answer) = await ScoreAsync($$"""{"scorers":["exact_match"],"rows":[{{rows}}]}""");
        status.ShouldBe(400);
        ((string)answer!["message"]!).ShouldStartWith("rows: more than 10000");

        (status, answer) = await ScoreAsync(new byte[ScoreLimits.Bytes + 1]);
        status.ShouldBe(400);
        ((string)answer!["message"]!).ShouldStartWith("The body is longer than 16 MiB");
    }

    [Fact]
    public async Task A_body_of_unknown_length_is_read_to_its_end_and_no_further_than_allowed()
    {
        var text = $$"""{"scorers":["token_count"],"rows":[{"prediction":"{{new string('a', 300_000)}}"}]}""";
        (await SendAsync(new StreamContent(new UnseekableBytes(Encoding.UTF8.GetBytes(text))))).Status.ShouldBe(200);

        (await SendAsync(new StreamContent(new UnseekableBytes(new byte[ScoreLimits.Bytes + 1])))).Status.ShouldBe(400);
    }

    [Fact]
    public async Task No_rows_give_no_rows()
    {
        var (status, body) = await ScoreAsync("""{"scorers":["exact_match"],"rows":[]}""");

        status.ShouldBe(200);
        body!.ToJsonString().ShouldBe("""{"rows":[]}""");
    }

    [Fact]
    public async Task When_all_places_are_taken_more_is_refused_and_let_in_again_later()
    {
        var turns = _server.Service<ScoreTurns>();
        var visits = Enumerable.Range(0, ScoreLimits.Requests).Select(_ => turns.Enter()).ToList();

        var (status, answer) = await ScoreAsync("""{"scorers":["exact_match"],"rows":[]}""");
        status.ShouldBe(429);
        ((string)answer!["error_code"]!).ShouldBe("REQUEST_LIMIT_EXCEEDED");

        visits[0].Dispose();
        visits[0].Dispose();
        (await ScoreAsync("""{"scorers":["exact_match"],"rows":[]}""")).Status.ShouldBe(200);
        turns.Enter();
        Should.Throw<AssayException>(turns.Enter);
    }

    [Fact]
    public async Task Turns_end_when_the_caller_goes_away()
    {
        using var turns = new ScoreTurns();
        using var gone = new CancellationTokenSource();
        var done = 0;

        await Should.ThrowAsync<OperationCanceledException>(turns.RunAsync(
            100,
            async step =>
            {
                done++;
                if (step == 4)
                {
                    await gone.CancelAsync();
                }
            },
            gone.Token));

        done.ShouldBe(5);
        await turns.RunAsync(1, _ => ValueTask.CompletedTask, Cancel);
    }

    private Task<(int Status, JsonNode? Body)> ScoreAsync(string body) => ScoreAsync(Encoding.UTF8.GetBytes(body));

    private Task<(int Status, JsonNode? Body)> ScoreAsync(byte[] body) => SendAsync(new ByteArrayContent(body));

    private async Task<(int Status, JsonNode? Body)> SendAsync(HttpContent content)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await _server.Http.PostAsync("/api/assay/v1/score", content, Cancel);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel)));
    }

    private sealed class UnseekableBytes(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
