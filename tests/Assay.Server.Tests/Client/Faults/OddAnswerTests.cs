using System.Text;
using Assay.Client;

namespace Assay.Server.Tests.Client.Faults;

/// <summary>Answers that are no messages: of proxies, of other servers, of nobody.</summary>
public sealed class OddAnswerTests
{
    [Fact]
    public async Task A_page_in_place_of_a_message_is_named_and_not_repeated()
    {
        await using var place = await FaultyPlace.OpenAsync();
        place.Proxy.Spoil("experiments/get", Fault.Page(200));

        var error = await Should.ThrowAsync<AssayException>(() => place.Remote.Tracking.GetExperimentAsync("0"));

        error.Message.ShouldBe($"{place.Proxy.Address} answered with text/html where MLflow's protocol has JSON: is it a tracking server?");
        place.Proxy.Count("experiments/get").ShouldBe(1);
    }

    [Fact]
    public async Task The_error_page_of_a_proxy_is_an_unavailable_server()
    {
        await using var place = await FaultyPlace.OpenAsync();
        place.Proxy.Spoil("experiments/get", Fault.Page(502), Fault.Page(502), Fault.Page(502), Fault.Page(502));

        var error = await Should.ThrowAsync<AssayException>(() => place.Remote.Tracking.GetExperimentAsync("0"));

        error.Code.ShouldBe(ErrorCode.TemporarilyUnavailable);
        error.Message.ShouldContain("answered 502 Bad Gateway to GET /api/2.0/mlflow/experiments/get");
        error.Message.ShouldNotContain("Friday");
    }

    [Fact]
    public async Task Json_of_another_shape_is_said_to_be_broken()
    {
        await using var place = await FaultyPlace.OpenAsync();
        var wrong = new Fault { Body = """{"experiment": 7}""" };
        place.Proxy.Spoil("experiments/get", wrong, wrong, wrong, wrong);

        (await Should.ThrowAsync<AssayException>(() => place.Remote.Tracking.GetExperimentAsync("0"))).Message.ShouldContain("broken JSON");
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var place = await FaultyPlace.OpenAsync();
        place.Proxy.Spoil("experiments/get", new Fault { Status = 302, Header = ("Location", "http://127.0.0.1:9/") });

        (await Should.ThrowAsync<AssayException>(() => place.Remote.Tracking.GetExperimentAsync("0")))
            .Message.ShouldBe($"{place.Proxy.Address} sends callers elsewhere (302); give the URL of the tracking server itself");
    }

    [Fact]
    public async Task A_plain_MLflow_server_has_no_place_for_rows_and_says_so()
    {
        await using var place = await FaultyPlace.OpenAsync(plainMlflow: true);

        place.Remote.IsAssay.ShouldBeFalse();
        (await Should.ThrowAsync<AssayException>(() => place.Remote.Evaluations.CountAsync("0"))).Code.ShouldBe(ErrorCode.NotImplemented);
    }

    [Fact]
    public async Task A_missing_file_of_MLflow_which_calls_it_a_fault_is_missing()
    {
        await using var place = await FaultyPlace.OpenAsync(plainMlflow: true);
        place.Proxy.Spoil("none.txt", Fault.Refusal(500, "INTERNAL_ERROR", "Internal server error"));

        (await Should.ThrowAsync<AssayException>(() => place.Remote.Artifacts.OpenAsync("mlflow-artifacts:/0/r/artifacts", "none.txt")))
            .Code.ShouldBe(ErrorCode.ResourceDoesNotExist);
    }

    [Fact]
    public async Task A_file_that_MLflow_sends_line_by_line_is_read_in_whole_buffers()
    {
        await using var place = await FaultyPlace.OpenAsync(plainMlflow: true);
        var text = string.Concat(Enumerable.Range(0, 5_000).Select(number => $"{number}\n"));
        await place.Remote.Artifacts.WriteAsync("mlflow-artifacts:/0/r/artifacts", "lines.csv", new MemoryStream(Encoding.UTF8.GetBytes(text)));
        place.Proxy.Spoil("lines.csv", new Fault { Body = text[..^1], IsByLine = true, ContentType = "text/csv" });

        await using var content = await place.Remote.Artifacts.OpenAsync("mlflow-artifacts:/0/r/artifacts", "lines.csv");

        var buffer = new byte[text.Length];
        (await content.Stream.ReadAsync(buffer.AsMemory(0, 20_000), TestContext.Current.CancellationToken)).ShouldBe(20_000);
        (await content.Stream.ReadAsync(buffer.AsMemory(20_000), TestContext.Current.CancellationToken)).ShouldBe(text.Length - 20_000);
        Encoding.UTF8.GetString(buffer).ShouldBe(text);
        content.Size.ShouldBe(text.Length);
    }

    /// <summary>Its size was asked for while the file was open, and a server of one worker, busy sending, never answered.</summary>
    [Fact]
    public async Task MLflow_is_asked_nothing_more_while_it_sends_a_file()
    {
        await using var place = await FaultyPlace.OpenAsync(plainMlflow: true);
        await place.Remote.Artifacts.WriteAsync("mlflow-artifacts:/0/r/artifacts", "a.csv", new MemoryStream("a,b"u8.ToArray()));

        await using var content = await place.Remote.Artifacts.OpenAsync("mlflow-artifacts:/0/r/artifacts", "a.csv");

        place.Proxy.Requests.Select(request => $"{request.Method} {request.Path}").TakeLast(2)
            .ShouldBe(["GET /api/2.0/mlflow-artifacts/artifacts", "GET /api/2.0/mlflow-artifacts/artifacts/0/r/artifacts/a.csv"]);
    }

    [Fact]
    public async Task Nobody_there_is_said_in_one_line()
    {
        var options = new RemoteStoreOptions { TimeProvider = new SwiftClock(), Timeout = SwiftClock.Never };

        var error = await Should.ThrowAsync<AssayException>(() => RemoteStore.OpenAsync("http://127.0.0.1:9", options));

        error.Code.ShouldBe(ErrorCode.TemporarilyUnavailable);
        error.Message.ShouldStartWith("http://127.0.0.1:9 does not answer: ");
    }
}
