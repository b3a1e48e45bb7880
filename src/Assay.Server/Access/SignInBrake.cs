using System.Net;
using System.Net.Sockets;

namespace Assay.Server.Access;

/// <summary>
/// Slows down those who guess passwords: after a few failures of a user or an address, each further one doubles the time in which no attempt is
/// looked at, up to a minute. Failures are forgotten a quarter of an hour after the last. An attempt counts from its beginning, so that many at
/// once do not get more tries than one after the other. It is the same for users that are not there.
/// </summary>
internal sealed class SignInBrake(TimeProvider clock)
{
    /// <summary>A person mistypes now and then; behind one address there may be many.</summary>
    public const int FreeOfUser = 5;
    public const int FreeOfAddress = 50;
    private const int Most = 10_000;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(15);
    private readonly Dictionary<string, Failures> _failures = [];
    private readonly Lock _gate = new();

    /// <summary>Of how many users and addresses failures are kept.</summary>
    public int Kept
    {
        get
        {
            lock (_gate)
            {
                return _failures.Count;
            }
        }
    }

    /// <summary>Counts an attempt. Gives the time to wait when it may not be made, else null.</summary>
    public TimeSpan? Begin(string user, IPAddress? address)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var (ofUser, ofAddress) = (Find(UserKey(user), now), Find(AddressKey(address), now));
            var until = Max(ofUser?.Until, ofAddress?.Until);
            if (until > now)
            {
                return until - now;
            }

            Count(UserKey(user), ofUser, FreeOfUser, now);
            Count(AddressKey(address), ofAddress, FreeOfAddress, now);
            return null;
        }
    }

    /// <summary>
    /// The attempt succeeded: it does not count, nor do the user's failures before it. Those of the address do, or one good account would pay
    /// for guesses at others.
    /// </summary>
    public void Succeed(string user, IPAddress? address)
    {
        lock (_gate)
        {
            _failures.Remove(UserKey(user));
            Uncount(AddressKey(address), FreeOfAddress);
        }
    }

    /// <summary>The attempt was not looked at, because the server was too busy or the store did not answer: it does not count.</summary>
    public void Withdraw(string user, IPAddress? address)
    {
        lock (_gate)
        {
            Uncount(UserKey(user), FreeOfUser);
            Uncount(AddressKey(address), FreeOfAddress);
        }
    }

    private Failures? Find(string key, DateTimeOffset now) =>
        _failures.TryGetValue(key, out var failures) && now - failures.Last < Memory ? failures : null;

    private void Count(string key, Failures? failures, int free, DateTimeOffset now)
    {
        if (failures is null)
        {
            if (_failures.Count >= Most && !_failures.ContainsKey(key))
            {
                _failures.Remove(_failures.MinBy(pair => pair.Value.Last).Key);
            }

            _failures[key] = failures = new Failures();
        }

        failures.Last = now;
        failures.Count++;
        failures.Until = failures.Count < free ? now : now + Wait(failures.Count - free);
    }

    private void Uncount(string key, int free)
    {
        if (_failures.TryGetValue(key, out var failures))
        {
            failures.Count--;
            failures.Until = failures.Count < free ? clock.GetUtcNow() : failures.Until;
        }
    }

    private static TimeSpan Wait(int beyond) =>
        beyond > 6 ? LongestWait : TimeSpan.FromSeconds(Math.Min(1 << beyond, LongestWait.TotalSeconds));

    /// <summary>Names may be of any length: what is kept of them is not.</summary>
    private static string UserKey(string user) => "user " + (user.Length > 100 ? user[..100] : user);

    /// <summary>Who has an IPv6 address has 2^64 of them: they count as one.</summary>
    private static string AddressKey(IPAddress? address)
    {
        if (address is null or { AddressFamily: not AddressFamily.InterNetworkV6 } or { IsIPv4MappedToIPv6: true })
        {
            return "address " + (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address);
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return "address " + new IPAddress(bytes);
    }

    private static DateTimeOffset? Max(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;

    private sealed class Failures
    {
        public int Count { get; set; }

        public DateTimeOffset Last { get; set; }

        public DateTimeOffset Until { get; set; }
    }
}
