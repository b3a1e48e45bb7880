using System.Runtime.CompilerServices;
using Assay.Cli.Settings;
using Assay.Cli.Stores;
using Assay.Comparisons;
using Assay.Evaluations;

namespace Assay.Cli.Commands.Judges;

/// <summary>The pairs of answers to be judged, and what was left out.</summary>
/// <param name="Pairs">The pairs, in the order of B.</param>
/// <param name="A">What A is: a run's id, or a column.</param>
/// <param name="B">What B is.</param>
/// <param name="Unmatched">Rows without a whole answer on both sides.</param>
internal sealed record AnswerPairs(IReadOnlyList<AnswerPair> Pairs, string A, string B, int Unmatched)
{
    public static async Task<AnswerPairs> OfFileAsync(string[] runs, SettingBag settings, CancellationToken cancellationToken)
    {
        if (runs.Length > 0)
        {
            throw new BadInputException("--data: makes no sense with runs; give either two runs, or a file with the columns of both answers");
        }

        var (a, b) = (settings.Text("a"), settings.Text("b"));
        if (a is null || b is null)
        {
            throw new BadInputException("--a COL and --b COL are missing: the columns of the two answers");
        }

        var dataset = Dataset.FromFile(settings.Text("data")!, new DatasetOptions { IdColumn = settings.Text("id") });
        var profile = await dataset.InspectAsync(cancellationToken).ConfigureAwait(false);
        foreach (var option in new[] { "a", "b", "input", "reference" })
        {
            if (settings.Last(option) is { } given)
            {
                profile.RequireColumn(given.Text, dataset.Name, given.Origin);
            }
        }

        var (input, reference) = (settings.Text("input") ?? "inputs", settings.Text("reference") ?? "ground_truth");
        var pairs = new List<AnswerPair>();
        var unmatched = 0;
        await foreach (var row in dataset.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (row[a] is { } one && row[b] is { } other)
            {
                pairs.Add(new AnswerPair(row.Id, row[input], row[reference], one, other));
            }
            else
            {
                unmatched++;
            }
        }

        return Checked(new AnswerPairs(pairs, a, b, unmatched));
    }

    /// <summary>Rows of the same id; rows that have none are matched by what was asked, the first with the first.</summary>
    public static async Task<AnswerPairs> OfRunsAsync(string[] runs, SettingBag settings, CancellationToken cancellationToken)
    {
        if (runs.Length != 2)
        {
            throw new BadInputException("two runs are needed, A and B; an example: assay judge pairwise 3f2a 9c1b --judge openai:gpt-4o-mini");
        }

        await using var store = await StoreLocation.OpenExistingAsync(settings.Text("tracking-uri"), cancellationToken).ConfigureAwait(false);
        var a = await RunLookup.FindAsync(store.Tracking, runs[0], cancellationToken).ConfigureAwait(false);
        var b = await RunLookup.FindAsync(store.Tracking, runs[1], cancellationToken).ConfigureAwait(false);
        var byId = new Dictionary<string, EvaluationRow>();
        var byInput = new Dictionary<string, Queue<EvaluationRow>>();
        await foreach (var row in RowsAsync(store.Evaluations, a.RunId, cancellationToken).ConfigureAwait(false))
        {
            byId[row.RowId] = row;
            if (row.Input is { } asked)
            {
                (byInput.TryGetValue(asked, out var same) ? same : byInput[asked] = new()).Enqueue(row);
            }
        }

        var pairs = new List<AnswerPair>();
        var unmatched = 0;
        await foreach (var row in RowsAsync(store.Evaluations, b.RunId, cancellationToken).ConfigureAwait(false))
        {
            var other = byId.GetValueOrDefault(row.RowId)
                ?? (row.Input is { } asked && byInput.TryGetValue(asked, out var same) && same.Count > 0 ? same.Dequeue() : null);
            if (other?.Answer is { WhyNotWhole: null } one && row.Answer is { WhyNotWhole: null } two)
            {
                pairs.Add(new AnswerPair(row.RowId, row.Input, row.Reference, one.Text!, two.Text!));
            }
            else
            {
                unmatched++;
            }
        }

        return Checked(new AnswerPairs(pairs, a.RunId, b.RunId, unmatched));
    }

    /// <summary>The first answers to all rows of a run, a page at a time.</summary>
    public static async IAsyncEnumerable<EvaluationRow> RowsAsync(
        IEvaluationStore store, string runId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new EvaluationRowQuery { RunId = runId };
        do
        {
            var page = await store.ReadAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var row in page.Items.Where(row => row.Repeat == 0))
            {
                yield return row;
            }

            query = query with { PageToken = page.NextPageToken };
        }
        while (query.PageToken is not null);
    }

    private static AnswerPairs Checked(AnswerPairs found) => found.Pairs.Count > 0 ? found : throw new BadInputException(
        $"no row has an answer of both {found.A} and {found.B}; rows of two runs are matched by their id column, or by what was asked");
}
