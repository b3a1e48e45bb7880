using System.Net.Http.Headers;
using Assay.Server.Access;
using static Assay.Server.Tests.Access.GuardedServer;

namespace Assay.Server.Tests.Pages;

public sealed class SessionTests
{
    private const string Cookie = "assay_session";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_session_pages_lead_to_the_sign_in_that_leads_back()
    {
        await using var guarded = await StartAsync();
        using var visitor = new PageVisitor(guarded.Server.Address);

        var refused = await visitor.GetAsync("/experiments?page=x&a=b");
        refused.Status.ShouldBe(303);
        refused.Location.ShouldBe("/sign-in?return=%2Fexperiments%3Fpage%3Dx%26a%3Db");
        (await visitor.GetAsync(refused.Location!)).Body.ShouldContain("value=\"/experiments?page=x&amp;a=b\"");

        var signedIn = await visitor.SignInAsync("ed", Password, "/experiments?a=b");
        signedIn.Status.ShouldBe(303);
        signedIn.Location.ShouldBe("/experiments?a=b");
        (await visitor.GetAsync("/experiments")).Status.ShouldBe(200);
        (await visitor.GetAsync("/sign-in")).Location.ShouldBe("/");
    }

    [Theory]
    [InlineData(null, "%2F")]
    [InlineData("https://evil.example/experiments", "%2F")]
    [InlineData("/experiments?name=a", "%2Fexperiments%3Fname%3Da")]
    public async Task A_form_sent_without_a_session_leads_back_to_the_page_that_it_is_on(string? page, string back)
    {
        await using var guarded = await StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = guarded.Server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/experiments") { Content = new FormUrlEncodedContent([new("name", "typed")]) };
        request.Headers.Referrer = page is null ? null : new Uri(guarded.Server.Address, page);

        using var answer = await http.SendAsync(request, Cancel);

        answer.Headers.Location!.OriginalString.ShouldBe($"/sign-in?return={back}");
    }

    [Fact]
    public async Task The_cookie_is_hidden_from_scripts_and_other_sites_and_lasts_only_when_asked()
    {
        await using var guarded = await StartAsync(new AccessOptions { TrustedProxies = [System.Net.IPAddress.Loopback] });
        using var visitor = new PageVisitor(guarded.Server.Address);

        var cookie = (await visitor.SignInAsync("ed", Password)).SetCookie(Cookie).ToLowerInvariant();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        cookie.ShouldContain("path=/");
        cookie.ShouldNotContain("max-age");
        cookie.ShouldNotContain("secure");

        (await visitor.SignInAsync("ed", Password, "/", ("keep", "yes"))).SetCookie(Cookie).ShouldContain("max-age=2592000");
        (await guarded.Users.ListTokensAsync("ed", cancellationToken: Cancel)).Items.Count.ShouldBe(1, "the session before has ended");
    }

