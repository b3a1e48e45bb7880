namespace Assay.Toxicity;

/// <summary>
/// Folds case, diacritics, typographic variants and look-alike letters to plain lower case, with a table of its own:
/// the program runs without culture data, so <see cref="string.Normalize()"/> cannot be relied on.
/// </summary>
internal static class TextFolding
{
    private const string Latin1 =
        "aaaaaaæceeeeiiiidnooooo\u00d7ouuuuyþß" + "aaaaaaæceeeeiiiidnooooo\u00f7ouuuuyþy";

    private const string LatinExtended =
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiijjjjkkkllllllllllnnnnnnnnnooooooœœrrrrrrsssssssstt" +
        "ttttuuuuuuuuuuuuwwyyyzzzzzzs";

    // Cyrillic and Greek letters drawn like Latin ones, pairwise: the letter, what it is read as.
    private const string LookAlikes =
        "аaвbсcеeнhіiјjкkмmоoрpѕsтtхxуyАaВbСcЕeНhІiЈjКkМmОoРpЅsТtХxУyαaβbεeιiκkνvοoρpτtυuχxΑaΒbΕeΗhΙiΚkΜmΝnΟoΡpΤtΥyΧxΖz";

    private static readonly char[] Table = BuildTable();

    /// <summary>Folds the code point at <paramref name="index"/> and moves past it; writes 0 to 2 characters and returns how many.</summary>
    public static int Fold(ReadOnlySpan<char> text, ref int index, Span<char> into)
    {
        var c = text[index++];
        if (c < 128)
        {
            into[0] = c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
            return 1;
        }

        if (char.IsHighSurrogate(c) && index < text.Length && char.IsLowSurrogate(text[index]))
        {
            return FoldPair(char.ConvertToUtf32(c, text[index++]), into);
        }

        var folded = Table[c];
        switch (folded)
        {
            case '\0': return 0;
            case 'æ': into[0] = 'a'; into[1] = 'e'; return 2;
            case 'œ': into[0] = 'o'; into[1] = 'e'; return 2;
            case 'ß': into[0] = 's'; into[1] = 's'; return 2;
            case 'þ': into[0] = 't'; into[1] = 'h'; return 2;
            default: into[0] = folded; return 1;
        }
    }

    // Mathematical alphabets and letters in boxes are used to write past filters; the rest (emoji) becomes one placeholder.
    private static int FoldPair(int point, Span<char> into)
    {
        into[0] = point switch
        {
            >= 0x1D400 and <= 0x1D6A3 => (char)('a' + (point - 0x1D400) % 26),
            >= 0x1D7CE and <= 0x1D7FF => (char)('0' + (point - 0x1D7CE) % 10),
            >= 0x1F110 and <= 0x1F169 => (char)('a' + (point - 0x1F110) % 32 % 26),
            _ => '\u2605',
        };
        return 1;
    }

    private static char[] BuildTable()
    {
        var table = new char[65536];
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = FoldAlone((char)i);
        }

        for (var i = 0; i < LookAlikes.Length; i += 2)
        {
            table[LookAlikes[i]] = LookAlikes[i + 1];
        }

        return table;
    }

    private static char FoldAlone(char c) => c switch
    {
        < '\u00c0' => FoldSign(c),
        <= '\u00ff' => Latin1[c - 0xc0],
        >= '\u0100' and <= '\u017f' => LatinExtended[c - 0x100],
        >= '\u0300' and <= '\u036f' => '\0',
        >= '\u1e00' and <= '\u1eff' => FoldAdditional(c),
        >= '\uff01' and <= '\uff5e' => char.ToLowerInvariant((char)(c - 0xfee0)),
        >= '\u24b6' and <= '\u24e9' => (char)('a' + (c - 0x24b6) % 26),
        >= '\ud800' and <= '\udfff' => '\u2605',
        _ => FoldSign(c),
    };

    private static char FoldSign(char c) => c switch
    {
        '\u00ad' or (>= '\u200b' and <= '\u200f') or '\u2060' or '\ufeff' or (>= '\ufe00' and <= '\ufe0f') => '\0',
        '\u2018' or '\u2019' or '\u201b' or '\u2032' or '\u00b4' or '\u02bc' => '\'',
        '\u201c' or '\u201d' or '\u201e' or '\u201f' or '\u00ab' or '\u00bb' or '\u2033' => '"',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
        '\u2026' => '.',
        '\u00bf' or '\u00a1' => ' ',
        '\u00aa' => 'a',
        '\u00ba' => 'o',
        '\u00b9' => '1',
        '\u00b2' => '2',
        '\u00b3' => '3',
        _ when char.IsWhiteSpace(c) || char.IsControl(c) => ' ',
        _ => char.ToLowerInvariant(c),
    };

    // Latin Extended Additional: runs of one base letter, written as the last code point of each run.
    private static char FoldAdditional(char c)
    {
        const string bases = "abcdefghiklmnoprstuvwxyzaeiouy";
        ReadOnlySpan<ushort> ends =
        [
            0x1E01, 0x1E07, 0x1E09, 0x1E13, 0x1E1D, 0x1E1F, 0x1E21, 0x1E2B, 0x1E2F, 0x1E35, 0x1E3D, 0x1E43, 0x1E4B, 0x1E53, 0x1E57,
            0x1E5F, 0x1E69, 0x1E71, 0x1E7B, 0x1E7F, 0x1E89, 0x1E8D, 0x1E8F, 0x1E9F, 0x1EB7, 0x1EC7, 0x1ECB, 0x1EE3, 0x1EF1, 0x1EFF,
        ];
        // The table skips j and q, of which the block has none; i twice, as Vietnamese letters follow the others.
        for (var i = 0; i < ends.Length; i++)
        {
            if (c <= ends[i])
            {
                return bases[i];
            }
        }

        return c;
    }
}
