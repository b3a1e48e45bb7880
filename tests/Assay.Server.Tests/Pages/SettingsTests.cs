using System.Net;
using System.Text.RegularExpressions;
using Assay.Server.Tests.Access;
using Assay.Storage.Access;
using static Assay.Server.Tests.Access.GuardedServer;

namespace Assay.Server.Tests.Pages;

public sealed class SettingsTests
{
    private const string Long = "some long password";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_admin_adds_changes_and_refuses_users()
    {
        await using var guarded = await StartAsync();
        using var visitor = await SignedInAsync(guarded, "ada");

        (await visitor.PostAsync("/settings/users", ("name", "new"), ("password", Long), ("role", "Reader"))).Status.ShouldBe(303);
        (await guarded.StatusAsync(Basic("new", Long))).ShouldBe(200);
        (await guarded.Users.FindUserAsync("new", Cancel))!.Role.ShouldBe(Role.Reader);

        await visitor.PostAsync("/settings/users/role", ("name", "new"), ("role", "Editor"));
        (await guarded.Users.FindUserAsync("new", Cancel))!.Role.ShouldBe(Role.Editor);

        await visitor.PostAsync("/settings/users/disable", ("name", "new"));
        (await guarded.Users.FindUserAsync("new", Cancel))!.Disabled.ShouldNotBeNull();
        (await visitor.GetAsync("/settings")).Body.ShouldContain("Let new in again");
        await visitor.PostAsync("/settings/users/enable", ("name", "new"));
        (await guarded.Users.FindUserAsync("new", Cancel))!.Disabled.ShouldBeNull();

        await visitor.PostAsync("/settings/users/password", ("name", "new"), ("password", "yet another password"));
        guarded.Clock.Advance(TimeSpan.FromSeconds(1));
        (await guarded.StatusAsync(Basic("new", "yet another password"))).ShouldBe(200);
    }

    [Theory]
    [InlineData("/settings/users", "short", "Reader", 400, "must have 12 to 1000 characters")]
    [InlineData("/settings/users", Long, "King", 400, "no such role")]
    [InlineData("/settings/users", Long, "99", 400, "no such role")]
    public async Task What_cannot_be_is_refused_with_the_reason(string path, string password, string role, int status, string reason)
    {
        await using var guarded = await StartAsync();
        using var visitor = await SignedInAsync(guarded, "ada");

        var answer = await visitor.PostAsync(path, ("name", "new"), ("password", password), ("role", role));

        answer.Status.ShouldBe(status);
        answer.Body.ShouldContain(reason);
        (await guarded.Users.FindUserAsync("new", Cancel)).ShouldBeNull();
    }

    [Theory]
    [InlineData("/settings/users/role")]
    [InlineData("/settings/users/disable")]
    public async Task No_admin_locks_themselves_out(string path)
    {
        await using var guarded = await StartAsync();
        using var visitor = await SignedInAsync(guarded, "ada");

        (await visitor.PostAsync(path, ("name", "ada"), ("role", "Reader"))).Status.ShouldBe(400);

        (await guarded.Users.FindUserAsync("ada", Cancel)).ShouldSatisfyAllConditions(user => user!.Role.ShouldBe(Role.Admin), user => user!.Disabled.ShouldBeNull());
    }

    [Fact]
    public async Task A_token_is_shown_once_and_works_until_it_is_revoked()
    {
        await using var guarded = await StartAsync();
        using var visitor = await SignedInAsync(guarded, "rea");

        var made = await visitor.PostAsync("/settings/tokens", ("name", "nightly"), ("days", "30"));
        var text = Regex.Match(WebUtility.HtmlDecode(made.Body), "assay_[0-9a-f]{12}_[A-Za-z0-9_-]{43}").Value;
        made.Status.ShouldBe(200);
        made.Header("Cache-Control").ShouldContain("no-store");
        (await guarded.StatusAsync(Bearer(text))).ShouldBe(200);
        (await visitor.GetAsync("/settings")).Body.ShouldNotContain(text);

        var id = text.Split('_')[1];
        (await visitor.PostAsync("/settings/tokens/revoke", ("id", id))).Status.ShouldBe(303);
        guarded.Clock.Advance(TimeSpan.FromSeconds(1));
        (await guarded.StatusAsync(Bearer(text))).ShouldBe(401);
    }

    [Fact]
    public async Task Nobody_revokes_anothers_token()
    {
        await using var guarded = await StartAsync();
        var token = await guarded.Users.CreateTokenAsync("ada", "job", null, Cancel);
        using var visitor = await SignedInAsync(guarded, "ed");

        (await visitor.PostAsync("/settings/tokens/revoke", ("id", token.Token.Id))).Status.ShouldBe(404);

        (await guarded.StatusAsync(Bearer(token.Text))).ShouldBe(200);
    }

    [Fact]
    public async Task Only_an_admin_sees_users_and_nobody_a_hash()
    {
        await using var guarded = await StartAsync();
        using var admin = await SignedInAsync(guarded, "ada");
        using var reader = await SignedInAsync(guarded, "rea");

        (await admin.GetAsync("/settings")).Body.ShouldContain("/settings/users/role");
        (await reader.GetAsync("/settings")).Body.ShouldNotContain("/settings/users");
        var hash = (await guarded.Users.FindPasswordAsync("ed", Cancel))!.Hash;
        (await admin.GetAsync("/settings")).Body.ShouldNotContain(hash);
    }

    [Fact]
    public async Task An_open_server_makes_nobody_its_admin_by_a_page()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var visitor = new PageVisitor(server.Address);

        var page = (await visitor.GetAsync("/settings")).Body;
        page.ShouldContain("assay users add NAME --store " + server.Store.Location);
        page.ShouldContain("SQLite");
        (await visitor.PostAsync("/settings/users", ("name", "me"), ("password", Long), ("role", "Admin"))).Status.ShouldBe(403);
        (await visitor.PostAsync("/settings/tokens", ("name", "me"))).Status.ShouldBe(403);

        (await server.Store.Access.ReadStateAsync(Cancel)).HasUsers.ShouldBeFalse();
    }

    private static async Task<PageVisitor> SignedInAsync(GuardedServer guarded, string user)
    {
        var visitor = new PageVisitor(guarded.Server.Address);
        (await visitor.SignInAsync(user, Password)).Status.ShouldBe(303);
        return visitor;
    }
}
