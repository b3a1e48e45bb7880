namespace Assay.Toxicity;

/// <summary>
/// From the tokens as they stand to tokens that are known words where that can be had: letters written apart are joined,
/// words broken by a space are joined, words run together are taken apart, misspellings are put right.
/// </summary>
internal sealed class TokenRepair(WordLookup lookup)
{
    private const int LongestJoined = 32;

    public void Repair(TextWindow window)
    {
        var at = 0;
        while (at < window.RawCount)
        {
            var run = LetterRun(window, at);
            if (run >= 3)
            {
                var joined = Join(window, at, run);
                AddKnownOrParts(window, ref joined, WordSegmentation.ShortestSpelled);
                at += run;
                continue;
            }

            if (at + 1 < window.RawCount && TryJoinFragments(window, at, out var whole))
            {
                window.AddToken(whole);
                at += 2;
                continue;
            }

            var token = window.Raw[at++];
            AddKnownOrParts(window, ref token, WordSegmentation.ShortestRun);
        }
    }

    // Single letters in a row, of one sentence: "h a t e". Two are more likely "a" and an initial.
    private static int LetterRun(TextWindow window, int at)
    {
        var length = 0;
        while (at + length < window.RawCount && length < LongestJoined)
        {
            ref readonly var token = ref window.Raw[at + length];
            if (token.Length != 1)
            {
                break;
            }

            length++;
        }

        return length;
    }

    private static Token Join(TextWindow window, int at, int count)
    {
        var token = window.Raw[at];
        var total = 0;
        for (var i = at; i < at + count; i++)
        {
            total += window.Raw[i].Length;
        }

        var to = window.TakeSpare(total, out var start);
        if (to.IsEmpty)
        {
            return token;
        }

        var letters = 0;
        for (var i = at; i < at + count; i++)
        {
            var part = window.Text(window.Raw[i]);
            part.CopyTo(to);
            to = to[part.Length..];
            letters += window.Raw[i].Plain ? 1 : 0;
        }

        token.Start = start;
        token.Length = total;
        token.Plain = letters == count;
        token.Mixed = letters > 0 && letters < count;
        return token;
    }

    // "wo men": joined when the whole is a word that matters and a part is none, or a scrap.
    private bool TryJoinFragments(TextWindow window, int at, out Token whole)
    {
        ref readonly var first = ref window.Raw[at];
        ref readonly var second = ref window.Raw[at + 1];
        whole = default;
        if (!first.Plain || !second.Plain || first.Length == 0 || second.Length == 0 || first.Length + second.Length is < 4 or > 20)
        {
            return false;
        }

        var hash = WordHash.Of(window.Text(first));
        foreach (var c in window.Text(second))
        {
            hash = WordHash.Next(hash, c);
        }

        if (!lookup.Lexicon.TryGetWord(hash, out var classes) || (classes & ClassSets.Repairable) == 0 || !IsScrap(window, first, second))
        {
            return false;
        }

        whole = Join(window, at, 2);
        whole.Word = hash;
        whole.Classes = classes;
        return true;
    }

    private bool IsScrap(TextWindow window, in Token first, in Token second) =>
        !lookup.Vocabulary.TryGet(WordHash.Of(window.Text(first)), out var one, out _)
        || !lookup.Vocabulary.TryGet(WordHash.Of(window.Text(second)), out var two, out _)
        || one + two > 14
        || (Math.Min(first.Length, second.Length) <= 2 && first.Length + second.Length > 5);

    private void AddKnownOrParts(TextWindow window, ref Token token, int shortest)
    {
        if (token.Length == 0)
        {
            window.AddToken(token);
            return;
        }

        var known = SpellingRepair.Resolve(lookup, window, ref token);
        var isSpelled = shortest == WordSegmentation.ShortestSpelled;
        if (known && !IsLongRun(token) && (!isSpelled || (token.Classes & ClassSets.Meaning) != 0))
        {
            window.AddToken(token);
            return;
        }

        Span<byte> parts = stackalloc byte[48];
        var count = token.Plain ? WordSegmentation.Split(lookup, window.Text(token), shortest, parts) : 0;
        if (count < 2)
        {
            window.AddToken(token);
            return;
        }

        foreach (var length in parts[..count])
        {
            var part = token;
            part.Length = length;
            part.Spaced = true;
            lookup.Find(window.Text(part), ref part);
            window.AddToken(part);
            token.Start += length;
        }
    }

    // A prefix entry can swallow several words run together.
    private static bool IsLongRun(in Token token) => token.Plain && token.Length > 18;
}
