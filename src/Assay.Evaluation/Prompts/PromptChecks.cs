using System.Text.RegularExpressions;
using Assay.Data;
using Assay.Formats;
using Assay.Models;

namespace Assay.Prompts;

/// <summary>
/// Looks at every prompt before the first call is paid for: whether all rows send the same one, whether a column stands in single braces
/// and so is sent as it stands, whether the reference is the prompt itself, whether prompts are empty. Streams; remembers no rows.
/// </summary>
public static partial class PromptChecks
{
    /// <summary>
    /// What is suspicious, as sentences; empty when nothing is. Throws <see cref="BadInputException"/> for a row whose messages cannot be
    /// sent.
    /// </summary>
    /// <param name="dataset">The rows.</param>
    /// <param name="profile">What they hold.</param>
    /// <param name="builder">How rows become prompts.</param>
    /// <param name="referenceColumn">The column of expected answers.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<IReadOnlyList<string>> RunAsync(
        Dataset dataset, DatasetProfile profile, PromptBuilder builder, string referenceColumn, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<Message>? first = null;
        long rows = 0, same = 0, equal = 0, empty = 0;
        await foreach (var row in dataset.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var messages = builder.Messages(row);
            first ??= messages;
            rows++;
            same += IsSame(first, messages) ? 1 : 0;
            var prompt = messages.LastOrDefault(message => message.Role == "user");
            empty += prompt is { Raw: null } && string.IsNullOrWhiteSpace(prompt.Content) ? 1 : 0;
            equal += !string.IsNullOrWhiteSpace(prompt?.Content) && row[referenceColumn] is { } reference && reference.Trim() == prompt.Content!.Trim() ? 1 : 0;
        }

        var warnings = new List<string>();
        var braces = SingleBraces(builder, profile);
        if (rows > 1 && same == rows)
        {
            warnings.Add($"Every one of the {rows} rows sends the same prompt, \"{OneLine.Of(first![^1].Content, 60)}\": no answer can depend on its row.");
        }

        warnings.AddRange(braces);
        Count(warnings, equal, rows, $"the reference (column {referenceColumn}) equals the prompt: the model is given the answer");
        Count(warnings, empty, rows, "the prompt is empty");
        return warnings;
    }

    private static void Count(List<string> warnings, long count, long rows, string what)
    {
        if (count > 0)
        {
            warnings.Add(count == rows ? $"In every row {what}." : $"In {count} of {rows} rows {what}.");
        }
    }

    private static bool IsSame(IReadOnlyList<Message> a, IReadOnlyList<Message> b)
    {
        if (ReferenceEquals(a, b))
        {
            return true;
        }

        if (a.Count != b.Count)
        {
            return false;
        }

        for (var i = 0; i < a.Count; i++)
        {
            if (a[i].Role != b[i].Role || a[i].Content != b[i].Content || a[i].Raw?.GetRawText() != b[i].Raw?.GetRawText())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Single braces around a column's name; around any word when no column is named at all.</summary>
    private static IEnumerable<string> SingleBraces(PromptBuilder builder, DatasetProfile profile)
    {
        if (builder.User is not { } template)
        {
            yield break;
        }

        foreach (Match match in BracedWord().Matches(template.Text))
        {
            var word = match.Groups[1].Value.Trim();
            var isColumn = profile.Columns.Contains(word);
            if (isColumn || template.Columns.Count == 0)
            {
                var columns = string.Join(", ", profile.Columns.Take(10));
                var example = isColumn ? word : profile.Columns.Contains("inputs") ? "inputs" : profile.Columns.FirstOrDefault("inputs");
                yield return $"The prompt holds {match.Value}, which is sent as it stands: a column is written in double braces, {{{{{example}}}}}"
                    + (isColumn ? "." : $" (the columns are {columns}).");
            }
        }
    }

    [GeneratedRegex(@"(?<!\{)\{(?!\{)\s*([\p{L}_][\p{L}\p{N}_ .\-]*?)\s*\}(?!\})")]
    private static partial Regex BracedWord();
}
