namespace Assay.Registry;

/// <summary>A name for a version of a registered model.</summary>
/// <param name="Alias">At most 255 characters, none of them special in URIs; not <c>latest</c>, nor like <c>v1</c>.</param>
/// <param name="Version">The version that it stands for.</param>
public sealed record ModelAlias(string Alias, int Version);