    [Fact]
    public async Task Over_https_the_cookie_goes_only_over_https()
    {
        await using var guarded = await StartAsync(new AccessOptions { TrustedProxies = [System.Net.IPAddress.Loopback] });
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = guarded.Server.Address };
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var page = await http.GetAsync("/sign-in", Cancel);
        var form = page.Headers.GetValues("Set-Cookie").Single(line => line.StartsWith("__Host-assay_form=", StringComparison.Ordinal));
        form.ShouldContain("secure");
        var secret = System.Text.RegularExpressions.Regex.Match(await page.Content.ReadAsStringAsync(Cancel), "form_token\" value=\"([^\"]+)").Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent([new("user", "ed"), new("password", Password), new("form_token", secret)]),
        };
        request.Headers.Add("Cookie", form.Split(';')[0]);

        using var answer = await http.SendAsync(request, Cancel);

        var session = answer.Headers.GetValues("Set-Cookie").Single(line => line.StartsWith("__Host-assay_session=", StringComparison.Ordinal));
        session.ShouldContain("secure");
        session.ShouldContain("path=/;");
        session.ShouldNotContain("domain", Case.Insensitive);
        (await StatusAsync(http, session.Split(';')[0])).ShouldBe(200);
    }

    [Fact]
    public async Task A_session_of_http_counts_not_over_https_and_the_other_way_round()
    {
        await using var guarded = await StartAsync(new AccessOptions { TrustedProxies = [System.Net.IPAddress.Loopback] });
        using var visitor = new PageVisitor(guarded.Server.Address);
        await visitor.SignInAsync("ed", Password);
        var text = visitor.Cookies[Cookie]!.Value;
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = guarded.Server.Address };
        (await StatusAsync(http, $"{Cookie}={text}")).ShouldBe(200);
        (await StatusAsync(http, $"__Host-{Cookie}={text}")).ShouldBe(303);

        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        (await StatusAsync(http, $"{Cookie}={text}")).ShouldBe(303, "whoever could set it over http would choose who one is");
        (await StatusAsync(http, $"__Host-{Cookie}={text}")).ShouldBe(200);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/settings/theme") { Content = new FormUrlEncodedContent([new("form_token", new string('A', 43))]) };
        request.Headers.Add("Cookie", "assay_form=" + new string('A', 22));
        using var forged = await http.SendAsync(request, Cancel);
        ((int)forged.StatusCode).ShouldBe(403);
    }

    [Theory]
    [InlineData("ed", "wrong password here")]
    [InlineData("nobody", Password)]
    [InlineData("", Password)]
    public async Task What_is_wrong_is_not_told_and_the_name_is_kept(string user, string password)
    {
        await using var guarded = await StartAsync();
        using var visitor = new PageVisitor(guarded.Server.Address);

        var answer = await visitor.SignInAsync(user, password);

        answer.Status.ShouldBe(403);
        answer.Body.ShouldContain("Name and password do not match.");
        answer.Body.ShouldNotContain(password);
        answer.SetCookie(Cookie).ShouldBeEmpty();
        guarded.Server.Service<PasswordCheck>().Made.ShouldBe(user.Length > 0 ? 1 : 0, "an unknown user costs the same");
    }

    [Fact]
    public async Task Guessing_is_slowed_down_as_at_the_API()
    {
        await using var guarded = await StartAsync();
        using var visitor = new PageVisitor(guarded.Server.Address);
        for (var i = 0; i < SignInBrake.FreeOfUser; i++)
        {
            (await visitor.SignInAsync("ed", $"wrong password {i}")).Status.ShouldBe(403);
        }

        var answer = await visitor.SignInAsync("ed", Password);

        answer.Status.ShouldBe(429);
        answer.Header("Retry-After").ShouldBe("1");
        answer.Body.ShouldContain("Try again in 1 second.");
        (await guarded.StatusAsync(Basic("ed"))).ShouldBe(429);
        guarded.Clock.Advance(TimeSpan.FromSeconds(1));
        (await visitor.SignInAsync("ed", Password)).Status.ShouldBe(303);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    public async Task Nobody_is_led_to_another_site(string back)
    {
        await using var guarded = await StartAsync();
        using var visitor = new PageVisitor(guarded.Server.Address);

        (await visitor.SignInAsync("ed", Password, back)).Location.ShouldBe("/");
        (await visitor.GetAsync($"/sign-in?return={Uri.EscapeDataString(back)}")).Location.ShouldBe("/");
    }

    [Fact]
    public async Task A_session_is_good_for_pages_only()
    {
        await using var guarded = await StartAsync();
        using var visitor = new PageVisitor(guarded.Server.Address);
        await visitor.SignInAsync("ada", Password);
        var text = visitor.Cookies[Cookie]!.Value;

        (await visitor.GetAsync("/api/2.0/mlflow/experiments/get?experiment_id=0", accept: "*/*")).Status.ShouldBe(401);
        (await guarded.StatusAsync(Bearer(text))).ShouldBe(401);
        (await guarded.StatusAsync(Basic("ada", text))).ShouldBe(401);
        (await visitor.GetAsync("/")).Status.ShouldBe(200);

        // Nor is a program's token a session.
        var token = await guarded.Users.CreateTokenAsync("ada", "job", null, Cancel);
        using var other = new PageVisitor(guarded.Server.Address);
        other.SetCookie(Cookie, token.Text);
        (await other.GetAsync("/")).Status.ShouldBe(303);
        (await other.SignInAsync("ada", token.Text)).Status.ShouldBe(403);
    }

    [Fact]
    public async Task The_tokens_list_says_what_a_session_is_and_no_other_token_can_be_named_so()
    {
        await using var guarded = await StartAsync();
        using var visitor = new PageVisitor(guarded.Server.Address);
        await visitor.SignInAsync("ed", Password);

        var token = (await guarded.Users.ListTokensAsync("ed", cancellationToken: Cancel)).Items.ShouldHaveSingleItem();
        token.Name.ShouldBe("session: browser");
        token.Expires.ShouldNotBeNull();
        await Should.ThrowAsync<AssayException>(() => guarded.Users.CreateTokenAsync("ed", "session: x", null, Cancel));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_for_whoever_has_its_cookie()
    {
        await using var guarded = await StartAsync();
        using var visitor = new PageVisitor(guarded.Server.Address);
        await visitor.SignInAsync("ed", Password);
        var text = visitor.Cookies[Cookie]!.Value;

        (await visitor.PostAsync("/sign-out")).Location.ShouldBe("/sign-in");

        (await visitor.GetAsync("/")).Status.ShouldBe(303);
        (await guarded.Users.ListTokensAsync("ed", cancellationToken: Cancel)).Items.ShouldBeEmpty();
        guarded.Clock.Advance(TimeSpan.FromSeconds(1));
        using var thief = new PageVisitor(guarded.Server.Address);
        thief.SetCookie(Cookie, text);
        (await thief.GetAsync("/")).Status.ShouldBe(303);
    }

    [Fact]
    public async Task Another_password_ends_sessions_and_no_tokens()
    {
        await using var guarded = await StartAsync();
        using var visitor = new PageVisitor(guarded.Server.Address);
        await visitor.SignInAsync("ed", Password);
        var token = await guarded.Users.CreateTokenAsync("ed", "job", null, Cancel);

        await guarded.Users.SetPasswordAsync("ed", Passwords.Hash("another long password"), Cancel);
        guarded.Clock.Advance(TimeSpan.FromSeconds(1));

        (await visitor.GetAsync("/")).Status.ShouldBe(303);
        (await guarded.StatusAsync(Bearer(token.Text))).ShouldBe(200);
    }

    [Fact]
    public async Task A_disabled_user_is_out()
    {
        await using var guarded = await StartAsync();
        using var visitor = new PageVisitor(guarded.Server.Address);
        await visitor.SignInAsync("ed", Password);
        (await visitor.GetAsync("/")).Status.ShouldBe(200);

        await guarded.Users.SetDisabledAsync("ed", true, Cancel);
        guarded.Clock.Advance(TimeSpan.FromSeconds(1));

        (await visitor.GetAsync("/")).Status.ShouldBe(303);
        (await visitor.SignInAsync("ed", Password)).Status.ShouldBe(403);
    }

    private static async Task<int> StatusAsync(HttpClient http, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/experiments");
        request.Headers.Add("Cookie", cookie);
        using var answer = await http.SendAsync(request, Cancel);
        return (int)answer.StatusCode;
    }

    [Theory]
    [InlineData("Basic")]
    [InlineData("Bearer")]
    public async Task Headers_count_on_pages_too(string scheme)
    {
        await using var guarded = await StartAsync();
        using var visitor = new PageVisitor(guarded.Server.Address);
        AuthenticationHeaderValue credentials = scheme == "Basic" ? Basic("rea") : Bearer((await guarded.Users.CreateTokenAsync("rea", "job", null, Cancel)).Text);

        (await visitor.GetAsync("/experiments", credentials: credentials)).Status.ShouldBe(200);
        (await visitor.GetAsync("/experiments", credentials: Basic("rea", "wrong password here"))).Status.ShouldBe(303);
    }
}
