using Assay.Tests.Running;
using Assay.Tracking;
using Assay.Web.Experiments;
using Assay.Web.Languages;

namespace Assay.Tests.Web.Experiments;

public sealed class FilterCompletionTests : EvaluationTest
{
    [Theory]
    [InlineData("", 0, "metrics.accuracy ")]
    [InlineData("run_n", 0, "run_name ")]
    [InlineData("params.learn", 0, "params.`learning rate` ")]
    [InlineData("metrics.accuracy > 1 AND tags.te", 25, "tags.team ")]
    [InlineData("metrics.accuracy ", 17, "> ")]
    [InlineData("params.model = ", 15, "'it is' ")]
    [InlineData("params.quoted = ", 16, "\"it's\" ")]
    [InlineData("status = 'FIN", 9, "'FINISHED' ")]
    [InlineData("tags.team = 'n", 12, "'north' ")]
    public async Task Options_FitWhatIsWritten_AndTakeItsPlace(string before, int from, string option)
    {
        await LogAsync();
        var completion = await FilterCompletion.OfAsync(Store.Tracking, "0", before, PageLanguage.English.Texts, Cancel);
        completion.From.ShouldBe(from);
        completion.Options.Select(offered => offered.Text).ShouldContain(option);
    }

    [Fact]
    public async Task Options_AfterAConditionAreOnlyMoreConditions_AndOfAnUnknownFieldNone()
    {
        await LogAsync();
        (await FilterCompletion.OfAsync(Store.Tracking, "0", "metrics.accuracy > 1 ", PageLanguage.English.Texts, Cancel)).Options.Select(option => option.Text).ShouldBe(["AND "]);
        (await FilterCompletion.OfAsync(Store.Tracking, "0", "params.nothing = ", PageLanguage.English.Texts, Cancel)).Options.ShouldBeEmpty();
    }

    private async Task LogAsync()
    {
        var run = await Store.Tracking.CreateRunAsync(new NewRun("0", "heron") { Tags = [new Tag("team", "north")] }, Cancel);
        await Store.Tracking.LogBatchAsync(
            run.RunId, new RunBatch { Metrics = [new Metric("accuracy", 1, 1)], Params = [new("model", "it is"), new("quoted", "it's"), new("learning rate", "0.1")] }, Cancel);
    }
}
