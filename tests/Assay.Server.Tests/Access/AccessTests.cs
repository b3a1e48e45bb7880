using Assay.Server.Access;
using Assay.Storage.Access;
using static Assay.Server.Tests.Access.GuardedServer;

namespace Assay.Server.Tests.Access;

public sealed class AccessTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_credentials_the_answer_is_401_in_MLflows_shape_with_both_schemes()
    {
        await using var guarded = await StartAsync();

        using var response = await guarded.SendAsync(null);

        ((int)response.StatusCode).ShouldBe(401);
        response.Headers.WwwAuthenticate.Select(scheme => scheme.Scheme).ShouldBe(["Basic", "Bearer"]);
        ((string)(await BodyAsync(response))["error_code"]!).ShouldBe("UNAUTHENTICATED");
    }

    [Theory]
    [InlineData("ada", 200, 200)]
    [InlineData("ed", 200, 200)]
    [InlineData("rea", 200, 403)]
    public async Task A_role_allows_what_it_says(string user, int read, int write)
    {
        await using var guarded = await StartAsync();

        (await guarded.StatusAsync(Basic(user))).ShouldBe(read);
        (await guarded.StatusAsync(Basic(user), "POST", "/api/2.0/mlflow/runs/create")).ShouldBe(write);
    }

    [Fact]
    public async Task What_a_role_does_not_allow_is_refused_in_MLflows_shape()
    {
        await using var guarded = await StartAsync();

        using var response = await guarded.SendAsync(Basic("rea"), "POST", "/api/2.0/mlflow/runs/create");

        var body = await BodyAsync(response);
        ((string)body["error_code"]!).ShouldBe("PERMISSION_DENIED");
        ((string)body["message"]!).ShouldBe("Permission denied: user 'rea' has the role reader, and this needs editor.");
    }

    [Theory]
    [InlineData("ada", "wrong password here")]
    [InlineData("nobody", Password)]
    [InlineData("", "")]
    [InlineData("Ada", Password)]
    public async Task Wrong_credentials_are_refused_in_the_same_words_whatever_is_wrong(string user, string password)
    {
        await using var guarded = await StartAsync();

        using var response = await guarded.SendAsync(Basic(user, password));

        ((int)response.StatusCode).ShouldBe(401);
        ((string)(await BodyAsync(response))["message"]!).ShouldBe("User and password, or the API token, are not right, or no longer.");
    }

    [Theory]
    [InlineData("Basic", "%%%")]
    [InlineData("Basic", "YWRh")]
    [InlineData("Basic", "/w==")]
    [InlineData("Basic", "")]
    [InlineData("Bearer", "")]
    [InlineData("Bearer", "assay_")]
    [InlineData("Digest", "x")]
    public async Task Broken_credentials_are_refused(string scheme, string value)
    {
        await using var guarded = await StartAsync();

        (await guarded.StatusAsync(new(scheme, value))).ShouldBe(401);
    }

    [Fact]
    public async Task A_token_works_as_bearer_and_as_the_password_of_its_own_user()
    {
        await using var guarded = await StartAsync();
        var token = await guarded.Users.CreateTokenAsync("ed", "job", null, Cancel);

        (await guarded.StatusAsync(Bearer(token.Text))).ShouldBe(200);
        (await guarded.StatusAsync(Bearer(token.Text), "POST", "/api/2.0/mlflow/runs/create")).ShouldBe(200);
        (await guarded.StatusAsync(Basic("ed", token.Text))).ShouldBe(200);
        (await guarded.StatusAsync(Basic("ada", token.Text))).ShouldBe(401);
        (await guarded.StatusAsync(Basic("", token.Text))).ShouldBe(401);
        (await guarded.StatusAsync(Bearer(Password))).ShouldBe(401);
    }

    [Fact]
    public async Task Changes_made_elsewhere_are_seen_within_a_second()
    {
        await using var guarded = await StartAsync();
        var token = await guarded.Users.CreateTokenAsync("ed", "job", null, Cancel);
        (await guarded.StatusAsync(Basic("ed"))).ShouldBe(200);
        (await guarded.StatusAsync(Bearer(token.Text))).ShouldBe(200);

        await guarded.Users.RevokeTokenAsync(token.Token.Id, Cancel);
        guarded.Clock.Advance(TimeSpan.FromSeconds(1));
        (await guarded.StatusAsync(Bearer(token.Text))).ShouldBe(401);

        await guarded.Users.SetRoleAsync("ed", Role.Reader, Cancel);
        guarded.Clock.Advance(TimeSpan.FromSeconds(1));
        (await guarded.StatusAsync(Basic("ed"), "POST", "/api/2.0/mlflow/runs/create")).ShouldBe(403);

        await guarded.Users.SetDisabledAsync("ed", true, Cancel);
        guarded.Clock.Advance(TimeSpan.FromSeconds(1));
        (await guarded.StatusAsync(Basic("ed"))).ShouldBe(401);
    }

    [Fact]
    public async Task A_token_ends_when_it_expires_though_it_was_remembered()
    {
        await using var guarded = await StartAsync();
        // Remembered sign-ins go by the server's clock; the store's own, which is real, must let the token in at first.
        var expires = guarded.Clock.GetUtcNow().AddMinutes(2);
        var token = await guarded.Users.CreateTokenAsync("ed", "job", DateTimeOffset.UtcNow.AddYears(1).ToUnixTimeMilliseconds(), Cancel);
        (await guarded.StatusAsync(Bearer(token.Text))).ShouldBe(200);
        var cache = new SignInCache(guarded.Clock);
        var key = CredentialKey.Of(new(null, token.Text));
        cache.Add(key, Caller.Anyone, 1, expires);

        cache.Find(key, 1).ShouldNotBeNull();
        guarded.Clock.Advance(TimeSpan.FromMinutes(2));
        cache.Find(key, 1).ShouldBeNull();
    }

    [Fact]
    public async Task A_password_is_compared_once_for_many_requests()
    {
        await using var guarded = await StartAsync();

        var statuses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => guarded.StatusAsync(Basic("ada"))));
        (await guarded.StatusAsync(Basic("ada"))).ShouldBe(200);

        statuses.ShouldAllBe(status => status == 200);
        guarded.Server.Service<PasswordCheck>().Made.ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_user_costs_a_comparison_too()
    {
        await using var guarded = await StartAsync();

        await guarded.StatusAsync(Basic("nobody"));

        guarded.Server.Service<PasswordCheck>().Made.ShouldBe(1);
    }

    [Fact]
    public async Task Health_needs_nobody()
    {
        await using var guarded = await StartAsync();

        (await guarded.StatusAsync(null, path: "/health")).ShouldBe(200);
    }

    [Fact]
    public async Task Nothing_that_is_answered_holds_the_secret()
    {
        await using var guarded = await StartAsync();

        using var response = await guarded.SendAsync(Basic("ada", "my secret password"));

        (await response.Content.ReadAsStringAsync(Cancel)).ShouldNotContain("my secret");
        response.Headers.ToString().ShouldNotContain("my secret");
    }

    [Theory]
    [InlineData("", "ed")]
    [InlineData("""
        ,"user_id":"robot"
        """, "robot")]
    public async Task A_run_is_its_callers_unless_it_names_a_user(string given, string user)
    {
        await using var guarded = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/2.0/mlflow/runs/create");
        request.Headers.Authorization = Basic("ed");
        request.Content = new StringContent($$"""{"experiment_id":"0"{{given}}}""", System.Text.Encoding.UTF8, "application/json");

        using var response = await guarded.Server.Http.SendAsync(request, TestContext.Current.CancellationToken);

        ((string)(await BodyAsync(response))["run"]!["info"]!["user_id"]!).ShouldBe(user);
    }
}
