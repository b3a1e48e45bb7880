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

    [Theory]
    [InlineData("GET", "/sign-out", "This address is no page")]
    [InlineData("GET", "/settings/tokens?culture=pt-BR", "Este endereço não é uma página")]
    [InlineData("POST", "/compare?culture=fr", "Cette adresse n’est pas une page")]
    [InlineData("DELETE", "/", "This address is no page")]
    public async Task A_wrong_method_is_a_page_for_browsers_and_json_for_programs(string method, string path, string title)
    {
        await using var server = await LoopbackServer.StartAsync();
        using var visitor = new PageVisitor(server.Address);

        var page = await visitor.GetAsync(path, method);
        page.Status.ShouldBe(405);
        page.Header("Allow").ShouldNotBeEmpty();
        page.Body.ShouldContain($"<h1>{title}</h1>");
        var json = await visitor.GetAsync(path, method, accept: "*/*");
        json.Status.ShouldBe(405);
        json.Header("Content-Type").ShouldBe("application/json");
    }

    [Theory]
    [InlineData("evil.example", null, "GET", "This server does not go by that name")]
    [InlineData(null, "https://evil.example", "POST", "This was sent by another site")]
    public async Task What_another_site_sends_is_refused_with_a_page_that_tells_nothing(string? host, string? origin, string method, string title)
    {
        await using var server = await LoopbackServer.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(new HttpMethod(method), "/settings/theme");
        request.Headers.Host = host;
        request.Headers.Add("Accept", "text/html");
        if (origin is not null) request.Headers.Add("Origin", origin);

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)answer.StatusCode).ShouldBe(403);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        body.ShouldContain($"<h1>{title}</h1>");
        body.ShouldNotContain("<form");
        using var style = new HttpRequestMessage(HttpMethod.Get, System.Text.RegularExpressions.Regex.Match(body, "/assets/[^\"]+site\\.css").Value);
        style.Headers.Host = host;
        using var sheet = await http.SendAsync(style, TestContext.Current.CancellationToken);
        ((int)sheet.StatusCode).ShouldBe(200);
    }

    [Theory]
    [InlineData("en", "This address takes a form.")]
    [InlineData("pt-BR", "Este endereço recebe um formulário.")]
    [InlineData("fr", "Cette adresse reçoit un formulaire.")]
    public async Task What_is_no_form_is_refused_in_the_readers_language(string culture, string text)
    {
        await using var server = await LoopbackServer.StartAsync();
        using var content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        using var answer = await server.Http.PostAsync($"/settings/theme?culture={culture}", content, TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(400);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(text);
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
