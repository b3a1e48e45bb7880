using System.Text.Json.Nodes;
using Assay.Tests.Loopback;

namespace Assay.Tests.Data.Hub;

public sealed class HubFailureTests : HubTest
{
    [Theory]
    [InlineData(429, null)]
    [InlineData(503, null)]
    [InlineData(500, "ResponseNotReady")]
    public async Task What_may_pass_is_asked_again(int status, string? code)
    {
        await using var server = await HubServer.StartAsync(server => server.With(rows: 50));
        server.Next(context =>
        {
            if (code is not null)
            {
                context.Response.Headers["X-Error-Code"] = code;
            }

            return HubServer.SendAsync(context, status, new JsonObject { ["error"] = "later" });
        });

        var clock = new FakeClock();
        (await clock.RunAsync(Dataset.FromHub("hf:films", "films", Options(server), clock).ProfileAsync())).Rows.ShouldBe(50);

        server.RowCalls.Count().ShouldBe(2);
        clock.Elapsed.ShouldBe(TimeSpan.FromSeconds(0.5));
    }

    [Fact]
    public async Task The_wait_that_is_asked_for_is_kept()
    {
        await using var server = await HubServer.StartAsync(server => server.With(rows: 50));
        server.Next(context =>
        {
            context.Response.Headers.RetryAfter = "17";
            return HubServer.SendAsync(context, 429, new JsonObject { ["error"] = "too many requests" });
        });

        var clock = new FakeClock();
        await clock.RunAsync(Dataset.FromHub("hf:films", "films", Options(server), clock).ProfileAsync());

        clock.Elapsed.ShouldBe(TimeSpan.FromSeconds(17));
    }

    [Fact]
    public async Task A_connection_that_breaks_in_an_answer_is_tried_again()
    {
        await using var server = await HubServer.StartAsync(server => server.With(rows: 50));
        server.Next(async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.Body.WriteAsync("{\"features\": ["u8.ToArray());
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        var clock = new FakeClock();
        (await clock.RunAsync(Dataset.FromHub("hf:films", "films", Options(server), clock).ProfileAsync())).Rows.ShouldBe(50);
    }

    [Fact]
    public async Task A_refusal_is_one_line_with_the_services_reason()
    {
        await using var server = await HubServer.StartAsync();
        server.Next(context =>
        {
            context.Response.Headers["X-Error-Code"] = "TooBigContentError";
            return HubServer.SendAsync(context, 500, new JsonObject { ["error"] = "Rows are too big." });
        });

        (await Dataset.FromHub("films", Options(server)).ErrorAsync()).ShouldBe(
            $"hf:films: the row service {server.Address.Authority} cannot give its rows (status 500, TooBigContentError, Rows are too big); download the data set and give its file with --data");
    }

    [Fact]
    public async Task An_unknown_data_set_is_one_line()
    {
        await using var server = await HubServer.StartAsync();

        (await Dataset.FromHub("lab/flims", Options(server)).ErrorAsync()).ShouldBe(
            $"hf:lab/flims: {server.Address.Authority} shows no such data set; check the name, or, as it may be private or gated, set HF_TOKEN to a key that may read it");
    }

    [Theory]
    [InlineData(null, "shows no such data set; check the name, or, as it may be private or gated, set HF_TOKEN")]
    [InlineData("hf_wrong", "the hub refused HF_TOKEN; set it to a valid key")]
    public async Task A_private_data_set_needs_its_key(string? token, string message)
    {
        await using var server = await HubServer.StartAsync(server => server.With(token: "hf_secret"));

        var error = await Dataset.FromHub("films", Options(server) with { Token = token }).ErrorAsync();

        error.ShouldContain(message);
        error.ShouldNotContain("hf_wrong");
    }

    [Fact]
    public async Task The_key_opens_a_private_data_set_also_behind_a_redirect()
    {
        await using var server = await HubServer.StartAsync(server => server.With(rows: 50, token: "hf_secret"));
        var dataset = Dataset.FromHub("films", Options(server) with { Token = "hf_secret" });

        (await dataset.ProfileAsync()).Rows.ShouldBe(50);

        server.Calls.ShouldContain(call => call.PathAndQuery == "/api/datasets/lab/films");
        Directory.GetFiles(Folder["cache"], "*", SearchOption.AllDirectories).ShouldAllBe(file => !File.ReadAllText(file).Contains("hf_secret"));
    }

    [Fact]
    public async Task A_key_goes_to_no_other_host_and_never_unencrypted()
    {
        await using var other = await HubServer.StartAsync(server => server.With(rows: 50));
        await using var server = await HubServer.StartAsync(server => server.With(rows: 50));
        server.Next(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = new Uri(other.Address, context.Request.Path + context.Request.QueryString).ToString();
            return Task.CompletedTask;
        });

        (await Dataset.FromHub("films", Options(server) with { Token = "hf_secret" }).ProfileAsync()).Rows.ShouldBe(50);

        server.Calls.ShouldAllBe(call => call.Headers.ContainsKey("Authorization"));
        other.Calls.ShouldHaveSingleItem().Headers.ContainsKey("Authorization").ShouldBeFalse();
        Should.Throw<BadInputException>(() => Dataset.FromHub("films", Options(new Uri("http://hub.example")) with { Token = "hf_secret" }))
            .Message.ShouldBe("http://hub.example/: HF_TOKEN would go there unencrypted; give an https address, or unset HF_TOKEN");
    }

    [Fact]
    public async Task A_redirect_to_what_is_no_web_address_is_not_followed()
    {
        await using var server = await HubServer.StartAsync(server => server.With(rows: 50));
        server.Next(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = "file:///etc/hostname";
            return Task.CompletedTask;
        });

        (await Dataset.FromHub("films", Options(server)).ErrorAsync()).ShouldContain("status 302");
    }

    [Fact]
    public async Task A_split_must_be_one_of_those_there_are()
    {
        await using var server = await HubServer.StartAsync();

        (await Dataset.FromHub("films", Options(server) with { Split = null }).ErrorAsync())
            .ShouldBe("hf:films: it has several splits, train, test; name one, such as ?split=test");
        (await Dataset.FromHub("films", Options(server) with { Split = "tset" }).ErrorAsync())
            .ShouldBe("hf:films: there is no split \"tset\"; it has train, test; did you mean \"test\"?");
        (await Dataset.FromHub("films", Options(server) with { Config = "plain" }).ErrorAsync())
            .ShouldBe("hf:films: there is no configuration \"plain\"; it has plain_text; did you mean \"plain_text\"?");
    }
}
