namespace Assay.Models.Local;

/// <summary>
/// Reads a given text, and says how probable the model found each token. A text longer than the context is read in windows: each begins
/// <c>stride</c> tokens after the last, and only tokens that no window before has seen are judged, so that each is judged once, and all but
/// those of the first window with at least the context that the windows share.
/// </summary>
internal static class LikelihoodReading
{
    private const int Piece = 128;

    /// <param name="transformer">The model.</param>
    /// <param name="tokens">The text's tokens, the one that begins it first.</param>
    /// <param name="stride">How far a window is moved: 1 to less than the context.</param>
    /// <param name="cancellationToken">Gives up between pieces of a hundred tokens.</param>
    /// <returns>For each token but the first its log probability.</returns>
    public static double[] Read(Transformer transformer, ReadOnlySpan<int> tokens, int stride, CancellationToken cancellationToken)
    {
        var (context, vocabulary) = (transformer.Shape.Context, transformer.Shape.Vocabulary);
        var judged = new double[tokens.Length - 1];

        // The last token of a text follows nothing that need be read.
        var state = new TransformerState(transformer.Shape, Math.Min(context, tokens.Length - 1));
        var logits = new float[Math.Min(Piece, tokens.Length) * vocabulary];
        var (begin, known) = (0, 0);
        while (known < judged.Length)
        {
            var end = Math.Min(begin + context, judged.Length);
            state.Position = 0;
            for (var at = begin; at < end;)
            {
                cancellationToken.ThrowIfCancellationRequested();

                // What was judged already is read for what follows, without being judged.
                var last = Math.Min(at < known ? Math.Min(known, at + Piece) : at + Piece, end);
                var scores = at < known ? [] : logits.AsSpan(0, (last - at) * vocabulary);
                transformer.Read(tokens[at..last], state, scores);
                for (var i = Math.Max(at, known); i < last; i++)
                {
                    judged[i] = LogProbabilities.Of(scores.Slice((i - at) * vocabulary, vocabulary), tokens[i + 1]);
                }

                at = last;
            }

            known = end;
            begin += stride;
        }

        return judged;
    }

    /// <summary>Reads a prompt, with a look at the token now and then; the logits are those after its last token.</summary>
    public static void ReadInPieces(Transformer transformer, ReadOnlySpan<int> tokens, TransformerState state, Span<float> logits, CancellationToken cancellationToken)
    {
        for (var at = 0; at < tokens.Length; at += Piece)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var last = Math.Min(at + Piece, tokens.Length);
            transformer.Read(tokens[at..last], state, last == tokens.Length ? logits : []);
        }
    }
}
