using Assay.Tests.Loopback;

namespace Assay.Tests.Data.Hub;

public sealed class HubReadingTests : HubTest
{
    [Fact]
    public async Task A_split_is_read_page_by_page_to_its_end()
    {
        await using var server = await HubServer.StartAsync();

        var rows = await Dataset.FromHub("films", Options(server)).JsonAsync();

        rows.Count.ShouldBe(1050);
        rows[0].ShouldBe("""{"text":"Film 0.","label":0}""");
        rows[1049].ShouldBe("""{"text":"Film 1049.","label":1}""");
        server.RowCalls.Count().ShouldBe(11);
        server.RowCalls.First().ShouldBe("/rows?dataset=lab%2Ffilms&config=plain_text&split=test&offset=0&length=100");
        Pages[^1].ShouldBe(new FetchProgress("hf:films", 11, 11));
    }

    [Fact]
    public async Task A_sample_is_of_both_classes_the_head_of_one()
    {
        await using var server = await HubServer.StartAsync();

        var sample = await Dataset.FromHub("films", Options(server) with { Sample = 100, Seed = 1 }).ProfileAsync();
        var head = await Dataset.FromHub("films", Options(server) with { Head = 100 }).ProfileAsync();

        sample.Schema[1].Values!.Sum(value => value.Rows).ShouldBe(100);
        sample.Schema[1].Values!.Select(value => value.Value).ShouldBe(["0", "1"], ignoreOrder: true);
        head.Schema[1].Values!.ShouldHaveSingleItem().Value.ShouldBe("0");
    }

    [Fact]
    public async Task A_sample_fetches_only_the_pages_that_have_its_rows()
    {
        await using var server = await HubServer.StartAsync();

        var rows = await Dataset.FromHub("films", Options(server) with { Sample = 3, Seed = 7 }).RowsAsync();

        var offsets = rows.Select(row => int.Parse(row["text"]![5..^1], null) / 100 * 100).Append(0).Distinct();
        server.RowCalls.Count().ShouldBe(offsets.Count());
    }

    [Fact]
    public async Task A_sample_in_the_address_and_one_of_the_whole_are_the_same_rows()
    {
        await using var server = await HubServer.StartAsync();

        var direct = await Dataset.FromHub("films", Options(server) with { Sample = 40, Seed = 3 }).ProfileAsync();
        var whole = await Dataset.FromHub("films", Options(server)).ProfileAsync();
        var later = await Dataset.FromHub("films", Options(server)).Where("label in (0, 1)").Sample(40, 3).ProfileAsync();

        later.Digest.ShouldBe(direct.Digest);
        whole.Digest.ShouldNotBe(direct.Digest);
    }

    [Fact]
    public async Task Names_of_classes_stand_beside_their_numbers_when_they_are_wanted()
    {
        await using var server = await HubServer.StartAsync();

        var rows = await Dataset.FromHub("films", Options(server) with { LabelNames = true }).JsonAsync();

        rows[0].ShouldBe("""{"text":"Film 0.","label":0,"label_name":"neg"}""");
        rows[1049].ShouldBe("""{"text":"Film 1049.","label":1,"label_name":"pos"}""");
    }

    [Fact]
    public async Task The_source_says_which_rows_of_which_revision()
    {
        await using var server = await HubServer.StartAsync();
        var dataset = Dataset.FromHub("films", Options(server) with { Sample = 10, Seed = 5 });

        await dataset.InspectAsync(TestContext.Current.CancellationToken);

        dataset.SourceType.ShouldBe("hugging_face");
        dataset.SourceJson.ShouldBe(
            """{"path":"lab/films","config_name":"plain_text","split":"test","revision":"e6281661ce1c48d982bc483cf8a173c1bbeb5d31","steps":[{"sample":"10","seed":"5"}]}""");
    }

    [Fact]
    public async Task What_the_service_holds_in_part_or_has_cut_is_told()
    {
        await using var server = await HubServer.StartAsync(server => server.With(rows: 120, partial: true, cutRow: 110));

        var profile = await Dataset.FromHub("films", Options(server)).ProfileAsync();

        profile.Warnings.ShouldBe(
        [
            "hf:films: the row service holds only the first 120 rows of a larger data set",
            "hf:films: the row service cut values in 1 row",
        ]);
    }
}
