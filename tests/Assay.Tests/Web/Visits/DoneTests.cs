using Assay.Web.Visits;

namespace Assay.Tests.Web.Visits;

public sealed class DoneTests
{
    [Fact]
    public void Address_ReadAgain_SaysTheSame()
    {
        var done = new Done("tagged") { On = ["a1", "b-2", "c_3"], Tag = "a b/c&d", Before = [null, "", "=x, y&é\n"] };
        var read = Done.Of(Request.Visit(done.Address("/experiments/0?sort=name"))).ShouldNotBeNull();
        (read.What, read.Tag).ShouldBe((done.What, done.Tag));
        read.On.ShouldBe(done.On);
        read.Before.ShouldBe(done.Before);
    }

    [Fact]
    public void Address_OfWhatIsTooLong_SaysWhatWasDone_AndNotWhatWasThere()
    {
        var address = new Done("described") { Before = [new string('é', 600)] }.Address("/runs/a");
        address.ShouldBe("/runs/a?done=described");
        new Done("described") { Before = [new string('e', 600)] }.Address("/runs/a").Length.ShouldBeGreaterThan(600);
    }

    [Fact]
    public void Of_AnAddressThatSaysNothing_IsNothing() => Done.Of(Request.Visit("/runs/a?before=x&on=b")).ShouldBeNull();
}
