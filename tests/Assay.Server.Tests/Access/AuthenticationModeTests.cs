using Assay.Server.Access;
using Assay.Storage;
using Assay.Tests;
using static Assay.Server.Tests.Access.GuardedServer;

namespace Assay.Server.Tests.Access;

public sealed class AuthenticationModeTests
{
    private const string Read = "/api/2.0/mlflow/experiments/get?experiment_id=0";

    [Fact]
    public async Task On_the_loopback_a_store_without_users_is_open_until_it_has_one()
    {
        var clock = new FakeClock();
        await using var server = await LoopbackServer.StartAsync(new() { Clock = clock });
        (await server.CallAsync("GET", Read)).Status.ShouldBe(200);

        await server.Store.Access.AddUserAsync(new("ana", "hash"), TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(1));
        (await server.CallAsync("GET", Read)).Status.ShouldBe(401);

        await server.Store.Access.RemoveUserAsync("ana", TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(1));
        (await server.CallAsync("GET", Read)).Status.ShouldBe(401, "it does not open again by itself");
    }

    [Fact]
    public async Task Off_asks_nobody()
    {
        await using var guarded = await StartAsync(new() { Authentication = AuthenticationMode.Off });

        (await guarded.StatusAsync(null)).ShouldBe(200);
    }

    [Theory]
    [InlineData("0.0.0.0", AuthenticationMode.Auto, "--host 0.0.0.0: others than this machine's users could reach the server")]
    [InlineData("127.0.0.1", AuthenticationMode.On, "--auth on: the store has no user")]
    [InlineData("*", AuthenticationMode.On, "--auth on: the store has no user")]
    public async Task A_server_that_would_be_open_to_the_network_or_closed_to_all_does_not_start(string host, AuthenticationMode mode, string says)
    {
        using var folder = new TemporaryFolder();
        await using var store = await EmbeddedStore.OpenAsync(folder["assay.db"]);

        var error = await Should.ThrowAsync<BadInputException>(() => AssayServer.StartAsync(
            store, new() { Host = host, Port = 0, Access = new() { Authentication = mode } }, TestContext.Current.CancellationToken));

        error.Message.ShouldStartWith(says);
        error.Message.ShouldContain("assay users add");
    }

    [Theory]
    [InlineData("0.0.0.0", AuthenticationMode.Off, false)]
    [InlineData("127.0.0.1", AuthenticationMode.Auto, false)]
    [InlineData("0.0.0.0", AuthenticationMode.Auto, true)]
    [InlineData("0.0.0.0", AuthenticationMode.On, true)]
    public async Task Otherwise_it_starts(string host, AuthenticationMode mode, bool hasUser)
    {
        using var folder = new TemporaryFolder();
        await using var store = await EmbeddedStore.OpenAsync(folder["assay.db"]);
        if (hasUser)
        {
            await store.Access.AddUserAsync(new("ana", "hash"), TestContext.Current.CancellationToken);
        }

        await AccessRequirements.CheckAsync(new() { Host = host, Access = new() { Authentication = mode } }, store.Access, TestContext.Current.CancellationToken);
    }
}
