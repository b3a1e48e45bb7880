namespace Assay.Models.Local;

/// <summary>
/// From text to tokens as SentencePiece's byte-pair encoding does it: of all neighbours that together are a token, those of the highest score
/// are merged, the leftmost first, until there are none. A heap holds the candidates, so the time grows with n log n.
/// </summary>
internal sealed class PieceMerging
{
    private readonly TokenVocabulary _vocabulary;
    private readonly List<Piece> _pieces = [];
    private readonly PriorityQueue<Candidate, (float Score, int Left)> _candidates = new();

    private PieceMerging(TokenVocabulary vocabulary) => _vocabulary = vocabulary;

    /// <summary>
    /// The tokens of a text, after the one that begins it. A blank is put before the text, as the models were trained; the empty text has none.
    /// </summary>
    public static List<int> Encode(TokenVocabulary vocabulary, string text)
    {
        List<int> tokens = [TokenVocabulary.Begin];
        if (text.Length > 0)
        {
            var merging = new PieceMerging(vocabulary);
            merging.Split(" " + text);
            merging.Merge();
            tokens.AddRange(merging.Tokens());
        }

        return tokens;
    }

    private void Split(string text)
    {
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var character = rune.ToString();
            if (_vocabulary.Find(character) is { } token)
            {
                Append(token, character);
                continue;
            }

            // Bytes are no text that could be merged.
            foreach (var value in utf8[..rune.EncodeToUtf8(utf8)])
            {
                Append(TokenVocabulary.OfByte(value), null);
            }
        }

        for (var left = 0; left + 1 < _pieces.Count; left++)
        {
            Consider(left, left + 1);
        }
    }

    private void Append(int token, string? text) => _pieces.Add(new Piece { Token = token, Text = text, Before = _pieces.Count - 1, After = _pieces.Count + 1 });

    private void Consider(int left, int right)
    {
        if (left < 0 || right >= _pieces.Count || _pieces[left].Text is not { } first || _pieces[right].Text is not { } second)
        {
            return;
        }

        if (_vocabulary.Find(first + second) is { } token)
        {
            _candidates.Enqueue(new Candidate(left, right, first.Length, second.Length, token), (-_vocabulary.Score(token), left));
        }
    }

    private void Merge()
    {
        while (_candidates.TryDequeue(out var best, out _))
        {
            var (left, right) = (_pieces[best.Left], _pieces[best.Right]);

            // One of the two has meanwhile become part of another.
            if (left.Text?.Length != best.LeftLength || right.Text?.Length != best.RightLength || left.After != best.Right)
            {
                continue;
            }

            left.Token = best.Token;
            left.Text += right.Text;
            left.After = right.After;
            right.Text = null;
            right.Token = -1;
            if (left.After < _pieces.Count)
            {
                _pieces[left.After].Before = best.Left;
            }

            Consider(left.Before, best.Left);
            Consider(best.Left, left.After);
        }
    }

    private IEnumerable<int> Tokens()
    {
        for (var at = 0; at < _pieces.Count; at = _pieces[at].After)
        {
            yield return _pieces[at].Token;
        }
    }

    private sealed class Piece
    {
        public required int Token { get; set; }

        public required string? Text { get; set; }

        public required int Before { get; set; }

        public required int After { get; set; }
    }

    private readonly record struct Candidate(int Left, int Right, int LeftLength, int RightLength, int Token);
}
