using Assay.Tests.Storage;
using Assay.Tracking;
using FsCheck.Fluent;

namespace Assay.Tests.Filters;

/// <summary>A store answers any search as one would by looking at every run, whole or in pages, whatever is added meanwhile.</summary>
public abstract class FilterPropertyContract : StoreContract
{
    private const int Runs = 60;
    private const int Searches = 400;

    [Fact]
    public async Task Search_AnyFilterAndOrder_FindsWhatLookingAtEveryRunDoes()
    {
        var (some, runs) = (0, await RandomRuns.WriteAsync(Tracking, Runs, Cancel));
        foreach (var (filter, order) in RandomFilter.All.Zip(RandomOrder.All).Sample(Searches))
        {
            var expected = runs.Where(filter.Holds).Order(Comparer<Run>.Create(order.Compare)).Select(run => run.RunId).ToList();
            var query = new RunQuery { ExperimentIds = ["0"], Filter = filter.Text, OrderBy = order.Texts };
            var found = (await Tracking.SearchRunsAsync(query, Cancel)).Items.Select(run => run.RunId);
            some += expected.Count is > 0 and < Runs ? 1 : 0;
            found.ShouldBe(expected, $"{filter.Text} | {string.Join(" ; ", order.Texts)}");
        }

        // Searches that find all or nothing would prove little.
        some.ShouldBeGreaterThan(Searches / 4);
    }

    [Fact]
    public async Task Search_InPagesWhileRunsAreAdded_NeitherRepeatsNorSkips()
    {
        await RandomRuns.WriteAsync(Tracking, 20, Cancel);
        foreach (var ((filter, order), size) in RandomFilter.All.Zip(RandomOrder.All).Zip(Gen.Choose(1, 7)).Sample(25))
        {
            var query = new RunQuery { ExperimentIds = ["0"], Filter = filter.Text, OrderBy = order.Texts, MaxResults = size };
            var before = (await Tracking.SearchRunsAsync(query with { MaxResults = 1000 }, Cancel)).Items.Select(run => run.RunId).ToList();
            var seen = new List<string>();
            var added = 0;
            do
            {
                var page = await Tracking.SearchRunsAsync(query, Cancel);
                page.Items.Count.ShouldBeLessThanOrEqualTo(size);
                seen.AddRange(page.Items.Select(run => run.RunId));
                query = query with { PageToken = page.NextPageToken };

                // Not for ever: what is added may come on a later page.
                if (added++ < 5)
                {
                    await RandomRuns.WriteAsync(Tracking, 1, Cancel);
                }
            }
            while (query.PageToken is not null);

            seen.Where(before.Contains).ShouldBe(before, $"{filter.Text} | {string.Join(" ; ", order.Texts)}");
            seen.ShouldBeUnique();
        }
    }
}
