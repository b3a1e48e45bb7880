namespace Assay.Mlflow;

/// <summary>server-info.</summary>
internal sealed record ServerInfoResponse
{
    public string? StoreType { get; init; }

    public bool? WorkspacesEnabled { get; init; }

    public bool? TraceArchivalEnabled { get; init; }
}

/// <summary>server-features.</summary>
internal sealed record ServerFeaturesResponse
{
    public bool? WorkspacesEnabled { get; init; }
}
