namespace Assay.Registry;

/// <summary>Where a version of a model stands on its way to use. Written <c>None</c>, <c>Staging</c>, <c>Production</c>, <c>Archived</c>.</summary>
public enum ModelStage
{
    /// <summary>In no stage.</summary>
    None,

    /// <summary>Being tried.</summary>
    Staging,

    /// <summary>In use.</summary>
    Production,

    /// <summary>No longer in use.</summary>
    Archived,
}
