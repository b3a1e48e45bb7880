using Assay.Data;
using Assay.Models;
using Assay.Prompts;

namespace Assay;

/// <summary>
/// Turns rows into requests to a model: a system message if there is one, then the user's message from a template, or the row's own
/// <c>messages</c>. Safe for concurrent use.
/// </summary>
public sealed class PromptBuilder
{
    /// <summary>The column that holds a conversation.</summary>
    public const string MessagesColumn = "messages";

    private PromptBuilder(PromptTemplate? system, PromptTemplate? user) => (System, User) = (system, user);

    /// <summary>The system message's template; null for none.</summary>
    public PromptTemplate? System { get; }

    /// <summary>The user message's template; null when rows hold their messages.</summary>
    public PromptTemplate? User { get; }

    /// <summary>
    /// The builder for a data set. Without a prompt, rows with a column <c>messages</c> send that, others their <c>inputs</c>.
    /// Throws <see cref="BadInputException"/> for a bad template and for a column that no row has.
    /// </summary>
    /// <param name="profile">What the data set holds.</param>
    /// <param name="dataset">The data set's name, for messages.</param>
    /// <param name="system">The system message's template; null for none.</param>
    /// <param name="prompt">The user message's template; null for the default.</param>
    public static PromptBuilder Create(DatasetProfile profile, string dataset, string? system = null, string? prompt = null)
    {
        var useMessages = prompt is null && profile.Columns.Contains(MessagesColumn);
        var builder = new PromptBuilder(
            system is null ? null : PromptTemplate.Parse(system, "system"),
            useMessages ? null : PromptTemplate.Parse(prompt ?? "{{inputs}}"));
        builder.System?.RequireColumns(profile, dataset);
        builder.User?.RequireColumns(profile, dataset);
        return builder;
    }

    /// <summary>The messages for a row. Throws <see cref="BadInputException"/> when its own messages are not such.</summary>
    public IReadOnlyList<Message> Messages(Row row)
    {
        var messages = new List<Message>();
        if (System is not null)
        {
            messages.Add(new Message("system", System.Render(row)));
        }

        if (User is not null)
        {
            messages.Add(new Message("user", User.Render(row)));
        }
        else
        {
            messages.AddRange(MessageList.Read(row, MessagesColumn));
        }

        return messages;
    }

    /// <summary>The request for a row.</summary>
    public ModelRequest Request(Row row, CallParameters parameters, int repeat = 0) => new()
    {
        Messages = Messages(row),
        Parameters = parameters,
        RowId = row.Id,
        Repeat = repeat,
        RowFields = row.ToJson(),
    };
}
