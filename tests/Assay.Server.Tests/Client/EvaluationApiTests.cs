using System.Net;
using System.Text;
using Assay.Tracking;

namespace Assay.Server.Tests.Client;

/// <summary>The rows of evaluations on the wire: what other programs must send and get.</summary>
public sealed class EvaluationApiTests
{
    [Fact]
    public async Task Rows_that_a_program_writes_by_hand_are_read_again()
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await server.Store.Tracking.CreateRunAsync(new NewRun("0"));
        var path = $"/api/assay/v1/evaluations/{run.RunId}";

        var (status, _) = await server.CallAsync("POST", path + "/rows", new
        {
            rows = new object[]
            {
                new { row_id = "a", index = 0, digest = "d", fields = "{}", answer = new { text = "x" }, scores = new[] { new { scorer = "s", value = 1 } } },
                new { row_id = "b", index = 1, digest = "d", fields = "{}", error = "no answer" },
            },
        });

        status.ShouldBe(200);
        var (_, counts) = await server.CallAsync("GET", path + "/counts");
        counts!.ToJsonString().ShouldBe("""{"total":2,"failed":1}""");
        var (_, matches) = await server.CallAsync("GET", path + "/matches?failed=true&unscored=s");
        matches!.ToJsonString().ShouldBe("""{"matches":1}""");
        (await server.CallAsync("GET", path + "/matches?status=answered")).Body!.ToJsonString().ShouldBe("""{"matches":1}""");
        var (refused, reason) = await server.CallAsync("GET", path + "/matches?status=lost");
        refused.ShouldBe(400);
        ((string)reason!["message"]!).ShouldContain("answered, failed, refused, filtered, truncated");
        var (_, page) = await server.CallAsync("GET", path + "/rows?scores=" + Uri.EscapeDataString("""[{"scorer":"s","at_least":1}]"""));
        ((string)page!["rows"]!.AsArray().Single()!["answer"]!["finish_reason"]!).ShouldBe("stop");
        (await server.Http.GetStringAsync(path + "/row-keys")).ShouldBe(
            """{"row_id":"a","repeat":0,"digest":"d","failed":false}""" + "\n" + """{"row_id":"b","repeat":0,"digest":"d","failed":true}""" + "\n");
    }

    [Theory]
    [InlineData("""{"rows":[{"index":0}]}""", "Invalid row: 'row_id' is missing")]
    [InlineData("""{"rows":[null]}""", "Invalid row: 'row_id' is missing")]
    [InlineData("""{"rows":[{"row_id":"a","index":0,"digest":"d","fields":"{}","answer":{"finish_reason":"bored"}}]}""", "finish_reason 'bored' is none of")]
    [InlineData("""{"rows":7}""", "Invalid JSON in the request's body")]
    [InlineData("", "Invalid JSON in the request's body")]
    public async Task Rows_that_make_no_sense_are_refused(string body, string message)
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await server.Store.Tracking.CreateRunAsync(new NewRun("0"));

        using var response = await server.Http.PostAsync(
            $"/api/assay/v1/evaluations/{run.RunId}/rows", new StringContent(body, Encoding.UTF8, "application/json"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).Replace("\\u0027", "'").ShouldContain(message);
    }

    [Theory]
    [InlineData("max_results=many", "max_results")]
    [InlineData("failed=maybe", "failed")]
    [InlineData("scores=toxic", "scores")]
    public async Task Questions_that_make_no_sense_are_refused(string query, string parameter)
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await server.Store.Tracking.CreateRunAsync(new NewRun("0"));

        var (status, body) = await server.CallAsync("GET", $"/api/assay/v1/evaluations/{run.RunId}/rows?{query}");

        status.ShouldBe(400);
        ((string)body!["message"]!).ShouldContain($"'{parameter}'");
    }

    [Theory]
    [InlineData("row-keys")]
    [InlineData("rows")]
    [InlineData("counts")]
    public async Task An_unknown_run_is_said_to_be(string what)
    {
        await using var server = await LoopbackServer.StartAsync();

        var (status, body) = await server.CallAsync("GET", $"/api/assay/v1/evaluations/nope/{what}");

        status.ShouldBe(404);
        ((string)body!["error_code"]!).ShouldBe("RESOURCE_DOES_NOT_EXIST");
    }

    [Fact]
    public async Task A_body_beyond_the_servers_limit_is_refused()
    {
        await using var server = await LoopbackServer.StartAsync(new() { MaxBodyBytes = 10_000 });
        var run = await server.Store.Tracking.CreateRunAsync(new NewRun("0"));

        var (status, _) = await server.CallAsync(
            "POST", $"/api/assay/v1/evaluations/{run.RunId}/rows",
            new { rows = new[] { new { row_id = "a", index = 0, digest = "d", fields = new string(' ', 20_000) } } });

        status.ShouldBe(413);
        (await server.Store.Evaluations.CountAsync(run.RunId)).Total.ShouldBe(0);
    }
}
