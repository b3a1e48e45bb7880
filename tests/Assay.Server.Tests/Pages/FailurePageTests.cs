namespace Assay.Server.Tests.Pages;

public sealed class FailurePageTests
{
    [Fact]
    public async Task What_is_not_there_is_a_page_for_browsers_and_json_for_programs()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var visitor = new PageVisitor(server.Address);

        var page = await visitor.GetAsync("/no-such-page?culture=fr");
        page.Status.ShouldBe(404);
        page.Header("Content-Type").ShouldStartWith("text/html");
        page.Body.ShouldContain("<html lang=\"fr\"");
        foreach (var (path, accept) in ((string, string)[])[("/api/2.0/mlflow/nope", "text/html"), ("/ajax-api/nope", "text/html"), ("/nope", "application/json"), ("/nope", "*/*")])
        {
            var json = await visitor.GetAsync(path, accept: accept);
            json.Status.ShouldBe(404, path);
            json.Header("Content-Type").ShouldBe("application/json", path);
        }
    }

    [Fact]
    public async Task A_fault_is_a_page_that_tells_nothing_of_it()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var visitor = new PageVisitor(server.Address);
        await server.Store.DisposeAsync();

        var page = await visitor.GetAsync("/experiments?a=b");

        page.Status.ShouldBeOneOf(500, 503);
        page.Header("Content-Type").ShouldStartWith("text/html");
        page.Body.ShouldContain("href=\"/experiments?a=b\"");
        page.Body.ShouldNotContain("Exception");
        page.Body.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_form_that_is_refused_leads_back_to_its_page()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/settings/users") { Content = new FormUrlEncodedContent([]) };
        request.Headers.Referrer = new Uri(server.Address, "/settings?x=%22%3E");

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("href=\"/settings?x=%22%3E\"");
    }

    [Fact]
    public async Task A_form_from_elsewhere_leads_home()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/settings/users") { Content = new FormUrlEncodedContent([]) };
        request.Headers.Referrer = new Uri("https://evil.example/settings");

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("evil.example");
    }
}
