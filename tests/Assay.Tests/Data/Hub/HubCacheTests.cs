using Assay.Tests.Loopback;

namespace Assay.Tests.Data.Hub;

public sealed class HubCacheTests : HubTest
{
    [Fact]
    public async Task A_second_reading_fetches_no_rows()
    {
        await using var server = await HubServer.StartAsync();
        var first = await Dataset.FromHub("films", Options(server)).ProfileAsync();

        var again = await Dataset.FromHub("films", Options(server)).ProfileAsync();

        again.Digest.ShouldBe(first.Digest);
        server.RowCalls.Count().ShouldBe(11);
    }

    [Fact]
    public async Task A_reading_that_broke_goes_on_where_it_was()
    {
        await using var server = await HubServer.StartAsync();
        using var stop = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var row in Dataset.FromHub("films", Options(server) with { Progress = new StopAt(3, stop) }).ReadAsync(stop.Token))
            {
            }
        });
        var kept = Directory.GetFiles(Folder["cache"], "rows-*.json", SearchOption.AllDirectories)
            .Select(path => int.Parse(Path.GetFileNameWithoutExtension(path)[5..], null)).ToList();

        (await Dataset.FromHub("films", Options(server)).ProfileAsync()).Rows.ShouldBe(1050);

        kept.Count.ShouldBeInRange(3, 10);
        server.RowCalls.Distinct().Count().ShouldBe(11);
        kept.ShouldAllBe(offset => server.RowCalls.Count(call => call.Contains($"&offset={offset}&")) == 1);
        Directory.GetFiles(Folder["cache"], "*.part", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_connection_what_is_on_disk_is_read_and_told()
    {
        var server = await HubServer.StartAsync();
        var online = await Dataset.FromHub("films", Options(server)).ProfileAsync();
        var options = Options(server);
        await server.DisposeAsync();

        var clock = new FakeClock();
        var offline = await clock.RunAsync(Dataset.FromHub("hf:films", "films", options, clock).ProfileAsync());

        offline.Digest.ShouldBe(online.Digest);
        offline.Warnings.ShouldHaveSingleItem().ShouldContain("its rows are those kept on this machine, of revision e6281661ce1c48d982bc483cf8a173c1bbeb5d31");
    }

    [Fact]
    public async Task Without_a_connection_what_is_missing_is_counted()
    {
        var server = await HubServer.StartAsync();
        await Dataset.FromHub("films", Options(server) with { Head = 300 }).ProfileAsync();
        var options = Options(server);
        await server.DisposeAsync();

        var clock = new FakeClock();
        var error = await Should.ThrowAsync<AssayException>(clock.RunAsync(Dataset.FromHub("hf:films", "films", options, clock).ProfileAsync()));

        error.Code.ShouldBe(ErrorCode.TemporarilyUnavailable);
        error.Message.ShouldStartWith($"hf:films: 8 of 11 pages of its rows are not in the cache ({Folder["cache"]}/hub), and {options.Endpoint!.Authority} gives no answer");
        error.Message.ShouldContain("run it again with a connection");
    }

    [Fact]
    public async Task A_new_revision_is_fetched_anew()
    {
        await using var server = await HubServer.StartAsync(server => server.With(rows: 150));
        await Dataset.FromHub("films", Options(server)).ProfileAsync();

        server.Revision = "0000000000000000000000000000000000000002";
        var dataset = Dataset.FromHub("films", Options(server));
        await dataset.InspectAsync(TestContext.Current.CancellationToken);

        server.RowCalls.Count().ShouldBe(4);
        dataset.SourceJson.ShouldContain("0000000000000000000000000000000000000002");
    }

    [Fact]
    public async Task Rows_are_of_the_revision_that_the_row_service_names()
    {
        await using var server = await HubServer.StartAsync();
        server.RowsRevision = "00000000000000000000000000000000000000ff";
        var dataset = Dataset.FromHub("films", Options(server));

        await dataset.InspectAsync(TestContext.Current.CancellationToken);

        dataset.SourceJson.ShouldContain("00000000000000000000000000000000000000ff");
    }

    [Fact]
    public async Task A_revision_that_changes_meanwhile_ends_the_reading()
    {
        await using var server = await HubServer.StartAsync();
        var dataset = Dataset.FromHub("films", Options(server) with { Progress = new Then(() => server.RowsRevision = "00ff") });

        (await dataset.ErrorAsync()).ShouldStartWith("hf:films: the data set changed on the hub while it was read (00ff after e628");
    }

    [Fact]
    public async Task A_page_that_is_broken_on_disk_is_fetched_again()
    {
        await using var server = await HubServer.StartAsync(server => server.With(rows: 150));
        var first = await Dataset.FromHub("films", Options(server)).ProfileAsync();
        var page = Directory.GetFiles(Folder["cache"], "rows-000000100.json", SearchOption.AllDirectories).ShouldHaveSingleItem();
        await File.WriteAllTextAsync(page, (await File.ReadAllTextAsync(page))[..50]);

        (await Dataset.FromHub("films", Options(server)).ProfileAsync()).Digest.ShouldBe(first.Digest);

        server.RowCalls.Count().ShouldBe(3);
    }

    private sealed class StopAt(long page, CancellationTokenSource stop) : IProgress<FetchProgress>
    {
        public void Report(FetchProgress value)
        {
            if (value.Pages == page)
            {
                stop.Cancel();
            }
        }
    }

    private sealed class Then(Action act) : IProgress<FetchProgress>
    {
        public void Report(FetchProgress value) => act();
    }
}
