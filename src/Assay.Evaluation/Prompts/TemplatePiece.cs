namespace Assay.Prompts;

/// <summary>A piece of a template: text that is sent as it is, or what stands between double braces.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Content">The text, or the inside of the braces without white space around it.</param>
/// <param name="Start">Where it begins, from 0.</param>
internal readonly record struct TemplatePiece(TemplatePieceKind Kind, string Content, int Start);
