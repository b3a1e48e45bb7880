namespace Assay.Client;

/// <summary>What answers at an address.</summary>
internal enum ServerKind
{
    /// <summary>A server that speaks MLflow's protocol and nothing of ours.</summary>
    Mlflow,

    /// <summary>Assay.</summary>
    Assay,
}
