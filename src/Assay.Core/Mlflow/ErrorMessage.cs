namespace Assay.Mlflow;

/// <summary>A refusal.</summary>
internal sealed record ErrorMessage
{
    public string? ErrorCode { get; init; }

    public string? Message { get; init; }
}
