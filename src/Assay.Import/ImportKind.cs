namespace Assay.Import;

/// <summary>What an import counts.</summary>
public enum ImportKind
{
    /// <summary>An experiment.</summary>
    Experiment,

    /// <summary>A run.</summary>
    Run,

    /// <summary>A model that a run logged.</summary>
    LoggedModel,

    /// <summary>A registered model.</summary>
    RegisteredModel,

    /// <summary>A version of a registered model.</summary>
    ModelVersion,
}
