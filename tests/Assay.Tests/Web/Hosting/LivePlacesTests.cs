using System.Net;
using Assay.Web.Hosting;
using Assay.Web.Visits;

namespace Assay.Tests.Web.Hosting;

public sealed class LivePlacesTests
{
    private readonly LivePlaces places = new();

    [Fact]
    public void Take_ByOneUser_LeavesPlacesForOthers()
    {
        var taken = Enumerable.Range(0, LivePlaces.MostOfUser).Select(i => places.Take(User("ada"), IPAddress.Parse($"10.0.0.{i}"))).ToList();
        taken.ShouldNotContain((IDisposable?)null);

        places.Take(User("ada"), IPAddress.Loopback).ShouldBeNull();
        places.Take(User("bo"), IPAddress.Loopback).ShouldNotBeNull();
        places.Take(Visitor.Anyone, IPAddress.Loopback).ShouldNotBeNull();
    }

    [Fact]
    public void Take_AfterAnotherHasBeenGivenBack_IsPossible_Once()
    {
        var taken = Enumerable.Range(0, LivePlaces.MostOfUser).Select(_ => places.Take(User("ada"), null)).ToList();
        taken[0]!.Dispose();
        taken[0]!.Dispose();

        places.Take(User("ada"), null).ShouldNotBeNull();
        places.Take(User("ada"), null).ShouldBeNull();
    }

    [Theory]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9")]
    public void Take_FromOneSubscriber_CountsTogether_HoweverTheAddressIsWritten(string address, string same)
    {
        foreach (var _ in Enumerable.Range(0, LivePlaces.MostOfAddress)) places.Take(Visitor.Anyone, IPAddress.Parse(address)).ShouldNotBeNull();

        places.Take(Visitor.Anyone, IPAddress.Parse(same)).ShouldBeNull();
        places.Take(Visitor.Anyone, IPAddress.Parse("198.51.100.1")).ShouldNotBeNull();
    }

    [Fact]
    public void Take_OnTheWhole_HasAnEnd()
    {
        foreach (var i in Enumerable.Range(0, LivePlaces.Most)) places.Take(User($"user-{i}"), null).ShouldNotBeNull();

        places.Take(User("one more"), null).ShouldBeNull();
    }

    private static Visitor User(string name) => new(name, MayWrite: false, MayAdminister: false);
}
