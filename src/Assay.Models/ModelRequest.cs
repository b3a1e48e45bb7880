namespace Assay.Models;

/// <summary>One question to a model.</summary>
public sealed record ModelRequest
{
    /// <summary>The conversation; at least one message.</summary>
    public required IReadOnlyList<Message> Messages { get; init; }

    /// <summary>How to answer.</summary>
    public CallParameters Parameters { get; init; } = new();

    /// <summary>The row that is asked about; tells recorded calls apart and names the row in errors.</summary>
    public string RowId { get; init; } = "";

    /// <summary>0 for the first answer to a row, 1 for the next …</summary>
    public int Repeat { get; init; }

    /// <summary>The row's fields as a JSON object, for programs that want more than the prompt; null when there is no row.</summary>
    public string? RowFields { get; init; }

    /// <summary>The text of the last message of the user.</summary>
    public string Prompt => Messages.LastOrDefault(message => message.Role == "user")?.Content ?? "";

    /// <summary>What happens to this call on its way through the decorators; null outside them.</summary>
    internal CallProgress? Progress { get; init; }
}
