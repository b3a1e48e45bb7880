using System.Text;

namespace Assay.Models.Likelihoods;

/// <summary>
/// Windows over a text whose tokens only the service knows. Each is so short that it surely fits the context, and begins where one of the last
/// one's tokens does: moved by the same part of its tokens as the stride is of the context. What no window before has judged is judged. Used for
/// one text.
/// </summary>
internal sealed class TextWindows(string text, int context, int stride)
{
    /// <summary>Few texts have tokens of fewer bytes on average, in any language.</summary>
    private const int BytesPerToken = 2;

    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(text);
    private readonly List<TokenProbability> _judged = [];
    private int _begin;
    private int _known;

    public IReadOnlyList<TokenProbability> Judged => _judged;

    /// <summary>The next window's text; null when all is judged.</summary>
    public string? Next() => _known >= _bytes.Length ? null : Encoding.UTF8.GetString(_bytes.AsSpan(_begin, End - _begin));

    /// <summary>Takes the tokens of the window that was asked for.</summary>
    public void Take(IReadOnlyList<TokenProbability> tokens)
    {
        var (at, end) = (_begin, End);
        var moved = Math.Max(1, (int)((long)tokens.Count * stride / context));
        var (next, last, before) = (end, end, _judged.Count);
        for (var i = 0; i < tokens.Count && at < end; i++)
        {
            next = i == moved ? at : next;
            if (at >= _known)
            {
                _judged.Add(tokens[i]);
                last = at;
            }

            at += tokens[i].Bytes ?? 0;
        }

        // The cut may have gone through the last token: it is judged by the next window, unless it fills this one.
        var isCut = end < _bytes.Length && _judged.Count > before && last > _begin;
        if (isCut)
        {
            _judged.RemoveAt(_judged.Count - 1);
        }

        // Tokens that do not fill the window would have the next one begin where this one did.
        _known = isCut ? last : end;
        _begin = end == _bytes.Length ? end : CharacterAt(Math.Min(_known, next > _begin ? next : end));
    }

    /// <summary>A window ends before white space when it can, where the whole text's tokens are likely to end too.</summary>
    private int End
    {
        get
        {
            var most = _begin + (context * BytesPerToken);
            if (most >= _bytes.Length)
            {
                return _bytes.Length;
            }

            for (var end = most; end > Math.Max(_known, most - (most - _begin) / 4); end--)
            {
                if (_bytes[end] is (byte)' ' or (byte)'\n') return end;
            }

            return CharacterAt(most);
        }
    }

    /// <summary>Where the character begins that has this byte.</summary>
    private int CharacterAt(int at)
    {
        while (at < _bytes.Length && at > 0 && (_bytes[at] & 0xC0) == 0x80) at--;
        return at;
    }
}
