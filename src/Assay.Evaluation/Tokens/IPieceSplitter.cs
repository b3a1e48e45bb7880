namespace Assay.Tokens;

/// <summary>Cuts text into the pieces within which byte pairs are merged; one per encoding's pattern.</summary>
internal interface IPieceSplitter
{
    /// <summary>The end of the piece that begins at an index; always past the index.</summary>
    static abstract int EndOfPiece(ReadOnlySpan<char> text, int start);
}
