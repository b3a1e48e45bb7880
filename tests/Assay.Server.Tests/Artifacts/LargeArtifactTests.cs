using System.Diagnostics;
using System.Globalization;
using Assay.Tests;

namespace Assay.Server.Tests.Artifacts;

/// <summary>
/// Files that would not fit: a gigabyte through the server into a folder and back, a quarter of that into a bucket; five into the folder when
/// <c>ASSAY_LARGE_FILES</c> is set. Neither client nor server may hold more than a little of it.
/// </summary>
[Collection(nameof(LargeArtifactTests))]
[CollectionDefinition(nameof(LargeArtifactTests), DisableParallelization = true)]
public sealed class LargeArtifactTests(S3Server s3, ITestOutputHelper output) : IClassFixture<S3Server>
{
    private const string Url = "/api/2.0/mlflow-artifacts/artifacts/1/abc/artifacts/large.bin";
    private const long Megabyte = 1024 * 1024;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static bool IsFull => Environment.GetEnvironmentVariable("ASSAY_LARGE_FILES") is { Length: > 0 };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_large_file_costs_no_memory_in_either_direction(bool inBucket)
    {
        var size = (inBucket ? 256 : IsFull ? 5 * 1024 : 1024) * Megabyte + 12_345;
        await using var server = await LoopbackServer.StartAsync(artifacts: inBucket ? s3.Open("large") : null);
        server.Http.Timeout = TimeSpan.FromMinutes(10);

        await MeasureAsync("up", size, size / 4, async () =>
        {
            using var response = await server.Http.PutAsync(Url, new StreamContent(new GeneratedStream(size)), Cancel);
            response.EnsureSuccessStatusCode();
        });
        
        // The S3 library checks the sum of what it hands out in copies that it throws away at once.
        await MeasureAsync("down", size, inBucket ? 2 * size : size / 4, async () =>
        {
            using var response = await server.Http.GetAsync(Url, HttpCompletionOption.ResponseHeadersRead, Cancel);
            response.Content.Headers.ContentLength.ShouldBe(size);
            (await GeneratedStream.MatchAsync(await response.Content.ReadAsStreamAsync(Cancel), 0, Cancel)).ShouldBe(size);
        });
    }

    /// <summary>Asserts that what was allocated on the way, though collected since, is a small part of the file, and that the heap stayed small.</summary>
    private async Task MeasureAsync(string direction, long size, long most, Func<Task> transfer)
    {
        GC.Collect();
        var (allocated, heap, peak) = (GC.GetTotalAllocatedBytes(precise: true), GC.GetTotalMemory(forceFullCollection: true), 0L);
        using var done = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
                await Task.Delay(20, CancellationToken.None);
            }
        });
        var time = Stopwatch.StartNew();
        await transfer();
        time.Stop();
        await done.CancelAsync();
        await watching;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        using var process = Process.GetCurrentProcess();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{direction}: {size / time.Elapsed.TotalSeconds / 1e6:F0} MB/s, allocated {allocated / 1e6:F0} MB, heap grew by {(peak - heap) / 1e6:F0} MB, working set {process.WorkingSet64 / 1e6:F0} MB, its peak {process.PeakWorkingSet64 / 1e6:F0} MB"));
        (peak - heap).ShouldBeLessThan(100 * Megabyte);
        allocated.ShouldBeLessThan(most);
    }
}
