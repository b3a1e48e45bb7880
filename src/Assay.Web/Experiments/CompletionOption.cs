namespace Assay.Web.Experiments;

/// <summary>Something that could be written.</summary>
/// <param name="Text">What is written for it.</param>
/// <param name="Hint">What it is, in a word.</param>
internal sealed record CompletionOption(string Text, string Hint);
