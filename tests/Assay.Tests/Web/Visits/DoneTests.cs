using Assay.Web.Visits;

namespace Assay.Tests.Web.Visits;

public sealed class DoneTests
{
    private const string Mine = "assay_form=AAAAAAAAAAAAAAAAAAAAAA", Another = "assay_form=BBBBBBBBBBBBBBBBBBBBBA";

    private static readonly Done Tagged = new("tagged") { On = ["a1", "b-2", "c_3"], Tag = "a b/c&d", Before = [null, "", "=x, y&é\n"] };

    [Fact]
    public void Address_ReadAgain_SaysTheSame()
    {
        var read = Read(Tagged.Address(Visit("/experiments/0/selection"), "/experiments/0?sort=name")).ShouldNotBeNull();
        (read.What, read.Tag).ShouldBe((Tagged.What, Tagged.Tag));
        read.On.ShouldBe(Tagged.On);
        read.Before.ShouldBe(Tagged.Before);
    }

    [Fact]
    public void Address_OfWhatIsTooLong_SaysWhatWasDone_AndNotWhatWasThere()
    {
        var visit = Visit("/runs/a/description");
        var read = Read(new Done("described") { Before = [new string('é', 600)] }.Address(visit, "/runs/a")).ShouldNotBeNull();
        (read.What, read.Before.Count).ShouldBe(("described", 0));
        Read(new Done("described") { Before = [new string('e', 600)] }.Address(visit, "/runs/a")).ShouldNotBeNull().Before.Count.ShouldBe(1);
    }

    [Fact]
    public void Address_OfManyThings_IsNeverLongerThanServersTake()
    {
        var done = new Done("tagged")
        {
            On = [.. Enumerable.Range(0, 100).Select(i => $"{i:x32}")], Tag = "team", Before = [.. Enumerable.Repeat("a value of some letters", 100)],
        };
        done.Address(Visit("/"), "/experiments/0?filter=" + new string('x', 1000)).Length.ShouldBeLessThan(8000);
        done.Address(Visit("/"), "/experiments/0?filter=" + new string('x', 5000)).ShouldNotContain("done=");
    }

    [Fact]
    public void Of_AnAddressThatIsAnothers_OrWasChanged_IsNothing()
    {
        var address = Tagged.Address(Visit("/"), "/experiments/0");
        Read(address).ShouldNotBeNull();
        Done.Of(Visit(address, Another)).ShouldBeNull();
        Done.Of(Visit(address, "")).ShouldBeNull();
        Read(address.Replace("%3Dx", "%3Dz", StringComparison.Ordinal)).ShouldBeNull();
        Read(address.Replace("b-2", "b-3", StringComparison.Ordinal)).ShouldBeNull();
        Read(address.Replace("/experiments/0", "/experiments/1", StringComparison.Ordinal)).ShouldBeNull();
        Read(address[..address.IndexOf("&seal=", StringComparison.Ordinal)]).ShouldBeNull();
    }

    [Fact]
    public void Of_AnAddressThatSaysNothing_IsNothing() => Read("/runs/a?before=x&on=b").ShouldBeNull();

    private static Done? Read(string address) => Done.Of(Visit(address));

    private static Visit Visit(string address, string cookie = Mine) => Request.Visit(address, default, ("Cookie", cookie));
}
