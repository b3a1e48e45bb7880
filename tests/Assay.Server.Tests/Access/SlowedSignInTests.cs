using System.Net;
using Assay.Server.Access;
using Assay.Tests;
using static Assay.Server.Tests.Access.GuardedServer;

namespace Assay.Server.Tests.Access;

public sealed class SlowedSignInTests
{
    private const string Proxy = "127.0.0.1";

    [Fact]
    public async Task After_some_failures_a_user_has_to_wait_and_is_told_how_long()
    {
        await using var guarded = await StartAsync();
        for (var i = 0; i < SignInBrake.FreeOfUser; i++)
        {
            (await guarded.StatusAsync(Basic("ada", $"wrong password {i}"))).ShouldBe(401);
        }

        using var response = await guarded.SendAsync(Basic("ada"));

        ((int)response.StatusCode).ShouldBe(429);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        ((string)(await BodyAsync(response))["error_code"]!).ShouldBe("REQUEST_LIMIT_EXCEEDED");

        guarded.Clock.Advance(TimeSpan.FromSeconds(1));
        (await guarded.StatusAsync(Basic("ada"))).ShouldBe(200);
    }

    [Fact]
    public async Task Who_signed_in_before_is_not_held_up_by_others_who_guess()
    {
        await using var guarded = await StartAsync();
        (await guarded.StatusAsync(Basic("ada"))).ShouldBe(200);
        for (var i = 0; i < SignInBrake.FreeOfUser; i++)
        {
            await guarded.StatusAsync(Basic("ada", $"wrong password {i}"));
        }

        (await guarded.StatusAsync(Basic("ada", "one more guess"))).ShouldBe(429);
        (await guarded.StatusAsync(Basic("ada"))).ShouldBe(200);
    }

    [Fact]
    public async Task Users_who_are_not_there_are_slowed_down_alike()
    {
        await using var guarded = await StartAsync();
        for (var i = 0; i < SignInBrake.FreeOfUser; i++)
        {
            (await guarded.StatusAsync(Basic("nobody", $"wrong password {i}"))).ShouldBe(401);
        }

        (await guarded.StatusAsync(Basic("nobody"))).ShouldBe(429);
        (await guarded.StatusAsync(Basic("rea"))).ShouldBe(200);
    }

    [Fact]
    public void Waits_double_up_to_a_minute_and_are_forgotten()
    {
        var clock = new FakeClock();
        var brake = new SignInBrake(clock);
        for (var i = 0; i < SignInBrake.FreeOfUser; i++)
        {
            brake.Begin("ana", IPAddress.Loopback).ShouldBeNull();
        }

        foreach (var seconds in (int[])[1, 2, 4, 8, 16, 32, 60, 60])
        {
            brake.Begin("ana", IPAddress.Loopback).ShouldBe(TimeSpan.FromSeconds(seconds));
            clock.Advance(TimeSpan.FromSeconds(seconds));
            brake.Begin("ana", IPAddress.Loopback).ShouldBeNull();
        }

        clock.Advance(TimeSpan.FromMinutes(15));
        brake.Begin("ana", IPAddress.Loopback).ShouldBeNull();
        brake.Begin("ana", IPAddress.Loopback).ShouldBeNull();
    }

    [Fact]
    public void An_attempt_that_could_not_be_looked_at_does_not_count()
    {
        var brake = new SignInBrake(new FakeClock());
        for (var i = 0; i < 2 * SignInBrake.FreeOfAddress; i++)
        {
            brake.Begin("ana", IPAddress.Loopback).ShouldBeNull();
            brake.Withdraw("ana", IPAddress.Loopback);
        }

        brake.Begin("ana", IPAddress.Loopback).ShouldBeNull();
    }

    [Fact]
    public async Task A_store_that_does_not_answer_makes_no_failures()
    {
        await using var guarded = await StartAsync();
        var (signIn, brake) = (guarded.Server.Service<SignIn>(), guarded.Server.Service<SignInBrake>());
        await guarded.Server.Store.DisposeAsync();
        for (var i = 0; i < SignInBrake.FreeOfUser; i++)
        {
            await Should.ThrowAsync<ObjectDisposedException>(
                () => signIn.FindAsync(new Credentials("ada", Password), IPAddress.Loopback, 1, TestContext.Current.CancellationToken));
        }

        brake.Begin("ada", IPAddress.Loopback).ShouldBeNull();
    }

    [Fact]
    public void An_address_that_tries_many_users_has_to_wait_and_its_successes_do_not_pay_for_guesses()
    {
        var brake = new SignInBrake(new FakeClock());
        for (var i = 0; i < SignInBrake.FreeOfAddress; i++)
        {
            brake.Begin("ana", IPAddress.Loopback).ShouldBeNull();
            brake.Succeed("ana", IPAddress.Loopback);
            brake.Begin($"user {i}", IPAddress.Loopback).ShouldBeNull();
        }

        brake.Begin("ana", IPAddress.Loopback).ShouldNotBeNull();
        brake.Begin("ana", IPAddress.Parse("192.0.2.1")).ShouldBeNull();
    }

    [Fact]
    public void The_addresses_of_one_IPv6_network_are_one()
    {
        var brake = new SignInBrake(new FakeClock());
        for (var i = 0; i < SignInBrake.FreeOfAddress; i++)
        {
            brake.Begin($"user {i}", IPAddress.Parse($"2001:db8:1:2::{i:x}")).ShouldBeNull();
        }

        brake.Begin("ana", IPAddress.Parse("2001:db8:1:2:ffff::1")).ShouldNotBeNull();
        brake.Begin("ana", IPAddress.Parse("2001:db8:1:3::1")).ShouldBeNull();
    }

    [Fact]
    public void Memory_is_bounded_and_the_oldest_failures_go_first()
    {
        var clock = new FakeClock();
        var brake = new SignInBrake(clock);
        for (var i = 0; i < SignInBrake.FreeOfUser; i++)
        {
            brake.Begin("ana", null);
        }

        for (var i = 0; i < 12_000; i++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(1));
            brake.Begin(new string('x', 100_000) + i, new IPAddress(i + 1));
        }

        brake.Kept.ShouldBeLessThanOrEqualTo(10_000);
    }

    [Fact]
    public async Task Behind_a_trusted_proxy_the_address_is_the_callers_own()
    {
        await using var guarded = await StartAsync(new AccessOptions { TrustedProxies = [IPAddress.Parse(Proxy)] });
        var brake = guarded.Server.Service<SignInBrake>();
        for (var i = 0; i < SignInBrake.FreeOfAddress; i++)
        {
            brake.Begin($"user {i}", IPAddress.Parse("198.51.100.7"));
        }

        (await guarded.StatusAsync(Basic("ada"), from: "198.51.100.7")).ShouldBe(429);
        (await guarded.StatusAsync(Basic("ada"), from: "198.51.100.8")).ShouldBe(200);
    }

    [Fact]
    public async Task Without_a_trusted_proxy_nobody_chooses_an_address()
    {
        await using var guarded = await StartAsync();
        var brake = guarded.Server.Service<SignInBrake>();
        for (var i = 0; i < SignInBrake.FreeOfAddress; i++)
        {
            brake.Begin($"user {i}", IPAddress.Loopback);
        }

        (await guarded.StatusAsync(Basic("ada"), from: "198.51.100.8")).ShouldBe(429);
    }
}
