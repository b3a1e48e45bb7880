namespace Assay.Web.Layout;

/// <summary>A step on the way to a page.</summary>
/// <param name="Text">Its name.</param>
/// <param name="Href">Its address.</param>
public sealed record Crumb(string Text, string Href);
