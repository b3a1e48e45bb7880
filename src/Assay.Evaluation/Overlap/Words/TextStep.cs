namespace Assay.Overlap.Words;

/// <summary>One step of a tokenizer: reads a text and writes another.</summary>
internal delegate void TextStep(ReadOnlySpan<char> text, TextBuffer into);
