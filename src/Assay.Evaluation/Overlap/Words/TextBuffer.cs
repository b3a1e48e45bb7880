using System.Runtime.CompilerServices;

namespace Assay.Overlap.Words;

/// <summary>Characters that are written one after another and read as a whole; its memory is used again for the next text.</summary>
internal sealed class TextBuffer
{
    private char[] _characters = new char[512];

    public int Length { get; private set; }

    public int Capacity => _characters.Length;

    public ReadOnlySpan<char> Written => _characters.AsSpan(0, Length);

    public void Clear() => Length = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(char c)
    {
        if (Length == _characters.Length) Grow(1);
        _characters[Length++] = c;
    }

    public void Add(ReadOnlySpan<char> text)
    {
        if (text.Length > _characters.Length - Length) Grow(text.Length);
        text.CopyTo(_characters.AsSpan(Length));
        Length += text.Length;
    }

    /// <summary>A character with a space on either side.</summary>
    public void AddApart(char c)
    {
        Add(' ');
        Add(c);
        Add(' ');
    }

    private void Grow(int by) => Array.Resize(ref _characters, Math.Max(_characters.Length * 2, Length + by));
}
